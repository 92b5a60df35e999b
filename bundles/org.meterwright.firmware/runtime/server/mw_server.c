/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_server.h"

#include "mw_find.h"
#include "mw_keys.h"
#include "mw_service.h"

#include <string.h>

/* exception-response: state-error and service-error. */
#define SERVICE_NOT_ALLOWED   1U
#define SERVICE_UNKNOWN       2U
#define OPERATION_NOT_POSSIBLE 1U
#define SERVICE_NOT_SUPPORTED 2U
#define OTHER_REASON          3U
#define DECIPHERING_ERROR     5U

/* Octets of a descriptor: class, logical name, index. */
#define DESCRIPTOR            9U

const mw_context_t *mw_context(const mw_session_t *session)
{
    return &session->meter->context[session->association];
}

void mw_put(mw_writer_t *w, uint8_t octet)
{
    mw_write(w, &octet, 1U);
}

void mw_put_u32(mw_writer_t *w, uint32_t number)
{
    mw_put(w, (uint8_t)(number >> 24U));
    mw_put(w, (uint8_t)((number >> 16U) & 0xFFU));
    mw_put(w, (uint8_t)((number >> 8U) & 0xFFU));
    mw_put(w, (uint8_t)(number & 0xFFU));
}

void mw_take_descriptor(mw_reader_t *reader, mw_descriptor_t *descriptor)
{
    static const uint8_t none[DESCRIPTOR] = { 0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U };
    const uint8_t *taken = mw_take_octets(reader, DESCRIPTOR);
    const uint8_t *octets = (taken == NULL) ? none : taken;

    descriptor->class_id = (uint16_t)(((uint32_t)octets[0] << 8U) | octets[1]);
    (void)memcpy(descriptor->logical_name, &octets[2], sizeof descriptor->logical_name);
    descriptor->index = octets[8];
}

mw_request_t mw_resolve(const mw_session_t *session, const mw_descriptor_t *descriptor)
{
    mw_request_t request;

    request.object = mw_find(session->meter, session->device, descriptor->class_id, descriptor->logical_name);
    request.attribute = descriptor->index;
    request.association = session->association;
    request.protection = session->protection;
    return request;
}

bool mw_session(mw_session_t *session, const mw_meter_t *meter, uint16_t client, uint16_t server, uint8_t *store, uint32_t store_room)
{
    bool found = false;

    (void)memset(session, 0, sizeof *session);
    session->meter = meter;
    session->store = store;
    session->store_room = (store == NULL) ? 0U : store_room;
    session->client = client;
    session->state = MW_IDLE;
    session->association = MW_NONE8;
    session->transfer.kind = MW_NO_TRANSFER;
    for (uint8_t i = 0U; (i < meter->devices) && !found; i++) {
        found = meter->device[i].sap == server;
        session->device = i;
    }
    return found;
}

static void refuse(mw_writer_t *w, uint8_t state_error, uint8_t service_error)
{
    w->length = 0U;
    mw_put(w, MW_EXCEPTION_RESPONSE);
    mw_put(w, state_error);
    mw_put(w, service_error);
}

/* Until the client has proved itself, only its answer to the challenge is heard: an action. */
static bool is_heard(const mw_session_t *session, uint8_t tag)
{
    return (session->state == MW_ASSOCIATED) || ((session->state == MW_PENDING) && (tag == MW_ACTION_REQUEST));
}

/* The security policy stands beside the rights: every request must be protected as it says. */
static bool is_protected(const mw_session_t *session)
{
#if MW_HAVE_SUITE0
    return (mw_policy_of_requests(session->meter, mw_context(session)->security) & (uint8_t)~session->protection) == 0U;
#else
    (void)session;
    return true;
#endif
}

static void serve(mw_session_t *session, const uint8_t *request, uint32_t length, mw_writer_t *w)
{
    const uint8_t tag = request[0];
    mw_reader_t reader;

    mw_reader(&reader, &request[1], length - 1U);
    if (!is_heard(session, tag) || !is_protected(session)) {
        refuse(w, SERVICE_NOT_ALLOWED, OPERATION_NOT_POSSIBLE);
    } else if (tag == MW_GET_REQUEST) {
        mw_serve_get(session, &reader, w);
#if MW_HAVE_SET
    } else if (tag == MW_SET_REQUEST) {
        mw_serve_set(session, &reader, w);
#endif
#if MW_HAVE_ACTION
    } else if (tag == MW_ACTION_REQUEST) {
        mw_serve_action(session, &reader, w);
#endif
    } else {
        refuse(w, SERVICE_UNKNOWN, SERVICE_NOT_SUPPORTED);
    }
    if (reader.bad) { /* whatever was begun: the message was not whole */
        session->transfer.kind = MW_NO_TRANSFER;
        refuse(w, SERVICE_UNKNOWN, OTHER_REASON);
    }
}

static uint32_t smaller(uint32_t a, uint32_t b)
{
    return (a < b) ? a : b;
}

static uint32_t serve_plain(mw_session_t *session, const uint8_t *request, uint32_t length, uint8_t *response, uint32_t room)
{
    mw_writer_t w;

    mw_writer(&w, response, room);
    serve(session, request, length, &w);
    return w.length;
}

#if MW_HAVE_SUITE0
/* Finds the ciphered part of a glo- or general-glo message; NULL when the message is malformed or from another system. */
static uint8_t *ciphered(const mw_session_t *session, uint8_t *request, uint32_t length, uint32_t *size)
{
    mw_reader_t reader;
    bool good = true;

    mw_reader(&reader, request, length);
    if (mw_take(&reader) == MW_GENERAL_GLO) {
        const uint32_t title = mw_take_length(&reader);
        const uint8_t *octets = mw_take_octets(&reader, title);
        good = (octets != NULL) && (title == 8U) && (memcmp(octets, session->client_title, 8U) == 0);
    }
    *size = mw_take_length(&reader);
    good = good && !reader.bad && (*size > 0U) && (*size == mw_left(&reader));
    return good ? &request[reader.at] : NULL;
}

static uint32_t serve_ciphered(mw_session_t *session, uint8_t *request, uint32_t length, uint8_t *response, uint32_t room)
{
    const uint32_t around = MW_CIPHER_HEAD + MW_CIPHER_TAIL;
    mw_writer_t w;
    uint32_t size = 0U;
    uint8_t *octets = ciphered(session, request, length, &size);
    uint8_t *plain = NULL;

    if ((octets != NULL) && (session->state != MW_IDLE)) {
        plain = mw_decipher(session, octets, size, &size, &session->protection);
    }
    session->general = request[0] == MW_GENERAL_GLO;
    mw_writer(&w, &response[MW_CIPHER_HEAD], room - around);
    if ((plain == NULL) || (size == 0U)) {
        mw_writer(&w, response, room);
        refuse(&w, SERVICE_NOT_ALLOWED, DECIPHERING_ERROR);
    } else {
        serve(session, plain, size, &w);
        if (response[MW_CIPHER_HEAD] == MW_EXCEPTION_RESPONSE) { /* it has no ciphered form */
            (void)memmove(response, &response[MW_CIPHER_HEAD], w.length);
        } else {
            w.length = mw_encipher(session, (uint8_t)(response[MW_CIPHER_HEAD] + MW_GLO_OFFSET),
                (uint8_t)(session->protection | mw_policy_of_responses(session->meter, mw_context(session)->security)), response, w.length);
        }
    }
    return w.length;
}

static bool is_ciphered(uint8_t tag)
{
    return (tag == MW_GLO_GET_REQUEST) || (tag == MW_GLO_SET_REQUEST) || (tag == MW_GLO_ACTION_REQUEST) || (tag == MW_GENERAL_GLO);
}

static uint32_t serve_service(mw_session_t *session, uint8_t *request, uint32_t length, uint8_t *response, uint32_t room)
{
    return is_ciphered(request[0]) ? serve_ciphered(session, request, length, response, room) : serve_plain(session, request, length, response, room);
}

#else

static uint32_t serve_service(mw_session_t *session, const uint8_t *request, uint32_t length, uint8_t *response, uint32_t room)
{
    return serve_plain(session, request, length, response, room);
}

#endif

uint32_t mw_server(mw_session_t *session, uint8_t *request, uint32_t length, uint8_t *response, uint32_t room)
{
    const uint8_t tag = (length > 0U) ? request[0] : 0U;
    mw_writer_t w;

    mw_writer(&w, response, room);
    if ((length == 0U) || (room < MW_SMALLEST_ROOM)) {
        /* nothing was asked, or there is no room to answer */
    } else if (tag == MW_AARQ) {
        mw_serve_aarq(session, request, length, &w);
    } else if (tag == MW_RLRQ) {
        mw_serve_rlrq(session, &w);
    } else {
        const uint32_t fits = (session->state == MW_IDLE) ? room : smaller(room, session->pdu);
        session->protection = 0U;
        w.length = serve_service(session, request, length, response, fits);
    }
#if MW_HAVE_KEYS
    mw_keep_keys();
#endif
    return w.length;
}
