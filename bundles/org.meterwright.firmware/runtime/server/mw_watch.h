/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: what watches values: Register monitors (class 21), Limiters (71), and thresholds that no object implements. */
#ifndef MW_WATCH_H
#define MW_WATCH_H

#include "mw_tables.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * The firmware has changed an attribute in RAM or NVM, or knows that a function answers something else now: monitors and Limiters look at it, and what
 * follows is run. What goes through mw_keep or a client's write is looked at without this.
 */
void mw_changed(const mw_meter_t *meter, uint16_t object, uint8_t attribute);

/* The same for parts of the runtime: what follows waits for mw_drain. */
void mw_note_change(const mw_meter_t *meter, uint16_t object, uint8_t attribute);

/*
 * At power-up: finds out what is watched. A value that outlasts a loss of power says at once on which side of its thresholds it is; of any other the first
 * that comes decides, as one that was on the harmless side before.
 */
void mw_start_watching(const mw_meter_t *meter);

/* Time has passed: durations end, emergency profiles begin and end, guards let go what they held back. */
void mw_watch_time(const mw_meter_t *meter);

/* Returns how many seconds may pass before mw_watch_time is due; MW_NEVER when nothing waits. */
uint32_t mw_watch_next(const mw_meter_t *meter);

#ifdef __cplusplus
}
#endif

#endif
