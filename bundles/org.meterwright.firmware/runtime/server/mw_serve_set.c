/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_blocks.h"

#if MW_HAVE_SET
#include "mw_store.h"
#include "mw_write.h"

#define NORMAL          1U
#define FIRST_BLOCK     2U
#define FURTHER_BLOCK   3U
#define WITH_LIST       4U
#define DATA_BLOCK      2U
#define LAST_BLOCK      3U
#define LIST_RESPONSE   5U
#define LIST_HEAD       8U

static void put_head(mw_writer_t *w, uint8_t kind, uint8_t invoke)
{
    w->length = 0U;
    mw_put(w, MW_SET_RESPONSE);
    mw_put(w, kind);
    mw_put(w, invoke);
}

static void put_result(mw_writer_t *w, uint8_t invoke, uint8_t result)
{
    put_head(w, NORMAL, invoke);
    mw_put(w, result);
}

#if MW_HAVE_BLOCKS
static void put_last(mw_session_t *session, mw_writer_t *w, uint8_t result, uint32_t block)
{
    put_head(w, LAST_BLOCK, session->transfer.invoke);
    mw_put(w, result);
    mw_put_u32(w, block);
    session->transfer.kind = MW_NO_TRANSFER;
}
#endif

/* Takes the access selection: true when there is one. */
static bool selects(mw_reader_t *reader)
{
    const bool there = mw_take(reader) != 0U;

    if (there) {
        uint32_t length = 0U;
        (void)mw_take(reader);
        (void)mw_take_value(reader, &length);
    }
    return there;
}

static void set_one(mw_session_t *session, uint8_t invoke, mw_reader_t *reader, mw_writer_t *w)
{
    mw_descriptor_t descriptor;
    uint32_t length = 0U;
    const uint8_t *value;
    bool selected;

    mw_take_descriptor(reader, &descriptor);
    selected = selects(reader);
    value = mw_take_value(reader, &length);
    if ((value != NULL) && (mw_left(reader) == 0U)) {
        const mw_request_t request = mw_resolve(session, &descriptor);
        put_result(w, invoke, selected ? MW_SCOPE_VIOLATED : mw_set(session->meter, &request, value, length));
    } else {
        reader->bad = true;
    }
}

#if MW_HAVE_BLOCKS
/* Takes a block of a value, and writes the value when it is whole. */
static void go_on(mw_session_t *session, mw_reader_t *reader, mw_writer_t *w)
{
    mw_transfer_t *transfer = &session->transfer;
    const uint32_t block = transfer->block;

    switch (mw_take_block(session, reader)) {
    case MW_BLOCK_TAKEN:
        put_head(w, DATA_BLOCK, transfer->invoke);
        mw_put_u32(w, block);
        break;
    case MW_BLOCK_LAST:
        put_last(session, w, mw_set(session->meter, &transfer->request, session->store, transfer->length), block);
        break;
    case MW_BLOCK_LONG:
        put_last(session, w, MW_LONG_SET_ABORTED, block);
        break;
    default:
        put_last(session, w, MW_BLOCK_NUMBER_INVALID, block);
        break;
    }
}

static void first_block(mw_session_t *session, uint8_t invoke, mw_reader_t *reader, mw_writer_t *w)
{
    mw_transfer_t *transfer = &session->transfer;
    mw_descriptor_t descriptor;
    bool selected;

    mw_take_descriptor(reader, &descriptor);
    selected = selects(reader);
    transfer->kind = MW_SET_TRANSFER;
    transfer->request = mw_resolve(session, &descriptor);
    transfer->invoke = invoke;
    transfer->block = 1U;
    transfer->length = 0U;
    if (selected || !MW_CONFORMS(session, MW_BIT_BLOCK_SET)) {
        put_last(session, w, selected ? MW_SCOPE_VIOLATED : MW_NO_LONG_SET, 1U);
    } else {
        go_on(session, reader, w);
    }
}

static void further_block(mw_session_t *session, uint8_t invoke, mw_reader_t *reader, mw_writer_t *w)
{
    if ((session->transfer.kind != MW_SET_TRANSFER) || (session->transfer.invoke != invoke)) {
        session->transfer.invoke = invoke;
        put_last(session, w, MW_NO_LONG_SET, 0U);
    } else {
        go_on(session, reader, w);
    }
}
#endif

#if MW_HAVE_LISTS
/* Looks through a list before anything is written: descriptors, then as many values, then nothing. */
static bool is_whole(mw_reader_t reader, uint32_t count, uint32_t room)
{
    mw_descriptor_t descriptor;
    uint32_t length = 0U;

    for (uint32_t i = 0U; (i < count) && !reader.bad; i++) {
        mw_take_descriptor(&reader, &descriptor);
        (void)selects(&reader);
    }
    reader.bad = reader.bad || (mw_take_length(&reader) != count);
    for (uint32_t i = 0U; (i < count) && !reader.bad; i++) {
        (void)mw_take_value(&reader, &length);
    }
    return !reader.bad && (mw_left(&reader) == 0U) && (count <= (room - LIST_HEAD));
}

/* Descriptors come first, then as many values: two readers go side by side. */
static void set_list(mw_session_t *session, uint8_t invoke, mw_reader_t *reader, mw_writer_t *w)
{
    const uint32_t count = mw_take_length(reader);
    mw_reader_t descriptors = *reader;
    mw_descriptor_t descriptor;

    if (is_whole(*reader, count, w->room)) {
        for (uint32_t i = 0U; i < count; i++) {
            mw_take_descriptor(reader, &descriptor);
            (void)selects(reader);
        }
        (void)mw_take_length(reader);
        put_head(w, LIST_RESPONSE, invoke);
        mw_write_length(w, count);
        for (uint32_t i = 0U; i < count; i++) {
            uint32_t length = 0U;
            const uint8_t *value = mw_take_value(reader, &length);
            mw_take_descriptor(&descriptors, &descriptor);
            const bool selected = selects(&descriptors);
            const mw_request_t request = mw_resolve(session, &descriptor);
            mw_put(w, selected ? MW_SCOPE_VIOLATED : mw_set(session->meter, &request, value, length));
        }
    } else {
        reader->bad = true;
    }
}
#endif

void mw_serve_set(mw_session_t *session, mw_reader_t *reader, mw_writer_t *w)
{
    const uint8_t kind = mw_take(reader);
    const uint8_t invoke = mw_take(reader);

    if (reader->bad) {
        /* the server refuses what is malformed */
    } else if (!MW_CONFORMS(session, MW_BIT_SET)) {
        put_result(w, invoke, MW_READ_WRITE_DENIED);
    } else if (kind == NORMAL) {
        set_one(session, invoke, reader, w);
#if MW_HAVE_BLOCKS
    } else if (kind == FIRST_BLOCK) {
        first_block(session, invoke, reader, w);
    } else if (kind == FURTHER_BLOCK) {
        further_block(session, invoke, reader, w);
#endif
#if MW_HAVE_LISTS
    } else if ((kind == WITH_LIST) && MW_CONFORMS(session, MW_BIT_MULTIPLE_REFERENCES)) {
        set_list(session, invoke, reader, w);
#endif
    } else {
        reader->bad = true;
    }
}

#endif
