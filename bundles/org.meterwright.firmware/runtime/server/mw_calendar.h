/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: the tables of Activity calendars, and days that are special. */
#ifndef MW_CALENDAR_H
#define MW_CALENDAR_H

#include "mw_tables.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Returns the day_id of a day in the Special days table that belongs to a Schedule or Activity calendar: the one with the same value group E, else the
 * one with E = 0. MW_NONE: an ordinary day.
 */
uint16_t mw_special_day(const mw_meter_t *meter, uint16_t object, uint32_t day);

/* Tells whether a day lies between two dates; with wildcards in the year they mean every year, over its end where the second is before the first. */
bool mw_is_between(const uint8_t *begin, const uint8_t *end, uint32_t day);

/* Returns the last moment from `from` to `to` when an Activity calendar runs a script; MW_NEVER when there is none. */
uint32_t mw_calendar_moment(const mw_meter_t *meter, uint16_t calendar, uint32_t from, uint32_t to);

/* Returns the first such moment from `from` on, at most the next midnight. */
uint32_t mw_calendar_next(const mw_meter_t *meter, uint16_t calendar, uint32_t from);

#ifdef __cplusplus
}
#endif

#endif
