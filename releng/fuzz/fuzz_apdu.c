/* SPDX-License-Identifier: EPL-2.0 */
/*
 * APDUs in any state of any association, plain or ciphered with a valid tag. Input: association; state and protection; room of responses; room of the
 * store; then messages, each behind its length in two octets.
 */
#include "fuzz.h"

#include <stdlib.h>

#define STATE    0x03U
#define CIPHERED 0x04U
#define GENERAL  0x08U
#define PROVES   0x10U
#define TURNS    12U
#define LONGEST  2048U

int LLVMFuzzerTestOneInput(const uint8_t *octets, size_t length);

int LLVMFuzzerTestOneInput(const uint8_t *octets, size_t length)
{
    static const mw_state_t states[4] = { MW_IDLE, MW_PENDING, MW_ASSOCIATED, MW_ASSOCIATED };
    input_t input;
    mw_session_t session;
    const uint8_t *apdu;
    uint32_t size;

    fuzz_begin(&input, octets, length);
    const uint8_t association = fuzz_octet(&input);
    const uint8_t how = fuzz_octet(&input);
    const uint32_t room = MW_SMALLEST_ROOM + (4U * (uint32_t)fuzz_octet(&input));
    const uint32_t store_room = 4U * (uint32_t)fuzz_octet(&input);
    uint8_t *store = (store_room == 0U) ? NULL : malloc(store_room);
    fuzz_open(&session, association, states[how & STATE], store, store_room);
    session.pdu = (uint16_t)room;
    if ((how & PROVES) != 0U) {
        fuzz_prove(&session);
    }
    for (uint32_t turn = 0U; (turn < TURNS) && fuzz_piece(&input, &apdu, &size, LONGEST); turn++) {
        if ((how & CIPHERED) != 0U) {
            fuzz_exchange_ciphered(&session, apdu, size, room, (uint8_t)(how >> 4U) & 0x0CU, (how & GENERAL) != 0U);
        } else {
            fuzz_exchange(&session, apdu, size, room);
        }
    }
    free(store);
    return 0;
}
