/* SPDX-License-Identifier: Apache-2.0 */
#include "answer.h"

#include "mw_get.h"

#include <string.h>

uint8_t answer_with(mw_piece_t *piece, const uint8_t *encoding, uint32_t length)
{
    const uint32_t left = length - piece->offset;

    piece->length = (left < piece->room) ? left : piece->room;
    piece->more = piece->length < left;
    (void)memcpy(piece->out, &encoding[piece->offset], piece->length);
    return MW_SUCCESS;
}
