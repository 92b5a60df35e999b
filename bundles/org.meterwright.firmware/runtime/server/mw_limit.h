/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: thresholds of Limiters (class 71) and their emergency profiles; mw_watch.h looks at what they limit. */
#ifndef MW_LIMIT_H
#define MW_LIMIT_H

#include "mw_tables.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Returns the threshold that is active now. */
int64_t mw_limit_threshold(const mw_meter_t *meter, uint16_t limiter);

/* Returns for how many seconds a value must be above the threshold, or not above it, to count. */
int64_t mw_limit_duration(const mw_meter_t *meter, uint16_t limiter, bool above);

/* An attribute of a Limiter was written: its normal threshold becomes the active one. The caller looks at the value. */
void mw_limit_written(const mw_meter_t *meter, uint16_t limiter, uint8_t attribute);

/* Time has passed: the emergency profile of a Limiter begins or ends. */
void mw_limit_emergency(const mw_meter_t *meter, uint16_t limiter);

/* Returns how many seconds may pass until the emergency profile of a Limiter begins or ends; MW_NEVER when it does neither. */
uint32_t mw_limit_next(const mw_meter_t *meter, uint16_t limiter);

#ifdef __cplusplus
}
#endif

#endif
