/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_watch.h"

#if MW_HAVE_WATCH

#include "mw_attribute.h"
#include "mw_limit.h"
#include "mw_look.h"
#include "mw_port.h"
#include "mw_run.h"
#include "mw_time.h"
#include "mw_trigger.h"
#include "mw_value.h"
#include "mw_work.h"

#define PROFILE_GENERIC     7U
#define SCHEDULE            10U
#define SPECIAL_DAYS        11U
#define ACTIVITY_CALENDAR   20U
#define REGISTER_MONITOR    21U
#define SINGLE_ACTION       22U
#define LIMITER             71U
#define CHARGE              113U

#define THRESHOLDS          2U
#define MONITORED_VALUE     3U
#define ACTIONS             4U
#define MOST_THRESHOLDS     8U

#define LIMITED_VALUE       2U
#define LIMITER_ACTIONS     11U

/* Finds the first row of what an object raises; rows of the same object and kind follow. MW_NONE: there is none. */
static uint16_t first_source(const mw_meter_t *meter, uint16_t object, uint8_t kind)
{
    const uint16_t event = mw_source_event(meter, object, kind);

    return (event == MW_NONE) ? MW_NONE : (uint16_t)(event - MW_SOURCE_EVENT);
}

/* Tells whether a value that equals a threshold counts as above it, as the reaction says that made the monitor. */
static bool equal_is_above(const mw_meter_t *meter, uint16_t object, uint32_t number)
{
    const uint16_t row = first_source(meter, object, MW_SOURCE_BEGINS);
    bool above = false;

    if (row != MW_NONE) {
        const uint8_t way = meter->source[row].way;
        const bool same = ((uint32_t)way >> MW_WAY_NUMBER) == number;
        above = same ? ((way & MW_WAY_EQUAL) != 0U) : ((way & MW_WAY_UP) == 0U);
    }
    return above;
}

/* Returns the number of the object that watches: behind the last one stand rows of the threshold table. */
static uint16_t watcher(const mw_meter_t *meter, const mw_watch_t *watch)
{
    return (watch->kind == MW_WATCH_THRESHOLD) ? (uint16_t)(meter->objects + watch->object) : watch->object;
}

/* Tells whether a schedule in force holds back what an event sets off. */
static bool is_held(const mw_meter_t *meter, uint16_t event)
{
    const uint16_t trigger = mw_trigger(meter, event);
    const uint16_t guard = (trigger == MW_NONE) ? MW_NONE : mw_guard(meter, trigger);

    return (guard != MW_NONE) && mw_port_in_force(guard);
}

/* Runs the script of an object for one way over one threshold. */
static void run_action(const mw_meter_t *meter, const mw_watch_t *watch, uint32_t number, bool up)
{
    const uint8_t attribute = (watch->kind == MW_WATCH_LIMITER) ? LIMITER_ACTIONS : ACTIONS;
    uint8_t buffer[MW_LONGEST];
    mw_reader_t reader;
    uint32_t length = 0U;

    (void)mw_open(meter, watch->object, attribute, buffer, sizeof buffer, &reader);
    if (watch->kind == MW_WATCH_MONITOR) {
        for (uint32_t i = 0U; i < number; i++) {
            (void)mw_take_value(&reader, &length);
        }
        (void)mw_take_head(&reader);
    }
    if (!up) {
        (void)mw_take_value(&reader, &length);
    }
    mw_post_reference(meter, mw_device_of(meter, watch->object), &reader);
}

/* Raises the events of one way over one threshold, of one kind. Returns false when a guard holds them back. */
static bool raise_events(const mw_meter_t *meter, uint16_t object, uint8_t kind, uint8_t way)
{
    const uint16_t first = first_source(meter, object, kind);
    bool free = true;

    for (uint32_t i = first; (i < meter->sources) && (meter->source[i].object == object) && (meter->source[i].kind == kind); i++) {
        const uint16_t event = (uint16_t)(MW_SOURCE_EVENT + i);
        if ((uint8_t)(meter->source[i].way & (uint8_t)~MW_WAY_EQUAL) != way) {
            /* another way */
        } else if (is_held(meter, event)) {
            free = false;
        } else {
            mw_post_event(event);
        }
    }
    return free;
}

/* Tells whether passing a threshold one way is what begins, or ends. */
static bool is_way(const mw_meter_t *meter, uint16_t object, uint8_t kind, uint8_t way)
{
    const uint16_t first = first_source(meter, object, kind);
    bool found = false;

    for (uint32_t i = first; (i < meter->sources) && (meter->source[i].object == object) && (meter->source[i].kind == kind); i++) {
        found = found || ((uint8_t)(meter->source[i].way & (uint8_t)~MW_WAY_EQUAL) == way);
    }
    return found;
}

/* A value has passed a threshold for good. */
static void pass(const mw_meter_t *meter, mw_watch_t *watch, uint32_t number, bool up)
{
    const uint16_t object = watcher(meter, watch);
    const uint8_t way = (uint8_t)((number << MW_WAY_NUMBER) | (up ? MW_WAY_UP : 0U));
    const uint8_t bit = (uint8_t)(1U << number);
    const bool begins = is_way(meter, object, MW_SOURCE_BEGINS, way);

    watch->above = up ? (uint8_t)(watch->above | bit) : (uint8_t)(watch->above & (uint8_t)~bit);
    if ((watch->held != 0U) && !begins) {
        watch->held = 0U; /* what was held back has not been done: there is nothing to end */
    } else {
        const bool free = raise_events(meter, object, MW_SOURCE_BEGINS, way);
        watch->held = free ? (uint8_t)(watch->held & (uint8_t)~bit) : (uint8_t)(watch->held | bit);
        if (free && (watch->kind != MW_WATCH_THRESHOLD)) {
            run_action(meter, watch, number, up);
        }
        (void)raise_events(meter, object, MW_SOURCE_ENDS, way);
    }
}

static bool is_above(const mw_watch_t *watch, uint32_t number)
{
    return (((uint32_t)watch->above >> number) & 1U) != 0U;
}

/* Reads what is watched; false when there is no value. */
static bool read_value(const mw_meter_t *meter, const mw_watch_t *watch, int64_t *number)
{
    uint8_t buffer[MW_LONGEST];
    uint32_t length = 0U;
    const uint8_t *value = mw_look(meter, watch->watched, watch->attribute, buffer, sizeof buffer, &length);
    const uint8_t *part = (value == NULL) ? NULL : mw_part(value, &length, watch->part);

    *number = (part == NULL) ? 0 : mw_number(part, length);
    return part != NULL;
}

/* Tells on which side a watched value was before there was any: the side from which the reaction begins. */
static bool starts_above(const mw_meter_t *meter, uint16_t object, bool otherwise)
{
    const uint16_t row = first_source(meter, object, MW_SOURCE_BEGINS);

    bool above = otherwise;

    if (row != MW_NONE) {
        above = (meter->source[row].way & MW_WAY_UP) == 0U;
    }
    return above;
}

static void look_monitor(const mw_meter_t *meter, mw_watch_t *watch, int64_t value, bool quiet)
{
    uint8_t buffer[MW_LONGEST];
    mw_reader_t reader;
    const uint32_t all = mw_open(meter, watch->object, THRESHOLDS, buffer, sizeof buffer, &reader);
    const uint32_t count = (all > MOST_THRESHOLDS) ? MOST_THRESHOLDS : all;

    for (uint32_t i = 0U; (i < count) && !reader.bad; i++) {
        const int64_t threshold = mw_take_signed(&reader);
        const bool above = (value > threshold) || ((value == threshold) && equal_is_above(meter, watch->object, i));
        const uint8_t bit = (uint8_t)((uint32_t)1U << i);
        if ((watch->known & bit) == 0U) {
            const bool before = quiet ? above : starts_above(meter, watch->object, above);
            watch->known = (uint8_t)(watch->known | bit);
            watch->above = before ? (uint8_t)(watch->above | bit) : (uint8_t)(watch->above & (uint8_t)~bit);
        }
        if (above != is_above(watch, i)) {
            pass(meter, watch, i, above);
        }
    }
}

/* A value is on a side that lasts only after a while. */
static void settle(const mw_meter_t *meter, mw_watch_t *watch, bool above, int64_t duration)
{
    if (above == is_above(watch, 0U)) {
        watch->waits = false;
    } else {
        uint32_t passed;
        if (!watch->waits) {
            watch->waits = true;
            watch->since = mw_work.running;
        }
        passed = mw_work.running - watch->since;
        if ((int64_t)passed >= duration) {
            watch->waits = false;
            pass(meter, watch, 0U, above);
        }
    }
}

static int64_t duration_of(const mw_meter_t *meter, const mw_watch_t *watch, bool above)
{
    int64_t duration = 0;

    if (watch->kind == MW_WATCH_LIMITER) {
        duration = mw_limit_duration(meter, watch->object, above);
    } else if (watch->kind == MW_WATCH_THRESHOLD) {
        const mw_threshold_t *row = &meter->threshold[watch->object];
        const bool rises = (row->comparison == MW_GREATER) || (row->comparison == MW_GREATER_OR_EQUAL);
        duration = (int64_t)((above == rises) ? row->duration : row->back_duration);
    } else {
        /* a monitor does not wait */
    }
    return duration;
}

static void first_side(const mw_meter_t *meter, mw_watch_t *watch, bool above, bool quiet)
{
    if (watch->known == 0U) {
        watch->known = 1U;
        watch->above = (quiet ? above : starts_above(meter, watcher(meter, watch), false)) ? 1U : 0U;
    }
}

static void look_limiter(const mw_meter_t *meter, mw_watch_t *watch, int64_t value, bool quiet)
{
    const int64_t threshold = mw_limit_threshold(meter, watch->object);
    const bool above = (value > threshold) || ((value == threshold) && equal_is_above(meter, watch->object, 0U));

    first_side(meter, watch, above, quiet);
    settle(meter, watch, above, duration_of(meter, watch, above));
}

static int64_t constant_of(const mw_meter_t *meter, uint16_t at)
{
    const uint8_t *constant = &meter->pool[(uint32_t)at << meter->pool_shift];

    return mw_number(constant, mw_axdr_length(constant, MW_TRUSTED));
}

/* Tells whether a value is above the threshold of a row: above the one for the way up from below, and below the other one from above. */
static bool is_above_row(const mw_meter_t *meter, const mw_threshold_t *row, int64_t value, bool was_above)
{
    const int64_t there = constant_of(meter, row->threshold);
    const int64_t back = (row->back == MW_NONE) ? there : constant_of(meter, row->back);
    bool above;

    if (row->comparison == MW_GREATER) {
        above = was_above ? (value > back) : (value > there);
    } else if (row->comparison == MW_GREATER_OR_EQUAL) {
        above = (was_above && (row->back != MW_NONE)) ? (value > back) : (value >= there);
    } else if (row->comparison == MW_LESS) {
        above = was_above ? (value >= there) : (value >= back);
    } else if (row->comparison == MW_LESS_OR_EQUAL) {
        above = (was_above || (row->back == MW_NONE)) ? (value > there) : (value >= back);
    } else {
        above = value != there;
    }
    return above;
}

static void look_row(const mw_meter_t *meter, mw_watch_t *watch, int64_t value, bool quiet)
{
    const mw_threshold_t *row = &meter->threshold[watch->object];
    const bool starts = (row->comparison != MW_GREATER) && (row->comparison != MW_GREATER_OR_EQUAL);
    bool above;

    first_side(meter, watch, is_above_row(meter, row, value, starts), quiet);
    above = is_above_row(meter, row, value, is_above(watch, 0U));
    settle(meter, watch, above, duration_of(meter, watch, above));
}

static void look(const mw_meter_t *meter, mw_watch_t *watch, bool quiet)
{
    int64_t value = 0;

    if ((watch->watched == MW_NONE) || !read_value(meter, watch, &value)) {
        /* there is nothing to look at */
    } else if (watch->kind == MW_WATCH_MONITOR) {
        look_monitor(meter, watch, value, quiet);
    } else if (watch->kind == MW_WATCH_LIMITER) {
        look_limiter(meter, watch, value, quiet);
    } else {
        look_row(meter, watch, value, quiet);
    }
}

/* Finds out what an object watches. */
static void bind(const mw_meter_t *meter, mw_watch_t *watch)
{
    if (watch->kind == MW_WATCH_THRESHOLD) {
        watch->watched = meter->threshold[watch->object].object;
        watch->attribute = meter->threshold[watch->object].attribute;
        watch->part = meter->threshold[watch->object].part;
    } else {
        uint8_t buffer[MW_LONGEST];
        uint32_t length = 0U;
        const uint8_t attribute = (watch->kind == MW_WATCH_LIMITER) ? LIMITED_VALUE : MONITORED_VALUE;
        const uint8_t *value = mw_look(meter, watch->object, attribute, buffer, sizeof buffer, &length);
        mw_reader_t reader;
        mw_reader(&reader, (value == NULL) ? buffer : value, length);
        watch->watched = mw_take_definition(meter, mw_device_of(meter, watch->object), &reader, &watch->attribute);
        watch->part = 0U;
    }
    watch->known = 0U;
    watch->above = 0U;
    watch->held = 0U;
    watch->waits = false;
    if ((watch->watched != MW_NONE) && mw_in_nvm(mw_attribute(meter, watch->watched, watch->attribute).op)) {
        look(meter, watch, true);
    }
}

static void add(const mw_meter_t *meter, uint8_t kind, uint16_t object)
{
    if (mw_work.watches < MW_WATCHES) {
        mw_watch_t *watch = &mw_work.watch[mw_work.watches];
        mw_work.watches++;
        watch->kind = kind;
        watch->object = object;
        bind(meter, watch);
    }
}

static void add_class(const mw_meter_t *meter, uint16_t class_id, uint8_t kind)
{
    for (uint16_t object = mw_next_of_class(meter, class_id, 0U); object != MW_NONE; object = mw_next_of_class(meter, class_id, (uint16_t)(object + 1U))) {
        add(meter, kind, object);
    }
}

void mw_start_watching(const mw_meter_t *meter)
{
    mw_work.watches = 0U;
    add_class(meter, REGISTER_MONITOR, MW_WATCH_MONITOR);
    add_class(meter, LIMITER, MW_WATCH_LIMITER);
    for (uint16_t i = 0U; i < meter->thresholds; i++) {
        if (meter->threshold[i].object != MW_NONE) {
            add(meter, MW_WATCH_THRESHOLD, i);
        }
    }
}

/* A monitor or Limiter itself was written. */
static void reconsider(const mw_meter_t *meter, mw_watch_t *watch, uint8_t attribute)
{
    const bool limiter = watch->kind == MW_WATCH_LIMITER;

    if (attribute == (limiter ? LIMITED_VALUE : MONITORED_VALUE)) {
        bind(meter, watch);
    } else {
        if (limiter) {
            mw_limit_written(meter, watch->object, attribute);
        }
        look(meter, watch, false);
    }
}

static bool is_clockwork(uint16_t class_id)
{
    return (class_id == PROFILE_GENERIC) || (class_id == SCHEDULE) || (class_id == SPECIAL_DAYS) || (class_id == ACTIVITY_CALENDAR)
        || (class_id == SINGLE_ACTION) || (class_id == CHARGE);
}

void mw_note_change(const mw_meter_t *meter, uint16_t object, uint8_t attribute)
{
    if (is_clockwork(mw_class_id(meter, object)) || (meter->activations > 0U)) {
        mw_work.replan = true;
    }
    for (uint32_t i = 0U; i < mw_work.watches; i++) {
        mw_watch_t *watch = &mw_work.watch[i];
        if ((watch->watched == object) && (watch->attribute == attribute)) {
            look(meter, watch, false);
        }
        if ((watch->kind != MW_WATCH_THRESHOLD) && (watch->object == object)) {
            reconsider(meter, watch, attribute);
        }
    }
}

void mw_changed(const mw_meter_t *meter, uint16_t object, uint8_t attribute)
{
    mw_note_change(meter, object, attribute);
    (void)mw_drain(meter);
}

/* Runs what a guard held back, when it does so no more. */
static void let_go(const mw_meter_t *meter, mw_watch_t *watch)
{
    for (uint32_t i = 0U; i < MOST_THRESHOLDS; i++) {
        if ((((uint32_t)watch->held >> i) & 1U) != 0U) {
            pass(meter, watch, i, is_above(watch, i));
        }
    }
}

void mw_watch_time(const mw_meter_t *meter)
{
    for (uint32_t i = 0U; i < mw_work.watches; i++) {
        mw_watch_t *watch = &mw_work.watch[i];
        if (watch->waits) {
            look(meter, watch, false);
        }
        if (watch->held != 0U) {
            let_go(meter, watch);
        }
        if (watch->kind == MW_WATCH_LIMITER) {
            mw_limit_emergency(meter, watch->object);
        }
    }
    (void)mw_drain(meter);
}

uint32_t mw_watch_next(const mw_meter_t *meter)
{
    uint32_t found = MW_NEVER;

    for (uint32_t i = 0U; i < mw_work.watches; i++) {
        const mw_watch_t *watch = &mw_work.watch[i];
        uint32_t left = (watch->held != 0U) ? 60U : MW_NEVER;
        if (watch->waits) {
            const int64_t duration = duration_of(meter, watch, !is_above(watch, 0U));
            const uint32_t passed = mw_work.running - watch->since;
            const int64_t ahead = duration - (int64_t)passed;
            left = (ahead > 0) ? (uint32_t)ahead : 1U;
        }
        if (watch->kind == MW_WATCH_LIMITER) {
            const uint32_t change = mw_limit_next(meter, watch->object);
            left = (change < left) ? change : left;
        }
        found = (left < found) ? left : found;
    }
    return found;
}

#endif
