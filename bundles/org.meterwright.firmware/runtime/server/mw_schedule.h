/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Meterwright: what comes due by the clock: Single action schedules (class 22), Schedules (10) with their special days (11), Activity calendars (20),
 * captures by period (7), and passive objects that become active.
 */
#ifndef MW_SCHEDULE_H
#define MW_SCHEDULE_H

#include "mw_tables.h"

#ifdef __cplusplus
extern "C" {
#endif

/* How far ahead somebody who asks for the next moment is told of it, in seconds. */
#define MW_AHEAD (31U * 86400U)

/*
 * What is due: its moment in local time, and an order among those of one moment: what becomes active comes before calendars, calendars before
 * captures by period, those before schedules.
 */
typedef struct {
    uint32_t moment;
    uint32_t order;
    uint16_t object;
    uint16_t part;
    uint8_t kind;
} mw_due_t;

/* A stretch of local time, both ends included, and how much of it is daylight saving: seconds that local time is ahead of standard time. */
typedef struct {
    uint32_t from;
    uint32_t to;
    uint32_t standard_from;
    uint32_t standard_to;
} mw_stretch_t;

/*
 * Finds what is due within a stretch, each at the last of its moments in it, and comes after `*after` (moment and order); false: nothing more. Begin
 * with moment 0 and order 0.
 */
bool mw_find_due(const mw_meter_t *meter, const mw_stretch_t *stretch, const mw_due_t *after, mw_due_t *found);

/* Does it: scripts and events are put behind what waits. */
void mw_do_due(const mw_meter_t *meter, const mw_due_t *due);

/* Returns the first moment of local time from `from` on when something may be due, at most MW_AHEAD away. */
uint32_t mw_next_due(const mw_meter_t *meter, const mw_stretch_t *stretch);

/* Runs the script of an Activity calendar that is in force at a moment, as after a change of its tables. */
void mw_run_calendar(const mw_meter_t *meter, uint16_t calendar, uint32_t moment);

/* Copies the passive calendar to the active one, and runs the script that is in force at a moment then. */
void mw_activate_calendar(const mw_meter_t *meter, uint16_t calendar, uint32_t moment);

/*
 * Tells whether a Schedule is in force at a moment: the last of its entries whose time came, at most a day ago, has script selector 0. A selector that
 * is not 0 ends it.
 */
bool mw_in_force(const mw_meter_t *meter, uint16_t schedule, uint32_t moment);

#ifdef __cplusplus
}
#endif

#endif
