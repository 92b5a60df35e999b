/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Meterwright: dates and times with COSEM's wildcards. A moment is a number of seconds since 2000-01-01 00:00:00, a day a number of days since
 * that date; both are local unless something else is said.
 */
#ifndef MW_TIME_H
#define MW_TIME_H

#include "mw_tables.h"

#ifdef __cplusplus
extern "C" {
#endif

/* No moment at all. */
#define MW_NEVER 0xFFFFFFFFU

#define MW_DAY   86400U

/* Octets of date, time and date-time. */
#define MW_DATE       5U
#define MW_TIME       4U
#define MW_DATE_TIME  12U

/* Last octet of a date-time: daylight saving is in force. */
#define MW_DAYLIGHT   0x80U

typedef struct {
    uint16_t year;
    uint8_t month;
    uint8_t day;
    uint8_t weekday; /* 1 is Monday */
} mw_day_t;

/* Returns the number of a day; MW_NEVER for one before 2000 or one that there is not. */
uint32_t mw_day_number(uint16_t year, uint8_t month, uint8_t day);

/* Returns how many days a month has. */
uint8_t mw_month_length(uint16_t year, uint8_t month);

/* Puts the date of a day. */
void mw_day_of(uint32_t number, mw_day_t *day);

/* Returns the moment of a date-time without wildcards; MW_NEVER when it has some. Hundredths are left out. */
uint32_t mw_moment(const uint8_t date_time[MW_DATE_TIME]);

/* Puts a moment as a date-time of 12 octets, deviation not specified, clock status 0. */
void mw_put_moment(uint32_t moment, uint8_t date_time[MW_DATE_TIME]);

/*
 * Tells whether a date, wildcards included, means a day. A day of the week beside a day of the month is the first such day from there on; beside
 * "last day of the month" it is the last such day of the month.
 */
bool mw_is_day(const uint8_t date[MW_DATE], uint32_t day);

/* Returns the last moment that a date and a time mean, not before `from` and not behind `to`; MW_NEVER when there is none. */
uint32_t mw_last_moment(const uint8_t *date, const uint8_t *time, uint32_t from, uint32_t to);

/* Returns the first of them. */
uint32_t mw_first_moment(const uint8_t *date, const uint8_t *time, uint32_t from, uint32_t to);

#ifdef __cplusplus
}
#endif

#endif
