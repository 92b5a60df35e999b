/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_apdus.h"

#include <stdio.h>
#include <string.h>

#define PRINT_MOST    20U
#define SHORT_HEAD    4U
#define REQUEST_MOST  512U
#define HIGH_GMAC     5U
#define AARQ          0x60U
#define INFORMATION   0xBEU
#define GET_REQUEST   0xC0U
#define GET_RESPONSE  0xC4U
#define SET_RESPONSE  0xC5U
#define NORMAL        1U
#define BLOCK         2U
#define INVOKE        0xC1U
#define NOT_HEX       0xFFU
#define ANY           0x100U
#define END           0x200U

static uint32_t differences;
static uint32_t answers;
static uint32_t refusals;

/* Where the expected octets are being compared. */
typedef struct {
    const mw_apdu_t *row;
    uint32_t at;
} place_t;

static void differ(const mw_apdu_open_t *open, const char *what, const char *request)
{
    if (differences < PRINT_MOST) {
        (void)printf("association %u, request %s: %s\n", (unsigned)open->association, request, what);
    }
    differences++;
}

static uint8_t digit(char c)
{
    static const char digits[] = "0123456789ABCDEF";
    const char *found = strchr(digits, c);

    return ((c == '\0') || (found == NULL)) ? NOT_HEX : (uint8_t)(found - digits);
}

/* Returns an octet of a text; ANY for xx, END behind its last one. */
static uint32_t octet_at(const char *hex, uint32_t at)
{
    const char *pair = &hex[2U * at];
    uint32_t octet = END;

    if (pair[0] == 'x') {
        octet = ANY;
    } else if (pair[0] != '\0') {
        octet = ((uint32_t)digit(pair[0]) << 4U) | digit(pair[1]);
    } else {
        /* nothing is left */
    }
    return octet;
}

static uint32_t octets_of(const char *hex, uint8_t *out, uint32_t room)
{
    uint32_t length = 0U;

    while ((length < room) && (octet_at(hex, length) < ANY)) {
        out[length] = (uint8_t)octet_at(hex, length);
        length++;
    }
    return length;
}

/* Returns the next expected octet, in this row or in one that goes on; END when there is none. */
static uint32_t next(place_t *place)
{
    uint32_t octet = octet_at(place->row->response, place->at);

    while ((octet == END) && (place->row[1].request == NULL) && (place->row[1].response != NULL)) {
        place->row++;
        place->at = 0U;
        octet = octet_at(place->row->response, 0U);
    }
    if (octet != END) {
        place->at++;
    }
    return octet;
}

static bool matches(place_t *place, const uint8_t *octets, uint32_t length)
{
    bool same = true;

    for (uint32_t i = 0U; same && (i < length); i++) {
        const uint32_t expected = next(place);
        same = (expected == ANY) || (expected == octets[i]);
    }
    return same;
}

/* Octets of a length field, and the length. */
static uint32_t length_at(const uint8_t *octets, uint32_t *length)
{
    const uint32_t count = (octets[0] < 0x80U) ? 0U : ((uint32_t)octets[0] & 0x7FU);

    *length = (count == 0U) ? octets[0] : 0U;
    for (uint32_t i = 0U; i < count; i++) {
        *length = (*length << 8U) | octets[1U + i];
    }
    return 1U + count;
}

/* Compares a block with what is due; asks for the next one. Returns the length of its response, 0: there is none to come. */
static uint32_t take_block(place_t *place, uint8_t **response, uint32_t length, bool *same)
{
    uint8_t *block = *response;
    uint32_t size = 0U;
    uint32_t head = 0U;
    uint32_t more = 0U;

    *same = (length > 10U) && (block[2] == INVOKE) && (block[8] == 0U);
    if (*same) {
        head = 9U + length_at(&block[9], &size);
        *same = ((head + size) == length) && matches(place, &block[head], size);
    }
    if (*same && (block[3] == 0U)) {
        uint8_t request[7] = { 0xC0U, BLOCK, INVOKE, 0U, 0U, 0U, 0U };
        (void)memcpy(&request[3], &block[4], 4U);
        more = mw_apdus_ask(request, (uint32_t)sizeof request, response);
    }
    return more;
}

/* The whole answer, in one response or in blocks, is what stands there. */
static void check_answer(const mw_apdu_open_t *open, const mw_apdu_t *row, uint8_t *response, uint32_t length)
{
    place_t place = { row, 0U };
    const bool is_short = (octet_at(row->response, 0U) == GET_RESPONSE) && (octet_at(row->response, 1U) == NORMAL);
    uint32_t left = length;
    uint8_t *now = response;
    bool same = left > SHORT_HEAD;

    if (same && (now[1] == NORMAL)) {
        const uint32_t from = is_short ? 0U : SHORT_HEAD;
        same = (is_short || (now[3] == 0U)) && matches(&place, &now[from], left - from);
    } else {
        place.at = is_short ? SHORT_HEAD : 0U;
        while (same && (left > 0U)) {
            same = (now[0] == GET_RESPONSE) && (now[1] == BLOCK);
            left = same ? take_block(&place, &now, left, &same) : 0U;
        }
    }
    if (!same || (next(&place) != END)) {
        differ(open, "another answer", row->request);
    }
    answers++;
}

/* The response to what was written or executed, octet by octet. */
static void check_done(const mw_apdu_open_t *open, const mw_apdu_t *row, const uint8_t *response, uint32_t length)
{
    place_t place = { row, 0U };

    if (!matches(&place, response, length) || (next(&place) != END)) {
        differ(open, "another answer", row->request);
    }
    answers++;
}

/* C4 01 C1 01 and why; C5 01 C1 and why, which is not 0; C7 01 C1, why, and 0: nothing is returned. */
static void check_refusal(const mw_apdu_open_t *open, const mw_apdu_t *row, const uint8_t *response, uint32_t length)
{
    const uint8_t tag = (uint8_t)(octet_at(row->request, 0U) + 4U);
    bool good = (length == ((tag == SET_RESPONSE) ? 4U : 5U)) && (response[0] == tag) && (response[1] == NORMAL) && (response[2] == INVOKE);

    if (good && (tag == GET_RESPONSE)) {
        good = response[3] == 1U;
    } else if (good) {
        good = response[3] != 0U;
    } else {
        /* not even of that form */
    }
    if (!good) {
        differ(open, "not refused", row->request);
    }
    refusals++;
}

static void check_row(const mw_apdu_open_t *open, const mw_apdu_t *row)
{
    static uint8_t request[REQUEST_MOST];
    const uint32_t bit = (uint32_t)1U << open->association;
    uint8_t *response = NULL;

    if ((row->request != NULL) && (((row->readers | row->others) & bit) != 0U)) {
        const uint32_t length = mw_apdus_ask(request, octets_of(row->request, request, REQUEST_MOST), &response);
        if ((row->others & bit) != 0U) {
            check_refusal(open, row, response, length);
        } else if (request[0] == GET_REQUEST) {
            check_answer(open, row, response, length);
        } else {
            check_done(open, row, response, length);
        }
    }
}

static bool associates(const mw_apdu_open_t *open)
{
    static uint8_t response[MW_APDU_ROOM];
    uint8_t request[128];
    const mw_apdu_t expected[2] = { { open->aarq, open->aare, 0U, 0U }, { NULL, NULL, 0U, 0U } };
    place_t place = { expected, 0U };
    uint32_t length = octets_of(open->aarq, request, (uint32_t)sizeof request);
    bool good = mw_apdus_connect(open->client, open->server);

    mw_apdus_forget();
    if (good) {
        length = mw_apdus_exchange(request, length, response);
        good = matches(&place, response, length) && (next(&place) == END);
    }
    if (good && (open->mechanism == HIGH_GMAC)) {
        good = mw_apdus_prove(open, response, length);
    }
    return good;
}

/* Returns where the user information of an AARE begins, behind its octet string's length; length: nowhere. */
static uint32_t information_at(const uint8_t *aare, uint32_t length)
{
    uint32_t at = 2U;

    while (((at + 1U) < length) && (aare[at] != INFORMATION)) {
        at += 2U + (uint32_t)aare[at + 1U];
    }
    return ((at + 4U) < length) ? (at + 4U) : length;
}

/* Sends a ciphered message as it stands, an AARQ on a new connection; compares the response and what is inside. */
static bool is_answered(const mw_apdu_open_t *open, const mw_apdu_ciphered_t *row)
{
    static uint8_t response[MW_APDU_ROOM];
    static uint8_t request[REQUEST_MOST];
    const mw_apdu_t whole[2] = { { row->request, row->response, 0U, 0U }, { NULL, NULL, 0U, 0U } };
    const mw_apdu_t inside[2] = { { row->request, row->plain, 0U, 0U }, { NULL, NULL, 0U, 0U } };
    place_t place = { whole, 0U };
    const uint32_t size = octets_of(row->request, request, REQUEST_MOST);
    const bool begins = request[0] == AARQ;
    bool good = !begins || mw_apdus_connect(open->client, open->server);
    uint32_t length = 0U;
    uint32_t from = 0U;
    uint8_t *plain = NULL;

    if (good && begins) {
        mw_apdus_forget();
    }
    if (good) {
        length = mw_apdus_exchange(request, size, response);
        good = matches(&place, response, length) && (next(&place) == END) && (length > 0U);
    }
    if (good && begins) {
        from = information_at(response, length);
        good = mw_apdus_prove(open, response, length) && (from < length);
    }
    if (good) {
        length = mw_apdus_open(&response[from], length - from, &plain);
        place.row = inside;
        place.at = 0U;
        good = (length > 0U) && matches(&place, plain, length) && (next(&place) == END);
    }
    return good;
}

static void check_ciphered(const mw_apdu_open_t *open, const mw_apdu_ciphered_t *sealed)
{
    for (const mw_apdu_ciphered_t *row = sealed; row->request != NULL; row++) {
        if (row->association == open->association) {
            if (!is_answered(open, row)) {
                differ(open, "another answer", row->request);
            }
            answers++;
        }
    }
}

uint32_t mw_apdus(const mw_apdu_open_t *open, uint32_t count, const mw_apdu_t *golden, const mw_apdu_ciphered_t *sealed)
{
    for (uint32_t i = 0U; i < count; i++) {
        if (associates(&open[i])) {
            for (const mw_apdu_t *row = golden; row->response != NULL; row++) {
                check_row(&open[i], row);
            }
            check_ciphered(&open[i], sealed);
        } else {
            differ(&open[i], "the association is not opened", open[i].aarq);
        }
    }
    (void)printf("%lu associations, %lu answers, %lu refusals: %lu differences\n", (unsigned long)count, (unsigned long)answers, (unsigned long)refusals,
        (unsigned long)differences);
    return differences;
}
