/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: puts together in the store what comes in blocks. */
#ifndef MW_BLOCKS_H
#define MW_BLOCKS_H

#include "mw_service.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum {
    MW_BLOCK_TAKEN, /* more are to come                              */
    MW_BLOCK_LAST,  /* the store holds all of it                     */
    MW_BLOCK_WRONG, /* not the block that is due: the transfer ends  */
    MW_BLOCK_LONG   /* more than the store holds: the transfer ends  */
} mw_block_result_t;

/* Takes a block (last-block, block-number, octets) into the store. */
mw_block_result_t mw_take_block(mw_session_t *session, mw_reader_t *reader);

#ifdef __cplusplus
}
#endif

#endif
