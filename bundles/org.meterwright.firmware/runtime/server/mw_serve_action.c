/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_blocks.h"

#if MW_HAVE_ACTION
#include "mw_write.h"

#include <string.h>

#define NORMAL         1U
#define WITH_LIST      3U
#define FIRST_BLOCK    4U
#define FURTHER_BLOCK  6U
#define LIST_RESPONSE  3U
#define NEXT_RESPONSE  4U
#define DATA           0U

/* Octets before what a method returns: head, result, presence, choice; in a list: result, presence, choice. */
#define NORMAL_HEAD    6U
#define ITEM_HEAD      3U
#define LIST_HEAD      8U

static void put_head(mw_writer_t *w, uint8_t kind, uint8_t invoke)
{
    w->length = 0U;
    mw_put(w, MW_ACTION_RESPONSE);
    mw_put(w, kind);
    mw_put(w, invoke);
}

static void put_result(mw_writer_t *w, uint8_t invoke, uint8_t result)
{
    put_head(w, NORMAL, invoke);
    mw_put(w, result);
    mw_put(w, 0U);
}

/* Executes a method; its result stands NORMAL_HEAD octets into the response. */
static void execute(mw_session_t *session, const mw_request_t *request, const uint8_t *parameter, uint32_t length, uint8_t invoke, mw_writer_t *w)
{
    mw_call_t call;
    uint8_t result;

    call.parameter = parameter;
    call.parameter_length = length;
    call.result = &w->out[NORMAL_HEAD];
    call.room = w->room - NORMAL_HEAD;
    result = mw_execute(session, request, &call);
    put_result(w, invoke, result);
    if (call.result_length > 0U) {
        w->length--;
        mw_put(w, 1U);
        mw_put(w, DATA);
        w->length += call.result_length;
    }
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

static void act_one(mw_session_t *session, uint8_t invoke, mw_reader_t *reader, mw_writer_t *w)
{
    mw_descriptor_t descriptor;
    uint32_t length = 0U;
    const uint8_t *parameter;

    mw_take_descriptor(reader, &descriptor);
    parameter = take_parameter(reader, &length);
    if (!reader->bad && (mw_left(reader) == 0U)) {
        const mw_request_t request = mw_resolve(session, &descriptor);
        execute(session, &request, parameter, length, invoke, w);
    } else {
        reader->bad = true;
    }
}

#if MW_HAVE_BLOCKS
/* Takes a block of a parameter, and executes when it is whole. */
static void go_on(mw_session_t *session, mw_reader_t *reader, mw_writer_t *w)
{
    mw_transfer_t *transfer = &session->transfer;
    const uint32_t block = transfer->block;

    switch (mw_take_block(session, reader)) {
    case MW_BLOCK_TAKEN:
        put_head(w, NEXT_RESPONSE, transfer->invoke);
        mw_put_u32(w, block);
        break;
    case MW_BLOCK_LAST:
        transfer->kind = MW_NO_TRANSFER;
        execute(session, &transfer->request, session->store, transfer->length, transfer->invoke, w);
        break;
    case MW_BLOCK_LONG:
        transfer->kind = MW_NO_TRANSFER;
        put_result(w, transfer->invoke, MW_LONG_SET_ABORTED);
        break;
    default:
        transfer->kind = MW_NO_TRANSFER;
        put_result(w, transfer->invoke, MW_BLOCK_NUMBER_INVALID);
        break;
    }
}

static void first_block(mw_session_t *session, uint8_t invoke, mw_reader_t *reader, mw_writer_t *w)
{
    mw_transfer_t *transfer = &session->transfer;
    mw_descriptor_t descriptor;

    mw_take_descriptor(reader, &descriptor);
    transfer->kind = MW_ACTION_TRANSFER;
    transfer->request = mw_resolve(session, &descriptor);
    transfer->invoke = invoke;
    transfer->block = 1U;
    transfer->length = 0U;
    if (MW_CONFORMS(session, MW_BIT_BLOCK_ACTION)) {
        go_on(session, reader, w);
    } else {
        transfer->kind = MW_NO_TRANSFER;
        put_result(w, invoke, MW_NO_LONG_SET);
    }
}

static void further_block(mw_session_t *session, uint8_t invoke, mw_reader_t *reader, mw_writer_t *w)
{
    if ((session->transfer.kind == MW_ACTION_TRANSFER) && (session->transfer.invoke == invoke)) {
        go_on(session, reader, w);
    } else {
        put_result(w, invoke, MW_NO_LONG_SET);
    }
}
#endif

#if MW_HAVE_LISTS
/* Executes one method of a list, and puts its result behind the others; `left` results are still to come. */
static void act_item(mw_session_t *session, const mw_descriptor_t *descriptor, const uint8_t *parameter, uint32_t length, uint32_t left, mw_writer_t *w)
{
    const mw_request_t request = mw_resolve(session, descriptor);
    mw_call_t call;
    uint8_t result;

    call.parameter = parameter;
    call.parameter_length = length;
    call.result = &w->out[w->length + ITEM_HEAD];
    call.room = w->room - w->length - (ITEM_HEAD * (left + 1U));
    result = mw_execute(session, &request, &call);
    mw_put(w, result);
    mw_put(w, (call.result_length > 0U) ? 1U : 0U);
    if (call.result_length > 0U) {
        mw_put(w, DATA);
        w->length += call.result_length;
    }
}

/* Looks through a list before anything is done: descriptors, then as many parameters, then nothing. */
static bool is_whole(mw_reader_t reader, uint32_t count, uint32_t room)
{
    mw_descriptor_t descriptor;
    uint32_t length = 0U;

    for (uint32_t i = 0U; (i < count) && !reader.bad; i++) {
        mw_take_descriptor(&reader, &descriptor);
    }
    reader.bad = reader.bad || (mw_take_length(&reader) != count);
    for (uint32_t i = 0U; (i < count) && !reader.bad; i++) {
        (void)mw_take_value(&reader, &length);
    }
    return !reader.bad && (mw_left(&reader) == 0U) && (count <= ((room - LIST_HEAD) / ITEM_HEAD));
}

/* Descriptors come first, then as many parameters: two readers go side by side. */
static void act_list(mw_session_t *session, uint8_t invoke, mw_reader_t *reader, mw_writer_t *w)
{
    const uint32_t count = mw_take_length(reader);
    mw_reader_t descriptors = *reader;
    mw_descriptor_t descriptor;

    if (is_whole(*reader, count, w->room)) {
        for (uint32_t i = 0U; i < count; i++) {
            mw_take_descriptor(reader, &descriptor);
        }
        (void)mw_take_length(reader);
        put_head(w, LIST_RESPONSE, invoke);
        mw_write_length(w, count);
        for (uint32_t i = 0U; i < count; i++) {
            uint32_t length = 0U;
            const uint8_t *parameter = mw_take_value(reader, &length);
            mw_take_descriptor(&descriptors, &descriptor);
            act_item(session, &descriptor, parameter, length, count - i - 1U, w);
        }
    } else {
        reader->bad = true;
    }
}
#endif

void mw_serve_action(mw_session_t *session, mw_reader_t *reader, mw_writer_t *w)
{
    const uint8_t kind = mw_take(reader);
    const uint8_t invoke = mw_take(reader);

    if (reader->bad) {
        /* the server refuses what is malformed */
    } else if ((session->state == MW_ASSOCIATED) && !MW_CONFORMS(session, MW_BIT_ACTION)) {
        put_result(w, invoke, MW_READ_WRITE_DENIED);
    } else if (kind == NORMAL) {
        act_one(session, invoke, reader, w);
#if MW_HAVE_BLOCKS
    } else if (kind == FIRST_BLOCK) {
        first_block(session, invoke, reader, w);
    } else if (kind == FURTHER_BLOCK) {
        further_block(session, invoke, reader, w);
#endif
#if MW_HAVE_LISTS
    } else if ((kind == WITH_LIST) && MW_CONFORMS(session, MW_BIT_MULTIPLE_REFERENCES)) {
        act_list(session, invoke, reader, w);
#endif
    } else {
        reader->bad = true;
    }
}

#endif
