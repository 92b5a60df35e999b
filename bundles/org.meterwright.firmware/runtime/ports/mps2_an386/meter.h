/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: the meter of the worked port: the names of the generated files of example three-phase. Put those of your meter in their place. */
#ifndef METER_H
#define METER_H

#include "tp3.h"

#define METER          tp3_meter
#define METER_CHECKSUM TP3_CHECKSUM
#define meter_checksum tp3_checksum

#endif
