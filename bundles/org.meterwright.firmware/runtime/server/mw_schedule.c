/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_schedule.h"

#if MW_HAVE_TIME

#include "mw_calendar.h"
#include "mw_daylight.h"
#include "mw_find.h"
#include "mw_look.h"
#include "mw_payment.h"
#include "mw_profile.h"
#include "mw_run.h"
#include "mw_time.h"
#include "mw_trigger.h"
#include "mw_value.h"
#include "mw_work.h"

#define PROFILE_GENERIC        7U
#define SCHEDULE               10U
#define ACTIVITY_CALENDAR      20U
#define SINGLE_ACTION_SCHEDULE 22U
#define CHARGE                 113U

#define ENTRIES                2U
#define EXECUTED_SCRIPT        2U
#define EXECUTION_TIME         4U
#define CAPTURE_PERIOD         4U
#define ACTIVATION_TIME        10U
#define CHARGE_TIME            7U

/* Kinds of what is due, in the order in which they are done. */
#define KIND_ACTIVATION        0U
#define KIND_TABLES            1U
#define KIND_CHARGE            2U
#define KIND_CALENDAR          3U
#define KIND_CAPTURE           4U
#define KIND_SINGLE            5U
#define KIND_ENTRY             6U
#define KIND_TIMER             7U

/* An entry of a Schedule. */
typedef struct {
    const uint8_t *script;
    const uint8_t *switch_time;
    const uint8_t *weekdays;
    const uint8_t *special;
    const uint8_t *begin;
    const uint8_t *end;
    uint32_t special_octets;
    uint32_t window;
    uint16_t selector;
    bool enabled;
} entry_t;

/* Keeps the earlier of two that are due, if it comes behind `after`. */
static void offer(const mw_due_t *after, mw_due_t *best, const mw_due_t *one)
{
    const bool behind = (one->moment != MW_NEVER) && ((one->moment > after->moment) || ((one->moment == after->moment) && (one->order > after->order)));

    if (behind && ((one->moment < best->moment) || ((one->moment == best->moment) && (one->order < best->order)))) {
        *best = *one;
    }
}

static mw_due_t made(uint32_t moment, uint8_t kind, uint16_t object, uint16_t part)
{
    mw_due_t due;

    due.moment = moment;
    due.order = (((uint32_t)kind << 28U) | (((uint32_t)object & 0xFFFFU) << 12U) | ((uint32_t)part & 0xFFFU)) + 1U;
    due.object = object;
    due.part = part;
    due.kind = kind;
    return due;
}

/* Returns the last, or the first, of the moments that a list of {time, date} means. */
static uint32_t moment_of_times(const mw_meter_t *meter, mw_reader_t *reader, uint32_t count, uint32_t from, uint32_t to, bool last)
{
    uint32_t found = MW_NEVER;

    for (uint32_t i = 0U; (i < count) && !reader->bad; i++) {
        (void)mw_take_head(reader);
        const uint8_t *time = mw_take_string(reader, MW_TIME);
        const uint8_t *date = mw_take_string(reader, MW_DATE);
        if ((time != NULL) && (date != NULL)) {
            uint8_t meant[MW_DATE];
            (void)mw_meant_date(meter, date, meant);
            const uint32_t there = last ? mw_last_moment(meant, time, from, to) : mw_first_moment(meant, time, from, to);
            const bool better = (found == MW_NEVER) || (last ? (there > found) : (there < found));
            found = ((there != MW_NEVER) && better) ? there : found;
        }
    }
    return found;
}

static uint32_t single(const mw_meter_t *meter, uint16_t object, uint32_t from, uint32_t to, bool last)
{
    uint8_t buffer[MW_LONGEST];
    mw_reader_t reader;
    const uint32_t count = mw_open(meter, object, EXECUTION_TIME, buffer, sizeof buffer, &reader);

    return moment_of_times(meter, &reader, count, from, to, last);
}

/* A reaction to a time that no object implements: its times are a constant. */
static uint32_t timer(const mw_meter_t *meter, const mw_threshold_t *row, uint32_t from, uint32_t to, bool last)
{
    const uint8_t *constant = &meter->pool[(uint32_t)row->threshold << meter->pool_shift];
    mw_reader_t reader;

    mw_reader(&reader, constant, 0xFFFFU);
    return moment_of_times(meter, &reader, mw_take_head(&reader), from, to, last);
}

static const uint8_t *take_bits(mw_reader_t *reader, uint32_t *octets)
{
    uint32_t length = 0U;
    const uint8_t *value = mw_take_value(reader, &length);
    uint32_t at = 1U;
    uint32_t bits = 0U;
    const bool good = (value != NULL) && (value[0] == MW_BIT_STRING) && mw_read_length(value, length, &at, &bits);

    *octets = good ? (length - at) : 0U;
    return good ? &value[at] : NULL;
}

static bool take_entry(mw_reader_t *reader, entry_t *entry)
{
    uint32_t octets = 0U;
    const uint32_t fields = mw_take_head(reader);

    (void)mw_take_signed(reader);
    entry->enabled = mw_take_signed(reader) != 0;
    entry->script = mw_take_string(reader, 6U);
    entry->selector = (uint16_t)((uint64_t)mw_take_signed(reader) & 0xFFFFU);
    entry->switch_time = mw_take_string(reader, MW_TIME);
    entry->window = (uint32_t)((uint64_t)mw_take_signed(reader) & 0xFFFFU);
    entry->weekdays = take_bits(reader, &octets);
    entry->special = take_bits(reader, &entry->special_octets);
    entry->begin = mw_take_string(reader, MW_DATE);
    entry->end = mw_take_string(reader, MW_DATE);
    return (fields == 10U) && !reader->bad && (entry->script != NULL) && (entry->switch_time != NULL) && (entry->weekdays != NULL)
        && (octets > 0U) && (entry->begin != NULL) && (entry->end != NULL);
}

/* On a special day the bit of its day_id decides, on others that of the day of the week: bit 0 is Monday, and day_id 1. */
static bool is_entry_day(const mw_meter_t *meter, uint16_t object, const entry_t *entry, uint32_t day)
{
    const uint16_t special = mw_special_day(meter, object, day);
    uint8_t begin[MW_DATE];
    uint8_t end[MW_DATE];
    mw_day_t there;
    bool good;

    mw_day_of(day, &there);
    if (special == MW_NONE) {
        good = (entry->weekdays[0] & (0x80U >> (there.weekday - 1U))) != 0U;
    } else {
        const uint32_t bit = (special > 0U) ? ((uint32_t)special - 1U) : 0U;
        good = (special > 0U) && ((bit / 8U) < entry->special_octets) && ((entry->special[bit / 8U] & (0x80U >> (bit % 8U))) != 0U);
    }
    (void)mw_meant_date(meter, entry->begin, begin);
    (void)mw_meant_date(meter, entry->end, end);
    return entry->enabled && good && mw_is_between(begin, end, day);
}

/* Returns the last, or the first, moment of an entry; of the days before the last week nothing is made up for. */
static uint32_t moment_of_entry(const mw_meter_t *meter, uint16_t object, const entry_t *entry, uint32_t from, uint32_t to, bool last)
{
    const uint32_t days = (to / MW_DAY) - (from / MW_DAY);
    const uint32_t most = (days > 8U) ? 8U : days;
    uint32_t found = MW_NEVER;

    for (uint32_t i = 0U; (i <= most) && (found == MW_NEVER); i++) {
        const uint32_t day = last ? ((to / MW_DAY) - i) : ((from / MW_DAY) + i);
        const uint32_t begin = ((day * MW_DAY) > from) ? (day * MW_DAY) : from;
        const uint32_t end = ((((day + 1U) * MW_DAY) - 1U) < to) ? (((day + 1U) * MW_DAY) - 1U) : to;
        if (is_entry_day(meter, object, entry, day)) {
            static const uint8_t any[MW_DATE] = { 0xFFU, 0xFFU, 0xFFU, 0xFFU, 0xFFU };
            found = last ? mw_last_moment(any, entry->switch_time, begin, end) : mw_first_moment(any, entry->switch_time, begin, end);
        }
    }
    return found;
}

/* Within its validity window an entry is made up for after a loss of power; 0xFFFF minutes are for ever. */
static bool is_valid(const entry_t *entry, uint32_t moment, uint32_t to)
{
    return (entry->window == 0xFFFFU) || ((to - moment) <= ((entry->window + 1U) * 60U));
}

static void offer_entries(const mw_meter_t *meter, uint16_t object, const mw_stretch_t *stretch, const mw_due_t *after, mw_due_t *best)
{
    uint8_t buffer[MW_LONGEST];
    mw_reader_t reader;
    const uint32_t count = mw_open(meter, object, ENTRIES, buffer, sizeof buffer, &reader);
    entry_t entry;

    for (uint32_t i = 0U; (i < count) && take_entry(&reader, &entry); i++) {
        const uint32_t moment = (entry.selector == 0U) ? MW_NEVER : moment_of_entry(meter, object, &entry, stretch->from, stretch->to, true);
        if ((moment != MW_NEVER) && is_valid(&entry, moment, stretch->to)) {
            const mw_due_t due = made(moment, KIND_ENTRY, object, (uint16_t)i);
            offer(after, best, &due);
        }
    }
}

static uint32_t next_entry(const mw_meter_t *meter, uint16_t object, uint32_t from, uint32_t to)
{
    uint8_t buffer[MW_LONGEST];
    mw_reader_t reader;
    const uint32_t count = mw_open(meter, object, ENTRIES, buffer, sizeof buffer, &reader);
    uint32_t found = MW_NEVER;
    entry_t entry;

    for (uint32_t i = 0U; (i < count) && take_entry(&reader, &entry); i++) {
        const uint32_t there = moment_of_entry(meter, object, &entry, from, to, false);
        found = (there < found) ? there : found;
    }
    return found;
}

/* Periods of less than a day follow standard time, others local time: a summer day has 24 captures by the hour, and one by the day at midnight. */
static uint32_t capture_moment(const mw_meter_t *meter, uint16_t object, const mw_stretch_t *stretch, bool last)
{
    const int64_t number = mw_number_of(meter, object, CAPTURE_PERIOD, 0);
    const uint32_t period = (number > 0) ? (uint32_t)number : 0U;
    const bool by_day = period >= MW_DAY;
    const uint32_t from = by_day ? stretch->from : stretch->standard_from;
    const uint32_t to = by_day ? stretch->to : stretch->standard_to;
    uint32_t found = MW_NEVER;

    if ((period > 0U) && (from <= to)) {
        const uint32_t there = last ? ((to / period) * period) : (((from + period - 1U) / period) * period);
        if ((there >= from) && (there <= to)) {
            found = last ? (stretch->to - (to - there)) : (stretch->from + (there - from));
        }
    }
    return found;
}

/* Returns the moment in an attribute that is a date-time, when it lies in a stretch. */
static uint32_t moment_in(const mw_meter_t *meter, uint16_t object, uint8_t attribute, uint32_t from, uint32_t to)
{
    uint8_t buffer[MW_LONGEST];
    uint32_t length = 0U;
    const uint8_t *value = mw_look(meter, object, attribute, buffer, sizeof buffer, &length);
    uint32_t moment = MW_NEVER;

    if ((value != NULL) && (length == 14U) && (value[0] == MW_OCTET_STRING)) {
        moment = mw_moment(&value[2]);
    } else if ((value != NULL) && (length == 13U)) {
        moment = mw_moment(&value[1]);
    } else {
        /* no date-time */
    }
    return ((moment >= from) && (moment <= to)) ? moment : MW_NEVER;
}

/* Returns the last, or the first, moment of an object in a stretch. */
static uint32_t moment_of(const mw_meter_t *meter, uint8_t kind, uint16_t object, const mw_stretch_t *stretch, bool last)
{
    uint32_t moment = MW_NEVER;

    switch (kind) {
    case KIND_TABLES:
        moment = moment_in(meter, object, ACTIVATION_TIME, stretch->from, stretch->to);
        break;
    case KIND_CHARGE:
        moment = moment_in(meter, object, CHARGE_TIME, stretch->from, stretch->to);
        break;
    case KIND_CALENDAR:
        moment = last ? mw_calendar_moment(meter, object, stretch->from, stretch->to) : mw_calendar_next(meter, object, stretch->from);
        break;
    case KIND_CAPTURE:
        moment = capture_moment(meter, object, stretch, last);
        break;
    default:
        moment = single(meter, object, stretch->from, stretch->to, last);
        break;
    }
    return moment;
}

static void offer_class(const mw_meter_t *meter, uint16_t class_id, uint8_t kind, const mw_stretch_t *stretch, const mw_due_t *after, mw_due_t *best)
{
    for (uint16_t object = mw_next_of_class(meter, class_id, 0U); object != MW_NONE; object = mw_next_of_class(meter, class_id, (uint16_t)(object + 1U))) {
        if (kind == KIND_ENTRY) {
            offer_entries(meter, object, stretch, after, best);
        } else {
            const mw_due_t due = made(moment_of(meter, kind, object, stretch, true), kind, object, 0U);
            offer(after, best, &due);
        }
    }
}

static void offer_rows(const mw_meter_t *meter, const mw_stretch_t *stretch, const mw_due_t *after, mw_due_t *best)
{
    mw_due_t due;

    for (uint16_t i = 0U; i < meter->activations; i++) {
        const mw_activation_t *row = &meter->activation[i];
        due = made(moment_in(meter, row->object, row->attribute, stretch->from, stretch->to), KIND_ACTIVATION, i, 0U);
        offer(after, best, &due);
    }
    for (uint16_t i = 0U; i < meter->thresholds; i++) {
        if (meter->threshold[i].object == MW_NONE) {
            due = made(timer(meter, &meter->threshold[i], stretch->from, stretch->to, true), KIND_TIMER, i, 0U);
            offer(after, best, &due);
        }
    }
}

bool mw_find_due(const mw_meter_t *meter, const mw_stretch_t *stretch, const mw_due_t *after, mw_due_t *found)
{
    mw_due_t best = made(MW_NEVER, 0U, MW_NONE, 0U);

    offer_rows(meter, stretch, after, &best);
    offer_class(meter, ACTIVITY_CALENDAR, KIND_TABLES, stretch, after, &best);
    offer_class(meter, CHARGE, KIND_CHARGE, stretch, after, &best);
    offer_class(meter, ACTIVITY_CALENDAR, KIND_CALENDAR, stretch, after, &best);
    offer_class(meter, PROFILE_GENERIC, KIND_CAPTURE, stretch, after, &best);
    offer_class(meter, SINGLE_ACTION_SCHEDULE, KIND_SINGLE, stretch, after, &best);
    offer_class(meter, SCHEDULE, KIND_ENTRY, stretch, after, &best);
    *found = best;
    return best.moment != MW_NEVER;
}

/* The object's own script, unless its event is guarded by a schedule that is in force, and what the trigger table says. */
static void fire(const mw_meter_t *meter, uint16_t object)
{
    const uint16_t event = mw_source_event(meter, object, MW_SOURCE_FIRES);
    const uint16_t trigger = (event == MW_NONE) ? MW_NONE : mw_trigger(meter, event);
    const uint16_t guard = (trigger == MW_NONE) ? MW_NONE : mw_guard(meter, trigger);

    if ((guard == MW_NONE) || !mw_port_in_force(guard)) {
        if (object < meter->objects) {
            uint8_t buffer[MW_LONGEST];
            uint32_t length = 0U;
            mw_reader_t reader;
            const uint8_t *script = mw_look(meter, object, EXECUTED_SCRIPT, buffer, sizeof buffer, &length);
            mw_reader(&reader, (script == NULL) ? buffer : script, length);
            mw_post_reference(meter, mw_device_of(meter, object), &reader);
        }
        if (event != MW_NONE) {
            mw_post_event(event);
        }
    }
}

static void do_entry(const mw_meter_t *meter, uint16_t object, uint16_t number)
{
    uint8_t buffer[MW_LONGEST];
    mw_reader_t reader;
    const uint32_t count = mw_open(meter, object, ENTRIES, buffer, sizeof buffer, &reader);
    entry_t entry;
    bool good = number < count;

    for (uint32_t i = 0U; good && (i <= number); i++) {
        good = take_entry(&reader, &entry);
    }
    if (good) {
        const uint16_t table = mw_find(meter, mw_device_of(meter, object), 9U, entry.script);
        if (table != MW_NONE) {
            mw_post_script(table, entry.selector);
        }
    }
}

/* A passive object takes the place of the active one: every attribute that is kept is copied. */
static void activate(const mw_meter_t *meter, const mw_activation_t *row)
{
    const mw_place_t place = mw_place(meter, row->active);
    const uint8_t attributes = mw_class_of(meter, &place)->attributes;

    for (uint8_t i = 2U; i <= attributes; i++) {
        const bool is_time = (row->object == row->passive) && (row->attribute == i);
        if (!is_time) {
            (void)mw_keep_copy(meter, row->active, i, row->passive, i);
        }
    }
}

void mw_do_due(const mw_meter_t *meter, const mw_due_t *due)
{
    switch (due->kind) {
    case KIND_ACTIVATION:
        activate(meter, &meter->activation[due->object]);
        break;
    case KIND_TABLES:
        mw_activate_calendar(meter, due->object, due->moment);
        break;
    case KIND_CHARGE:
#if MW_HAVE_PAYMENT
        (void)mw_activate_charge(meter, due->object);
#endif
        break;
    case KIND_CALENDAR:
        mw_run_calendar(meter, due->object, due->moment);
        break;
    case KIND_CAPTURE:
#if MW_HAVE_PROFILES
        (void)mw_capture(meter, due->object);
#endif
        break;
    case KIND_SINGLE:
        fire(meter, due->object);
        break;
    case KIND_ENTRY:
        do_entry(meter, due->object, due->part);
        break;
    default:
        fire(meter, (uint16_t)(meter->objects + due->object));
        break;
    }
}

static uint32_t earlier(uint32_t one, uint32_t other)
{
    return (one < other) ? one : other;
}

static uint32_t next_of_class(const mw_meter_t *meter, uint16_t class_id, uint8_t kind, const mw_stretch_t *stretch)
{
    uint32_t found = MW_NEVER;

    for (uint16_t object = mw_next_of_class(meter, class_id, 0U); object != MW_NONE; object = mw_next_of_class(meter, class_id, (uint16_t)(object + 1U))) {
        const uint32_t next = (kind == KIND_ENTRY) ? next_entry(meter, object, stretch->from, stretch->to) : moment_of(meter, kind, object, stretch, false);
        found = earlier(found, next);
    }
    return found;
}

static uint32_t next_of_rows(const mw_meter_t *meter, const mw_stretch_t *stretch)
{
    uint32_t found = MW_NEVER;

    for (uint16_t i = 0U; i < meter->activations; i++) {
        found = earlier(found, moment_in(meter, meter->activation[i].object, meter->activation[i].attribute, stretch->from, stretch->to));
    }
    for (uint16_t i = 0U; i < meter->thresholds; i++) {
        if (meter->threshold[i].object == MW_NONE) {
            found = earlier(found, timer(meter, &meter->threshold[i], stretch->from, stretch->to, false));
        }
    }
    return found;
}

uint32_t mw_next_due(const mw_meter_t *meter, const mw_stretch_t *stretch)
{
    uint32_t found = earlier(stretch->to, next_of_rows(meter, stretch));

    found = earlier(found, next_of_class(meter, ACTIVITY_CALENDAR, KIND_TABLES, stretch));
    found = earlier(found, next_of_class(meter, CHARGE, KIND_CHARGE, stretch));
    found = earlier(found, next_of_class(meter, ACTIVITY_CALENDAR, KIND_CALENDAR, stretch));
    found = earlier(found, next_of_class(meter, PROFILE_GENERIC, KIND_CAPTURE, stretch));
    found = earlier(found, next_of_class(meter, SINGLE_ACTION_SCHEDULE, KIND_SINGLE, stretch));
    return earlier(found, next_of_class(meter, SCHEDULE, KIND_ENTRY, stretch));
}

bool mw_in_force(const mw_meter_t *meter, uint16_t schedule, uint32_t moment)
{
    uint8_t buffer[MW_LONGEST];
    mw_reader_t reader;
    const uint32_t count = mw_open(meter, schedule, ENTRIES, buffer, sizeof buffer, &reader);
    uint32_t latest = 0U;
    bool in_force = false;
    entry_t entry;

    for (uint32_t i = 0U; (moment != MW_NEVER) && (i < count) && take_entry(&reader, &entry); i++) {
        const uint32_t there = moment_of_entry(meter, schedule, &entry, (moment >= MW_DAY) ? (moment - MW_DAY + 1U) : 0U, moment, true);
        if ((there != MW_NEVER) && (there >= latest)) {
            latest = there;
            in_force = entry.selector == 0U;
        }
    }
    return in_force;
}

#endif
