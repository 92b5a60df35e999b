/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_exchange.h"

#if MW_HAVE_ACTION
#include "mw_write.h"

#define NORMAL        1U
#define WITH_LIST     3U
#define FIRST_BLOCK   4U
#define FURTHER_BLOCK 6U
#define LIST_RESPONSE 3U
#define NEXT_RESPONSE 4U
#define DATA          0U

/* Octets before what a method returns: result, presence, choice. */
#define ITEM_HEAD     3U

static bool take_target(mw_reader_t *reader, mw_descriptor_t *descriptor)
{
    mw_take_descriptor(reader, descriptor);
    return false;
}

/* Takes an optional parameter; NULL and no length when there is none. */
static const uint8_t *take_parameter(mw_reader_t *reader, uint32_t *length)
{
    const uint8_t *parameter = NULL;

    *length = 0U;
    if (mw_take(reader) != 0U) {
        parameter = mw_take_value(reader, length);
    }
    return parameter;
}

/* A result without what a method returns. */
static void fail(uint8_t result, mw_writer_t *w)
{
    mw_put(w, result);
    mw_put(w, 0U);
}

/* Executes a method, which puts what it returns where it belongs; room is left for the results that are still to come. */
static void perform(mw_session_t *session, const mw_asked_t *asked, mw_writer_t *w)
{
    mw_call_t call;
    uint8_t result;

    call.parameter = asked->value;
    call.parameter_length = asked->length;
    call.result = &w->out[w->length + ITEM_HEAD];
    call.room = w->room - w->length - (ITEM_HEAD * (asked->left + 1U));
    result = mw_execute(session, &asked->request, &call);
    if (call.result_length > 0U) {
        mw_put(w, result);
        mw_put(w, 1U);
        mw_put(w, DATA);
        w->length += call.result_length;
    } else {
        fail(result, w);
    }
}

/* The response to the last block is that to a request without blocks. */
static void finish(uint32_t block, mw_writer_t *w)
{
    (void)block;
    (void)w;
}

void mw_serve_action(mw_session_t *session, mw_reader_t *reader, mw_writer_t *w)
{
    static const mw_exchange_t service = { MW_ACTION_RESPONSE, FIRST_BLOCK, FURTHER_BLOCK, WITH_LIST, NEXT_RESPONSE, NORMAL, LIST_RESPONSE, MW_BIT_BLOCK_ACTION,
        MW_ACTION_TRANSFER, ITEM_HEAD, take_target, take_parameter, perform, fail, finish };
    const uint8_t kind = mw_take(reader);
    const uint8_t invoke = mw_take(reader);

    if (reader->bad) {
        /* the server refuses what is malformed */
    } else if ((session->state == MW_ASSOCIATED) && !MW_CONFORMS(session, MW_BIT_ACTION)) {
        mw_exchange_refuse(&service, invoke, MW_READ_WRITE_DENIED, w);
    } else {
        mw_serve_exchange(session, &service, kind, invoke, reader, w);
    }
}

#endif
