/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: AES-GCM with 12 octets of initialization vector and of tag, as security suite 0 has it (IEC 62056-5-3, NIST SP 800-38D). */
#ifndef MW_GCM_H
#define MW_GCM_H

#include "mw_aes.h"

#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

#define MW_GCM_IV  12U
#define MW_GCM_TAG 12U

/* Octets that are authenticated and not encrypted, in up to three pieces. */
typedef struct {
    const uint8_t *octets;
    uint32_t length;
} mw_piece_of_aad_t;

typedef struct {
    mw_piece_of_aad_t piece[3];
} mw_aad_t;

/* Encrypts octets in place and puts the tag. */
void mw_gcm_seal(const uint8_t key[16], const uint8_t iv[12], const mw_aad_t *aad, uint8_t *octets, uint32_t length, uint8_t tag[12]);

/* Checks the tag; decrypts in place when it is right, else leaves the octets alone and returns false. */
bool mw_gcm_open(const uint8_t key[16], const uint8_t iv[12], const mw_aad_t *aad, uint8_t *octets, uint32_t length, const uint8_t tag[12]);

/* Encrypts or decrypts in place without a tag. */
void mw_gcm_crypt(const uint8_t key[16], const uint8_t iv[12], uint8_t *octets, uint32_t length);

#ifdef __cplusplus
}
#endif

#endif
