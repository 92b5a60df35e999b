/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_calendar.h"

#if MW_HAVE_TIME

#include "mw_daylight.h"
#include "mw_find.h"
#include "mw_look.h"
#include "mw_run.h"
#include "mw_schedule.h"
#include "mw_time.h"
#include "mw_value.h"
#include "mw_work.h"

#include <string.h>

#define SPECIAL_DAYS 11U
#define ENTRIES      2U
#define NAME_ACTIVE  2U
#define SEASONS      3U
#define WEEKS        4U
#define DAYS         5U
#define NAME_PASSIVE 6U
#define TABLES       4U
#define YEAR         (366U * MW_DAY)
#define LOOK_BACK    8U
#define NAME         32U
#define LAST         0xFEU
#define SECOND_LAST  0xFDU

static uint16_t table_of_special_days(const mw_meter_t *meter, uint16_t object)
{
    const mw_place_t place = mw_place(meter, object);
    const uint8_t device = mw_class_of(meter, &place)->device;
    uint8_t name[6];
    uint16_t found;

    mw_logical_name(meter, &place, name);
    name[2] = 11U;
    found = mw_find(meter, device, SPECIAL_DAYS, name);
    if (found == MW_NONE) {
        name[4] = 0U;
        found = mw_find(meter, device, SPECIAL_DAYS, name);
    }
    return found;
}

uint16_t mw_special_day(const mw_meter_t *meter, uint16_t object, uint32_t day)
{
    const uint16_t table = table_of_special_days(meter, object);
    uint16_t found = MW_NONE;

    if (table != MW_NONE) {
        uint8_t buffer[MW_LONGEST];
        mw_reader_t reader;
        const uint32_t count = mw_open(meter, table, ENTRIES, buffer, sizeof buffer, &reader);
        for (uint32_t i = 0U; (i < count) && (found == MW_NONE) && !reader.bad; i++) {
            (void)mw_take_head(&reader);
            (void)mw_take_signed(&reader);
            const uint8_t *date = mw_take_string(&reader, MW_DATE);
            const int64_t id = mw_take_signed(&reader);
            uint8_t meant[MW_DATE];
            found = ((date != NULL) && mw_is_day(mw_meant_date(meter, date, meant), day)) ? (uint16_t)((uint64_t)id & 0xFFU) : found;
        }
    }
    return found;
}

/* Months and days as one number; with the year when the date has one. */
static uint32_t key_of(uint32_t year, uint32_t month, uint32_t day)
{
    return (year << 9U) | (month << 5U) | day;
}

static bool has_year(const uint8_t *date)
{
    return (date[0] != 0xFFU) || (date[1] != 0xFFU);
}

/* The last days of a month only matter where the day lies in that month too. */
static uint32_t day_of_date(const uint8_t *date, const mw_day_t *day)
{
    const uint32_t length = mw_month_length(day->year, day->month);
    uint32_t found = date[3];

    if (found == 0xFFU) {
        found = day->day;
    } else if (found >= SECOND_LAST) {
        found = length - (LAST - found);
    } else {
        /* the day itself */
    }
    return found;
}

static uint32_t key_of_date(const uint8_t *date, const mw_day_t *day)
{
    const uint32_t year = has_year(date) ? (((uint32_t)date[0] << 8U) | date[1]) : 0U;
    const uint32_t month = (date[2] == 0xFFU) ? day->month : date[2];

    return key_of(year, month, day_of_date(date, day));
}

bool mw_is_between(const uint8_t *begin, const uint8_t *end, uint32_t day)
{
    mw_day_t there;
    uint32_t first;
    uint32_t last;
    bool after;
    bool before;

    mw_day_of(day, &there);
    first = key_of_date(begin, &there);
    last = key_of_date(end, &there);
    after = key_of(has_year(begin) ? there.year : 0U, there.month, there.day) >= first;
    before = key_of(has_year(end) ? there.year : 0U, there.month, there.day) <= last;
    return (!has_year(begin) && !has_year(end) && (last < first)) ? (after || before) : (after && before);
}

static bool is_same(const uint8_t *one, uint32_t length, const uint8_t *other, uint32_t other_length)
{
    return (one != NULL) && (other != NULL) && (length == other_length) && (memcmp(one, other, length) == 0);
}

/* Finds the week of the season that began last; its name stays in the buffer. */
static const uint8_t *week_of(const mw_meter_t *meter, uint16_t calendar, uint32_t day, uint8_t *buffer, uint32_t *length)
{
    const uint32_t to = (day * MW_DAY) + (MW_DAY - 1U);
    const uint32_t from = (to > YEAR) ? (to - YEAR) : 0U;
    const uint8_t *found = NULL;
    uint32_t latest = 0U;
    mw_reader_t reader;
    const uint32_t count = mw_open(meter, calendar, SEASONS, buffer, MW_LONGEST, &reader);

    for (uint32_t i = 0U; (i < count) && !reader.bad; i++) {
        uint32_t size = 0U;
        (void)mw_take_head(&reader);
        (void)mw_take_value(&reader, &size);
        const uint8_t *start = mw_take_string(&reader, MW_DATE_TIME);
        const uint8_t *week = mw_take_value(&reader, &size);
        uint8_t meant[MW_DATE];
        const uint32_t moment = (start == NULL) ? MW_NEVER : mw_last_moment(mw_meant_date(meter, start, meant), &start[5], from, to);
        if ((week != NULL) && ((found == NULL) || ((moment != MW_NEVER) && (moment >= latest)))) {
            latest = (moment == MW_NEVER) ? 0U : moment;
            found = week;
            *length = size;
        }
    }
    return found;
}

/* Returns the day_id of a day of the week in the week of that name; MW_NONE when there is no such week. */
static uint16_t day_of_week(const mw_meter_t *meter, uint16_t calendar, const uint8_t *name, uint32_t length, uint8_t weekday)
{
    uint8_t buffer[MW_LONGEST];
    mw_reader_t reader;
    const uint32_t count = mw_open(meter, calendar, WEEKS, buffer, sizeof buffer, &reader);
    uint16_t found = MW_NONE;

    for (uint32_t i = 0U; (i < count) && !reader.bad; i++) {
        uint32_t size = 0U;
        (void)mw_take_head(&reader);
        const uint8_t *week = mw_take_value(&reader, &size);
        for (uint8_t day = 1U; day <= 7U; day++) {
            const int64_t id = mw_take_signed(&reader);
            if ((day == weekday) && (found == MW_NONE) && is_same(week, size, name, length)) {
                found = (uint16_t)((uint64_t)id & 0xFFU);
            }
        }
    }
    return found;
}

static uint16_t profile_of_day(const mw_meter_t *meter, uint16_t calendar, uint32_t day)
{
    uint16_t found = mw_special_day(meter, calendar, day);

    if (found == MW_NONE) {
        uint8_t buffer[MW_LONGEST];
        uint32_t length = 0U;
        const uint8_t *week = week_of(meter, calendar, day, buffer, &length);
        mw_day_t there;
        mw_day_of(day, &there);
        found = (week == NULL) ? MW_NONE : day_of_week(meter, calendar, week, length, there.weekday);
    }
    return found;
}

/* Opens the actions of a day's profile: the reader stands before the first. Returns how many there are. */
static uint32_t open_day(const mw_meter_t *meter, uint16_t calendar, uint32_t day, uint8_t *buffer, mw_reader_t *reader)
{
    const uint16_t wanted = profile_of_day(meter, calendar, day);
    const uint32_t count = mw_open(meter, calendar, DAYS, buffer, MW_LONGEST, reader);
    uint32_t actions = 0U;
    bool found = false;

    for (uint32_t i = 0U; (i < count) && !found && !reader->bad; i++) {
        (void)mw_take_head(reader);
        found = mw_take_signed(reader) == (int64_t)wanted;
        if (found) {
            actions = mw_take_head(reader);
        } else {
            uint32_t size = 0U;
            (void)mw_take_value(reader, &size);
        }
    }
    return actions;
}

/* Finds the last action of a day up to a second of it; `*script` begins with the octets of its table's name. MW_NEVER when there is none. */
static uint32_t last_action(const mw_meter_t *meter, uint16_t calendar, uint32_t day, uint32_t second, uint8_t table[6], uint16_t *selector)
{
    static const uint8_t any[MW_DATE] = { 0xFFU, 0xFFU, 0xFFU, 0xFFU, 0xFFU };
    uint8_t buffer[MW_LONGEST];
    mw_reader_t reader;
    const uint32_t actions = open_day(meter, calendar, day, buffer, &reader);
    uint32_t found = MW_NEVER;

    for (uint32_t i = 0U; (i < actions) && !reader.bad; i++) {
        (void)mw_take_head(&reader);
        const uint8_t *start = mw_take_string(&reader, MW_TIME);
        const uint8_t *name = mw_take_string(&reader, 6U);
        const int64_t script = mw_take_signed(&reader);
        const uint32_t moment = (start == NULL) ? MW_NEVER : mw_last_moment(any, start, day * MW_DAY, (day * MW_DAY) + second);
        if ((name != NULL) && (moment != MW_NEVER) && ((found == MW_NEVER) || (moment >= found))) {
            found = moment;
            (void)memcpy(table, name, 6U);
            *selector = (uint16_t)((uint64_t)script & 0xFFFFU);
        }
    }
    return found;
}

/* The same over the days before, as far as a week back. */
static uint32_t action_in_force(const mw_meter_t *meter, uint16_t calendar, uint32_t from, uint32_t to, uint8_t table[6], uint16_t *selector)
{
    uint32_t day = to / MW_DAY;
    uint32_t second = to % MW_DAY;
    uint32_t found = MW_NEVER;

    for (uint32_t i = 0U; (i < LOOK_BACK) && (found == MW_NEVER) && (day >= (from / MW_DAY)) && (day != MW_NEVER); i++) {
        found = last_action(meter, calendar, day, second, table, selector);
        day = (day > 0U) ? (day - 1U) : MW_NEVER;
        second = MW_DAY - 1U;
    }
    return ((found != MW_NEVER) && (found >= from)) ? found : MW_NEVER;
}

uint32_t mw_calendar_moment(const mw_meter_t *meter, uint16_t calendar, uint32_t from, uint32_t to)
{
    uint8_t table[6];
    uint16_t selector = 0U;

    return action_in_force(meter, calendar, from, to, table, &selector);
}

uint32_t mw_calendar_next(const mw_meter_t *meter, uint16_t calendar, uint32_t from)
{
    static const uint8_t any[MW_DATE] = { 0xFFU, 0xFFU, 0xFFU, 0xFFU, 0xFFU };
    const uint32_t day = from / MW_DAY;
    uint8_t buffer[MW_LONGEST];
    mw_reader_t reader;
    const uint32_t actions = open_day(meter, calendar, day, buffer, &reader);
    uint32_t found = (day + 1U) * MW_DAY;

    for (uint32_t i = 0U; (i < actions) && !reader.bad; i++) {
        uint32_t size = 0U;
        (void)mw_take_head(&reader);
        const uint8_t *start = mw_take_string(&reader, MW_TIME);
        (void)mw_take_value(&reader, &size);
        (void)mw_take_value(&reader, &size);
        const uint32_t moment = (start == NULL) ? MW_NEVER : mw_first_moment(any, start, from, found);
        found = (moment < found) ? moment : found;
    }
    return found;
}

void mw_run_calendar(const mw_meter_t *meter, uint16_t calendar, uint32_t moment)
{
    uint8_t name[6];
    uint16_t selector = 0U;

    if (action_in_force(meter, calendar, 0U, moment, name, &selector) != MW_NEVER) {
        const uint16_t table = mw_find(meter, mw_device_of(meter, calendar), 9U, name);
        if ((table != MW_NONE) && (selector > 0U)) {
            mw_post_script(table, selector);
        }
    }
}

void mw_activate_calendar(const mw_meter_t *meter, uint16_t calendar, uint32_t moment)
{
    for (uint8_t i = 0U; i < TABLES; i++) {
        (void)mw_keep_copy(meter, calendar, (uint8_t)(NAME_ACTIVE + i), calendar, (uint8_t)(NAME_PASSIVE + i));
    }
    if (moment != MW_NEVER) {
        mw_run_calendar(meter, calendar, moment);
    }
}

#endif
