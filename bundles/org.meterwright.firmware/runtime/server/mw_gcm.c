/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_gcm.h"

#if MW_HAVE_SUITE0

#include <string.h>

#define BLOCK 16U

typedef struct {
    mw_aes_t aes;
    uint8_t counter[BLOCK];
    uint32_t hash_key[4];
    uint32_t hash[4];
    uint32_t filled;
} gcm_t;

static uint32_t get_u32(const uint8_t *octets)
{
    return ((uint32_t)octets[0] << 24U) | ((uint32_t)octets[1] << 16U) | ((uint32_t)octets[2] << 8U) | (uint32_t)octets[3];
}

/* Multiplies the hash by the hash key in GF(2^128), bit by bit: small, and free of tables that depend on the key. */
static void multiply(gcm_t *gcm)
{
    uint32_t sum[4] = { 0U, 0U, 0U, 0U };
    uint32_t v[4];

    for (uint32_t i = 0U; i < 4U; i++) {
        v[i] = gcm->hash_key[i];
    }
    for (uint32_t bit = 0U; bit < 128U; bit++) {
        const uint32_t mask = 0U - ((gcm->hash[bit / 32U] >> (31U - (bit % 32U))) & 1U);
        const uint32_t carry = 0U - (v[3] & 1U);
        for (uint32_t i = 0U; i < 4U; i++) {
            sum[i] ^= v[i] & mask;
        }
        v[3] = (v[3] >> 1U) | (v[2] << 31U);
        v[2] = (v[2] >> 1U) | (v[1] << 31U);
        v[1] = (v[1] >> 1U) | (v[0] << 31U);
        v[0] = (v[0] >> 1U) ^ (carry & 0xE1000000U);
    }
    for (uint32_t i = 0U; i < 4U; i++) {
        gcm->hash[i] = sum[i];
    }
}

static void hash_octets(gcm_t *gcm, const uint8_t *octets, uint32_t length)
{
    for (uint32_t i = 0U; i < length; i++) {
        gcm->hash[gcm->filled / 4U] ^= (uint32_t)octets[i] << (24U - (8U * (gcm->filled % 4U)));
        gcm->filled++;
        if (gcm->filled == BLOCK) {
            multiply(gcm);
            gcm->filled = 0U;
        }
    }
}

/* Fills the block with zeros. */
static void hash_end(gcm_t *gcm)
{
    if (gcm->filled > 0U) {
        multiply(gcm);
        gcm->filled = 0U;
    }
}

static void start(gcm_t *gcm, const uint8_t key[16], const uint8_t iv[12])
{
    uint8_t zero[BLOCK];

    (void)memset(zero, 0, sizeof zero);
    mw_aes_key(&gcm->aes, key);
    mw_aes_encrypt(&gcm->aes, zero, zero);
    for (uint32_t i = 0U; i < 4U; i++) {
        gcm->hash_key[i] = get_u32(&zero[4U * i]);
        gcm->hash[i] = 0U;
    }
    gcm->filled = 0U;
    for (uint32_t i = 0U; i < MW_GCM_IV; i++) {
        gcm->counter[i] = iv[i];
    }
    gcm->counter[12] = 0U;
    gcm->counter[13] = 0U;
    gcm->counter[14] = 0U;
    gcm->counter[15] = 1U;
}

static void count(uint8_t counter[BLOCK])
{
    uint32_t carry = 1U;

    for (uint32_t i = 15U; i >= MW_GCM_IV; i--) {
        carry += counter[i];
        counter[i] = (uint8_t)(carry & 0xFFU);
        carry >>= 8U;
    }
}

static void crypt(gcm_t *gcm, uint8_t *octets, uint32_t length)
{
    uint8_t stream[BLOCK];

    for (uint32_t i = 0U; i < length; i++) {
        if ((i % BLOCK) == 0U) {
            count(gcm->counter);
            mw_aes_encrypt(&gcm->aes, gcm->counter, stream);
        }
        octets[i] ^= stream[i % BLOCK];
    }
}

static uint32_t hash_aad(gcm_t *gcm, const mw_aad_t *aad)
{
    uint32_t length = 0U;

    for (uint32_t i = 0U; i < 3U; i++) {
        hash_octets(gcm, aad->piece[i].octets, aad->piece[i].length);
        length += aad->piece[i].length;
    }
    hash_end(gcm);
    return length;
}

/* Puts the tag; the counter is where it began, or behind: its first block is made again. */
static void put_tag(gcm_t *gcm, const uint8_t iv[12], uint32_t aad, uint32_t length, uint8_t tag[12])
{
    uint8_t mask[BLOCK];

    (void)memset(mask, 0, sizeof mask);
    gcm->hash[0] ^= aad >> 29U;
    gcm->hash[1] ^= aad << 3U;
    gcm->hash[2] ^= length >> 29U;
    gcm->hash[3] ^= length << 3U;
    multiply(gcm);
    for (uint32_t i = 0U; i < MW_GCM_IV; i++) {
        mask[i] = iv[i];
    }
    mask[15] = 1U;
    mw_aes_encrypt(&gcm->aes, mask, mask);
    for (uint32_t i = 0U; i < MW_GCM_TAG; i++) {
        tag[i] = mask[i] ^ (uint8_t)((gcm->hash[i / 4U] >> (24U - (8U * (i % 4U)))) & 0xFFU);
    }
}

void mw_gcm_seal(const uint8_t key[16], const uint8_t iv[12], const mw_aad_t *aad, uint8_t *octets, uint32_t length, uint8_t tag[12])
{
    gcm_t gcm;
    uint32_t authenticated;

    start(&gcm, key, iv);
    authenticated = hash_aad(&gcm, aad);
    crypt(&gcm, octets, length);
    hash_octets(&gcm, octets, length);
    hash_end(&gcm);
    put_tag(&gcm, iv, authenticated, length, tag);
}

bool mw_gcm_open(const uint8_t key[16], const uint8_t iv[12], const mw_aad_t *aad, uint8_t *octets, uint32_t length, const uint8_t tag[12])
{
    gcm_t gcm;
    uint8_t wanted[MW_GCM_TAG];
    uint8_t difference = 0U;
    uint32_t authenticated;

    start(&gcm, key, iv);
    authenticated = hash_aad(&gcm, aad);
    hash_octets(&gcm, octets, length);
    hash_end(&gcm);
    put_tag(&gcm, iv, authenticated, length, wanted);
    for (uint32_t i = 0U; i < MW_GCM_TAG; i++) { /* all of them: the time does not tell where they differ */
        difference |= (uint8_t)(wanted[i] ^ tag[i]);
    }
    if (difference == 0U) {
        crypt(&gcm, octets, length);
    }
    return difference == 0U;
}

void mw_gcm_crypt(const uint8_t key[16], const uint8_t iv[12], uint8_t *octets, uint32_t length)
{
    gcm_t gcm;

    start(&gcm, key, iv);
    crypt(&gcm, octets, length);
}

#endif
