/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: daylight saving as the Clock object says it, and dates that are told by it. */
#ifndef MW_DAYLIGHT_H
#define MW_DAYLIGHT_H

#include "mw_time.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Returns how many seconds local time is ahead of standard time now, by the clock's status. */
uint32_t mw_daylight_now(const mw_meter_t *meter);

/*
 * For clocks that count standard time: returns how many seconds local time is ahead of it, as the Clock object says when daylight saving begins and ends.
 */
uint32_t mw_daylight_shift(const mw_meter_t *meter, uint32_t standard);

/*
 * Puts a date whose month is that in which daylight saving begins (0xFE) or ends (0xFD) with the month that the Clock object says; any other date as it is.
 * Where no clock says a month, the date means no day. Returns `meant`.
 */
const uint8_t *mw_meant_date(const mw_meter_t *meter, const uint8_t date[MW_DATE], uint8_t meant[MW_DATE]);

#ifdef __cplusplus
}
#endif

#endif
