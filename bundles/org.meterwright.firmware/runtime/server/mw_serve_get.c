/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_find.h"
#include "mw_profile.h"
#include "mw_service.h"

#include <string.h>

#define NORMAL      1U
#define NEXT        2U
#define WITH_LIST   3U
#define BLOCK       2U
#define DATA        0U
#define BUFFER      2U
#define RESULT      1U

/* Octets of a response before the data: normal; list; block with the longest length field. */
#define NORMAL_HEAD 4U
#define LIST_HEAD   3U
#define BLOCK_HEAD  12U

/* Octets of a descriptor in the store; of a choice and a result, or of a choice and a little data. */
#define DESCRIPTOR    9U
#define CHOICE        1U
#define SMALLEST_ITEM 3U

/* Begins to read what a descriptor names. */
static void begin_reading(mw_session_t *session, const mw_descriptor_t *descriptor, uint8_t protection)
{
    mw_transfer_t *transfer = &session->transfer;

    (void)mw_find_place(session->meter, session->device, descriptor->class_id, descriptor->logical_name, &transfer->place);
    transfer->request.object = transfer->place.object;
    transfer->request.attribute = descriptor->index;
    transfer->request.association = session->association;
    transfer->request.protection = protection;
    mw_start(&transfer->cursor);
}

static uint8_t read_piece(mw_session_t *session, uint8_t *out, uint32_t room, uint32_t *length)
{
    mw_transfer_t *transfer = &session->transfer;
    uint8_t result = MW_OBJECT_UNDEFINED;

    *length = 0U;
    if (transfer->request.object != MW_NONE) {
        result = mw_get_at(session->meter, &transfer->request, &transfer->place, &transfer->cursor, out, room, length);
    }
    return result;
}

static void put_result(mw_writer_t *w, uint8_t invoke, uint8_t result)
{
    const uint8_t response[5] = { MW_GET_RESPONSE, NORMAL, invoke, RESULT, result };

    w->length = 0U;
    mw_write(w, response, sizeof response);
}

#if MW_HAVE_BLOCKS
/* Says why there is no block: as a last block without data. */
static void put_block_result(mw_session_t *session, mw_writer_t *w, uint8_t result)
{
    w->length = 0U;
    mw_put(w, MW_GET_RESPONSE);
    mw_put(w, BLOCK);
    mw_put(w, session->transfer.invoke);
    mw_put(w, 1U);
    mw_put_u32(w, session->transfer.block);
    mw_put(w, RESULT);
    mw_put(w, result);
    session->transfer.kind = MW_NO_TRANSFER;
}

/* Puts the head of a block in front of data that stands BLOCK_HEAD octets behind, and moves the data up to it. */
static void put_block(mw_session_t *session, mw_writer_t *w, uint32_t length, bool last)
{
    const uint32_t block = session->transfer.block;
    const uint8_t head[] = { MW_GET_RESPONSE, BLOCK, session->transfer.invoke, (uint8_t)(last ? 1U : 0U), (uint8_t)(block >> 24U), (uint8_t)((block >> 16U) & 0xFFU),
        (uint8_t)((block >> 8U) & 0xFFU), (uint8_t)(block & 0xFFU), DATA };

    (void)memcpy(w->out, head, sizeof head);
    w->length = sizeof head;
    mw_write_length(w, length);
    if (w->length != BLOCK_HEAD) {
        (void)memmove(&w->out[w->length], &w->out[BLOCK_HEAD], length);
    }
    w->length += length;
    if (last) {
        session->transfer.kind = MW_NO_TRANSFER;
    }
}
#endif

#if MW_HAVE_LISTS
/* Finds the attribute of a list that is due: descriptors stand in the store. */
static void due(mw_session_t *session)
{
    mw_transfer_t *transfer = &session->transfer;
    mw_descriptor_t descriptor;
    mw_reader_t reader;

    mw_reader(&reader, &session->store[DESCRIPTOR * transfer->item], DESCRIPTOR);
    mw_take_descriptor(&reader, &descriptor);
    begin_reading(session, &descriptor, transfer->protection);
}

/* Puts a piece of the attribute that is due; returns its octets. What does not fit at all waits for the next block. */
static uint32_t fill_item(mw_session_t *session, uint8_t *out, uint32_t room)
{
    mw_transfer_t *transfer = &session->transfer;
    const bool begins = (transfer->cursor.offset == 0U) && (transfer->cursor.item == 0U);
    uint32_t head = 0U;
    uint32_t piece = 0U;
    uint32_t used;
    uint8_t result;

    if (begins) {
        head = CHOICE;
    }
    result = read_piece(session, &out[head], room - head, &piece);
    if (result != MW_SUCCESS) {
        out[0] = RESULT;
        out[1] = result;
        used = 2U;
        transfer->cursor.done = true;
    } else {
        if (begins) {
            out[0] = DATA;
        }
        used = 0U;
        if ((piece > 0U) || transfer->cursor.done) {
            used = head + piece;
        }
    }
    return used;
}

/* Fills data of a list: for each attribute a choice and its data, or why there is none. */
static uint32_t fill_list(mw_session_t *session, uint8_t *out, uint32_t room)
{
    mw_transfer_t *transfer = &session->transfer;
    const uint32_t count = transfer->length / DESCRIPTOR;
    uint32_t used = 0U;
    bool full = false;

    while ((transfer->item < count) && !full) {
        full = (room - used) < SMALLEST_ITEM;
        if (!full) {
            used += fill_item(session, &out[used], room - used);
            full = !transfer->cursor.done;
        }
        if (!full) {
            transfer->item++;
            if (transfer->item < count) {
                due(session);
            }
        }
    }
    return used;
}
#endif

/* Answers a request for one attribute: whole when it fits, else its first block, which stands further behind. */
static void begin_one(mw_session_t *session, mw_writer_t *w)
{
    mw_transfer_t *transfer = &session->transfer;
    uint32_t length = 0U;
    const uint8_t result = read_piece(session, &w->out[NORMAL_HEAD], w->room - BLOCK_HEAD, &length);

    if (result != MW_SUCCESS) {
        put_result(w, transfer->invoke, result);
        transfer->kind = MW_NO_TRANSFER;
    } else if (transfer->cursor.done) {
        w->out[0] = MW_GET_RESPONSE;
        w->out[1] = NORMAL;
        w->out[2] = transfer->invoke;
        w->out[3] = DATA;
        w->length = NORMAL_HEAD + length;
        transfer->kind = MW_NO_TRANSFER;
#if MW_HAVE_BLOCKS
    } else if (MW_CONFORMS(session, MW_BIT_BLOCK_GET)) {
        (void)memmove(&w->out[BLOCK_HEAD], &w->out[NORMAL_HEAD], length);
        put_block(session, w, length, false);
#endif
    } else {
        put_result(w, transfer->invoke, MW_OTHER_REASON);
        transfer->kind = MW_NO_TRANSFER;
    }
}

#if MW_HAVE_SELECTION
/* Takes an access selector and finds the rows that it selects; the rights are asked before anything is looked at. */
static uint8_t select_rows(mw_session_t *session, mw_reader_t *reader)
{
    const mw_request_t *request = &session->transfer.request;
    const uint8_t selector = mw_take(reader);
    uint32_t length = 0U;
    const uint8_t *parameter = mw_take_value(reader, &length);
    uint8_t result = MW_SCOPE_VIOLATED;

    if ((parameter != NULL) && MW_CONFORMS(session, MW_BIT_SELECTIVE_ACCESS) && (request->object != MW_NONE)) {
        result = mw_may_read(session->meter, request);
        if (result == MW_SUCCESS) {
            result = (request->attribute == BUFFER) ? mw_select(session->meter, request->object, selector, parameter, length, &session->transfer.cursor.rows) : MW_SCOPE_VIOLATED;
        }
    }
    return result;
}

#else

static uint8_t select_rows(const mw_session_t *session, mw_reader_t *reader)
{
    uint32_t length = 0U;

    (void)session;
    (void)mw_take(reader);
    (void)mw_take_value(reader, &length);
    return MW_SCOPE_VIOLATED;
}

#endif

static void get_one(mw_session_t *session, mw_reader_t *reader, mw_writer_t *w)
{
    mw_transfer_t *transfer = &session->transfer;
    mw_descriptor_t descriptor;
    uint8_t result = MW_SUCCESS;

    mw_take_descriptor(reader, &descriptor);
    transfer->kind = MW_GET_TRANSFER;
    transfer->block = 1U;
    begin_reading(session, &descriptor, session->protection);
    if (mw_take(reader) != 0U) {
        result = select_rows(session, reader);
    }
    if (reader->bad) {
        /* the server refuses what is malformed */
    } else if (result == MW_SUCCESS) {
        begin_one(session, w);
    } else {
        put_result(w, transfer->invoke, result);
        transfer->kind = MW_NO_TRANSFER;
    }
}

#if MW_HAVE_LISTS
/* Keeps the descriptors of a list in the store; false: too many, or one with a selector. */
static bool keep_list(mw_session_t *session, mw_reader_t *reader)
{
    const uint32_t count = mw_take_length(reader);
    bool good = count > 0U;

    session->transfer.length = 0U;
    for (uint32_t i = 0U; (i < count) && !reader->bad; i++) {
        const uint8_t *octets = mw_take_octets(reader, DESCRIPTOR);
        const bool selects = mw_take(reader) != 0U;
        if (selects) {
            uint32_t length = 0U;
            (void)mw_take(reader);
            (void)mw_take_value(reader, &length);
        }
        good = good && !selects && ((session->transfer.length + DESCRIPTOR) <= session->store_room);
        if (good && (octets != NULL)) {
            (void)memcpy(&session->store[session->transfer.length], octets, DESCRIPTOR);
            session->transfer.length += DESCRIPTOR;
        }
    }
    return good;
}

static void begin_list(mw_session_t *session, mw_writer_t *w)
{
    mw_transfer_t *transfer = &session->transfer;
    const uint32_t count = transfer->length / DESCRIPTOR;
    uint32_t length;

    transfer->item = 0U;
    transfer->protection = session->protection;
    due(session);
    mw_writer(w, w->out, w->room);
    w->length = BLOCK_HEAD;
    mw_write_length(w, count); /* the list itself begins with its number of results, in blocks too */
    length = w->length - BLOCK_HEAD;
    length += fill_list(session, &w->out[w->length], w->room - w->length);
    if (transfer->item == count) {
        const uint8_t head[LIST_HEAD] = { MW_GET_RESPONSE, WITH_LIST, transfer->invoke };
        (void)memmove(&w->out[LIST_HEAD], &w->out[BLOCK_HEAD], length);
        (void)memcpy(w->out, head, sizeof head);
        w->length = LIST_HEAD + length;
        transfer->kind = MW_NO_TRANSFER;
#if MW_HAVE_BLOCKS
    } else if (MW_CONFORMS(session, MW_BIT_BLOCK_GET)) {
        put_block(session, w, length, false);
#endif
    } else {
        put_result(w, transfer->invoke, MW_OTHER_REASON);
        transfer->kind = MW_NO_TRANSFER;
    }
}

static void get_list(mw_session_t *session, mw_reader_t *reader, mw_writer_t *w)
{
    const bool kept = keep_list(session, reader);

    session->transfer.kind = MW_GET_LIST_TRANSFER;
    session->transfer.block = 1U;
    if (reader->bad) {
        /* the server refuses what is malformed */
    } else if (kept && MW_CONFORMS(session, MW_BIT_MULTIPLE_REFERENCES)) {
        begin_list(session, w);
    } else {
        put_result(w, session->transfer.invoke, MW_OTHER_REASON);
        session->transfer.kind = MW_NO_TRANSFER;
    }
}
#endif

#if MW_HAVE_BLOCKS
/* Puts the piece that is due of what is being read; says whether it is the last one. */
static uint8_t next_piece(mw_session_t *session, uint8_t *out, uint32_t room, uint32_t *length, bool *last)
{
    const mw_transfer_t *transfer = &session->transfer;
    uint8_t result = MW_SUCCESS;

    *length = 0U;
#if MW_HAVE_LISTS
    if (transfer->kind == MW_GET_LIST_TRANSFER) {
        *length = fill_list(session, out, room);
        *last = transfer->item == (transfer->length / DESCRIPTOR);
    } else
#endif
    {
        result = read_piece(session, out, room, length);
        *last = transfer->cursor.done;
    }
    return result;
}

static void get_next(mw_session_t *session, uint8_t invoke, mw_reader_t *reader, mw_writer_t *w)
{
    mw_transfer_t *transfer = &session->transfer;
    const uint32_t block = mw_take_u32(reader);
    const bool going_on = (transfer->kind == MW_GET_TRANSFER) || (transfer->kind == MW_GET_LIST_TRANSFER);

    if (reader->bad) {
        /* the server refuses what is malformed */
    } else if (!going_on || (transfer->invoke != invoke)) {
        transfer->invoke = invoke;
        transfer->block = block;
        put_block_result(session, w, MW_NO_LONG_GET);
    } else if (block != transfer->block) {
        put_block_result(session, w, MW_BLOCK_NUMBER_INVALID);
    } else {
        uint32_t length;
        bool last;
        transfer->block++;
        if (next_piece(session, &w->out[BLOCK_HEAD], w->room - BLOCK_HEAD, &length, &last) == MW_SUCCESS) {
            put_block(session, w, length, last);
        } else {
            put_block_result(session, w, MW_LONG_GET_ABORTED);
        }
    }
}
#endif

void mw_serve_get(mw_session_t *session, mw_reader_t *reader, mw_writer_t *w)
{
    const uint8_t kind = mw_take(reader);
    const uint8_t invoke = mw_take(reader);

    if (reader->bad) {
        /* the server refuses what is malformed */
    } else if (!MW_CONFORMS(session, MW_BIT_GET)) {
        put_result(w, invoke, MW_READ_WRITE_DENIED);
#if MW_HAVE_BLOCKS
    } else if (kind == NEXT) {
        get_next(session, invoke, reader, w);
#endif
    } else {
        session->transfer.invoke = invoke;
        if (kind == NORMAL) {
            get_one(session, reader, w);
#if MW_HAVE_LISTS
        } else if (kind == WITH_LIST) {
            get_list(session, reader, w);
#endif
        } else {
            reader->bad = true;
        }
    }
}
