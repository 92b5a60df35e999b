/* SPDX-License-Identifier: EPL-2.0 */
/*
 * Octets on a serial line. Input: what it is; room of messages; then either octets as they come, or (so that the inside is reached) frames: control octet,
 * flags, and information behind its length, which get addresses and check sequences here.
 */
#include "fuzz.h"

#include "mw_hdlc.h"

#include <stdlib.h>
#include <string.h>

#define FRAMES    0x01U
#define CONNECTED 0x02U
#define TURNS     40U
#define MORE      0x01U
#define DAMAGED   0x02U
#define OTHER     0x04U

int LLVMFuzzerTestOneInput(const uint8_t *octets, size_t length);

/* Gives the line octets, and takes what it says: frames between flags that are as long as they say. */
static void feed(mw_hdlc_t *link, const uint8_t *octets, size_t length)
{
    for (size_t i = 0U; i < length; i++) {
        if (mw_hdlc_octet(link, octets[i])) {
            uint8_t *out = malloc(MW_HDLC_FRAME);
            const uint32_t said = mw_hdlc(link, out);
            if ((said > MW_HDLC_FRAME) || ((said > 0U) && ((said < 9U) || (out[0] != 0x7EU) || (out[said - 1U] != 0x7EU)
                || (((((uint32_t)out[1] & 7U) << 8U) | out[2]) != (said - 2U))))) {
                abort();
            }
            free(out);
        }
    }
}

static uint32_t put_check(uint8_t *octets, uint32_t length)
{
    uint32_t sum = 0xFFFFU;

    for (uint32_t i = 0U; i < length; i++) {
        sum ^= octets[i];
        for (uint32_t bit = 0U; bit < 8U; bit++) {
            sum = ((sum & 1U) != 0U) ? ((sum >> 1U) ^ 0x8408U) : (sum >> 1U);
        }
    }
    sum ^= 0xFFFFU;
    octets[length] = (uint8_t)(sum & 0xFFU);
    octets[length + 1U] = (uint8_t)(sum >> 8U);
    return length + 2U;
}

static void feed_frame(mw_hdlc_t *link, uint8_t control, uint8_t flags, const uint8_t *information, uint32_t length)
{
    const mw_meter_t *meter = fuzz_meter();
    uint8_t frame[MW_HDLC_FRAME + 64U];
    const uint32_t total = 8U + ((length > 0U) ? (length + 1U) : 0U) - ((length > 0U) ? 0U : 1U);
    uint32_t at;

    frame[0] = 0x7EU;
    frame[1] = (uint8_t)(0xA0U | (((flags & MORE) != 0U) ? 8U : 0U) | (total >> 8U));
    frame[2] = (uint8_t)(total & 0xFFU);
    frame[3] = (uint8_t)((((uint32_t)meter->device[0].sap << 1U) & 0xFEU) | 1U);
    frame[4] = (uint8_t)((((uint32_t)meter->association[0].client << 1U) & 0xFEU) | (((flags & OTHER) != 0U) ? 0U : 1U));
    frame[5] = control;
    at = put_check(&frame[1], 5U);
    if (length > 0U) {
        (void)memcpy(&frame[1U + at], information, length);
        at = put_check(&frame[1], at + length);
    }
    frame[1U + at] = 0x7EU;
    if ((flags & DAMAGED) != 0U) {
        frame[at] ^= 1U;
    }
    feed(link, frame, at + 2U);
}

int LLVMFuzzerTestOneInput(const uint8_t *octets, size_t length)
{
    input_t input;
    mw_hdlc_t link;

    fuzz_begin(&input, octets, length);
    const uint8_t how = fuzz_octet(&input);
    const uint32_t room = 8U * (1U + (uint32_t)fuzz_octet(&input));
    uint8_t *apdu = malloc(room);
    uint8_t *store = malloc(room);
    mw_hdlc_start(&link, fuzz_meter(), apdu, room, store, room);
    if ((how & CONNECTED) != 0U) {
        feed_frame(&link, 0x93U, 0U, NULL, 0U);
    }
    if ((how & FRAMES) != 0U) {
        for (uint32_t turn = 0U; (turn < TURNS) && (input.at < input.length); turn++) {
            const uint8_t control = fuzz_octet(&input);
            const uint8_t flags = fuzz_octet(&input);
            const uint8_t *information;
            uint32_t size;
            (void)fuzz_piece(&input, &information, &size, MW_HDLC_INFORMATION + 16U);
            feed_frame(&link, control, flags, information, size);
        }
    } else {
        feed(&link, &octets[input.at], length - input.at);
    }
    free(apdu);
    free(store);
    return 0;
}
