/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_profile.h"

#if MW_HAVE_PROFILES

#include "mw_attribute.h"
#include "mw_find.h"
#include "mw_native.h"
#include "mw_store.h"
#include "mw_value.h"

#include <string.h>

#define CAPTURE_OBJECTS 3U
#define SORT_METHOD     5U
#define ENTRIES_IN_USE  7U
#define LIFO            2U
#define STATE           8U

/* How many rows there are, and where the next goes. */
typedef struct {
    uint32_t count;
    uint32_t next;
} state_t;

uint16_t mw_profile(const mw_meter_t *meter, uint16_t object)
{
    uint16_t found = MW_NONE;

    for (uint16_t i = 0U; (i < meter->profiles) && (found == MW_NONE); i++) {
        found = (meter->profile[i].object == object) ? i : MW_NONE;
    }
    return found;
}

/* A log memory that was never written holds anything: what cannot be is none. */
static bool read_state(const mw_meter_t *meter, const mw_profile_t *profile, state_t *state)
{
    uint8_t octets[STATE];
    const bool good = meter->log_memory->read(profile->base, octets, STATE);

    if (good) {
        state->count = mw_load_u32(octets);
        state->next = mw_load_u32(&octets[4]);
    }
    if (!good || (state->count > profile->entries) || (state->next >= profile->entries)) {
        state->count = 0U;
        state->next = 0U;
    }
    return good;
}

static bool write_state(const mw_meter_t *meter, const mw_profile_t *profile, const state_t *state)
{
    uint8_t octets[STATE];
    uint8_t used[5] = { 6U, 0U, 0U, 0U, 0U };
    bool good;

    mw_save_u32(octets, state->count);
    mw_save_u32(&octets[4], state->next);
    good = meter->log_memory->write(profile->base, octets, STATE);
    for (uint32_t i = 0U; i < 4U; i++) {
        used[1U + i] = (uint8_t)((state->count >> (24U - (8U * i))) & 0xFFU);
    }
    if (good) {
        (void)mw_store(meter, profile->object, ENTRIES_IN_USE, used, sizeof used);
    }
    return good;
}

uint32_t mw_rows(const mw_meter_t *meter, uint16_t profile)
{
    state_t state;

    (void)read_state(meter, &meter->profile[profile], &state);
    return state.count;
}

void mw_start_profiles(const mw_meter_t *meter)
{
    for (uint32_t i = 0U; i < meter->profiles; i++) {
        const mw_profile_t *profile = &meter->profile[i];
        state_t state;
        (void)read_state(meter, profile, &state);
        if (profile->is_volatile != 0U) {
            state.count = 0U;
            state.next = 0U;
        }
        (void)write_state(meter, profile, &state);
    }
}

uint8_t mw_reset_profile(const mw_meter_t *meter, uint16_t object)
{
    const state_t empty = { 0U, 0U };
    const uint16_t number = mw_profile(meter, object);

    return ((number != MW_NONE) && write_state(meter, &meter->profile[number], &empty)) ? MW_SUCCESS : MW_OBJECT_UNAVAILABLE;
}

/* Reads the value of a column and puts it into the row. */
static bool take_column(const mw_meter_t *meter, const mw_ref_t *column, const uint8_t *program, uint32_t *step, uint8_t *row, uint32_t *place)
{
    const mw_request_t request = { column->object, column->attribute, 0U, 0U };
    uint8_t value[MW_VALUE];
    const uint8_t *part = NULL;
    mw_cursor_t cursor;
    uint32_t length = 0U;

    mw_start(&cursor);
    if ((mw_read(meter, &request, &cursor, value, MW_VALUE, &length) == MW_SUCCESS) && cursor.done) {
        part = mw_part(value, &length, column->data_index);
    }
    return (part != NULL) && mw_store_part(program, step, row, place, part, length);
}

/* Finds the list of a profile's columns; NULL when it is no constant one. */
static const mw_list_t *columns_of(const mw_meter_t *meter, uint16_t object)
{
    const mw_attribute_t attribute = mw_attribute(meter, object, CAPTURE_OBJECTS);

    return (attribute.op == MW_OP_LIST) ? &meter->list[attribute.ref] : NULL;
}

static bool fill_row(const mw_meter_t *meter, const mw_profile_t *profile, uint8_t *row)
{
    const uint8_t *program = &meter->pool[(uint32_t)profile->program << meter->pool_shift];
    const mw_list_t *list = columns_of(meter, profile->object);
    const uint32_t count = (list == NULL) ? 0U : ((uint32_t)list->count & MW_LIST_COUNT);
    uint32_t step = 2U;
    uint32_t place = 0U;
    bool good = (list != NULL) && (count == program[1]);

    (void)memset(row, 0, profile->row);
    for (uint32_t i = 0U; good && (i < count); i++) {
        const mw_ref_t column = mw_column(meter, list, i);
        good = take_column(meter, &column, program, &step, row, &place);
    }
    return good;
}

uint8_t mw_capture(const mw_meter_t *meter, uint16_t object)
{
    const uint16_t number = mw_profile(meter, object);
    const mw_profile_t *profile = (number == MW_NONE) ? NULL : &meter->profile[number];
    uint8_t row[MW_ROW];
    state_t state;
    bool good = (profile != NULL) && (profile->row <= MW_ROW);

    if (good && fill_row(meter, profile, row) && read_state(meter, profile, &state)) {
        good = meter->log_memory->write(profile->base + STATE + (state.next * profile->row), row, profile->row);
        state.next = ((state.next + 1U) == profile->entries) ? 0U : (state.next + 1U);
        state.count = (state.count < profile->entries) ? (state.count + 1U) : state.count;
        good = good && write_state(meter, profile, &state);
    } else {
        good = false;
    }
    return good ? MW_SUCCESS : MW_OTHER_REASON;
}

bool mw_newest_first(const mw_meter_t *meter, uint16_t object)
{
    const mw_request_t request = { object, SORT_METHOD, 0U, 0U };
    uint8_t value[8];
    mw_cursor_t cursor;
    uint32_t length = 0U;

    mw_start(&cursor);
    return (mw_read(meter, &request, &cursor, value, sizeof value, &length) == MW_SUCCESS) && (length == 2U) && (value[1] == LIFO);
}

/* Reads a row by its number as clients count: from 1. */
static bool read_row(const mw_meter_t *meter, const mw_profile_t *profile, const state_t *state, bool reversed, uint32_t number, uint8_t *row)
{
    const uint32_t age = reversed ? (state->count - number) : (number - 1U); /* 0: the oldest */
    const uint32_t oldest = (state->next + profile->entries) - state->count;
    const uint32_t index = (oldest + age) % profile->entries;

    return (profile->row <= MW_ROW) && meter->log_memory->read(profile->base + STATE + (index * profile->row), row, profile->row);
}

static void select_all(mw_rows_t *rows, uint32_t count)
{
    rows->first = 1U;
    rows->last = count;
    rows->selected = true;
    (void)memset(rows->columns, 0xFF, sizeof rows->columns);
}

/* Writes one item: the head of the array, or a row. */
static bool put_item(const mw_meter_t *meter, const mw_profile_t *profile, const mw_cursor_t *cursor, mw_writer_t *w)
{
    const uint8_t tag = MW_ARRAY;
    const uint32_t count = (cursor->rows.last + 1U) - cursor->rows.first;
    bool good = true;

    if (cursor->item == 0U) {
        mw_write(w, &tag, 1U);
        mw_write_length(w, count);
    } else {
        uint8_t row[MW_ROW];
        state_t state;
        const uint32_t number = (cursor->rows.first + cursor->item) - 1U;
        good = read_state(meter, profile, &state) && (number <= state.count)
            && read_row(meter, profile, &state, mw_newest_first(meter, profile->object), number, row);
        if (good) {
            mw_write_columns(w, &meter->pool[(uint32_t)profile->program << meter->pool_shift], row, cursor->rows.columns);
        }
    }
    return good;
}

uint8_t mw_put_rows(const mw_meter_t *meter, uint16_t profile, mw_cursor_t *cursor, mw_writer_t *w)
{
    bool good = true;
    uint32_t count;

    if (!cursor->rows.selected) {
        select_all(&cursor->rows, mw_rows(meter, profile));
    }
    count = (cursor->rows.last + 1U) - cursor->rows.first;
    while (good && (cursor->item <= count) && (w->lost == 0U)) {
        const uint32_t before = w->length;
        w->skip = cursor->offset;
        good = put_item(meter, &meter->profile[profile], cursor, w);
        if (w->lost == 0U) {
            cursor->item++;
            cursor->offset = 0U;
        } else {
            cursor->offset += w->length - before;
        }
    }
    cursor->done = cursor->item > count;
    return good ? MW_SUCCESS : MW_OTHER_REASON;
}

#endif
