/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: AES-128, one block (FIPS 197). Portable; replace mw_aes.c where the chip has an engine. */
#ifndef MW_AES_H
#define MW_AES_H

#include "mw_features.h"

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define MW_AES_BLOCK 16U

/* The round keys of a key. */
typedef struct {
    uint8_t round[176];
} mw_aes_t;

/* Expands a key of 16 octets. */
void mw_aes_key(mw_aes_t *aes, const uint8_t key[16]);

/* Decrypts one block; in and out may be the same. */
void mw_aes_decrypt(const mw_aes_t *aes, const uint8_t in[16], uint8_t out[16]);

/* Encrypts one block; in and out may be the same. */
void mw_aes_encrypt(const mw_aes_t *aes, const uint8_t in[16], uint8_t out[16]);

#ifdef __cplusplus
}
#endif

#endif
