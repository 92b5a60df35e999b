/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_reader.h"

#include "mw_value.h"

void mw_reader(mw_reader_t *reader, const uint8_t *octets, uint32_t length)
{
    reader->octets = octets;
    reader->length = length;
    reader->at = 0U;
    reader->bad = false;
}

uint32_t mw_left(const mw_reader_t *reader)
{
    return reader->length - reader->at;
}

const uint8_t *mw_take_octets(mw_reader_t *reader, uint32_t length)
{
    const uint8_t *octets = NULL;

    if (!reader->bad && (length <= mw_left(reader))) {
        octets = &reader->octets[reader->at];
        reader->at += length;
    } else {
        reader->bad = true;
    }
    return octets;
}

static uint32_t number(mw_reader_t *reader, uint32_t width)
{
    const uint8_t *octets = mw_take_octets(reader, width);
    uint32_t value = 0U;

    for (uint32_t i = 0U; (octets != NULL) && (i < width); i++) {
        value = (value << 8U) | octets[i];
    }
    return value;
}

uint16_t mw_take_u16(mw_reader_t *reader)
{
    return (uint16_t)number(reader, 2U);
}

uint32_t mw_take_u32(mw_reader_t *reader)
{
    return number(reader, 4U);
}

uint32_t mw_take_length(mw_reader_t *reader)
{
    uint32_t length = 0U;

    if (reader->bad || !mw_read_length(reader->octets, reader->length, &reader->at, &length)) {
        reader->bad = true;
        length = 0U;
    }
    return length;
}

const uint8_t *mw_take_value(mw_reader_t *reader, uint32_t *length)
{
    *length = reader->bad ? 0U : mw_axdr_length(&reader->octets[reader->at], mw_left(reader));
    if (*length == 0U) {
        reader->bad = true;
    }
    return mw_take_octets(reader, *length);
}
