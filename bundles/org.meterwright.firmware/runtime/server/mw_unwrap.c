/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_unwrap.h"

#if MW_HAVE_KEYS

#include "mw_aes.h"

#include <string.h>

#define KEY 16U

bool mw_unwrap_key(const uint8_t master[16], const uint8_t wrapped[24], uint8_t key[16])
{
    uint8_t block[MW_AES_BLOCK];
    uint8_t difference = 0U;
    mw_aes_t aes;

    mw_aes_key(&aes, master);
    (void)memcpy(block, wrapped, 8U);
    (void)memcpy(key, &wrapped[8], KEY);
    for (uint8_t step = 12U; step > 0U; step--) {
        uint8_t *half = ((step % 2U) == 0U) ? &key[8] : key;
        block[7] = (uint8_t)(block[7] ^ step);
        (void)memcpy(&block[8], half, 8U);
        mw_aes_decrypt(&aes, block, block);
        (void)memcpy(half, &block[8], 8U);
    }
    for (uint32_t i = 0U; i < 8U; i++) {
        difference = (uint8_t)(difference | (block[i] ^ 0xA6U));
    }
    return difference == 0U;
}

#endif
