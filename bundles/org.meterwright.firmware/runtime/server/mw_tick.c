/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_tick.h"

#if MW_HAVE_TIME

#include "mw_attribute.h"
#include "mw_calendar.h"
#include "mw_daylight.h"
#include "mw_demand.h"
#include "mw_look.h"
#include "mw_payment.h"
#include "mw_port.h"
#include "mw_push.h"
#include "mw_run.h"
#include "mw_schedule.h"
#include "mw_time.h"
#include "mw_watch.h"
#include "mw_work.h"

#include <string.h>

#define ACTIVATION        6U
#define ACTIVE_MASK       4U
#define CALENDAR          20U

/* What is due from behind the moment that was reached up to another one. */
static mw_stretch_t stretch_to(const mw_meter_t *meter, uint32_t to)
{
    const uint32_t ahead = mw_daylight_now(meter);
    mw_stretch_t stretch;

    stretch.from = mw_kept.through + 1U;
    stretch.to = to;
    stretch.standard_from = mw_kept.standard + 1U;
    stretch.standard_to = to - ahead;
    return stretch;
}

/* Does what is due in a stretch, one after the other. */
static void do_all(const mw_meter_t *meter, const mw_stretch_t *stretch)
{
    mw_due_t after = { 0U, 0U, 0U, 0U, 0U };
    bool done = false;

    while (mw_find_due(meter, stretch, &after, &after)) {
        mw_do_due(meter, &after);
        (void)mw_drain(meter);
        done = true;
    }
    if (done) {
        mw_port_kept();
    }
}

/* Plans when schedules are next due. */
static void plan(const mw_meter_t *meter)
{
    const mw_stretch_t ahead = stretch_to(meter, mw_kept.through + MW_AHEAD);

    mw_work.due = mw_next_due(meter, &ahead);
    mw_work.replan = false;
}

/* Runs the action in force of each Activity calendar: of all of them, or of those for which one became due since a moment. */
static void run_calendars(const mw_meter_t *meter, bool all, uint32_t since, uint32_t local)
{
    for (uint16_t calendar = mw_next_of_class(meter, CALENDAR, 0U); calendar != MW_NONE;
         calendar = mw_next_of_class(meter, CALENDAR, (uint16_t)(calendar + 1U))) {
        if (all || (mw_calendar_moment(meter, calendar, since + 1U, local) != MW_NEVER)) {
            mw_run_calendar(meter, calendar, local);
        }
    }
    (void)mw_drain(meter);
}

/*
 * What calendars choose is a state: it is right from the first moment when the time is known, and follows a clock that was set back, while schedules wait.
 */
static void follow_with_calendars(const mw_meter_t *meter, uint32_t before, uint32_t local)
{
    if (mw_kept.through == 0U) {
        run_calendars(meter, true, 0U, local);
    } else if (local < mw_kept.through) {
        run_calendars(meter, (before == MW_NEVER) || (local < before), before, local);
    } else {
        /* they run with the schedules */
    }
}

/* Tells whether a Register activation forgets its active mask when the supply fails. */
static bool forgets_rate(const mw_meter_t *meter)
{
    bool found = false;

    for (uint16_t object = mw_next_of_class(meter, ACTIVATION, 0U); object != MW_NONE; object = mw_next_of_class(meter, ACTIVATION, (uint16_t)(object + 1U))) {
        found = found || (mw_attribute(meter, object, ACTIVE_MASK).op == MW_OP_RAM_FORM);
    }
    return found;
}

/* A clock that nobody had, or that was set back, or far back: from where schedules go on, and periods of averages and charges. */
static void find_start(const mw_meter_t *meter, uint32_t local)
{
    const uint32_t standard = local - mw_daylight_now(meter);

    if (mw_kept.through == 0U) {
        mw_kept.through = local;
        mw_kept.standard = standard;
        mw_work.replan = true;
#if MW_HAVE_DEMAND
        mw_begin_demands(meter);
#endif
#if MW_HAVE_PAYMENT
        mw_begin_charges(meter);
#endif
    }
    if ((local + MW_BACK) < mw_kept.through) {
        mw_kept.through = local;
        mw_work.replan = true;
        mw_port_kept();
    }
    if (standard < mw_kept.standard) {
        mw_kept.standard = standard;
        mw_work.replan = true;
    }
}

/*
 * Captures by period go on while schedules wait for a clock that was set back: then the stretch of local time is empty, or shorter than that of standard time.
 */
static void follow_clock(const mw_meter_t *meter, uint32_t before, uint32_t local)
{
    follow_with_calendars(meter, before, local);
    find_start(meter, local);
    if (mw_work.replan) {
        plan(meter);
    }
    if ((local >= mw_work.due) || (local <= mw_kept.through)) {
        const mw_stretch_t stretch = stretch_to(meter, local);
        do_all(meter, &stretch);
        mw_work.replan = true;
    }
    if (local > mw_kept.through) {
        mw_kept.through = local;
    }
    mw_kept.standard = local - mw_daylight_now(meter);
    if (mw_work.replan) {
        plan(meter);
    }
}

void mw_tick(const mw_meter_t *meter, uint32_t elapsed, const uint8_t now[12])
{
    const uint32_t before = mw_work.local;

    mw_work.running += elapsed;
    (void)memcpy(mw_work.date_time, now, sizeof mw_work.date_time);
    mw_work.local = mw_moment(now);
#if MW_HAVE_DEMAND
    mw_demand_time(meter, elapsed);
#endif
    if (mw_work.local != MW_NEVER) {
        follow_clock(meter, before, mw_work.local);
    }
#if MW_HAVE_WATCH
    mw_watch_time(meter);
#endif
#if MW_HAVE_PAYMENT
    mw_payment_time(meter, elapsed);
#endif
#if MW_HAVE_PUSH
    mw_push_time(meter, elapsed);
#endif
}

void mw_power_up(const mw_meter_t *meter, const uint8_t now[12])
{
    (void)memset(&mw_work, 0, sizeof mw_work);
    mw_work.replan = true;
    (void)memcpy(mw_work.date_time, now, sizeof mw_work.date_time);
    mw_work.local = mw_moment(now);
#if MW_HAVE_DEMAND
    mw_start_demand(meter);
#endif
#if MW_HAVE_WATCH
    mw_start_watching(meter);
#endif
    mw_tick(meter, 0U, now);
    if ((mw_work.local != MW_NEVER) && forgets_rate(meter)) {
        run_calendars(meter, true, 0U, mw_work.local);
    }
}

void mw_power_down(void)
{
    mw_port_kept();
}

static uint32_t earlier(uint32_t one, uint32_t other)
{
    return (one < other) ? one : other;
}

uint32_t mw_next(const mw_meter_t *meter)
{
    uint32_t found = MW_AHEAD;

    if (mw_work.local != MW_NEVER) {
        const uint32_t due = mw_work.due;
        found = (due > mw_work.local) ? (due - mw_work.local) : 1U;
        if (mw_work.local < mw_kept.through) { /* schedules wait, captures do not: look every minute */
            found = earlier(found, 60U - (mw_work.local % 60U));
        }
    }
#if MW_HAVE_WATCH
    found = earlier(found, mw_watch_next(meter));
#endif
#if MW_HAVE_DEMAND
    found = earlier(found, mw_demand_next(meter));
#endif
#if MW_HAVE_PAYMENT
    found = earlier(found, mw_payment_next(meter));
#endif
#if MW_HAVE_PUSH
    found = earlier(found, mw_push_next(meter));
#endif
    return found;
}

#endif
