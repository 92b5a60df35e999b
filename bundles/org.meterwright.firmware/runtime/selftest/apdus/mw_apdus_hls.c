/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Meterwright: the client's side of high level security by GMAC and of suite 0 ciphering, with one test key for everything: octets 0 to 15. It
 * stands on mw_gcm.h; the plain APDUs are those of the golden rows.
 */
#include "mw_apdus.h"

#include "mw_gcm.h"

#include <string.h>

#define HEADER      5U
#define TAG         12U
#define AUTHENTIC   0x10U
#define BOTH        0x30U
#define CHALLENGE   16U
#define GLO         8U
#define EXCEPTION   0xD8U
#define GENERAL     0xDBU
#define ROOM        (MW_APDU_ROOM + 32U)

static const uint8_t key[16] = { 0U, 1U, 2U, 3U, 4U, 5U, 6U, 7U, 8U, 9U, 10U, 11U, 12U, 13U, 14U, 15U };
static const uint8_t own_title[8] = { 'M', 'W', 'C', 'L', 'I', 'E', 'N', 'T' };
static const uint8_t own_challenge[CHALLENGE] = { 'M', 'e', 't', 'e', 'r', 'w', 'r', 'i', 'g', 'h', 't', ' ', 'a', 's', 'k', 's' };
static uint8_t request_room[ROOM];
static uint8_t response_room[ROOM];
static uint8_t server_title[8];
static uint8_t challenge[64];
static uint32_t challenge_length;
static uint32_t counter;
static bool ciphers;

void mw_apdus_forget(void)
{
    ciphers = false;
    counter = 0U;
    challenge_length = 0U;
}

static void put_counter(uint8_t *out)
{
    counter++;
    for (uint32_t i = 0U; i < 4U; i++) {
        out[i] = (uint8_t)((counter >> (24U - (8U * i))) & 0xFFU);
    }
}

static void make_iv(uint8_t iv[12], const uint8_t title[8], const uint8_t *header)
{
    (void)memcpy(iv, title, 8U);
    (void)memcpy(&iv[8], &header[1], 4U);
}

static mw_aad_t aad_of(const uint8_t *control, const uint8_t *octets, uint32_t length)
{
    const mw_aad_t aad = { { { control, 1U }, { key, (uint32_t)sizeof key }, { octets, length } } };

    return aad;
}

/* Takes title and challenge of the server: fields A4 and AA. */
static void take_fields(const uint8_t *aare, uint32_t length)
{
    uint32_t at = 2U;

    while ((at + 2U) < length) {
        const uint32_t size = aare[at + 1U];
        const uint8_t *field = &aare[at + 2U];
        if ((aare[at] == 0xA4U) && (size == 10U)) {
            (void)memcpy(server_title, &field[2], sizeof server_title);
        } else if ((aare[at] == 0xAAU) && (size > 2U) && ((size - 2U) <= sizeof challenge)) {
            challenge_length = size - 2U;
            (void)memcpy(challenge, &field[2], challenge_length);
        } else {
            /* the other fields were compared */
        }
        at += 2U + size;
    }
}

/* Puts header and tag of f(challenge). */
static void prove(const uint8_t title[8], uint8_t *answer, const uint8_t *octets, uint32_t length)
{
    uint8_t iv[12];
    const mw_aad_t aad = aad_of(answer, octets, length);

    make_iv(iv, title, answer);
    mw_gcm_seal(key, iv, &aad, &answer[HEADER], 0U, &answer[HEADER]);
}

bool mw_apdus_prove(const mw_apdu_open_t *open, const uint8_t *aare, uint32_t length)
{
    static const uint8_t head[15] = { 0xC3U, 1U, 0xC1U, 0U, 15U, 0U, 0U, 40U, 0U, 0U, 255U, 1U, 1U, 9U, 17U };
    uint8_t action[32];
    uint8_t expected[HEADER + TAG];
    uint8_t *response = NULL;
    bool good;

    take_fields(aare, length);
    ciphers = open->ciphered;
    (void)memcpy(action, head, sizeof head);
    action[15] = AUTHENTIC;
    put_counter(&action[16]);
    prove(own_title, &action[15], challenge, challenge_length);
    good = (mw_apdus_ask(action, (uint32_t)sizeof action, &response) == 25U) && (response[0] == 0xC7U) && (response[3] == 0U);
    if (good) {
        (void)memcpy(expected, &response[8], HEADER);
        prove(server_title, expected, own_challenge, CHALLENGE);
        good = memcmp(expected, &response[8], sizeof expected) == 0;
    }
    return good;
}

static uint32_t put_length(uint8_t *out, uint32_t length)
{
    uint32_t used = 1U;

    if (length < 0x80U) {
        out[0] = (uint8_t)length;
    } else {
        out[0] = 0x82U;
        out[1] = (uint8_t)(length >> 8U);
        out[2] = (uint8_t)(length & 0xFFU);
        used = 3U;
    }
    return used;
}

uint32_t mw_apdus_open(uint8_t *sealed, uint32_t length, uint8_t **plain)
{
    const uint32_t title = (sealed[0] == GENERAL) ? (1U + (uint32_t)sealed[1]) : 0U;
    const uint8_t *size_at = &sealed[1U + title];
    const uint32_t wide = (size_at[0] < 0x80U) ? 0U : ((uint32_t)size_at[0] & 0x7FU);
    const uint32_t around = 2U + title + wide + HEADER + TAG;
    uint8_t *header = &sealed[2U + title + wide];
    uint32_t size = 0U;
    uint8_t iv[12];

    if ((length > around) && (header[0] == BOTH)) {
        const mw_aad_t aad = aad_of(header, NULL, 0U);
        size = length - around;
        make_iv(iv, server_title, header);
        if (!mw_gcm_open(key, iv, &aad, &header[HEADER], size, &header[HEADER + size])) {
            size = 0U;
        }
        *plain = &header[HEADER];
    }
    return size;
}

uint32_t mw_apdus_ask(const uint8_t *request, uint32_t length, uint8_t **response)
{
    uint32_t result;

    *response = response_room;
    if (!ciphers) {
        (void)memcpy(request_room, request, length);
        result = mw_apdus_exchange(request_room, length, response_room);
    } else {
        uint8_t iv[12];
        uint8_t *header = &request_room[1U + put_length(&request_room[1], HEADER + length + TAG)];
        const mw_aad_t aad = aad_of(header, NULL, 0U);
        request_room[0] = (uint8_t)(request[0] + GLO);
        header[0] = BOTH;
        put_counter(&header[1]);
        (void)memcpy(&header[HEADER], request, length);
        make_iv(iv, own_title, header);
        mw_gcm_seal(key, iv, &aad, &header[HEADER], length, &header[HEADER + length]);
        result = mw_apdus_exchange(request_room, (uint32_t)(&header[HEADER + length + TAG] - request_room), response_room);
        if (response_room[0] != EXCEPTION) {
            result = mw_apdus_open(response_room, result, response);
        }
    }
    return result;
}
