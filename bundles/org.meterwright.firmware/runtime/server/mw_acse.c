/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_service.h"

#include "mw_port.h"

#include <string.h>

/* Authentication mechanisms (IEC 62056-5-3). */
#define LOWEST    0U
#define LOW       1U
#define HIGH_GMAC 5U

/* result-source-diagnostic of the ACSE service user; result. */
#define ACCEPTED            0U
#define REJECTED            1U
#define NO_REASON           1U
#define WRONG_CONTEXT       2U
#define WRONG_MECHANISM     11U
#define FAILURE             13U
#define AUTHENTICATION_REQUIRED 14U

#define CONTEXT_PLAIN    1U
#define CONTEXT_CIPHERED 3U
#define DLMS_VERSION     6U
#define SMALLEST_PDU     64U

/* What an AARQ says. */
typedef struct {
    const uint8_t *title;
    const uint8_t *value;
    uint8_t *information;
    uint32_t value_length;
    uint32_t information_length;
    uint8_t context;
    uint8_t mechanism;
    bool authenticates;
} aarq_t;

static const uint8_t object_identifier[6] = { 0x60U, 0x85U, 0x74U, 0x05U, 0x08U, 0U };

/* Returns the last arc of an object identifier 2.16.756.5.8.family.n; 0xFF when it is another. */
static uint8_t arc(const uint8_t *octets, uint32_t length, uint8_t family)
{
    const bool ours = (octets != NULL) && (length == 7U) && (memcmp(octets, object_identifier, 5U) == 0) && (octets[5] == family);

    return ours ? octets[6] : 0xFFU;
}

/* Takes the primitive inside an explicit tag. */
static uint8_t *inner(uint8_t *octets, uint32_t length, uint32_t *inside)
{
    mw_reader_t reader;

    mw_reader(&reader, octets, length);
    (void)mw_take(&reader);
    *inside = mw_take_length(&reader);
    return (mw_take_octets(&reader, *inside) != NULL) ? &octets[reader.at - *inside] : NULL;
}

static void take_field(aarq_t *aarq, uint8_t tag, uint8_t *octets, uint32_t length)
{
    uint32_t inside = 0U;
    const uint8_t *value;

    switch (tag) {
    case 0xA1U:
        value = inner(octets, length, &inside);
        aarq->context = arc(value, inside, 1U);
        break;
    case 0xA6U:
        value = inner(octets, length, &inside);
        aarq->title = (inside == 8U) ? value : NULL;
        break;
    case 0x8AU:
        aarq->authenticates = (length == 2U) && ((octets[1] & 0x80U) != 0U);
        break;
    case 0x8BU:
        aarq->mechanism = arc(octets, length, 2U);
        break;
    case 0xACU:
        aarq->value = inner(octets, length, &aarq->value_length);
        break;
    case 0xBEU:
        aarq->information = inner(octets, length, &aarq->information_length);
        break;
    default:
        /* what the server has no use for: calling and called titles, qualifiers, application information */
        break;
    }
}

static bool take_aarq(aarq_t *aarq, uint8_t *request, uint32_t length)
{
    mw_reader_t reader;

    (void)memset(aarq, 0, sizeof *aarq);
    mw_reader(&reader, request, length);
    (void)mw_take(&reader);
    reader.bad = mw_take_length(&reader) != mw_left(&reader);
    while (!reader.bad && (mw_left(&reader) > 0U)) {
        const uint8_t tag = mw_take(&reader);
        const uint32_t size = mw_take_length(&reader);
        if (mw_take_octets(&reader, size) != NULL) {
            take_field(aarq, tag, &request[reader.at - size], size);
        }
    }
    return !reader.bad;
}

/* Services that were left out of this build: no client may count on them. */
static uint32_t left_out(void)
{
    return 0U
#if !MW_HAVE_SET
        | MW_CONFORMANCE(MW_BIT_SET)
#endif
#if !MW_HAVE_ACTION
        | MW_CONFORMANCE(MW_BIT_ACTION)
#endif
#if !MW_HAVE_BLOCKS
        | MW_CONFORMANCE(MW_BIT_BLOCK_GET)
#endif
#if !(MW_HAVE_BLOCKS && MW_HAVE_SET)
        | MW_CONFORMANCE(MW_BIT_BLOCK_SET)
#endif
#if !(MW_HAVE_BLOCKS && MW_HAVE_ACTION)
        | MW_CONFORMANCE(MW_BIT_BLOCK_ACTION)
#endif
#if !MW_HAVE_LISTS
        | MW_CONFORMANCE(MW_BIT_MULTIPLE_REFERENCES)
#endif
#if !MW_HAVE_SELECTION
        | MW_CONFORMANCE(MW_BIT_SELECTIVE_ACCESS)
#endif
#if !MW_HAVE_SUITE0
        | MW_CONFORMANCE(MW_BIT_GENERAL_PROTECTION)
#endif
        ;
}

/* Takes the proposed conformance and PDU size of a plain InitiateRequest. */
static bool take_initiate(mw_session_t *session, const uint8_t *octets, uint32_t length)
{
    mw_reader_t reader;
    bool good;

    mw_reader(&reader, octets, length);
    good = mw_take(&reader) == MW_INITIATE_REQUEST;
    if (mw_take(&reader) != 0U) { /* a dedicated key: taken, and not used */
        (void)mw_take_octets(&reader, mw_take_length(&reader));
    }
    if (mw_take(&reader) != 0U) { /* response-allowed */
        (void)mw_take(&reader);
    }
    if (mw_take(&reader) != 0U) { /* proposed-quality-of-service */
        (void)mw_take(&reader);
    }
    good = good && (mw_take(&reader) == DLMS_VERSION) && (mw_take_u16(&reader) == 0x5F1FU);
    good = good && (mw_take(&reader) == 4U);
    session->conformance = mw_take_u32(&reader) & mw_context(session)->conformance & ~left_out();
    session->pdu = mw_take_u16(&reader);
    if (session->pdu == 0U) { /* no limit */
        session->pdu = 0xFFFFU;
    }
    return good && !reader.bad && (session->pdu >= SMALLEST_PDU);
}

/* Opens the user information: plain, or ciphered where the context is. */
static bool open_initiate(mw_session_t *session, const aarq_t *aarq)
{
    uint8_t *octets = aarq->information;
    uint32_t length = aarq->information_length;
    const bool present = (octets != NULL) && (length > 3U);
    bool good = present;

    session->protection = 0U;
#if MW_HAVE_SUITE0
    if (present && (octets[0] == MW_GLO_INITIATE_REQUEST)) {
        mw_reader_t reader;
        uint32_t size;
        mw_reader(&reader, &octets[1], length - 1U);
        size = mw_take_length(&reader);
        good = size == mw_left(&reader);
        octets = good ? mw_decipher(session, &octets[1U + reader.at], size, &length, &session->protection) : NULL;
        good = octets != NULL;
    }
#endif
    return good && take_initiate(session, octets, length);
}

/* Finds the association of the session's client in its device. */
static bool find_association(mw_session_t *session)
{
    const mw_device_t *device = &session->meter->device[session->device];
    bool found = false;

    for (uint32_t i = 0U; (i < device->associations) && !found; i++) {
        const uint32_t number = (uint32_t)device->association + i;
        found = session->meter->association[number].client == session->client;
        session->association = found ? (uint8_t)number : MW_NONE8;
    }
    return found;
}

#if MW_HAVE_LLS
static bool is_secret(const mw_session_t *session, const aarq_t *aarq)
{
    uint8_t secret[MW_CHALLENGE];
    const uint8_t length = mw_port_secret(mw_context(session)->secret, secret, (uint8_t)sizeof secret);
    uint8_t difference = ((aarq->value == NULL) || (length == 0U) || (aarq->value_length != length)) ? 1U : 0U;

    for (uint32_t i = 0U; (difference == 0U) && (i < length); i++) {
        difference |= (uint8_t)(secret[i] ^ aarq->value[i]);
    }
    return difference == 0U;
}
#endif

#if MW_HAVE_HLS
static uint8_t check_high(mw_session_t *session, const aarq_t *aarq)
{
    const bool good = (aarq->value != NULL) && (aarq->value_length >= 8U) && (aarq->value_length <= MW_CHALLENGE) && (aarq->title != NULL);

    if (good) {
        (void)memcpy(session->client_challenge, aarq->value, aarq->value_length);
        session->client_challenge_length = (uint8_t)aarq->value_length;
        mw_port_random(session->own_challenge, (uint8_t)sizeof session->own_challenge);
    }
    return good ? 0U : FAILURE;
}
#endif

/* Returns what is wrong with an AARQ, as a diagnostic; 0: nothing. */
static uint8_t check(mw_session_t *session, const aarq_t *aarq)
{
    const mw_context_t *context = mw_context(session);
    const uint8_t mechanism = aarq->authenticates ? aarq->mechanism : LOWEST;
    uint8_t diagnostic = 0U;

    if (aarq->context != ((context->ciphered != 0U) ? CONTEXT_CIPHERED : CONTEXT_PLAIN)) {
        diagnostic = WRONG_CONTEXT;
    } else if (mechanism != context->mechanism) {
        diagnostic = (mechanism == LOWEST) ? AUTHENTICATION_REQUIRED : WRONG_MECHANISM;
#if MW_HAVE_LLS
    } else if (mechanism == LOW) {
        diagnostic = is_secret(session, aarq) ? 0U : FAILURE;
#endif
#if MW_HAVE_HLS
    } else if (mechanism == HIGH_GMAC) {
        diagnostic = check_high(session, aarq);
#endif
    } else {
        diagnostic = (mechanism == LOWEST) ? 0U : WRONG_MECHANISM;
    }
    return diagnostic;
}

static void put_field(mw_writer_t *w, uint8_t tag, uint8_t inside, const uint8_t *octets, uint32_t length)
{
    mw_put(w, tag);
    if (inside != 0U) {
        mw_put(w, (uint8_t)(length + 2U));
        mw_put(w, inside);
    }
    mw_put(w, (uint8_t)length);
    mw_write(w, octets, length);
}

static void put_identifier(mw_writer_t *w, uint8_t tag, uint8_t inside, uint8_t family, uint8_t last)
{
    uint8_t identifier[7];

    (void)memcpy(identifier, object_identifier, 5U);
    identifier[5] = family;
    identifier[6] = last;
    put_field(w, tag, inside, identifier, sizeof identifier);
}

/* Writes the InitiateResponse into out, ciphered as the request was; returns its length. */
static uint32_t put_initiate(const mw_session_t *session, uint8_t *out)
{
    const mw_context_t *context = mw_context(session);
    const bool ciphered = session->protection != 0U;
    mw_writer_t w;

    mw_writer(&w, ciphered ? &out[MW_CIPHER_HEAD] : out, 16U);
    mw_put(&w, MW_INITIATE_RESPONSE);
    mw_put(&w, 0U);
    mw_put(&w, DLMS_VERSION);
    mw_put(&w, 0x5FU);
    mw_put(&w, 0x1FU);
    mw_put(&w, 4U);
    mw_put_u32(&w, session->conformance);
    mw_put(&w, (uint8_t)(context->pdu >> 8U));
    mw_put(&w, (uint8_t)(context->pdu & 0xFFU));
    mw_put(&w, 0U);
    mw_put(&w, 7U);
#if MW_HAVE_SUITE0
    if (ciphered) {
        w.length = mw_encipher(session, MW_GLO_INITIATE_RESPONSE, session->protection, out, w.length);
    }
#endif
    return w.length;
}

#if MW_HAVE_HLS
static void put_high(const mw_session_t *session, mw_writer_t *w)
{
    static const uint8_t requirements[2] = { 7U, 0x80U };

    put_field(w, 0x88U, 0U, requirements, sizeof requirements);
    put_identifier(w, 0x89U, 0U, 2U, mw_context(session)->mechanism);
    put_field(w, 0xAAU, 0x80U, session->own_challenge, sizeof session->own_challenge);
}
#endif

static void put_information(const mw_session_t *session, mw_writer_t *w, uint8_t diagnostic)
{
    static const uint8_t refused[4] = { MW_CONFIRMED_ERROR, 1U, 6U, 1U }; /* initiate: initiateError: DLMS version or other */
    uint8_t initiate[64];
    const uint32_t length = (diagnostic == 0U) ? put_initiate(session, initiate) : sizeof refused;

    put_field(w, 0xBEU, MW_OCTET_STRING - 5U, (diagnostic == 0U) ? initiate : refused, length);
}

static void put_aare(const mw_session_t *session, mw_writer_t *w, uint8_t context, uint8_t diagnostic)
{
    const bool high = (diagnostic == 0U) && (mw_context(session)->mechanism > LOW);
    const uint8_t result = (uint8_t)((diagnostic == 0U) ? ACCEPTED : REJECTED);
    const uint8_t reason = (uint8_t)(high ? AUTHENTICATION_REQUIRED : diagnostic);

    put_identifier(w, 0xA1U, 6U, 1U, context);
    put_field(w, 0xA2U, 2U, &result, 1U);
    mw_put(w, 0xA3U);
    mw_put(w, 5U);
    put_field(w, 0xA1U, 2U, &reason, 1U);
    if (context == CONTEXT_CIPHERED) {
        uint8_t title[8];
        mw_port_system_title(title);
        put_field(w, 0xA4U, 4U, title, sizeof title);
    }
#if MW_HAVE_HLS
    if (high) {
        put_high(session, w);
    }
#endif
    put_information(session, w, diagnostic);
}

/* Decides on an AARQ; returns a diagnostic. */
static uint8_t decide(mw_session_t *session, const aarq_t *aarq)
{
    uint8_t diagnostic = NO_REASON;

    if (find_association(session)) {
        if (aarq->title != NULL) {
            (void)memcpy(session->client_title, aarq->title, sizeof session->client_title);
        }
        diagnostic = check(session, aarq);
        if ((diagnostic == 0U) && !open_initiate(session, aarq)) {
            diagnostic = NO_REASON;
        }
        if ((diagnostic == 0U) && (mw_context(session)->ciphered != 0U) && (session->protection == 0U) && (mw_context(session)->mechanism <= LOW)) {
            diagnostic = AUTHENTICATION_REQUIRED; /* a ciphered context whose client has proved nothing */
        }
    }
    return diagnostic;
}

void mw_serve_aarq(mw_session_t *session, uint8_t *request, uint32_t length, mw_writer_t *w)
{
    uint8_t fields[160];
    mw_writer_t inside;
    aarq_t aarq;
    uint8_t diagnostic = NO_REASON;

    session->state = MW_IDLE;
    session->general = false;
    session->transfer.kind = MW_NO_TRANSFER;
    if (take_aarq(&aarq, request, length)) {
        diagnostic = decide(session, &aarq);
    }
    mw_writer(&inside, fields, sizeof fields);
    put_aare(session, &inside, (aarq.context == CONTEXT_CIPHERED) ? CONTEXT_CIPHERED : CONTEXT_PLAIN, diagnostic);
    if (diagnostic == 0U) {
        session->state = (mw_context(session)->mechanism > LOW) ? MW_PENDING : MW_ASSOCIATED;
    }
    mw_put(w, MW_AARE);
    mw_write_length(w, inside.length);
    mw_write(w, fields, inside.length);
}

void mw_serve_rlrq(mw_session_t *session, mw_writer_t *w)
{
    static const uint8_t response[5] = { MW_RLRE, 3U, 0x80U, 1U, 0U };

    session->state = MW_IDLE;
    session->transfer.kind = MW_NO_TRANSFER;
    mw_write(w, response, sizeof response);
}

#if MW_HAVE_HLS
/* Compares all octets, however early they differ: time tells nothing. */
static bool is_equal(const uint8_t *one, const uint8_t *other, uint32_t length)
{
    uint8_t difference = 0U;

    for (uint32_t i = 0U; i < length; i++) {
        difference = (uint8_t)(difference | (uint8_t)(one[i] ^ other[i]));
    }
    return difference == 0U;
}

/* f(challenge): security header, counter, and a GMAC over the challenge. */
uint8_t mw_reply_to_hls(mw_session_t *session, const uint8_t *answer, uint32_t length, uint8_t *own, uint32_t *own_length)
{
    uint8_t tag[12];
    uint32_t counter;
    mw_reader_t reader;
    bool good = (session->state == MW_PENDING) && (length == 17U) && (answer[0] == MW_HEAD_AUTHENTICATED);

    good = good && mw_gmac(session, session->client_title, answer, session->own_challenge, sizeof session->own_challenge, tag);
    good = good && is_equal(tag, &answer[5], (uint32_t)sizeof tag);
    mw_reader(&reader, answer, length);
    (void)mw_take(&reader);
    counter = mw_take_u32(&reader);
    if (good) {
        uint8_t title[8];
        /* the challenge is new, so the answer is; its counter may be older than that of the message around it */
        (void)mw_port_is_new(mw_context(session)->security, session->client, counter);
        mw_port_system_title(title);
        counter = mw_port_next_counter(mw_context(session)->security);
        own[0] = MW_HEAD_AUTHENTICATED;
        for (uint32_t i = 0U; i < 4U; i++) {
            own[1U + i] = (uint8_t)((counter >> (24U - (8U * i))) & 0xFFU);
        }
        (void)mw_gmac(session, title, own, session->client_challenge, session->client_challenge_length, &own[5]);
        *own_length = 17U;
        session->state = MW_ASSOCIATED;
    } else if (session->state == MW_PENDING) {
        session->state = MW_IDLE; /* one try for a challenge */
    } else {
        /* nobody is to prove anything */
    }
    return good ? MW_SUCCESS : MW_READ_WRITE_DENIED;
}
#endif
