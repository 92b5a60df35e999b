/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_get.h"

#include "mw_attribute.h"
#include "mw_find.h"
#include "mw_objects.h"
#include "mw_profile.h"
#include "mw_value.h"

#define COLUMN_OCTETS  18U

void mw_start(mw_cursor_t *cursor)
{
    cursor->item = 0U;
    cursor->offset = 0U;
    cursor->done = false;
    cursor->rows.selected = false;
}

static void put_column(const mw_meter_t *meter, mw_writer_t *w, const mw_ref_t *column, bool restricted)
{
    static const uint8_t no_restriction[5] = { MW_STRUCTURE, 2U, MW_ENUM, 0U, MW_NULL };
    const mw_place_t place = mw_place(meter, column->object);
    const uint16_t class_id = mw_class_of(meter, &place)->class_id;
    uint8_t *p = mw_reserve(w, COLUMN_OCTETS);

    p[0] = MW_STRUCTURE;
    p[1] = restricted ? 5U : 4U;
    p[2] = MW_LONG_UNSIGNED;
    p[3] = (uint8_t)(class_id >> 8U);
    p[4] = (uint8_t)(class_id & 0xFFU);
    p[5] = MW_OCTET_STRING;
    p[6] = 6U;
    mw_logical_name(meter, &place, &p[7]);
    p[13] = MW_INTEGER;
    p[14] = column->attribute;
    p[15] = MW_LONG_UNSIGNED;
    p[16] = 0U;
    p[17] = column->data_index;
    mw_commit(w, p, COLUMN_OCTETS);
    if (restricted) {
        mw_write(w, no_restriction, sizeof no_restriction);
    }
}

static void put_list(const mw_meter_t *meter, uint16_t number, mw_cursor_t *cursor, mw_writer_t *w)
{
    const mw_list_t *list = &meter->list[number];
    const uint32_t count = (uint32_t)list->count & MW_LIST_COUNT;

    while ((cursor->item <= count) && (w->lost == 0U)) {
        const uint32_t before = w->length;
        w->skip = cursor->offset;
        if (cursor->item == 0U) {
            const uint8_t tag = MW_ARRAY;
            mw_write(w, &tag, 1U);
            mw_write_length(w, count);
        } else {
            const mw_ref_t column = mw_column(meter, list, cursor->item - 1U);
            put_column(meter, w, &column, (list->count & MW_LIST_RESTRICT) != 0U);
        }
        if (w->lost == 0U) {
            cursor->item++;
            cursor->offset = 0U;
        } else {
            cursor->offset += w->length - before;
        }
    }
    cursor->done = cursor->item > count;
}

static uint8_t call(const mw_meter_t *meter, const mw_attribute_t *found, uint8_t attribute, mw_cursor_t *cursor, mw_writer_t *w)
{
    mw_piece_t piece;
    uint8_t result;

    piece.out = w->out;
    piece.room = w->room;
    piece.offset = cursor->offset;
    piece.length = 0U;
    piece.more = false;
    result = meter->handler[found->ref](found->object, attribute, &piece);
    w->length = piece.length;
    cursor->offset += piece.length;
    cursor->done = !piece.more;
    return result;
}

/* Ends an encoding that is written as one item. */
static void finish(mw_cursor_t *cursor, const mw_writer_t *w)
{
    cursor->offset += w->length;
    cursor->done = w->lost == 0U;
}

static void put_constant(const uint8_t *constant, mw_cursor_t *cursor, mw_writer_t *w)
{
    w->skip = cursor->offset;
    mw_write(w, constant, mw_axdr_length(constant, MW_TRUSTED));
    finish(cursor, w);
}

static void put_form(const mw_meter_t *meter, const mw_attribute_t *attribute, mw_cursor_t *cursor, mw_writer_t *w)
{
    const mw_form_t *form = &meter->form[attribute->ref];

    w->skip = cursor->offset;
    mw_write_form(w, &meter->pool[(uint32_t)form->program << meter->pool_shift], &attribute->memory[form->offset]);
    finish(cursor, w);
}

static void put_objects(const mw_meter_t *meter, const mw_request_t *request, uint16_t association, mw_cursor_t *cursor, mw_writer_t *w)
{
    mw_object_list(meter, (association == MW_NONE) ? request->association : (uint8_t)association, cursor, w);
}

static uint8_t put(const mw_meter_t *meter, const mw_request_t *request, const mw_attribute_t *attribute, mw_cursor_t *cursor, mw_writer_t *w)
{
    uint8_t result = MW_SUCCESS;

    switch (attribute->op) {
    case MW_OP_ABSENT:
        result = MW_OBJECT_UNAVAILABLE;
        break;
    case MW_OP_ROM:
        put_constant(&meter->pool[(uint32_t)attribute->ref << meter->pool_shift], cursor, w);
        break;
    case MW_OP_CALL:
        result = call(meter, attribute, request->attribute, cursor, w);
        break;
    case MW_OP_LIST:
        put_list(meter, attribute->ref, cursor, w);
        break;
    case MW_OP_OBJECT_LIST:
        put_objects(meter, request, attribute->ref, cursor, w);
        break;
    case MW_OP_BUFFER:
#if MW_HAVE_PROFILES
        result = mw_put_rows(meter, attribute->ref, cursor, w);
#else
        result = MW_OBJECT_UNAVAILABLE;
#endif
        break;
    case MW_OP_RAM_FORM:
    case MW_OP_NVM_FORM:
        put_form(meter, attribute, cursor, w);
        break;
    default:
        w->skip = cursor->offset;
        mw_write_scalar(w, attribute->op & MW_OP_TAG, &attribute->memory[attribute->ref]);
        finish(cursor, w);
        break;
    }
    return result;
}

static void put_name(const mw_meter_t *meter, const mw_place_t *place, mw_cursor_t *cursor, mw_writer_t *w)
{
    uint8_t *p;

    w->skip = cursor->offset;
    p = mw_reserve(w, 8U);
    p[0] = MW_OCTET_STRING;
    p[1] = 6U;
    mw_logical_name(meter, place, &p[2]);
    mw_commit(w, p, 8U);
    finish(cursor, w);
}

/* The current association 0-0:40.0.0 shows the attributes of the association that asks. */
static mw_attribute_t shown(const mw_meter_t *meter, const mw_request_t *request, const mw_place_t *place)
{
    const mw_association_t *assoc = &meter->association[request->association];
    const bool current = (meter->associations > 0U) && (meter->device[assoc->device].current == request->object);

    return current ? mw_attribute(meter, assoc->object, request->attribute)
                   : mw_attribute_at(meter, place->run, request->object, request->attribute);
}

static uint8_t read_at(const mw_meter_t *meter, const mw_request_t *request, const mw_place_t *place, mw_cursor_t *cursor, mw_writer_t *w)
{
    uint8_t result = MW_SUCCESS;

    if (request->attribute == 1U) {
        put_name(meter, place, cursor, w);
    } else {
        const mw_attribute_t attribute = shown(meter, request, place);
        result = put(meter, request, &attribute, cursor, w);
    }
    if (result != MW_SUCCESS) {
        w->length = 0U;
        cursor->done = true;
    }
    return result;
}

uint8_t mw_read(const mw_meter_t *meter, const mw_request_t *request, mw_cursor_t *cursor, uint8_t *out, uint32_t room, uint32_t *length)
{
    const mw_place_t place = mw_place(meter, request->object);
    mw_writer_t w;
    uint8_t result;

    mw_writer(&w, out, room);
    result = read_at(meter, request, &place, cursor, &w);
    *length = w.length;
    return result;
}

/* Tells what keeps an association from reading an attribute. */
static uint8_t refusal(const mw_meter_t *meter, const mw_request_t *request, const mw_place_t *place)
{
    uint8_t mode;
    uint8_t result = MW_OBJECT_UNDEFINED;

    if (mw_mode_at(meter, request->association, place, request->attribute, &mode)) {
        const uint8_t missing = (uint8_t)(mode & MW_REQUEST & (uint8_t)~request->protection);
        result = (((mode & MW_READ) == 0U) || (missing != 0U)) ? MW_READ_WRITE_DENIED : MW_SUCCESS;
    }
    return result;
}

uint8_t mw_may_read(const mw_meter_t *meter, const mw_request_t *request)
{
    const mw_place_t place = mw_place(meter, request->object);

    return refusal(meter, request, &place);
}

uint8_t mw_get_at(const mw_meter_t *meter, const mw_request_t *request, const mw_place_t *place, mw_cursor_t *cursor, uint8_t *out, uint32_t room, uint32_t *length)
{
    mw_writer_t w;
    uint8_t result = refusal(meter, request, place);

    mw_writer(&w, out, room);
    if (result == MW_SUCCESS) {
        result = read_at(meter, request, place, cursor, &w);
    } else {
        cursor->done = true;
    }
    *length = w.length;
    return result;
}

uint8_t mw_get(const mw_meter_t *meter, const mw_request_t *request, mw_cursor_t *cursor, uint8_t *out, uint32_t room, uint32_t *length)
{
    const mw_place_t place = mw_place(meter, request->object);

    return mw_get_at(meter, request, &place, cursor, out, room, length);
}
