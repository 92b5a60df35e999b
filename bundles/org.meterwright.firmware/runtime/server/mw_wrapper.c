/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_wrapper.h"

#if MW_HAVE_WRAPPER

#define VERSION 1U

static uint16_t get(const uint8_t *octets)
{
    return (uint16_t)(((uint32_t)octets[0] << 8U) | (uint32_t)octets[1]);
}

static void put(uint8_t *octets, uint16_t number)
{
    octets[0] = (uint8_t)(number >> 8U);
    octets[1] = (uint8_t)(number & 0xFFU);
}

bool mw_unwrap(const uint8_t header[8], mw_wrapper_t *wrapper)
{
    wrapper->source = get(&header[2]);
    wrapper->destination = get(&header[4]);
    wrapper->length = get(&header[6]);
    return get(header) == VERSION;
}

void mw_wrap(const mw_wrapper_t *wrapper, uint8_t header[8])
{
    put(header, VERSION);
    put(&header[2], wrapper->source);
    put(&header[4], wrapper->destination);
    put(&header[6], wrapper->length);
}

#endif
