/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_exchange.h"

#if MW_HAVE_SET || MW_HAVE_ACTION

#include <string.h>

/* Kind of a request and of its response that are whole. */
#define NORMAL    1U
/* Octets before the results of a list, at most. */
#define LIST_HEAD 8U

static void put_head(const mw_exchange_t *service, uint8_t kind, uint8_t invoke, mw_writer_t *w)
{
    w->length = 0U;
    mw_put(w, service->response);
    mw_put(w, kind);
    mw_put(w, invoke);
}

void mw_exchange_refuse(const mw_exchange_t *service, uint8_t invoke, uint8_t result, mw_writer_t *w)
{
    put_head(service, NORMAL, invoke, w);
    service->fail(result, w);
}

static void serve_one(mw_session_t *session, const mw_exchange_t *service, uint8_t invoke, mw_reader_t *reader, mw_writer_t *w)
{
    mw_descriptor_t descriptor;
    mw_asked_t asked;

    asked.selects = service->take_target(reader, &descriptor);
    asked.value = service->take_value(reader, &asked.length);
    asked.left = 0U;
    if (!reader->bad && (mw_left(reader) == 0U)) {
        asked.request = mw_resolve(session, &descriptor);
        put_head(service, NORMAL, invoke, w);
        service->perform(session, &asked, w);
    } else {
        reader->bad = true;
    }
}

#if MW_HAVE_BLOCKS
typedef enum {
    BLOCK_TAKEN, /* more are to come                              */
    BLOCK_LAST,  /* the store holds all of it                     */
    BLOCK_WRONG, /* not the block that is due: the transfer ends  */
    BLOCK_LONG   /* more than the store holds: the transfer ends  */
} block_t;

/* Takes a block (last-block, block-number, octets) into the store. */
static block_t take_block(mw_session_t *session, mw_reader_t *reader)
{
    mw_transfer_t *transfer = &session->transfer;
    const bool last = mw_take(reader) != 0U;
    const uint32_t number = mw_take_u32(reader);
    const uint32_t length = mw_take_length(reader);
    const uint8_t *octets = mw_take_octets(reader, length);
    block_t result = last ? BLOCK_LAST : BLOCK_TAKEN;

    if ((octets == NULL) || (number != transfer->block)) {
        result = BLOCK_WRONG;
    } else if ((session->store_room == 0U) || (length > (session->store_room - transfer->length))) {
        result = BLOCK_LONG;
    } else {
        (void)memcpy(&session->store[transfer->length], octets, length);
        transfer->length += length;
        transfer->block++;
    }
    return result;
}

/* Says that a transfer has come to nothing. */
static void give_up(mw_session_t *session, const mw_exchange_t *service, uint8_t result, uint32_t block, mw_writer_t *w)
{
    put_head(service, service->last, session->transfer.invoke, w);
    service->fail(result, w);
    service->finish(block, w);
    session->transfer.kind = MW_NO_TRANSFER;
}

/* Does what is asked when it is whole. */
static void perform_whole(mw_session_t *session, const mw_exchange_t *service, uint32_t block, mw_writer_t *w)
{
    const mw_transfer_t *transfer = &session->transfer;
    mw_asked_t asked;

    asked.request = transfer->request;
    asked.value = session->store;
    asked.length = transfer->length;
    asked.left = 0U;
    asked.selects = false;
    session->transfer.kind = MW_NO_TRANSFER;
    put_head(service, service->last, transfer->invoke, w);
    service->perform(session, &asked, w);
    service->finish(block, w);
}

static void go_on(mw_session_t *session, const mw_exchange_t *service, mw_reader_t *reader, mw_writer_t *w)
{
    const uint32_t block = session->transfer.block;

    switch (take_block(session, reader)) {
    case BLOCK_TAKEN:
        put_head(service, service->next, session->transfer.invoke, w);
        mw_put_u32(w, block);
        break;
    case BLOCK_LAST:
        perform_whole(session, service, block, w);
        break;
    case BLOCK_LONG:
        give_up(session, service, MW_LONG_SET_ABORTED, block, w);
        break;
    default:
        give_up(session, service, MW_BLOCK_NUMBER_INVALID, block, w);
        break;
    }
}

static void first_block(mw_session_t *session, const mw_exchange_t *service, uint8_t invoke, mw_reader_t *reader, mw_writer_t *w)
{
    mw_transfer_t *transfer = &session->transfer;
    mw_descriptor_t descriptor;
    const bool selects = service->take_target(reader, &descriptor);

    transfer->kind = service->transfer;
    transfer->request = mw_resolve(session, &descriptor);
    transfer->invoke = invoke;
    transfer->block = 1U;
    transfer->length = 0U;
    if (selects || !MW_CONFORMS(session, (uint32_t)service->bit)) {
        give_up(session, service, selects ? MW_SCOPE_VIOLATED : MW_NO_LONG_SET, 1U, w);
    } else {
        go_on(session, service, reader, w);
    }
}

static void further_block(mw_session_t *session, const mw_exchange_t *service, uint8_t invoke, mw_reader_t *reader, mw_writer_t *w)
{
    if ((session->transfer.kind == service->transfer) && (session->transfer.invoke == invoke)) {
        go_on(session, service, reader, w);
    } else {
        session->transfer.invoke = invoke;
        give_up(session, service, MW_NO_LONG_SET, 0U, w);
    }
}
#endif

#if MW_HAVE_LISTS
/* Looks through a list before anything is done: what is meant, then as many values, then nothing. */
static bool is_whole(const mw_exchange_t *service, mw_reader_t reader, uint32_t count, uint32_t room)
{
    mw_descriptor_t descriptor;
    uint32_t length = 0U;

    for (uint32_t i = 0U; (i < count) && !reader.bad; i++) {
        (void)service->take_target(&reader, &descriptor);
    }
    reader.bad = reader.bad || (mw_take_length(&reader) != count);
    for (uint32_t i = 0U; (i < count) && !reader.bad; i++) {
        (void)mw_take_value(&reader, &length);
    }
    return !reader.bad && (mw_left(&reader) == 0U) && (count <= ((room - LIST_HEAD) / service->item));
}

/* What is meant comes first, then as many values: two readers go side by side. */
static void serve_list(mw_session_t *session, const mw_exchange_t *service, uint8_t invoke, mw_reader_t *reader, mw_writer_t *w)
{
    const uint32_t count = mw_take_length(reader);
    mw_reader_t targets = *reader;
    mw_descriptor_t descriptor;

    if (is_whole(service, *reader, count, w->room)) {
        for (uint32_t i = 0U; i < count; i++) {
            (void)service->take_target(reader, &descriptor);
        }
        (void)mw_take_length(reader);
        put_head(service, service->listed, invoke, w);
        mw_write_length(w, count);
        for (uint32_t i = 0U; i < count; i++) {
            mw_asked_t asked;
            asked.value = mw_take_value(reader, &asked.length);
            asked.selects = service->take_target(&targets, &descriptor);
            asked.request = mw_resolve(session, &descriptor);
            asked.left = count - i - 1U;
            service->perform(session, &asked, w);
        }
    } else {
        reader->bad = true;
    }
}
#endif

void mw_serve_exchange(mw_session_t *session, const mw_exchange_t *service, uint8_t kind, uint8_t invoke, mw_reader_t *reader, mw_writer_t *w)
{
    if (kind == NORMAL) {
        serve_one(session, service, invoke, reader, w);
#if MW_HAVE_BLOCKS
    } else if (kind == service->first) {
        first_block(session, service, invoke, reader, w);
    } else if (kind == service->further) {
        further_block(session, service, invoke, reader, w);
#endif
#if MW_HAVE_LISTS
    } else if ((kind == service->list) && MW_CONFORMS(session, MW_BIT_MULTIPLE_REFERENCES)) {
        serve_list(session, service, invoke, reader, w);
#endif
    } else {
        reader->bad = true;
    }
}

#endif
