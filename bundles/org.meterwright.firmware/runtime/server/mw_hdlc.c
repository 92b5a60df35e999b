/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_hdlc.h"

#if MW_HAVE_HDLC

#include "mw_reader.h"

#include <string.h>

#define FLAG     0x7EU
#define FORMAT   0xA0U
#define SEGMENT  0x08U
#define SNRM     0x93U
#define DISC     0x53U
#define UA       0x73U
#define DM       0x1FU
#define RR       0x11U
#define POLL     0x10U
#define LLC      3U
#define SMALLEST 32U

/* What a frame says. */
typedef struct {
    const uint8_t *server;
    const uint8_t *information;
    uint32_t information_length;
    uint16_t sap;
    uint8_t server_length;
    uint8_t client;
    uint8_t control;
    bool more;
} frame_t;

/* The frame check sequence of ISO/IEC 13239, bit by bit: frames are short. */
static uint16_t check(const uint8_t *octets, uint32_t length)
{
    uint32_t sum = 0xFFFFU;

    for (uint32_t i = 0U; i < length; i++) {
        sum ^= octets[i];
        for (uint32_t bit = 0U; bit < 8U; bit++) {
            sum = ((sum & 1U) != 0U) ? ((sum >> 1U) ^ 0x8408U) : (sum >> 1U);
        }
    }
    return (uint16_t)(sum ^ 0xFFFFU);
}

static bool checks(const uint8_t *octets, uint32_t length)
{
    const uint16_t sum = check(octets, length);

    return (octets[length] == (uint8_t)(sum & 0xFFU)) && (octets[length + 1U] == (uint8_t)(sum >> 8U));
}

static uint32_t put_check(uint8_t *octets, uint32_t length)
{
    const uint16_t sum = check(octets, length);

    octets[length] = (uint8_t)(sum & 0xFFU);
    octets[length + 1U] = (uint8_t)(sum >> 8U);
    return length + 2U;
}

void mw_hdlc_start(mw_hdlc_t *link, const mw_meter_t *meter, uint8_t *apdu, uint32_t apdu_room, uint8_t *store, uint32_t store_room)
{
    (void)memset(link, 0, sizeof *link);
    link->meter = meter;
    link->apdu = apdu;
    link->apdu_room = apdu_room;
    link->store = store;
    link->store_room = store_room;
}

/* Tells whether the octets so far are a frame of the length that it says. */
static bool is_whole(const mw_hdlc_t *link)
{
    const uint32_t length = (((uint32_t)link->frame[0] & 7U) << 8U) | link->frame[1];

    return (link->frame_length >= 7U) && ((link->frame[0] & 0xF0U) == FORMAT) && (length == link->frame_length);
}

bool mw_hdlc_octet(mw_hdlc_t *link, uint8_t octet)
{
    bool whole = false;

    if ((octet == FLAG) && (!link->in_frame || (link->frame_length == 0U) || is_whole(link))) {
        whole = link->in_frame && (link->frame_length > 0U);
        link->in_frame = true;
        link->frame_length = whole ? link->frame_length : 0U;
    } else if (link->in_frame && (link->frame_length < MW_HDLC_FRAME)) {
        link->frame[link->frame_length] = octet;
        link->frame_length++;
    } else {
        link->in_frame = false; /* too long, or noise between frames: wait for a flag */
        link->frame_length = 0U;
    }
    return whole;
}

/* Reads the logical device's SAP from a server address: the upper half of two or four octets, seven bits in each. */
static uint16_t sap_of(const uint8_t *address, uint8_t length)
{
    const uint16_t first = (uint16_t)(address[0] >> 1U);

    return (length == 4U) ? (uint16_t)(((uint32_t)first << 7U) | ((uint32_t)address[1] >> 1U)) : first;
}

static bool take_address(mw_reader_t *reader, frame_t *frame)
{
    frame->server = &reader->octets[reader->at];
    do {
        frame->server_length++;
    } while (((mw_take(reader) & 1U) == 0U) && !reader->bad && (frame->server_length < 4U));
    return !reader->bad && (frame->server_length != 3U);
}

static bool take_frame(const mw_hdlc_t *link, frame_t *frame)
{
    const uint32_t end = link->frame_length - 2U;
    mw_reader_t reader;
    bool good = checks(link->frame, end);

    (void)memset(frame, 0, sizeof *frame);
    mw_reader(&reader, link->frame, end);
    frame->more = ((mw_take(&reader) & SEGMENT) != 0U);
    (void)mw_take(&reader);
    good = good && take_address(&reader, frame);
    frame->client = mw_take(&reader);
    frame->control = mw_take(&reader);
    good = good && !reader.bad && ((frame->client & 1U) != 0U);
    if (good && (mw_left(&reader) > 0U)) {
        good = (mw_left(&reader) > 2U) && checks(link->frame, reader.at);
        (void)mw_take_octets(&reader, 2U);
        frame->information_length = good ? mw_left(&reader) : 0U;
        frame->information = &link->frame[reader.at];
    }
    if (good) {
        frame->sap = sap_of(frame->server, frame->server_length);
    }
    return good;
}

/* Puts a frame around information; returns its length. */
static uint32_t put_frame(const mw_hdlc_address_t *address, uint8_t *out, uint8_t control, const uint8_t *information, uint32_t length, bool more)
{
    const uint32_t head = 2U + 1U + (uint32_t)address->server_length + 1U;
    uint32_t total = head + 2U;
    uint32_t at = 1U;

    if (length > 0U) { /* information has a check sequence of its own */
        total += length + 2U;
    }
    out[0] = FLAG;
    out[at] = (uint8_t)(FORMAT | (more ? SEGMENT : 0U) | (total >> 8U));
    out[at + 1U] = (uint8_t)(total & 0xFFU);
    out[at + 2U] = address->client;
    (void)memcpy(&out[at + 3U], address->server, address->server_length);
    out[at + 3U + address->server_length] = control;
    at = head;
    if (length > 0U) {
        at = put_check(&out[1], at);
        (void)memcpy(&out[1U + at], information, length);
        at += length;
    }
    at = put_check(&out[1], at);
    out[1U + at] = FLAG;
    return at + 2U;
}

/* Sends the piece of the response that is due, again if the client has not acknowledged it. */
static uint32_t put_piece(mw_hdlc_t *link, uint8_t *out)
{
    const uint32_t left = link->length - link->sent;
    const uint8_t control = (uint8_t)(((uint32_t)link->receive_number << 5U) | POLL | ((uint32_t)link->send_number << 1U));

    link->under_way = (left < link->most) ? left : link->most;
    return put_frame(&link->address, out, control, &link->apdu[link->sent], link->under_way, link->under_way < left);
}

static uint32_t put_ready(const mw_hdlc_t *link, uint8_t *out)
{
    return put_frame(&link->address, out, (uint8_t)(((uint32_t)link->receive_number << 5U) | RR), NULL, 0U, false);
}

static void take_names(mw_hdlc_address_t *address, const frame_t *frame)
{
    address->client = frame->client;
    address->server_length = frame->server_length;
    (void)memcpy(address->server, frame->server, frame->server_length);
}

/* Takes the length of the information field that the client receives, from the parameters of SNRM. */
static uint32_t negotiated(const frame_t *frame)
{
    uint32_t most = MW_HDLC_INFORMATION;
    mw_reader_t reader;

    mw_reader(&reader, frame->information, frame->information_length);
    if (frame->information_length > 3U) {
        (void)mw_take_octets(&reader, 3U);
        while (!reader.bad && (mw_left(&reader) > 0U)) {
            const uint8_t parameter = mw_take(&reader);
            const uint8_t width = mw_take(&reader);
            const uint8_t *octets = mw_take_octets(&reader, width);
            if ((octets != NULL) && (parameter == 6U) && (width >= 1U) && (width <= 2U)) {
                const uint32_t asked = (width == 2U) ? (((uint32_t)octets[0] << 8U) | octets[1]) : octets[0];
                most = ((asked >= SMALLEST) && (asked < most)) ? asked : most;
            }
        }
    }
    return most;
}

static uint32_t connect(mw_hdlc_t *link, const frame_t *frame, uint8_t *out)
{
    const uint32_t longest = MW_HDLC_INFORMATION;
    const uint8_t most[2] = { (uint8_t)(longest >> 8U), (uint8_t)(longest & 0xFFU) };
    const uint8_t parameters[23] = { 0x81U, 0x80U, 20U, 5U, 2U, most[0], most[1], 6U, 2U, most[0], most[1], 7U, 4U, 0U, 0U, 0U, 1U, 8U, 4U, 0U, 0U, 0U, 1U };
    uint32_t length = 0U;

    take_names(&link->address, frame);
    link->connected = mw_session(&link->session, link->meter, (uint16_t)(frame->client >> 1U), frame->sap, link->store, link->store_room);
    if (link->connected) {
        link->send_number = 0U;
        link->receive_number = 0U;
        link->received = 0U;
        link->length = 0U;
        link->sent = 0U;
        link->under_way = 0U;
        link->most = negotiated(frame);
        length = put_frame(&link->address, out, UA, parameters, sizeof parameters, false);
    }
    return length;
}

/* Adds a piece to the request; false: there is no room, and the request is forgotten. */
static bool add_piece(mw_hdlc_t *link, const frame_t *frame)
{
    const bool fits = frame->information_length <= (link->apdu_room - link->received);

    if (!fits) {
        link->received = 0U;
    } else if (frame->information_length > 0U) {
        (void)memcpy(&link->apdu[link->received], frame->information, frame->information_length);
        link->received += frame->information_length;
    } else {
        /* an empty piece */
    }
    return fits;
}

/* Answers a whole request: the response takes its place in the buffer, so it is answered from the other end of it. */
static void answer(mw_hdlc_t *link)
{
    static const uint8_t request_llc[LLC] = { 0xE6U, 0xE6U, 0U };
    static const uint8_t response_llc[LLC] = { 0xE6U, 0xE7U, 0U };
    const uint32_t half = link->apdu_room / 2U;
    const uint32_t length = link->received;
    uint32_t response = 0U;

    link->received = 0U;
    link->length = 0U;
    link->sent = 0U;
    if ((length > LLC) && (length <= half) && (memcmp(link->apdu, request_llc, LLC) == 0)) {
        uint8_t *request = &link->apdu[link->apdu_room - (length - LLC)];
        (void)memmove(request, &link->apdu[LLC], length - LLC);
        response = mw_server(&link->session, request, length - LLC, &link->apdu[LLC], half - LLC);
    }
    if (response > 0U) {
        (void)memcpy(link->apdu, response_llc, LLC);
        link->length = LLC + response;
    }
}

/* Takes note of what the client has received. */
static void acknowledge(mw_hdlc_t *link, uint8_t number)
{
    if ((link->under_way > 0U) && (number == ((link->send_number + 1U) & 7U))) {
        link->send_number = number;
        link->sent += link->under_way;
        link->under_way = 0U;
    }
}

static uint32_t take_information(mw_hdlc_t *link, const frame_t *frame, uint8_t *out)
{
    uint32_t length;

    if (((frame->control >> 1U) & 7U) != link->receive_number) {
        length = (link->sent < link->length) ? put_piece(link, out) : put_ready(link, out); /* heard before: the answer was lost */
    } else {
        link->receive_number = (uint8_t)((link->receive_number + 1U) & 7U);
        if (!add_piece(link, frame) || frame->more) {
            length = put_ready(link, out);
        } else {
            answer(link);
            length = (link->length > 0U) ? put_piece(link, out) : put_ready(link, out);
        }
    }
    return length;
}

static uint32_t transfer(mw_hdlc_t *link, const frame_t *frame, uint8_t *out)
{
    uint32_t length;

    acknowledge(link, (uint8_t)(frame->control >> 5U));
    if ((frame->control & 1U) == 0U) {
        length = take_information(link, frame, out);
    } else if (link->sent < link->length) {
        length = put_piece(link, out);
    } else {
        length = put_ready(link, out);
    }
    return length;
}

static bool is_ours(const mw_hdlc_t *link, const frame_t *frame)
{
    return link->connected && (frame->client == link->address.client) && (frame->server_length == link->address.server_length)
        && (memcmp(frame->server, link->address.server, link->address.server_length) == 0);
}

/* Says that there is no connection. */
static uint32_t put_disconnected(const frame_t *frame, uint8_t *out)
{
    mw_hdlc_address_t other;

    take_names(&other, frame);
    return put_frame(&other, out, DM, NULL, 0U, false);
}

uint32_t mw_hdlc(mw_hdlc_t *link, uint8_t out[MW_HDLC_FRAME])
{
    frame_t frame;
    uint32_t length = 0U;

    if (!take_frame(link, &frame)) {
        /* damaged: the client asks again */
    } else if (frame.control == SNRM) {
        length = connect(link, &frame, out);
    } else if (!is_ours(link, &frame)) {
        length = put_disconnected(&frame, out);
    } else if (frame.control == DISC) {
        length = put_frame(&link->address, out, UA, NULL, 0U, false);
        link->connected = false;
    } else {
        length = transfer(link, &frame, out);
    }
    link->frame_length = 0U;
    return length;
}

#endif
