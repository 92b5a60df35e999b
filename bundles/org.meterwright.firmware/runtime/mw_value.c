/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_value.h"

#include "mw_native.h"

#include <string.h>

/* Octets of a value by tag; strings, arrays and structures are 0 here. */
static const uint8_t tag_size[32] = {
    0U, 0U, 0U, 1U, 0U, 4U, 4U, 0U, 0U, 0U, 0U, 0U, 0U, 1U, 0U, 1U,
    2U, 1U, 2U, 0U, 8U, 8U, 1U, 4U, 8U, 12U, 5U, 4U, 0U, 0U, 0U, 0U
};

static uint32_t get_u16(const uint8_t *octets)
{
    return ((uint32_t)octets[0] << 8U) | (uint32_t)octets[1];
}

uint8_t mw_tag_size(uint8_t tag)
{
    return (tag < 32U) ? tag_size[tag] : 0U;
}

bool mw_read_length(const uint8_t *octets, uint32_t available, uint32_t *at, uint32_t *length)
{
    bool good = *at < available;

    if (good) {
        uint32_t width = octets[*at];
        (*at)++;
        *length = width;
        if (width >= 0x80U) {
            width &= 0x7FU;
            good = (width >= 1U) && (width <= 4U) && (width <= (available - *at));
            *length = 0U;
            while (good && (width > 0U)) {
                *length = (*length << 8U) | octets[*at];
                (*at)++;
                width--;
            }
        }
    }
    return good;
}

/* Moves over octets; false when they are not there. */
static bool pass(uint32_t available, uint32_t *at, uint32_t count)
{
    const bool good = count <= (available - *at);

    if (good) {
        *at += count;
    }
    return good;
}

/* Moves over a length field and the octets it announces. */
static bool pass_string(const uint8_t *octets, uint32_t available, uint32_t *at, uint8_t tag)
{
    uint32_t length = 0U;

    return mw_read_length(octets, available, at, &length) && (length < 0x20000000U) && pass(available, at, mw_octets_of(tag, length));
}

/* Moves over the number of parts; false when there cannot be so many. */
static bool pass_head(const uint8_t *octets, uint32_t available, uint32_t *at, uint32_t *open)
{
    uint32_t count = 0U;
    bool good = mw_read_length(octets, available, at, &count);

    good = good && (count <= (available - *at)) && (count <= (0x7FFFFFFFU - *open));
    if (good) {
        *open += count;
    }
    return good;
}

/* Moves over the type description of a compact-array. */
static bool pass_description(const uint8_t *octets, uint32_t available, uint32_t *at)
{
    uint32_t open = 1U;
    bool good = true;

    while (good && (open > 0U)) {
        good = *at < available;
        if (good) {
            const uint8_t tag = octets[*at];
            (*at)++;
            open--;
            if (tag == MW_ARRAY) {
                good = pass(available, at, 2U);
                open++;
            } else if (tag == MW_STRUCTURE) {
                good = pass_head(octets, available, at, &open);
            } else {
                /* a type without parts */
            }
        }
    }
    return good;
}

uint32_t mw_axdr_length(const uint8_t *octets, uint32_t available)
{
    uint32_t at = 0U;
    uint32_t open = 1U;
    bool good = true;

    while (good && (open > 0U)) {
        good = at < available;
        if (good) {
            const uint8_t tag = octets[at];
            at++;
            open--;
            if ((tag == MW_ARRAY) || (tag == MW_STRUCTURE)) {
                good = pass_head(octets, available, &at, &open);
            } else if ((tag == MW_BIT_STRING) || (tag == MW_OCTET_STRING) || (tag == MW_VISIBLE) || (tag == MW_UTF8)) {
                good = pass_string(octets, available, &at, tag);
            } else if (tag == MW_COMPACT) {
                good = pass_description(octets, available, &at) && pass_string(octets, available, &at, MW_OCTET_STRING);
            } else {
                good = pass(available, &at, mw_tag_size(tag));
            }
        }
    }
    return good ? at : 0U;
}

const uint8_t *mw_part(const uint8_t *value, uint32_t *length, uint8_t part)
{
    const uint8_t *found = value;

    if (part > 0U) {
        uint32_t at = 1U;
        uint32_t count = 0U;
        const bool parted = (value[0] == MW_STRUCTURE) || (value[0] == MW_ARRAY);
        bool good = parted && mw_read_length(value, *length, &at, &count) && (part <= count);
        for (uint32_t i = 1U; good && (i < part); i++) {
            const uint32_t size = mw_axdr_length(&value[at], *length - at);
            good = size > 0U;
            at += size;
        }
        *length = good ? mw_axdr_length(&value[at], *length - at) : 0U;
        found = (*length > 0U) ? &value[at] : NULL;
    }
    return found;
}

static void put_u32(uint8_t *out, uint32_t number)
{
    out[0] = (uint8_t)(number >> 24U);
    out[1] = (uint8_t)((number >> 16U) & 0xFFU);
    out[2] = (uint8_t)((number >> 8U) & 0xFFU);
    out[3] = (uint8_t)(number & 0xFFU);
}

/* Puts a native number with its most significant octet first. */
static void put_number(uint8_t *out, const uint8_t *value, uint8_t size)
{
    if (size == 1U) {
        out[0] = value[0];
    } else if (size == 2U) {
        const uint16_t number = mw_load_u16(value);
        out[0] = (uint8_t)(number >> 8U);
        out[1] = (uint8_t)(number & 0xFFU);
    } else if (size == 4U) {
        put_u32(out, mw_load_u32(value));
    } else {
        const uint64_t number = mw_load_u64(value);
        put_u32(out, (uint32_t)(number >> 32U));
        put_u32(&out[4], (uint32_t)(number & 0xFFFFFFFFU));
    }
}

bool mw_is_temporal(uint8_t tag)
{
    return (tag >= 25U) && (tag <= 27U);
}

void mw_write_scalar(mw_writer_t *w, uint8_t tag, const uint8_t *value)
{
    const uint8_t size = tag_size[tag & MW_OP_TAG];
    uint8_t *p = mw_reserve(w, (uint32_t)size + 1U);

    p[0] = tag;
    if (mw_is_temporal(tag)) {
        (void)memcpy(&p[1], value, size);
    } else if (size > 0U) {
        put_number(&p[1], value, size);
    } else {
        /* null-data has no octets */
    }
    mw_commit(w, p, (uint32_t)size + 1U);
}

void mw_write_u16(mw_writer_t *w, uint16_t value)
{
    mw_write_scalar(w, MW_LONG_UNSIGNED, (const uint8_t *)&value);
}

uint32_t mw_aligned(uint32_t at, uint32_t size)
{
    return ((at + size) - 1U) & ~(size - 1U);
}

uint32_t mw_octets_of(uint8_t tag, uint32_t length)
{
    return (tag == MW_BIT_STRING) ? ((length + 7U) >> 3U) : length;
}

/* Writes a string whose length stands before its octets; returns where the storage goes on. */
static uint32_t write_variable(mw_writer_t *w, uint8_t tag, uint32_t most, const uint8_t *storage, uint32_t from)
{
    const bool narrow = (most <= 0xFFU);
    uint32_t at = narrow ? from : mw_aligned(from, 2U);
    uint32_t length = storage[at];

    if (narrow) {
        at++;
    } else {
        length = mw_load_u16(&storage[at]);
        at += 2U;
    }
    length = (length > most) ? most : length;
    mw_write(w, &tag, 1U);
    mw_write_length(w, length);
    mw_write(w, &storage[at], mw_octets_of(tag, length));
    return at + mw_octets_of(tag, most);
}

static uint32_t write_stored(mw_writer_t *w, uint32_t most, const uint8_t *storage, uint32_t from)
{
    const uint32_t at = mw_aligned(from, 2U);
    const uint32_t length = mw_load_u16(&storage[at]);

    mw_write(w, &storage[at + 2U], (length > most) ? most : length);
    return at + 2U + most;
}

static uint32_t write_native(mw_writer_t *w, uint8_t tag, const uint8_t *storage, uint32_t from)
{
    const uint32_t size = tag_size[tag & MW_OP_TAG];
    const uint32_t at = ((size > 1U) && !mw_is_temporal(tag)) ? mw_aligned(from, size) : from;

    mw_write_scalar(w, tag, &storage[at]);
    return at + size;
}

static uint32_t write_fixed(mw_writer_t *w, uint8_t tag, uint32_t length, const uint8_t *storage, uint32_t from)
{
    mw_write(w, &tag, 1U);
    mw_write_length(w, length);
    mw_write(w, &storage[from], mw_octets_of(tag, length));
    return from + mw_octets_of(tag, length);
}

/* Writes what one step of a program says, and moves on; returns how many values it opens. */
static uint32_t write_step(mw_writer_t *w, const uint8_t *program, uint32_t *step, const uint8_t *storage, uint32_t *at)
{
    const uint8_t code = program[*step];
    const uint8_t tag = code & MW_OP_TAG;
    uint32_t open = 0U;

    (*step)++;
    if (code == MW_FORM_STORED) {
        *at = write_stored(w, get_u16(&program[*step]), storage, *at);
        *step += 2U;
    } else if ((tag == MW_STRUCTURE) || (tag == MW_ARRAY)) {
        mw_write(w, &program[*step - 1U], 2U);
        open = program[*step];
        (*step)++;
    } else if ((code & MW_FORM_FIXED) != 0U) {
        *at = write_fixed(w, tag, get_u16(&program[*step]), storage, *at);
        *step += 2U;
    } else if ((tag == MW_BIT_STRING) || (tag == MW_OCTET_STRING) || (tag == MW_VISIBLE) || (tag == MW_UTF8)) {
        *at = write_variable(w, tag, get_u16(&program[*step]), storage, *at);
        *step += 2U;
    } else {
        *at = write_native(w, tag, storage, *at);
    }
    return open;
}

static void write_value(mw_writer_t *w, const uint8_t *program, uint32_t *step, const uint8_t *storage, uint32_t *at)
{
    uint32_t open = 1U;

    while (open > 0U) {
        open--;
        open += write_step(w, program, step, storage, at);
    }
}

void mw_write_form(mw_writer_t *w, const uint8_t *program, const uint8_t *storage)
{
    uint32_t step = 0U;
    uint32_t at = 0U;

    write_value(w, program, &step, storage, &at);
}

#if MW_HAVE_PROFILES
static bool is_in(const uint8_t *columns, uint32_t column)
{
    return (columns == NULL) || ((((uint32_t)columns[column / 8U] >> (column % 8U)) & 1U) != 0U);
}

void mw_write_columns(mw_writer_t *w, const uint8_t *program, const uint8_t *storage, const uint8_t *columns)
{
    const uint32_t count = program[1];
    uint8_t head[2] = { MW_STRUCTURE, 0U };
    mw_writer_t nowhere;
    uint32_t step = 2U;
    uint32_t at = 0U;

    for (uint32_t i = 0U; i < count; i++) {
        head[1] = is_in(columns, i) ? (uint8_t)(head[1] + 1U) : head[1];
    }
    mw_write(w, head, 2U);
    nowhere = *w;
    for (uint32_t i = 0U; i < count; i++) {
        nowhere.skip = MW_TRUSTED;
        write_value(is_in(columns, i) ? w : &nowhere, program, &step, storage, &at);
    }
}

#endif
