/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_notify.h"

#if MW_HAVE_PUSH

#include "mw_attribute.h"
#include "mw_find.h"
#include "mw_profile.h"
#include "mw_reader.h"
#include "mw_service.h"
#include "mw_value.h"

#include <string.h>

#define NOTIFICATION     0x0FU
#define PUSH_OBJECT_LIST 2U
#define BY_ENTRY         2U
#define BUFFER           2U

/* What an element of the list names. */
typedef struct {
    uint16_t object;
    uint8_t attribute;
    uint8_t data_index;
    bool restricted;
    uint32_t first;
    uint32_t last;
} pushed_t;

/* Puts the value of an element, or null-data. */
static bool put_element(const mw_meter_t *meter, const pushed_t *element, mw_writer_t *w)
{
    const mw_request_t request = { element->object, element->attribute, 0U, 0U };
    mw_cursor_t cursor;
    uint32_t length = 0U;
    uint8_t result = MW_OBJECT_UNDEFINED;

    mw_start(&cursor);
    if (element->restricted) {
        cursor.rows.selected = true;
        cursor.rows.first = element->first;
        cursor.rows.last = element->last;
        for (uint32_t i = 0U; i < sizeof cursor.rows.columns; i++) {
            cursor.rows.columns[i] = 0xFFU;
        }
    }
    if (element->object != MW_NONE) {
        result = mw_read(meter, &request, &cursor, &w->out[w->length], w->room - w->length, &length);
    }
    if (result == MW_SUCCESS) {
        const uint8_t *part = cursor.done ? mw_part(&w->out[w->length], &length, element->data_index) : NULL;
        if (part != NULL) {
            (void)memmove(&w->out[w->length], part, length);
            w->length += length;
        }
        cursor.done = part != NULL;
    } else {
        mw_put(w, MW_NULL);
        cursor.done = true;
    }
    return cursor.done && (w->lost == 0U);
}

/* Keeps the rows of a restriction to those that there are. */
static void bound(const mw_meter_t *meter, pushed_t *element)
{
    const uint16_t profile = (element->attribute == BUFFER) ? mw_profile(meter, element->object) : MW_NONE;

    element->restricted = element->restricted && (profile != MW_NONE);
    if (element->restricted) {
        const uint32_t count = mw_rows(meter, profile);
        element->last = ((element->last == 0U) || (element->last > count)) ? count : element->last;
        if (element->first > element->last) {
            element->first = 1U;
            element->last = 0U;
        }
    }
}

/* Restricts a buffer to its newest entries, on whichever side of it they stand. */
static void take_newest(const mw_meter_t *meter, uint32_t newest, pushed_t *element)
{
    const uint16_t profile = ((newest > 0U) && (element->attribute == BUFFER)) ? mw_profile(meter, element->object) : MW_NONE;

    if (profile != MW_NONE) {
        const uint32_t count = mw_rows(meter, profile);
        const uint32_t rows = (newest < count) ? newest : count;
        element->restricted = true;
        element->first = mw_newest_first(meter, element->object) ? 1U : ((count - rows) + 1U);
        element->last = (element->first + rows) - 1U;
    }
}

static bool put_columns(const mw_meter_t *meter, const mw_list_t *list, mw_writer_t *w)
{
    const uint32_t count = (uint32_t)list->count & MW_LIST_COUNT;
    bool good = true;

    mw_put(w, MW_STRUCTURE);
    mw_write_length(w, count);
    for (uint32_t i = 0U; good && (i < count); i++) {
        const mw_ref_t column = mw_column(meter, list, i);
        pushed_t element = { column.object, column.attribute, column.data_index, false, 0U, 0U };
        take_newest(meter, column.newest, &element);
        good = put_element(meter, &element, w);
    }
    return good;
}

static uint32_t take_number(mw_reader_t *reader)
{
    uint32_t length = 0U;
    uint32_t number = 0U;
    const uint8_t *value = mw_take_value(reader, &length);

    for (uint32_t i = 1U; (value != NULL) && (i < length); i++) {
        number = (number << 8U) | value[i];
    }
    return number;
}

/* Takes a restriction: type, and for entries the first and the last. */
static void take_restriction(mw_reader_t *reader, pushed_t *element)
{
    (void)mw_take_octets(reader, 2U);
    if (take_number(reader) == BY_ENTRY) {
        (void)mw_take_octets(reader, 2U);
        element->restricted = true;
        element->first = take_number(reader);
        element->last = take_number(reader);
    } else {
        uint32_t length = 0U;
        (void)mw_take_value(reader, &length);
    }
}

/* Takes an element: class, logical name, attribute, data index, and in version 2 of the class a restriction and columns. */
static bool take_element(const mw_meter_t *meter, uint8_t device, mw_reader_t *reader, pushed_t *element)
{
    const uint8_t *head = mw_take_octets(reader, 2U);
    const uint32_t fields = (head == NULL) ? 0U : head[1];
    const uint16_t class_id = (uint16_t)take_number(reader);
    const uint8_t *name = mw_take_octets(reader, 8U);

    element->object = (name == NULL) ? MW_NONE : mw_find(meter, device, class_id, &name[2]);
    element->attribute = (uint8_t)take_number(reader);
    element->data_index = (uint8_t)take_number(reader);
    element->restricted = false;
    if (fields > 4U) {
        take_restriction(reader, element);
    }
    for (uint32_t i = 5U; i < fields; i++) {
        uint32_t length = 0U;
        (void)mw_take_value(reader, &length);
    }
    if (element->object != MW_NONE) {
        bound(meter, element);
    }
    return !reader->bad;
}

static bool put_constant(const mw_meter_t *meter, uint8_t device, const uint8_t *constant, mw_writer_t *w)
{
    mw_reader_t reader;
    uint32_t count;
    bool good = true;

    mw_reader(&reader, constant, mw_axdr_length(constant, MW_TRUSTED));
    (void)mw_take(&reader);
    count = mw_take_length(&reader);
    mw_put(w, MW_STRUCTURE);
    mw_write_length(w, count);
    for (uint32_t i = 0U; good && (i < count); i++) {
        pushed_t element = { MW_NONE, 0U, 0U, false, 0U, 0U };
        good = take_element(meter, device, &reader, &element) && put_element(meter, &element, w);
    }
    return good;
}

static void put_head(mw_writer_t *w, uint32_t invoke, uint8_t *out, uint32_t room)
{
    mw_writer(w, out, room);
    mw_put(w, NOTIFICATION);
    mw_put_u32(w, invoke);
    mw_put(w, 0U);
}

uint32_t mw_notification_of(const mw_meter_t *meter, uint16_t list, uint32_t invoke, uint8_t *out, uint32_t room)
{
    mw_writer_t w;

    put_head(&w, invoke, out, room);
    return (put_columns(meter, &meter->list[list], &w) && (w.lost == 0U)) ? w.length : 0U;
}

uint32_t mw_notification(const mw_meter_t *meter, uint16_t object, uint32_t invoke, uint8_t *out, uint32_t room)
{
    const mw_attribute_t list = mw_attribute(meter, object, PUSH_OBJECT_LIST);
    const mw_place_t place = mw_place(meter, object);
    mw_writer_t w;
    bool good = false;

    put_head(&w, invoke, out, room);
    if (list.op == MW_OP_LIST) {
        good = put_columns(meter, &meter->list[list.ref], &w);
    } else if (list.op == MW_OP_ROM) {
        good = put_constant(meter, mw_class_of(meter, &place)->device, &meter->pool[(uint32_t)list.ref << meter->pool_shift], &w);
    } else {
        /* a list behind a function, or one that a client writes: the firmware's own */
    }
    return (good && (w.lost == 0U)) ? w.length : 0U;
}

#endif
