/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_objects.h"

#define ELEMENT_HEAD 19U

/* Modes of Association LN versions 0 to 2: read and write, raised by 3 when a request must be authenticated. */
static uint8_t attribute_code(uint8_t version, uint8_t mode)
{
    uint8_t code = mode;

    if (version < 3U) {
        code = mode & (MW_READ | MW_WRITE);
        if ((version > 0U) && (code != 0U) && ((mode & MW_AUTHENTICATED) != 0U)) {
            code += 3U;
        }
    }
    return code;
}

static uint8_t method_code(uint8_t version, uint8_t mode)
{
    uint8_t code = mode;

    if (version < 3U) {
        code = mode & MW_READ;
        if ((version > 0U) && (code != 0U) && ((mode & MW_AUTHENTICATED) != 0U)) {
            code = 2U;
        }
    }
    return code;
}

static void write_counts(mw_writer_t *w, uint8_t tag, uint8_t count)
{
    const uint8_t head = tag;

    mw_write(w, &head, 1U);
    mw_write_length(w, count);
}

static void write_attribute(const mw_meter_t *meter, mw_writer_t *w, uint8_t index, uint8_t code, uint8_t selectors)
{
    uint8_t *p = mw_reserve(w, 7U);

    p[0] = MW_STRUCTURE;
    p[1] = 3U;
    p[2] = MW_INTEGER;
    p[3] = index;
    p[4] = MW_ENUM;
    p[5] = code;
    p[6] = MW_NULL;
    if (selectors == 0U) {
        mw_commit(w, p, 7U);
    } else {
        const uint8_t *set = &meter->pool[(uint32_t)meter->selectors[selectors] << meter->pool_shift];
        mw_commit(w, p, 6U);
        mw_write(w, set, 2U + (2U * (uint32_t)set[1]));
    }
}

static void write_method(mw_writer_t *w, uint8_t index, uint8_t code, uint8_t version)
{
    uint8_t *p = mw_reserve(w, 6U);

    p[0] = MW_STRUCTURE;
    p[1] = 2U;
    p[2] = MW_INTEGER;
    p[3] = index;
    p[4] = (version == 0U) ? 3U : MW_ENUM;
    p[5] = code;
    mw_commit(w, p, 6U);
}

static void write_head(const mw_meter_t *meter, mw_writer_t *w, const mw_class_t *cls, const mw_place_t *place)
{
    uint8_t *p = mw_reserve(w, ELEMENT_HEAD - 2U);

    p[0] = MW_STRUCTURE;
    p[1] = 4U;
    p[2] = MW_LONG_UNSIGNED;
    p[3] = (uint8_t)(cls->class_id >> 8U);
    p[4] = (uint8_t)(cls->class_id & 0xFFU);
    p[5] = MW_UNSIGNED;
    p[6] = cls->version;
    p[7] = MW_OCTET_STRING;
    p[8] = 6U;
    mw_logical_name(meter, place, &p[9]);
    p[15] = MW_STRUCTURE;
    p[16] = 2U;
    mw_commit(w, p, ELEMENT_HEAD - 2U);
}

static void write_simple(const mw_meter_t *meter, mw_writer_t *w, const mw_rights_t *rights, uint8_t version)
{
    write_counts(w, MW_ARRAY, rights->attributes);
    for (uint32_t i = 0U; i < rights->attributes; i++) {
        write_attribute(meter, w, (uint8_t)(i + 1U), attribute_code(version, rights->modes[i]), 0U);
    }
    write_counts(w, MW_ARRAY, rights->methods);
    for (uint32_t i = 0U; i < rights->methods; i++) {
        write_method(w, (uint8_t)(i + 1U), method_code(version, rights->modes[rights->attributes + i]), version);
    }
}

static void write_listed(const mw_meter_t *meter, mw_writer_t *w, const mw_rights_t *rights, uint8_t version)
{
    const uint8_t *row = rights->modes;

    write_counts(w, MW_ARRAY, rights->attributes);
    for (uint32_t i = 0U; i < rights->attributes; i++) {
        write_attribute(meter, w, row[0], attribute_code(version, row[1]), row[2]);
        row = &row[3];
    }
    write_counts(w, MW_ARRAY, rights->methods);
    for (uint32_t i = 0U; i < rights->methods; i++) {
        write_method(w, row[0], method_code(version, row[1]), version);
        row = &row[2];
    }
}

static void write_element(const mw_meter_t *meter, mw_writer_t *w, const mw_place_t *place, uint16_t pattern, uint8_t version)
{
    const mw_class_t *cls = mw_class_of(meter, place);
    const mw_rights_t rights = mw_rights(meter, pattern, cls);

    write_head(meter, w, cls, place);
    if (rights.listed) {
        write_listed(meter, w, &rights, version);
    } else {
        write_simple(meter, w, &rights, version);
    }
}

/* Ends an item: the cursor moves on, or remembers how much of the item is out. Returns false when the room is used up. */
static bool item_done(mw_cursor_t *cursor, const mw_writer_t *w, uint32_t before)
{
    const bool whole = w->lost == 0U;

    if (whole) {
        cursor->item++;
        cursor->offset = 0U;
    } else {
        cursor->offset += w->length - before;
    }
    return whole && (w->length < w->room);
}

/* Moves a place to an object that stands behind it. */
static void advance(const mw_meter_t *meter, mw_place_t *place, uint16_t object)
{
    place->object = object;
    while (meter->group[place->group + 1U].first <= object) {
        place->group++;
    }
    if (meter->wide_run != NULL) {
        while (((place->run + 1U) < meter->runs) && (meter->wide_run[place->run + 1U].first <= object)) {
            place->run++;
        }
    } else {
        while (((place->run + 1U) < meter->runs) && (meter->run[place->run + 1U].first <= object)) {
            place->run++;
        }
    }
}

static void sorted_elements(const mw_meter_t *meter, uint8_t association, mw_cursor_t *cursor, mw_writer_t *w)
{
    const mw_association_t *assoc = &meter->association[association];
    const mw_device_t *dev = &meter->device[assoc->device];
    const uint32_t first = meter->group[meter->cls[dev->cls].group].first;
    const uint32_t end = meter->group[meter->cls[(uint32_t)dev->cls + dev->classes].group].first;
    bool room = w->length < w->room;
    mw_place_t place = mw_place(meter, (uint16_t)((first + cursor->item) - 1U));

    while (room && ((first + cursor->item - 1U) < end)) {
        uint16_t pattern;
        advance(meter, &place, (uint16_t)((first + cursor->item) - 1U));
        pattern = mw_pattern(meter, association, &place);
        if (pattern == 0U) {
            cursor->item++;
        } else {
            const uint32_t before = w->length;
            w->skip = cursor->offset;
            write_element(meter, w, &place, pattern, assoc->version);
            room = item_done(cursor, w, before);
        }
    }
    cursor->done = (first + cursor->item - 1U) >= end;
}

static uint16_t ordered_pattern(const mw_meter_t *meter, uint8_t association, uint32_t position, const mw_place_t *place)
{
    const uint16_t *order = &meter->order[meter->association[association].order];
    uint16_t pattern = MW_NONE;

    for (uint32_t i = 0U; (i < order[0]) && (pattern == MW_NONE); i++) {
        if (order[1U + (2U * i)] == position) {
            pattern = order[2U + (2U * i)];
        }
    }
    return (pattern == MW_NONE) ? mw_pattern(meter, association, place) : pattern;
}

static void ordered_elements(const mw_meter_t *meter, uint8_t association, mw_cursor_t *cursor, mw_writer_t *w)
{
    const mw_association_t *assoc = &meter->association[association];
    const uint16_t *order = &meter->order[assoc->order];
    const uint16_t *objects = &order[1U + (2U * (uint32_t)order[0])];
    bool room = w->length < w->room;

    while (room && (cursor->item <= assoc->entries)) {
        const mw_place_t place = mw_place(meter, objects[cursor->item - 1U]);
        const uint16_t pattern = ordered_pattern(meter, association, cursor->item - 1U, &place);
        const uint32_t before = w->length;
        w->skip = cursor->offset;
        write_element(meter, w, &place, pattern, assoc->version);
        room = item_done(cursor, w, before);
    }
    cursor->done = cursor->item > assoc->entries;
}

void mw_object_list(const mw_meter_t *meter, uint8_t association, mw_cursor_t *cursor, mw_writer_t *w)
{
    const mw_association_t *assoc = &meter->association[association];

    if (cursor->item == 0U) {
        const uint8_t tag = MW_ARRAY;
        const uint32_t before = w->length;
        w->skip = cursor->offset;
        mw_write(w, &tag, 1U);
        mw_write_length(w, assoc->entries);
        (void)item_done(cursor, w, before);
    }
    if (cursor->item > 0U) {
        if (assoc->order != MW_NONE) {
            ordered_elements(meter, association, cursor, w);
        } else {
            sorted_elements(meter, association, cursor, w);
        }
    }
}
