/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Meterwright: time goes on. Call mw_power_up when the meter starts, mw_tick at least whenever mw_next says, and mw_power_down when the supply fails.
 *
 * Schedules follow local time. What became due between two calls is done in the order of its moments, and each thing once, however often it became due:
 * so it is after a loss of power, when the clock is set forward, and when daylight saving begins. A clock that is set back, by no more than MW_BACK
 * seconds, runs nothing a second time: schedules wait until the time that they had reached; so it is when daylight saving ends. Set back further, they
 * follow the clock. Captures by a period of less than a day follow standard time, and a clock that is set back is followed at once.
 */
#ifndef MW_TICK_H
#define MW_TICK_H

#include "mw_tables.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * The meter starts: begins to watch values, and makes up for what the loss of power kept from being done. `now` is the clock, as an octet-string of class 8
 * has it; a year that is not specified: nobody knows the time, and schedules wait. NVM, RAM, log memory and mw_kept must be there.
 */
void mw_power_up(const mw_meter_t *meter, const uint8_t now[12]);

/* The supply fails: what has been done so far is kept. */
void mw_power_down(void);

/*
 * `elapsed` seconds have passed since the last call, by a counter that nobody sets; the clock says `now`. Durations, periods of demand and retries follow
 * the counter, schedules the clock. Call it with 0 when the clock has been set.
 */
void mw_tick(const mw_meter_t *meter, uint32_t elapsed, const uint8_t now[12]);

/* Returns after how many seconds mw_tick has something to do; it may be called earlier and more often. */
uint32_t mw_next(const mw_meter_t *meter);

#ifdef __cplusplus
}
#endif

#endif
