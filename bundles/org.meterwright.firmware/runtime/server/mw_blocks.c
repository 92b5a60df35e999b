/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_blocks.h"

#if MW_HAVE_BLOCKS

#include <string.h>

mw_block_result_t mw_take_block(mw_session_t *session, mw_reader_t *reader)
{
    mw_transfer_t *transfer = &session->transfer;
    const bool last = mw_take(reader) != 0U;
    const uint32_t number = mw_take_u32(reader);
    const uint32_t length = mw_take_length(reader);
    const uint8_t *octets = mw_take_octets(reader, length);
    mw_block_result_t result = last ? MW_BLOCK_LAST : MW_BLOCK_TAKEN;

    if ((octets == NULL) || (number != transfer->block)) {
        result = MW_BLOCK_WRONG;
    } else if ((session->store_room == 0U) || (length > (session->store_room - transfer->length))) {
        result = MW_BLOCK_LONG;
    } else {
        (void)memcpy(&session->store[transfer->length], octets, length);
        transfer->length += length;
        transfer->block++;
    }
    return result;
}

#endif
