/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_objects.h"

#include <string.h>

#define ELEMENT_HEAD 17U
/* Where the logical name stands in it. */
#define AT_NAME 9U
/* No element is shorter. */
#define CHUNK 16U
/* Version of Association LN from which on modes are bits. */
#define BITS_VERSION 3U

/*
 * An element of the list: place, class, rights; octets when it is plain, else 0; the object where class, group or run change. repeats: the element
 * that stands last in the piece has the same octets but for its name.
 */
typedef struct {
    mw_place_t place;
    uint16_t pattern;
    const mw_class_t *cls;
    uint32_t size;
    uint32_t limit;
    bool repeats;
    mw_rights_t rights;
} element_t;

/* Modes of Association LN versions 0 to 2: read and write, raised by 3 when a request must be authenticated. */
static uint8_t attribute_code(uint8_t version, uint8_t mode)
{
    uint8_t code = mode;

    if (version < BITS_VERSION) {
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

    if (version < BITS_VERSION) {
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

/* Writes a set of selectors: bits of 1 to 7, or a set of its own in the pool. */
static void write_selectors(const mw_meter_t *meter, mw_writer_t *w, uint8_t selectors)
{
    if ((selectors & MW_PLAIN_SET) != 0U) {
        uint8_t set[2U + (2U * 7U)];
        uint32_t length = 2U;
        set[0] = MW_ARRAY;
        set[1] = 0U;
        for (uint32_t selector = 1U; selector < 8U; selector++) {
            if ((((uint32_t)selectors >> (selector - 1U)) & 1U) != 0U) {
                set[1]++;
                set[length] = MW_INTEGER;
                set[length + 1U] = (uint8_t)selector;
                length += 2U;
            }
        }
        mw_write(w, set, length);
    } else {
        const uint8_t *set = &meter->pool[(uint32_t)meter->selectors[selectors] << meter->pool_shift];
        mw_write(w, set, 2U + (2U * (uint32_t)set[1]));
    }
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
        mw_commit(w, p, 6U);
        write_selectors(meter, w, selectors);
    }
}

static void write_method(mw_writer_t *w, uint8_t index, uint8_t code, uint8_t version)
{
    uint8_t *p = mw_reserve(w, 6U);

    p[0] = MW_STRUCTURE;
    p[1] = 2U;
    p[2] = MW_INTEGER;
    p[3] = index;
    p[4] = (version == 0U) ? MW_BOOLEAN : MW_ENUM;
    p[5] = code;
    mw_commit(w, p, 6U);
}

static void put_head(const mw_meter_t *meter, uint8_t *p, const element_t *element)
{
    const mw_group_t *group = &meter->group[element->place.group];
    const mw_key_t *key = &meter->key[element->place.object];

    p[0] = MW_STRUCTURE;
    p[1] = 4U;
    p[2] = MW_LONG_UNSIGNED;
    p[3] = (uint8_t)(element->cls->class_id >> 8U);
    p[4] = (uint8_t)(element->cls->class_id & 0xFFU);
    p[5] = MW_UNSIGNED;
    p[6] = element->cls->version;
    p[7] = MW_OCTET_STRING;
    p[8] = 6U;
    p[9] = group->a;
    p[10] = group->b;
    p[11] = key->c;
    p[12] = key->d;
    p[13] = key->e;
    p[14] = group->f;
    p[15] = MW_STRUCTURE;
    p[16] = 2U;
}

static void write_head(const mw_meter_t *meter, mw_writer_t *w, const element_t *element)
{
    uint8_t *p = mw_reserve(w, ELEMENT_HEAD);

    put_head(meter, p, element);
    mw_commit(w, p, ELEMENT_HEAD);
}

static void write_simple(const mw_meter_t *meter, mw_writer_t *w, const mw_rights_t *rights, uint8_t version)
{
    mw_mode_run_t run = mw_runs(rights->modes, rights->attribute_runs);
    uint32_t index = 1U;

    write_counts(w, MW_ARRAY, rights->attributes);
    while (index <= rights->attributes) {
        mw_next_run(&run, rights->attributes);
        while (index <= run.last) {
            write_attribute(meter, w, (uint8_t)index, attribute_code(version, run.mode), 0U);
            index++;
        }
    }
    write_counts(w, MW_ARRAY, rights->methods);
    run = mw_runs(mw_method_modes(rights), rights->method_runs);
    index = 1U;
    while (index <= rights->methods) {
        mw_next_run(&run, rights->methods);
        while (index <= run.last) {
            write_method(w, (uint8_t)index, method_code(version, run.mode), version);
            index++;
        }
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

static uint8_t *put_attribute(uint8_t *p, uint32_t index, uint8_t code)
{
    p[0] = MW_STRUCTURE;
    p[1] = 3U;
    p[2] = MW_INTEGER;
    p[3] = (uint8_t)index;
    p[4] = MW_ENUM;
    p[5] = code;
    p[6] = MW_NULL;
    return &p[7];
}

static uint8_t *put_attributes(uint8_t *out, const mw_rights_t *rights, uint8_t version)
{
    mw_mode_run_t run = mw_runs(rights->modes, rights->attribute_runs);
    uint32_t index = 1U;
    uint8_t *p = out;

    while (index <= rights->attributes) {
        mw_next_run(&run, rights->attributes);
        const uint8_t code = attribute_code(version, run.mode);
        while (index <= run.last) {
            p = put_attribute(p, index, code);
            index++;
        }
    }
    return p;
}

static uint8_t *put_method(uint8_t *p, uint32_t index, uint8_t tag, uint8_t code)
{
    p[0] = MW_STRUCTURE;
    p[1] = 2U;
    p[2] = MW_INTEGER;
    p[3] = (uint8_t)index;
    p[4] = tag;
    p[5] = code;
    return &p[6];
}

static void put_methods(uint8_t *out, const mw_rights_t *rights, uint8_t version)
{
    const uint8_t tag = (version == 0U) ? MW_BOOLEAN : MW_ENUM;
    mw_mode_run_t run = mw_runs(mw_method_modes(rights), rights->method_runs);
    uint32_t index = 1U;
    uint8_t *p = out;

    while (index <= rights->methods) {
        mw_next_run(&run, rights->methods);
        const uint8_t code = method_code(version, run.mode);
        while (index <= run.last) {
            p = put_method(p, index, tag, code);
            index++;
        }
    }
}

/* Puts a plain element at once; there is room. */
static void put_element(const mw_meter_t *meter, uint8_t *out, const element_t *element, uint8_t version)
{
    const mw_rights_t *rights = &element->rights;
    uint8_t *p = &out[ELEMENT_HEAD];

    put_head(meter, out, element);
    p[0] = MW_ARRAY;
    p[1] = rights->attributes;
    p = put_attributes(&p[2], rights, version);
    p[0] = MW_ARRAY;
    p[1] = rights->methods;
    put_methods(&p[2], rights, version);
}

/* Returns the octets of an element with a plain pattern and short arrays, 0 of any other. */
static uint32_t plain_size(const mw_rights_t *rights)
{
    const bool plain = !rights->listed && (rights->attributes < 0x80U) && (rights->methods < 0x80U);

    return plain ? (ELEMENT_HEAD + 4U + (7U * (uint32_t)rights->attributes) + (6U * (uint32_t)rights->methods)) : 0U;
}

/* Takes class and rights of an element whose place is known; pattern 0, not in the list, leads nowhere. */
static void enter(const mw_meter_t *meter, element_t *element, uint16_t pattern)
{
    element->pattern = pattern;
    element->cls = mw_class_of(meter, &element->place);
    element->size = 0U;
    if (pattern != 0U) {
        element->rights = mw_rights(meter, pattern, element->cls);
        element->size = plain_size(&element->rights);
    }
    element->repeats = false;
}

/* Tells whether a piece should end before an element: it is plain, would be cut, and the piece holds others already. */
static bool ends_before(const mw_writer_t *w, const element_t *element)
{
    return (w->length > 0U) && (w->skip == 0U) && (element->size > (w->room - w->length));
}

static void write_element(const mw_meter_t *meter, mw_writer_t *w, const element_t *element, uint8_t version)
{
    if ((element->size != 0U) && (w->skip == 0U) && (element->size <= (w->room - w->length))) {
        put_element(meter, &w->out[w->length], element, version);
        w->length += element->size;
    } else {
        write_head(meter, w, element);
        if (element->rights.listed) {
            write_listed(meter, w, &element->rights, version);
        } else {
            write_simple(meter, w, &element->rights, version);
        }
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

/* Writes an element from the cursor on; false: the piece is full. */
static bool add_element(const mw_meter_t *meter, mw_cursor_t *cursor, mw_writer_t *w, const element_t *element, uint8_t version)
{
    const uint32_t before = w->length;
    bool room = false;

    w->skip = cursor->offset;
    if (!ends_before(w, element)) {
        write_element(meter, w, element, version);
        room = item_done(cursor, w, before);
    }
    return room;
}

/* Moves to an object that stands behind; rights are read again where class or pattern change. */
static void advance(const mw_meter_t *meter, uint8_t association, element_t *element, uint16_t object)
{
    mw_place_t *place = &element->place;

    place->object = object;
    if (object >= element->limit) {
        const uint32_t none = meter->objects;
        uint32_t run;
        while (meter->group[place->group + 1U].first <= object) {
            place->group++;
        }
        while (((place->run + 1U) < meter->runs) && (mw_first_of(meter, place->run + 1U) <= object)) {
            place->run++;
        }
        run = ((place->run + 1U) < meter->runs) ? mw_first_of(meter, place->run + 1U) : none;
        element->limit = (meter->group[place->group + 1U].first < run) ? meter->group[place->group + 1U].first : run;
        if ((mw_pattern(meter, association, place) != element->pattern) || (mw_class_of(meter, place) != element->cls)) {
            enter(meter, element, mw_pattern(meter, association, place));
        }
    }
}

/* Copies octets, at least CHUNK of them, in pieces that a compiler turns into words; the last piece may overlap the one before. */
static void copy(uint8_t *to, const uint8_t *from, uint32_t length)
{
    for (uint32_t i = 0U; i < (length - CHUNK); i += CHUNK) {
        (void)memcpy(&to[i], &from[i], CHUNK);
    }
    (void)memcpy(&to[length - CHUNK], &from[length - CHUNK], CHUNK);
}

/* Puts an object and its neighbours as copies of the element that stands last in the piece; false: the piece is full. */
static bool put_copies(const mw_meter_t *meter, mw_cursor_t *cursor, mw_writer_t *w, const element_t *element)
{
    const uint32_t size = element->size;
    const uint32_t wanted = element->limit - element->place.object;
    const uint32_t most = (w->room - w->length) / size;
    const uint32_t count = (wanted < most) ? wanted : most;
    const mw_group_t *group = &meter->group[element->place.group];
    const mw_key_t *key = &meter->key[element->place.object];
    uint8_t *p = &w->out[w->length];

    for (uint32_t i = 0U; i < count; i++) {
        copy(p, &w->out[w->length - size], size);
        p[AT_NAME] = group->a;
        p[AT_NAME + 1U] = group->b;
        p[AT_NAME + 2U] = key[i].c;
        p[AT_NAME + 3U] = key[i].d;
        p[AT_NAME + 4U] = key[i].e;
        p[AT_NAME + 5U] = group->f;
        p = &p[size];
    }
    w->length += count * size;
    cursor->item += count;
    return (count == wanted) && (w->length < w->room);
}

static void sorted_elements(const mw_meter_t *meter, uint8_t association, mw_cursor_t *cursor, mw_writer_t *w)
{
    const mw_association_t *assoc = &meter->association[association];
    const mw_device_t *dev = &meter->device[assoc->device];
    const uint32_t first = (uint32_t)meter->group[meter->cls[dev->cls].group].first - 1U;
    const uint32_t end = meter->group[meter->cls[(uint32_t)dev->cls + dev->classes].group].first;
    bool room = w->length < w->room;
    element_t element;

    element.place = mw_place(meter, (uint16_t)(first + cursor->item));
    element.limit = 0U;
    element.pattern = MW_NONE;
    element.cls = NULL;
    while (room && ((first + cursor->item) < end)) {
        advance(meter, association, &element, (uint16_t)(first + cursor->item));
        if (element.pattern == 0U) {
            cursor->item += element.limit - element.place.object;
        } else {
            const uint32_t before = w->length;
            room = element.repeats ? put_copies(meter, cursor, w, &element) : add_element(meter, cursor, w, &element, assoc->version);
            element.repeats = room && (element.size > 0U) && ((w->length - before) >= element.size);
        }
    }
    cursor->done = (first + cursor->item) >= end;
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
        element_t element;
        element.place = mw_place(meter, objects[cursor->item - 1U]);
        enter(meter, &element, ordered_pattern(meter, association, cursor->item - 1U, &element.place));
        room = add_element(meter, cursor, w, &element, assoc->version);
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
