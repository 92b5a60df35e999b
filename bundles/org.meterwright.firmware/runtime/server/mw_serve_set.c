/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_exchange.h"

#if MW_HAVE_SET
#include "mw_write.h"

#define FIRST_BLOCK   2U
#define FURTHER_BLOCK 3U
#define WITH_LIST     4U
#define DATA_BLOCK    2U
#define LAST_BLOCK    3U
#define LIST_RESPONSE 5U

/* A descriptor and the access selection behind it. */
static bool take_target(mw_reader_t *reader, mw_descriptor_t *descriptor)
{
    bool selects;

    mw_take_descriptor(reader, descriptor);
    selects = mw_take(reader) != 0U;
    if (selects) {
        uint32_t length = 0U;
        (void)mw_take(reader);
        (void)mw_take_value(reader, &length);
    }
    return selects;
}

static void fail(uint8_t result, mw_writer_t *w)
{
    mw_put(w, result);
}

static void perform(mw_session_t *session, const mw_asked_t *asked, mw_writer_t *w)
{
    mw_put(w, asked->selects ? MW_SCOPE_VIOLATED : mw_set(session->meter, &asked->request, asked->value, asked->length));
}

/* The response to the last block repeats its number. */
static void finish(uint32_t block, mw_writer_t *w)
{
    mw_put_u32(w, block);
}

void mw_serve_set(mw_session_t *session, mw_reader_t *reader, mw_writer_t *w)
{
    static const mw_exchange_t service = { MW_SET_RESPONSE, FIRST_BLOCK, FURTHER_BLOCK, WITH_LIST, DATA_BLOCK, LAST_BLOCK, LIST_RESPONSE, MW_BIT_BLOCK_SET,
        MW_SET_TRANSFER, 1U, take_target, mw_take_value, perform, fail, finish };
    const uint8_t kind = mw_take(reader);
    const uint8_t invoke = mw_take(reader);

    if (reader->bad) {
        /* the server refuses what is malformed */
    } else if (!MW_CONFORMS(session, MW_BIT_SET)) {
        mw_exchange_refuse(&service, invoke, MW_READ_WRITE_DENIED, w);
    } else {
        mw_serve_exchange(session, &service, kind, invoke, reader, w);
    }
}

#endif
