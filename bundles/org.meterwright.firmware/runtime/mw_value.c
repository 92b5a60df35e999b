/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_value.h"

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

/* Reads a length field and moves behind it. */
static uint32_t read_length(const uint8_t *octets, uint32_t *at)
{
    uint32_t length = octets[*at];
    uint32_t width = length & 0x7FU;

    (*at)++;
    if (length >= 0x80U) {
        length = 0U;
        while (width > 0U) {
            length = (length << 8U) | octets[*at];
            (*at)++;
            width--;
        }
    }
    return length;
}

/* Moves behind the type description of a compact-array. */
static uint32_t description_end(const uint8_t *octets, uint32_t from)
{
    uint32_t at = from;
    uint32_t open = 1U;

    while (open > 0U) {
        const uint8_t tag = octets[at];
        at++;
        open--;
        if (tag == MW_ARRAY) {
            at += 2U;
            open++;
        } else if (tag == MW_STRUCTURE) {
            open += read_length(octets, &at);
        } else {
            /* a type without parts */
        }
    }
    return at;
}

uint32_t mw_axdr_length(const uint8_t *octets)
{
    uint32_t at = 0U;
    uint32_t open = 1U;

    while (open > 0U) {
        const uint8_t tag = octets[at];
        uint32_t length;
        at++;
        open--;
        switch (tag) {
        case MW_ARRAY:
        case MW_STRUCTURE:
            open += read_length(octets, &at);
            break;
        case MW_BIT_STRING:
            length = read_length(octets, &at);
            at += (length + 7U) >> 3U;
            break;
        case MW_OCTET_STRING:
        case MW_VISIBLE:
        case MW_UTF8:
            length = read_length(octets, &at);
            at += length;
            break;
        case MW_COMPACT:
            at = description_end(octets, at);
            length = read_length(octets, &at);
            at += length;
            break;
        default:
            at += (tag < 32U) ? tag_size[tag] : 0U;
            break;
        }
    }
    return at;
}

/* Puts a native number with its most significant octet first. */
static void put_number(uint8_t *out, const uint8_t *value, uint8_t size)
{
    if (size == 2U) {
        uint16_t number;
        (void)memcpy(&number, value, sizeof number);
        out[0] = (uint8_t)(number >> 8U);
        out[1] = (uint8_t)(number & 0xFFU);
    } else if (size == 4U) {
        uint32_t number;
        (void)memcpy(&number, value, sizeof number);
        out[0] = (uint8_t)(number >> 24U);
        out[1] = (uint8_t)((number >> 16U) & 0xFFU);
        out[2] = (uint8_t)((number >> 8U) & 0xFFU);
        out[3] = (uint8_t)(number & 0xFFU);
    } else if (size == 8U) {
        uint64_t number;
        (void)memcpy(&number, value, sizeof number);
        for (uint32_t i = 8U; i > 0U; i--) {
            out[i - 1U] = (uint8_t)(number & 0xFFU);
            number >>= 8U;
        }
    } else {
        out[0] = value[0];
    }
}

static bool is_temporal(uint8_t tag)
{
    return (tag >= 25U) && (tag <= 27U);
}

void mw_write_scalar(mw_writer_t *w, uint8_t tag, const uint8_t *value)
{
    const uint8_t size = tag_size[tag & MW_OP_TAG];
    uint8_t *p = mw_reserve(w, (uint32_t)size + 1U);

    p[0] = tag;
    if (is_temporal(tag)) {
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

static uint32_t aligned(uint32_t at, uint32_t size)
{
    return ((at + size) - 1U) & ~(size - 1U);
}

static uint32_t octets_of(uint8_t tag, uint32_t length)
{
    return (tag == MW_BIT_STRING) ? ((length + 7U) >> 3U) : length;
}

/* Writes a string whose length stands before its octets; returns where the storage goes on. */
static uint32_t write_variable(mw_writer_t *w, uint8_t tag, uint32_t most, const uint8_t *storage, uint32_t from)
{
    const bool narrow = (most <= 0xFFU);
    uint32_t at = narrow ? from : aligned(from, 2U);
    uint32_t length = storage[at];

    if (narrow) {
        at++;
    } else {
        uint16_t number;
        (void)memcpy(&number, &storage[at], sizeof number);
        length = number;
        at += 2U;
    }
    length = (length > most) ? most : length;
    mw_write(w, &tag, 1U);
    mw_write_length(w, length);
    mw_write(w, &storage[at], octets_of(tag, length));
    return at + octets_of(tag, most);
}

static uint32_t write_stored(mw_writer_t *w, uint32_t most, const uint8_t *storage, uint32_t from)
{
    const uint32_t at = aligned(from, 2U);
    uint16_t length;

    (void)memcpy(&length, &storage[at], sizeof length);
    mw_write(w, &storage[at + 2U], (length > most) ? most : length);
    return at + 2U + most;
}

static uint32_t write_native(mw_writer_t *w, uint8_t tag, const uint8_t *storage, uint32_t from)
{
    const uint32_t size = tag_size[tag & MW_OP_TAG];
    const uint32_t at = ((size > 1U) && !is_temporal(tag)) ? aligned(from, size) : from;

    mw_write_scalar(w, tag, &storage[at]);
    return at + size;
}

static uint32_t write_fixed(mw_writer_t *w, uint8_t tag, uint32_t length, const uint8_t *storage, uint32_t from)
{
    mw_write(w, &tag, 1U);
    mw_write_length(w, length);
    mw_write(w, &storage[from], octets_of(tag, length));
    return from + octets_of(tag, length);
}

void mw_write_form(mw_writer_t *w, const uint8_t *program, const uint8_t *storage)
{
    uint32_t step = 0U;
    uint32_t at = 0U;
    uint32_t open = 1U;

    while (open > 0U) {
        const uint8_t code = program[step];
        const uint8_t tag = code & MW_OP_TAG;
        open--;
        step++;
        if (code == MW_FORM_STORED) {
            at = write_stored(w, get_u16(&program[step]), storage, at);
            step += 2U;
        } else if ((tag == MW_STRUCTURE) || (tag == MW_ARRAY)) {
            mw_write(w, &program[step - 1U], 2U);
            open += program[step];
            step++;
        } else if ((code & MW_FORM_FIXED) != 0U) {
            at = write_fixed(w, tag, get_u16(&program[step]), storage, at);
            step += 2U;
        } else if ((tag == MW_BIT_STRING) || (tag == MW_OCTET_STRING) || (tag == MW_VISIBLE) || (tag == MW_UTF8)) {
            at = write_variable(w, tag, get_u16(&program[step]), storage, at);
            step += 2U;
        } else {
            at = write_native(w, tag, storage, at);
        }
    }
}
