/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: the meter that the runtime serves while golden APDUs are compared. */
#ifndef MW_APDUS_METER_H
#define MW_APDUS_METER_H

#include "mw_tables.h"

extern const mw_meter_t *const mw_apdus_meter;

/* Its log memory (mw_apdus_server.c): some pages; where nothing was written it holds 0. */
bool mw_apdus_log_read(uint32_t at, uint8_t *out, uint32_t length);
bool mw_apdus_log_write(uint32_t at, const uint8_t *octets, uint32_t length);

#endif
