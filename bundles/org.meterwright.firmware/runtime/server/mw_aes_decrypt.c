/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_aes.h"

#if MW_HAVE_KEYS

#define ROUNDS 10U

static uint8_t times(uint8_t a, uint8_t b)
{
    uint32_t left = a;
    uint32_t product = 0U;

    for (uint32_t bit = 0U; bit < 8U; bit++) {
        product ^= (((uint32_t)b >> bit) & 1U) * left;
        left = ((left << 1U) ^ (((left & 0x80U) != 0U) ? 0x11BU : 0U)) & 0xFFU;
    }
    return (uint8_t)product;
}

static uint32_t turned(uint32_t octet, uint32_t by)
{
    return ((octet << by) | (octet >> (8U - by))) & 0xFFU;
}

/* The inverse substitution is computed: keys come seldom, and a table would take 256 octets. */
static uint8_t restored(uint8_t octet)
{
    const uint8_t number = (uint8_t)(turned(octet, 1U) ^ turned(octet, 3U) ^ turned(octet, 6U) ^ 0x05U);
    uint8_t square = number;
    uint8_t inverse = 1U;

    for (uint32_t bit = 1U; bit < 8U; bit++) { /* number to the power of 254 */
        square = times(square, square);
        inverse = times(inverse, square);
    }
    return inverse;
}

static void unmix(uint8_t state[16])
{
    static const uint8_t factor[4] = { 14U, 11U, 13U, 9U };

    for (uint32_t column = 0U; column < 16U; column += 4U) {
        uint8_t was[4];
        for (uint32_t i = 0U; i < 4U; i++) {
            was[i] = state[column + i];
        }
        for (uint32_t i = 0U; i < 4U; i++) {
            uint8_t sum = 0U;
            for (uint32_t j = 0U; j < 4U; j++) {
                sum ^= times(was[(i + j) % 4U], factor[j]);
            }
            state[column + i] = sum;
        }
    }
}

static void add(uint8_t state[16], const uint8_t *key)
{
    for (uint32_t i = 0U; i < 16U; i++) {
        state[i] ^= key[i];
    }
}

/* Rows move back to the right, and octets through the inverse substitution. */
static void restore(const uint8_t from[16], uint8_t to[16])
{
    for (uint32_t column = 0U; column < 4U; column++) {
        for (uint32_t row = 0U; row < 4U; row++) {
            to[(4U * ((column + row) % 4U)) + row] = restored(from[(4U * column) + row]);
        }
    }
}

void mw_aes_decrypt(const mw_aes_t *aes, const uint8_t in[16], uint8_t out[16])
{
    uint8_t state[16];
    uint8_t next[16];

    for (uint32_t i = 0U; i < 16U; i++) {
        state[i] = in[i];
    }
    add(state, &aes->round[16U * ROUNDS]);
    for (uint32_t round = ROUNDS; round > 0U; round--) {
        restore(state, next);
        add(next, &aes->round[16U * (round - 1U)]);
        if (round > 1U) {
            unmix(next);
        }
        for (uint32_t i = 0U; i < 16U; i++) {
            state[i] = next[i];
        }
    }
    for (uint32_t i = 0U; i < 16U; i++) {
        out[i] = state[i];
    }
}

#endif
