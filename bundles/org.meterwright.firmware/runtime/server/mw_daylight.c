/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_daylight.h"

#if MW_HAVE_RUN

#include "mw_look.h"
#include "mw_work.h"

#include <string.h>

#define CLOCK             8U
#define DAYLIGHT_BEGIN    5U
#define DAYLIGHT_END      6U
#define DAYLIGHT_SHIFT    7U
#define DAYLIGHT_ENABLED  8U
#define YEAR              (366U * MW_DAY)
#define MONTH             2U
#define TIME              5U
#define STATUS            11U
#define MONTH_OF_BEGIN    0xFEU
#define MONTH_OF_END      0xFDU

uint32_t mw_daylight_now(const mw_meter_t *meter)
{
    const uint16_t clock = mw_next_of_class(meter, CLOCK, 0U);
    const bool active = (mw_work.date_time[STATUS] != 0xFFU) && ((mw_work.date_time[STATUS] & MW_DAYLIGHT) != 0U);
    const int64_t minutes = (active && (clock != MW_NONE)) ? mw_number_of(meter, clock, DAYLIGHT_SHIFT, 60) : 0;
    const int64_t seconds = (minutes > 0) ? (minutes * 60) : 0;

    return (uint32_t)seconds;
}

/* Puts the date-time in an attribute of the clock; tells whether there is one. */
static bool date_time_of(const mw_meter_t *meter, uint16_t clock, uint8_t attribute, uint8_t date_time[MW_DATE_TIME])
{
    uint8_t buffer[MW_LONGEST];
    uint32_t length = 0U;
    const uint8_t *value = (clock == MW_NONE) ? NULL : mw_look(meter, clock, attribute, buffer, sizeof buffer, &length);
    const bool good = (value != NULL) && (length == (MW_DATE_TIME + 2U));

    if (good) {
        (void)memcpy(date_time, &value[2], MW_DATE_TIME);
    }
    return good;
}

/* Returns the last moment in a year that an attribute of the clock means. */
static uint32_t last_of(const mw_meter_t *meter, uint16_t clock, uint8_t attribute, uint32_t to)
{
    uint8_t date_time[MW_DATE_TIME];
    const bool good = date_time_of(meter, clock, attribute, date_time);

    return good ? mw_last_moment(date_time, &date_time[TIME], (to > YEAR) ? (to - YEAR) : 0U, to) : MW_NEVER;
}

/* The beginning is written in standard time, the end in daylight saving time. */
uint32_t mw_daylight_shift(const mw_meter_t *meter, uint32_t standard)
{
    const uint16_t clock = mw_next_of_class(meter, CLOCK, 0U);
    const bool enabled = (clock != MW_NONE) && (mw_number_of(meter, clock, DAYLIGHT_ENABLED, 0) != 0);
    const int64_t minutes = enabled ? mw_number_of(meter, clock, DAYLIGHT_SHIFT, 0) : 0;
    const int64_t seconds = (minutes > 0) ? (minutes * 60) : 0;
    const uint32_t ahead = (uint32_t)seconds;
    uint32_t shift = 0U;

    if (ahead > 0U) {
        const uint32_t began = last_of(meter, clock, DAYLIGHT_BEGIN, standard);
        const uint32_t ended = last_of(meter, clock, DAYLIGHT_END, standard + ahead);
        const bool active = (began != MW_NEVER) && ((ended == MW_NEVER) || ((began + ahead) > ended));
        shift = active ? ahead : 0U;
    }
    return shift;
}

const uint8_t *mw_meant_date(const mw_meter_t *meter, const uint8_t date[MW_DATE], uint8_t meant[MW_DATE])
{
    (void)memcpy(meant, date, MW_DATE);
    if ((date[MONTH] == MONTH_OF_BEGIN) || (date[MONTH] == MONTH_OF_END)) {
        const uint8_t attribute = (date[MONTH] == MONTH_OF_BEGIN) ? DAYLIGHT_BEGIN : DAYLIGHT_END;
        uint8_t said[MW_DATE_TIME];
        if (date_time_of(meter, mw_next_of_class(meter, CLOCK, 0U), attribute, said) && (said[MONTH] <= 12U)) {
            meant[MONTH] = said[MONTH];
        }
    }
    return meant;
}

#endif
