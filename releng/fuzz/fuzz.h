/* SPDX-License-Identifier: EPL-2.0 */
/* What the fuzz targets have in common: the meter, the input taken apart, sessions in any state, ciphered messages with a valid tag. */
#ifndef FUZZ_H
#define FUZZ_H

#include "mw_server.h"

/* The octets that the fuzzer has made up; beyond the end there are zeros. */
typedef struct {
    const uint8_t *octets;
    size_t length;
    size_t at;
} input_t;

/* Begins with an input: the meter is as it leaves the factory. */
void fuzz_begin(input_t *input, const uint8_t *octets, size_t length);

uint8_t fuzz_octet(input_t *input);

/* Takes a piece of at most `most` octets, whose length stands before it in two octets; false: the input is used up. */
bool fuzz_piece(input_t *input, const uint8_t **octets, uint32_t *length, uint32_t most);

const mw_meter_t *fuzz_meter(void);

/* Puts a session into a state of an association, as if a client had come so far. */
void fuzz_open(mw_session_t *session, uint8_t association, mw_state_t state, uint8_t *store, uint32_t store_room);

/* Answers a message that is given in memory of exactly its size, into memory of exactly `room` octets, and checks the answer. */
void fuzz_exchange(mw_session_t *session, const uint8_t *apdu, uint32_t length, uint32_t room);

/* Protects a message as the client of the session does (mode bits of mw_find.h), and exchanges it; general: as general-glo-ciphering. */
void fuzz_exchange_ciphered(mw_session_t *session, const uint8_t *apdu, uint32_t length, uint32_t room, uint8_t protection, bool general);

/* Proves to a pending session that the client knows the keys; the session must believe it. */
void fuzz_prove(mw_session_t *session);

/* Checks a response of the server: a tag that the standard has, a length that fits, values that are whole. */
void fuzz_check(const mw_session_t *session, const uint8_t *response, uint32_t length, uint32_t room);

#endif
