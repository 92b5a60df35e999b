/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_time.h"

#if MW_HAVE_RUN

#define ANY         0xFFU
#define ANY_YEAR    0xFFFFU
#define LAST        0xFEU
#define SECOND_LAST 0xFDU
#define WEEK        7U
#define NONE        0xFFU

/* Days of four years, and of the months before March in a common year. */
#define FOUR_YEARS  1461U
#define YEAR        365U
#define LAST_YEAR   2099U

uint8_t mw_month_length(uint16_t year, uint8_t month)
{
    static const uint8_t days[12] = { 31U, 28U, 31U, 30U, 31U, 30U, 31U, 31U, 30U, 31U, 30U, 31U };
    const bool leap = (month == 2U) && ((year & 3U) == 0U); /* right from 2000 to 2099 */

    return leap ? 29U : days[month - 1U];
}

uint32_t mw_day_number(uint16_t year, uint8_t month, uint8_t day)
{
    const bool good = (year >= 2000U) && (year <= LAST_YEAR) && (month >= 1U) && (month <= 12U) && (day >= 1U) && (day <= mw_month_length(year, month));
    uint32_t number = MW_NEVER;

    if (good) {
        const uint32_t years = (uint32_t)year - 2000U;
        number = (years * YEAR) + ((years + 3U) / 4U) + day - 1U;
        for (uint8_t i = 1U; i < month; i++) {
            number += mw_month_length(year, i);
        }
    }
    return number;
}

void mw_day_of(uint32_t number, mw_day_t *day)
{
    const uint32_t inside = number % FOUR_YEARS;
    const uint32_t years = (inside < (YEAR + 1U)) ? 0U : ((inside - 1U) / YEAR);
    uint32_t left = inside - ((years * YEAR) + ((years + 3U) / 4U));
    uint8_t month = 1U;

    day->year = (uint16_t)(2000U + (4U * (number / FOUR_YEARS)) + years);
    while (left >= mw_month_length(day->year, month)) {
        left -= mw_month_length(day->year, month);
        month++;
    }
    day->month = month;
    day->day = (uint8_t)(left + 1U);
    day->weekday = (uint8_t)(((number + 5U) % WEEK) + 1U); /* 2000-01-01 was a Saturday */
}

static uint16_t year_of(const uint8_t *date)
{
    return (uint16_t)(((uint32_t)date[0] << 8U) | date[1]);
}

uint32_t mw_moment(const uint8_t date_time[MW_DATE_TIME])
{
    const uint32_t day = mw_day_number(year_of(date_time), date_time[2], date_time[3]);
    const bool good = (day != MW_NEVER) && (date_time[5] < 24U) && (date_time[6] < 60U) && ((date_time[7] < 60U) || (date_time[7] == ANY));
    const uint32_t second = (date_time[7] == ANY) ? 0U : date_time[7];

    return good ? ((day * MW_DAY) + ((uint32_t)date_time[5] * 3600U) + ((uint32_t)date_time[6] * 60U) + second) : MW_NEVER;
}

void mw_put_moment(uint32_t moment, uint8_t date_time[MW_DATE_TIME])
{
    const uint32_t second = moment % MW_DAY;
    mw_day_t day;

    mw_day_of(moment / MW_DAY, &day);
    date_time[0] = (uint8_t)(day.year >> 8U);
    date_time[1] = (uint8_t)(day.year & 0xFFU);
    date_time[2] = day.month;
    date_time[3] = day.day;
    date_time[4] = day.weekday;
    date_time[5] = (uint8_t)(second / 3600U);
    date_time[6] = (uint8_t)((second / 60U) % 60U);
    date_time[7] = (uint8_t)(second % 60U);
    date_time[8] = 0U;
    date_time[9] = 0x80U;
    date_time[10] = 0U;
    date_time[11] = 0U;
}

/* Counted from the end of the month: the last day, or the last such day of the week; the one before it. */
static bool is_from_end(const mw_day_t *day, uint8_t which, uint8_t weekday)
{
    const uint32_t back = (uint32_t)mw_month_length(day->year, day->month) - day->day;
    uint32_t before = 1U;
    bool good;

    if (which == LAST) {
        before = 0U;
    }
    good = back == before;
    if (weekday != ANY) {
        good = (day->weekday == weekday) && ((back / WEEK) == before);
    }
    return good;
}

/* Tells whether a date can mean days of a month at all. */
static bool is_month(const uint8_t date[MW_DATE], const mw_day_t *day)
{
    return ((year_of(date) == ANY_YEAR) || (year_of(date) == day->year)) && ((date[2] == ANY) || (date[2] == day->month));
}

/* Tells whether a date means a day of a month that it can mean. */
static bool is_day_of_month(const uint8_t date[MW_DATE], const mw_day_t *day)
{
    const uint8_t weekday = date[4];
    const uint8_t wanted = date[3];
    bool good;

    if ((wanted == LAST) || (wanted == SECOND_LAST)) {
        good = is_from_end(day, wanted, weekday);
    } else if (wanted == ANY) {
        good = (weekday == ANY) || (weekday == day->weekday);
    } else if (weekday == ANY) {
        good = day->day == wanted;
    } else {
        good = (day->weekday == weekday) && (day->day >= wanted) && (day->day < (wanted + WEEK));
    }
    return good;
}

bool mw_is_day(const uint8_t date[MW_DATE], uint32_t day)
{
    mw_day_t there;

    mw_day_of(day, &there);
    return is_month(date, &there) && is_day_of_month(date, &there);
}

/* Returns the greatest number that is meant and not above a limit; NONE when there is none. */
static uint8_t at_most(uint8_t wanted, uint8_t limit)
{
    uint8_t found = wanted;

    if (wanted == ANY) {
        found = limit;
    } else if (wanted > limit) {
        found = NONE;
    } else {
        /* the number itself */
    }
    return found;
}

/* Returns the least number that is meant and not below a limit; NONE when there is none. */
static uint8_t at_least(uint8_t wanted, uint8_t limit)
{
    uint8_t found = wanted;

    if (wanted == ANY) {
        found = limit;
    } else if (wanted < limit) {
        found = NONE;
    } else {
        /* the number itself */
    }
    return found;
}

static uint32_t joined(uint8_t hour, uint8_t minute, uint8_t second)
{
    const bool good = (hour < 24U) && (minute < 60U) && (second < 60U);

    return good ? (((uint32_t)hour * 3600U) + ((uint32_t)minute * 60U) + second) : MW_NEVER;
}

/* Returns the last second of a day, not behind `second`, that a time means. */
static uint32_t last_second(const uint8_t *time, uint32_t second)
{
    const uint8_t hour = (uint8_t)(second / 3600U);
    const uint8_t minute = (uint8_t)((second / 60U) % 60U);
    uint32_t found = MW_NEVER;

    if (at_most(time[0], hour) == hour) {
        if (at_most(time[1], minute) == minute) {
            found = joined(hour, minute, at_most(time[2], (uint8_t)(second % 60U)));
        }
        if ((found == MW_NEVER) && (minute > 0U)) {
            found = joined(hour, at_most(time[1], (uint8_t)(minute - 1U)), at_most(time[2], 59U));
        }
    }
    if ((found == MW_NEVER) && (hour > 0U)) {
        found = joined(at_most(time[0], (uint8_t)(hour - 1U)), at_most(time[1], 59U), at_most(time[2], 59U));
    }
    return found;
}

/* Returns the first second of a day, not before `second`, that a time means. */
static uint32_t first_second(const uint8_t *time, uint32_t second)
{
    const uint8_t hour = (uint8_t)(second / 3600U);
    const uint8_t minute = (uint8_t)((second / 60U) % 60U);
    uint32_t found = MW_NEVER;

    if (at_least(time[0], hour) == hour) {
        if (at_least(time[1], minute) == minute) {
            found = joined(hour, minute, at_least(time[2], (uint8_t)(second % 60U)));
        }
        if ((found == MW_NEVER) && (minute < 59U)) {
            found = joined(hour, at_least(time[1], (uint8_t)(minute + 1U)), at_least(time[2], 0U));
        }
    }
    if ((found == MW_NEVER) && (hour < 23U)) {
        found = joined(at_least(time[0], (uint8_t)(hour + 1U)), at_least(time[1], 0U), at_least(time[2], 0U));
    }
    return found;
}

/* Months that a date cannot mean are passed over as a whole: such a search takes a year in a few steps. */
uint32_t mw_last_moment(const uint8_t *date, const uint8_t *time, uint32_t from, uint32_t to)
{
    const uint32_t first = from / MW_DAY;
    uint32_t day = to / MW_DAY;
    uint32_t second = to % MW_DAY;
    uint32_t found = MW_NEVER;
    bool going = from <= to;

    while (going) {
        mw_day_t there;
        mw_day_of(day, &there);
        const bool month = is_month(date, &there);
        const uint32_t step = month ? 1U : there.day;
        const uint32_t at = (month && is_day_of_month(date, &there)) ? last_second(time, second) : MW_NEVER;
        if (at != MW_NEVER) {
            found = (day * MW_DAY) + at;
        }
        going = (at == MW_NEVER) && ((day - first) >= step);
        day -= going ? step : 0U;
        second = MW_DAY - 1U;
    }
    return ((found != MW_NEVER) && (found >= from)) ? found : MW_NEVER;
}

uint32_t mw_first_moment(const uint8_t *date, const uint8_t *time, uint32_t from, uint32_t to)
{
    const uint32_t last = to / MW_DAY;
    uint32_t day = from / MW_DAY;
    uint32_t second = from % MW_DAY;
    uint32_t found = MW_NEVER;
    bool going = from <= to;

    while (going) {
        mw_day_t there;
        mw_day_of(day, &there);
        const bool month = is_month(date, &there);
        const uint32_t step = month ? 1U : ((uint32_t)mw_month_length(there.year, there.month) - there.day + 1U);
        const uint32_t at = (month && is_day_of_month(date, &there)) ? first_second(time, second) : MW_NEVER;
        if (at != MW_NEVER) {
            found = (day * MW_DAY) + at;
        }
        going = (at == MW_NEVER) && ((last - day) >= step);
        day += going ? step : 0U;
        second = 0U;
    }
    return ((found != MW_NEVER) && (found <= to)) ? found : MW_NEVER;
}

#endif
