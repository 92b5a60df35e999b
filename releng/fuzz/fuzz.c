/* SPDX-License-Identifier: EPL-2.0 */
#define _POSIX_C_SOURCE 200809L

#include "fuzz.h"

#include "mw_gcm.h"
#include "mw_host.h"
#include "mw_port.h"
#include "mw_profile.h"
#include "mw_service.h"
#include "mw_store.h"
#include "mw_value.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define HEADER 5U
#define GENUINE(condition) do { if (!(condition)) { (void)fprintf(stderr, "not so: %s (%s:%d)\n", #condition, __FILE__, __LINE__); abort(); } } while (0)

static const uint8_t key[16] = { 0U, 1U, 2U, 3U, 4U, 5U, 6U, 7U, 8U, 9U, 10U, 11U, 12U, 13U, 14U, 15U };
static const uint8_t client_title[8] = { 'F', 'U', 'Z', 'Z', 0U, 0U, 0U, 1U };
static uint8_t *nvm;
static uint8_t *ram;
static uint32_t counter;

const mw_meter_t *fuzz_meter(void)
{
    return mw_host_meter.meter;
}

/* Every slot of the key store holds the same key; what the meter tells is nobody's business here. */
static void start(void)
{
    const mw_meter_t *meter = fuzz_meter();
    char name[] = "/tmp/fuzz-keys-XXXXXX";
    const int file = mkstemp(name);
    FILE *keys = (file < 0) ? NULL : fdopen(file, "w");

    GENUINE(keys != NULL);
    for (unsigned slot = 0U; slot < 250U; slot++) {
        (void)fprintf(keys, "%u 000102030405060708090a0b0c0d0e0f\n", slot);
    }
    (void)fclose(keys);
    GENUINE(mw_host_keys(name));
    (void)unlink(name);
    GENUINE(freopen("/dev/null", "w", stdout) != NULL);
    mw_restore_ram(meter);
    mw_restore_nvm(meter);
    ram = malloc(meter->ram_octets + 1U);
    nvm = malloc(meter->nvm_octets + 1U);
    GENUINE((ram != NULL) && (nvm != NULL));
    if (meter->ram != NULL) {
        (void)memcpy(ram, meter->ram, meter->ram_octets);
    }
    if (meter->nvm != NULL) {
        (void)memcpy(nvm, meter->nvm, meter->nvm_octets);
    }
}

void fuzz_begin(input_t *input, const uint8_t *octets, size_t length)
{
    const mw_meter_t *meter = fuzz_meter();

    if (ram == NULL) {
        start();
    }
    if (meter->ram != NULL) {
        (void)memcpy(meter->ram, ram, meter->ram_octets);
    }
    if (meter->nvm != NULL) {
        (void)memcpy(meter->nvm, nvm, meter->nvm_octets);
    }
    for (uint16_t i = 0U; i < meter->profiles; i++) {
        (void)mw_reset_profile(meter, meter->profile[i].object);
    }
    mw_host_forget();
    input->octets = octets;
    input->length = length;
    input->at = 0U;
}

uint8_t fuzz_octet(input_t *input)
{
    uint8_t octet = 0U;

    if (input->at < input->length) {
        octet = input->octets[input->at];
        input->at++;
    }
    return octet;
}

bool fuzz_piece(input_t *input, const uint8_t **octets, uint32_t *length, uint32_t most)
{
    const uint32_t high = fuzz_octet(input);
    const uint32_t wanted = (high << 8U) | fuzz_octet(input);
    const size_t left = input->length - input->at;

    *octets = &input->octets[input->at];
    *length = (wanted < left) ? wanted : (uint32_t)left;
    *length = (*length < most) ? *length : most;
    input->at += *length;
    return *length > 0U;
}

void fuzz_open(mw_session_t *session, uint8_t association, mw_state_t state, uint8_t *store, uint32_t store_room)
{
    const mw_meter_t *meter = fuzz_meter();
    const uint8_t number = (uint8_t)(association % meter->associations);
    const mw_association_t *row = &meter->association[number];

    GENUINE(mw_session(session, meter, row->client, meter->device[row->device].sap, store, store_room));
    session->state = state;
    session->association = number;
    session->conformance = meter->context[number].conformance;
    session->pdu = 0xFFFFU;
    (void)memcpy(session->client_title, client_title, sizeof client_title);
    session->client_challenge_length = 16U;
}

/* Checks that a value is whole and nothing follows it. */
static void check_data(const uint8_t *octets, uint32_t length)
{
    GENUINE((length > 0U) && (mw_axdr_length(octets, length) == length));
}

static void check_plain(const uint8_t *response, uint32_t length)
{
    GENUINE(length >= 3U);
    switch (response[0]) {
    case MW_AARE: {
        mw_reader_t reader;
        mw_reader(&reader, &response[1], length - 1U);
        GENUINE((mw_take_length(&reader) == mw_left(&reader)) && !reader.bad);
        break;
    }
    case MW_GET_RESPONSE:
        GENUINE((response[1] >= 1U) && (response[1] <= 3U) && (length >= 4U));
        if ((response[1] == 1U) && (response[3] == 0U)) {
            check_data(&response[4], length - 4U);
        }
        break;
    case MW_SET_RESPONSE:
        GENUINE((response[1] >= 1U) && (response[1] <= 5U) && (length >= 4U));
        break;
    case MW_ACTION_RESPONSE:
        GENUINE((response[1] >= 1U) && (response[1] <= 4U) && (length >= 4U));
        if ((response[1] == 1U) && (response[4] == 1U) && (response[5] == 0U)) {
            check_data(&response[6], length - 6U);
        }
        break;
    default:
        GENUINE((response[0] == MW_RLRE) || (response[0] == MW_EXCEPTION_RESPONSE));
        break;
    }
}

static void make_iv(uint8_t iv[MW_GCM_IV], const uint8_t title[8], const uint8_t *count)
{
    (void)memcpy(iv, title, 8U);
    (void)memcpy(&iv[8], count, 4U);
}

/* Additional data of a message: control octet, authentication key, and the octets where they are not encrypted. */
static mw_aad_t make_aad(const uint8_t *control, const uint8_t *octets, uint32_t length)
{
    const bool both = (control[0] & MW_HEAD_ENCRYPTED) != 0U;
    const mw_aad_t aad = { { { control, 1U }, { key, sizeof key }, { octets, both ? 0U : length } } };

    return aad;
}

/* Opens a message of the meter: it must be genuine. */
static uint8_t *deciphered(uint8_t *message, uint32_t length, uint32_t *plain)
{
    uint8_t title[8];
    uint8_t iv[MW_GCM_IV];
    uint8_t *octets = &message[HEADER];
    const bool authenticated = (message[0] & MW_HEAD_AUTHENTICATED) != 0U;

    GENUINE(length > (HEADER + (authenticated ? MW_GCM_TAG : 0U)));
    *plain = length - HEADER - (authenticated ? MW_GCM_TAG : 0U);
    mw_port_system_title(title);
    make_iv(iv, title, &message[1]);
    if (authenticated) {
        const mw_aad_t aad = make_aad(message, octets, *plain);
        GENUINE(mw_gcm_open(key, iv, &aad, octets, ((message[0] & MW_HEAD_ENCRYPTED) != 0U) ? *plain : 0U, &octets[*plain]));
    } else {
        mw_gcm_crypt(key, iv, octets, *plain);
    }
    return octets;
}

void fuzz_check(const mw_session_t *session, const uint8_t *response, uint32_t length, uint32_t room)
{
    const uint8_t tag = (length == 0U) ? 0U : response[0];
    mw_reader_t reader;

    (void)session;
    GENUINE(length <= room);
    if (length == 0U) {
        /* nothing was asked, or there was no room to answer */
    } else if ((tag == MW_GENERAL_GLO) || (tag == 0xCCU) || (tag == 0xCDU) || (tag == 0xCFU)) {
        uint8_t *copy = malloc(length);
        uint32_t size;
        uint32_t plain;
        const uint8_t *octets;
        GENUINE(copy != NULL);
        (void)memcpy(copy, response, length);
        mw_reader(&reader, &copy[1], length - 1U);
        if (tag == MW_GENERAL_GLO) {
            GENUINE(mw_take_length(&reader) == 8U);
            (void)mw_take_octets(&reader, 8U);
        }
        size = mw_take_length(&reader);
        GENUINE(!reader.bad && (size == mw_left(&reader)));
        octets = deciphered(&copy[1U + reader.at], size, &plain);
        GENUINE((tag == MW_GENERAL_GLO) || (octets[0] == (tag - MW_GLO_OFFSET)));
        check_plain(octets, plain);
        free(copy);
    } else {
        check_plain(response, length);
    }
}

void fuzz_exchange(mw_session_t *session, const uint8_t *apdu, uint32_t length, uint32_t room)
{
    uint8_t *request = malloc((length == 0U) ? 1U : length);
    uint8_t *response = malloc((room == 0U) ? 1U : room);

    GENUINE((request != NULL) && (response != NULL));
    if (length > 0U) {
        (void)memcpy(request, apdu, length);
    }
    fuzz_check(session, response, mw_server(session, request, length, response, room), room);
    free(request);
    free(response);
}

void fuzz_exchange_ciphered(mw_session_t *session, const uint8_t *apdu, uint32_t length, uint32_t room, uint8_t protection, bool general)
{
    const bool authenticated = (protection & 4U) != 0U;
    const bool encrypted = (protection & 8U) != 0U;
    const uint32_t size = HEADER + length + (authenticated ? MW_GCM_TAG : 0U);
    uint8_t *message = malloc(size + 32U);
    uint8_t iv[MW_GCM_IV];
    uint8_t *octets;
    mw_writer_t w;

    GENUINE(message != NULL);
    counter++;
    mw_writer(&w, message, size + 32U);
    mw_put(&w, general ? MW_GENERAL_GLO : (uint8_t)(apdu[0] + MW_GLO_OFFSET));
    if (general) {
        mw_put(&w, 8U);
        mw_write(&w, client_title, 8U);
    }
    mw_write_length(&w, size);
    octets = &message[w.length + HEADER];
    mw_put(&w, (uint8_t)((authenticated ? MW_HEAD_AUTHENTICATED : 0U) | (encrypted ? MW_HEAD_ENCRYPTED : 0U)));
    mw_put_u32(&w, counter);
    mw_write(&w, apdu, length);
    make_iv(iv, client_title, &octets[-4]);
    if (authenticated) {
        const mw_aad_t aad = make_aad(&octets[-5], octets, length);
        mw_gcm_seal(key, iv, &aad, octets, encrypted ? length : 0U, &octets[length]);
        w.length += MW_GCM_TAG;
    } else if (encrypted) {
        mw_gcm_crypt(key, iv, octets, length);
    } else {
        /* a header that protects nothing */
    }
    fuzz_exchange(session, message, w.length, room);
    free(message);
}

void fuzz_prove(mw_session_t *session)
{
    static const uint8_t head[14] = { MW_ACTION_REQUEST, 1U, 0x41U, 0U, 15U, 0U, 0U, 40U, 0U, 0U, 255U, 1U, 1U, 9U };
    const uint8_t control = MW_HEAD_AUTHENTICATED;
    uint8_t apdu[sizeof head + 18U];
    uint8_t iv[MW_GCM_IV];
    uint8_t none = 0U;
    uint8_t *answer = &apdu[sizeof head + 1U];
    const mw_aad_t aad = { { { &control, 1U }, { key, sizeof key }, { session->own_challenge, sizeof session->own_challenge } } };

    (void)memcpy(apdu, head, sizeof head);
    answer[-1] = 17U;
    counter++;
    answer[0] = control;
    for (uint32_t i = 0U; i < 4U; i++) {
        answer[1U + i] = (uint8_t)((counter >> (24U - (8U * i))) & 0xFFU);
    }
    make_iv(iv, client_title, &answer[1]);
    mw_gcm_seal(key, iv, &aad, &none, 0U, &answer[5]);
    fuzz_exchange(session, apdu, sizeof apdu, 1024U);
}
