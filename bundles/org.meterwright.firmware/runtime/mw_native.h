/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: native numbers from and to octets of any alignment, in the machine's own order. */
#ifndef MW_NATIVE_H
#define MW_NATIVE_H

#include <stdint.h>
#include <string.h>

#ifdef __cplusplus
extern "C" {
#endif

static inline uint16_t mw_load_u16(const uint8_t *octets)
{
    uint16_t number;

    (void)memcpy((uint8_t *)&number, octets, sizeof number);
    return number;
}

static inline uint32_t mw_load_u32(const uint8_t *octets)
{
    uint32_t number;

    (void)memcpy((uint8_t *)&number, octets, sizeof number);
    return number;
}

static inline uint64_t mw_load_u64(const uint8_t *octets)
{
    uint64_t number;

    (void)memcpy((uint8_t *)&number, octets, sizeof number);
    return number;
}

static inline void mw_save_u16(uint8_t *octets, uint16_t number)
{
    (void)memcpy(octets, (const uint8_t *)&number, sizeof number);
}

static inline void mw_save_u32(uint8_t *octets, uint32_t number)
{
    (void)memcpy(octets, (const uint8_t *)&number, sizeof number);
}

static inline void mw_save_u64(uint8_t *octets, uint64_t number)
{
    (void)memcpy(octets, (const uint8_t *)&number, sizeof number);
}

#ifdef __cplusplus
}
#endif

#endif
