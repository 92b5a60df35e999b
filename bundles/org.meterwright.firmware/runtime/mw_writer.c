/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_writer.h"

#include <string.h>

void mw_writer(mw_writer_t *w, uint8_t *out, uint32_t room)
{
    w->out = out;
    w->room = room;
    w->length = 0U;
    w->skip = 0U;
    w->lost = 0U;
}

void mw_write(mw_writer_t *w, const uint8_t *octets, uint32_t length)
{
    uint32_t from = (w->skip < length) ? w->skip : length;
    uint32_t count = length - from;
    const uint32_t room = w->room - w->length;

    w->skip -= from;
    if (count > room) {
        w->lost += count - room;
        count = room;
    }
    if (count > 0U) {
        (void)memcpy(&w->out[w->length], &octets[from], count);
        w->length += count;
    }
}

/* Returns the octets that a length of 128 and more takes. */
static uint8_t width_of(uint32_t length)
{
    uint8_t width = 4U;

    if (length < 0x100U) {
        width = 1U;
    } else if (length < 0x10000U) {
        width = 2U;
    } else if (length < 0x1000000U) {
        width = 3U;
    } else {
        /* four */
    }
    return width;
}

void mw_write_length(mw_writer_t *w, uint32_t length)
{
    uint8_t octets[5];
    uint32_t n = 0U;

    if (length >= 0x80U) {
        const uint8_t width = width_of(length);
        octets[0] = 0x80U | width;
        n = 1U;
        for (uint32_t left = width; left > 1U; left--) {
            octets[n] = (uint8_t)((length >> (8U * (left - 1U))) & 0xFFU);
            n++;
        }
    }
    octets[n] = (uint8_t)(length & 0xFFU);
    mw_write(w, octets, n + 1U);
}
