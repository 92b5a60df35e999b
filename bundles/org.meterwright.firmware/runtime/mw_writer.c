/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_writer.h"

#include <string.h>

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

void mw_write_length(mw_writer_t *w, uint32_t length)
{
    uint8_t octets[5];
    uint32_t n = 0U;
    uint32_t width = 0U;

    if (length >= 0x80U) {
        width = (length < 0x100U) ? 1U : ((length < 0x10000U) ? 2U : ((length < 0x1000000U) ? 3U : 4U));
        octets[0] = (uint8_t)(0x80U | width);
        n = 1U;
        while (width > 1U) {
            width--;
            octets[n] = (uint8_t)((length >> (8U * width)) & 0xFFU);
            n++;
        }
    }
    octets[n] = (uint8_t)(length & 0xFFU);
    mw_write(w, octets, n + 1U);
}
