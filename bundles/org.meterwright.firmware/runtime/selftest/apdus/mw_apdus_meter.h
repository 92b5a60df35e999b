/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: the meter that the runtime serves while golden APDUs are compared. */
#ifndef MW_APDUS_METER_H
#define MW_APDUS_METER_H

#include "mw_tables.h"

extern const mw_meter_t *const mw_apdus_meter;

#endif
