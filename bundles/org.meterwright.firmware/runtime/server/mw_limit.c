/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_limit.h"

#if MW_HAVE_WATCH

#include "mw_look.h"
#include "mw_port.h"
#include "mw_store.h"
#include "mw_time.h"
#include "mw_work.h"

#define THRESHOLD_ACTIVE    3U
#define THRESHOLD_NORMAL    4U
#define THRESHOLD_EMERGENCY 5U
#define OVER_DURATION       6U
#define UNDER_DURATION      7U
#define EMERGENCY_PROFILE   8U
#define EMERGENCY_GROUPS    9U
#define EMERGENCY_ACTIVE    10U

int64_t mw_limit_threshold(const mw_meter_t *meter, uint16_t limiter)
{
    return mw_number_of(meter, limiter, THRESHOLD_ACTIVE, 0);
}

int64_t mw_limit_duration(const mw_meter_t *meter, uint16_t limiter, bool above)
{
    return mw_number_of(meter, limiter, above ? OVER_DURATION : UNDER_DURATION, 0);
}

/* The normal threshold becomes the active one, unless an emergency profile is in force. */
static void renew_threshold(const mw_meter_t *meter, uint16_t limiter)
{
    uint8_t buffer[MW_LONGEST];
    uint32_t length = 0U;
    const uint8_t *value = mw_look(meter, limiter, THRESHOLD_NORMAL, buffer, sizeof buffer, &length);

    if ((value != NULL) && (mw_number_of(meter, limiter, EMERGENCY_ACTIVE, 0) == 0) && (mw_store(meter, limiter, THRESHOLD_ACTIVE, value, length) == MW_SUCCESS)) {
        mw_port_written(limiter, THRESHOLD_ACTIVE);
    }
}

void mw_limit_written(const mw_meter_t *meter, uint16_t limiter, uint8_t attribute)
{
    if (attribute == THRESHOLD_NORMAL) {
        renew_threshold(meter, limiter);
    }
}

/* Tells whether the emergency profile of a Limiter is in force: one of its group, and now within its time. */
static bool is_emergency(const mw_meter_t *meter, uint16_t limiter)
{
    uint8_t buffer[MW_LONGEST];
    mw_reader_t reader;
    const uint32_t fields = mw_open(meter, limiter, EMERGENCY_PROFILE, buffer, sizeof buffer, &reader);
    const int64_t id = mw_take_signed(&reader);
    const uint8_t *begin = mw_take_string(&reader, MW_DATE_TIME);
    const int64_t duration = mw_take_signed(&reader);
    const uint32_t from = (begin == NULL) ? MW_NEVER : mw_moment(begin);
    const uint32_t passed = mw_work.local - from;
    const bool now = (fields == 3U) && !reader.bad && (from != MW_NEVER) && (mw_work.local != MW_NEVER) && (mw_work.local >= from)
        && ((int64_t)passed < duration);
    bool listed = false;

    if (now) {
        const uint32_t count = mw_open(meter, limiter, EMERGENCY_GROUPS, buffer, sizeof buffer, &reader);
        for (uint32_t i = 0U; i < count; i++) {
            listed = listed || (mw_take_signed(&reader) == id);
        }
    }
    return listed;
}

void mw_limit_emergency(const mw_meter_t *meter, uint16_t limiter)
{
    const bool was = mw_number_of(meter, limiter, EMERGENCY_ACTIVE, 0) != 0;
    const bool is = is_emergency(meter, limiter);

    if (was != is) {
        (void)mw_keep_number(meter, limiter, EMERGENCY_ACTIVE, is ? 1 : 0);
        (void)mw_keep_copy(meter, limiter, THRESHOLD_ACTIVE, limiter, is ? THRESHOLD_EMERGENCY : THRESHOLD_NORMAL);
    }
}

uint32_t mw_limit_next(const mw_meter_t *meter, uint16_t limiter)
{
    uint8_t buffer[MW_LONGEST];
    mw_reader_t reader;
    uint32_t left = MW_NEVER;
    const uint32_t fields = mw_open(meter, limiter, EMERGENCY_PROFILE, buffer, sizeof buffer, &reader);

    (void)mw_take_signed(&reader);
    const uint8_t *begin = mw_take_string(&reader, MW_DATE_TIME);
    const int64_t duration = mw_take_signed(&reader);
    const uint32_t from = (begin == NULL) ? MW_NEVER : mw_moment(begin);
    if ((fields == 3U) && (from != MW_NEVER) && (mw_work.local != MW_NEVER) && (duration > 0)) {
        const int64_t ahead = ((int64_t)from + duration) - (int64_t)mw_work.local;
        if (from > mw_work.local) {
            left = from - mw_work.local;
        } else if (ahead > 0) {
            left = (uint32_t)ahead;
        } else {
            /* it is over */
        }
    }
    return left;
}

#endif
