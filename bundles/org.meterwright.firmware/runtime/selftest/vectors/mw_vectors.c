/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Meterwright: published vectors for the cryptography of security suite 0, to be run again wherever mw_aes.c or mw_gcm.c has been replaced by an engine of
 * the chip. Returns 0 when every vector holds, else 1, and says which does not.
 *
 * Sources: FIPS 197 appendices B and C.1; NIST SP 800-38A F.1.1; test cases 1 to 4 of McGrew and Viega's specification of GCM (tags cut to 12 octets, as
 * suite 0 has them); RFC 3394 section 4.1, 128 bits of key under 128 bits; the example of a ciphered GET and of high level security by GMAC in the DLMS UA Green Book.
 */
#include "mw_aes.h"
#include "mw_gcm.h"
#include "mw_unwrap.h"

#include <stdio.h>
#include <string.h>

#define LONGEST 64U

typedef struct {
    const char *name;
    const char *key;
    const char *plain;
    const char *ciphered;
} block_t;

/* aad: up to three pieces between commas; ciphered: without its tag. */
typedef struct {
    const char *name;
    const char *key;
    const char *iv;
    const char *aad;
    const char *plain;
    const char *ciphered;
    const char *tag;
} message_t;

#define NIST_KEY    "2b7e151628aed2a6abf7158809cf4f3c"
#define VIEGA_KEY   "feffe9928665731c6d6a8f9467308308"
#define VIEGA_PLAIN "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39"
#define VIEGA_OCTETS "42831ec2217774244b7221b784d0d49ce3aa212f2c02a4e035c17e2329aca12e21d514b25466931c7d8f6a5aac84aa051ba30b396a0aac973d58e091"
#define ZEROS       "00000000000000000000000000000000"
#define METER       "4d4d4d0000bc614e01234567"
#define CLIENT      "4d4d4d000000000100000001"
#define ENCRYPTION  "000102030405060708090a0b0c0d0e0f"
#define AUTHENTICATION "d0d1d2d3d4d5d6d7d8d9dadbdcdddedf"
#define GET_CLOCK   "c0010000080000010000ff0200"

static const block_t blocks[] = {
    { "FIPS 197 B", NIST_KEY, "3243f6a8885a308d313198a2e0370734", "3925841d02dc09fbdc118597196a0b32" },
    { "FIPS 197 C.1", ENCRYPTION, "00112233445566778899aabbccddeeff", "69c4e0d86a7b0430d8cdb78070b4c55a" },
    { "SP 800-38A F.1.1, 1", NIST_KEY, "6bc1bee22e409f96e93d7e117393172a", "3ad77bb40d7a3660a89ecaf32466ef97" },
    { "SP 800-38A F.1.1, 2", NIST_KEY, "ae2d8a571e03ac9c9eb76fac45af8e51", "f5d3d58503b9699de785895a96fdbaaf" },
    { "SP 800-38A F.1.1, 3", NIST_KEY, "30c81c46a35ce411e5fbc1191a0a52ef", "43b1cd7f598ece23881b00e3ed030688" },
    { "SP 800-38A F.1.1, 4", NIST_KEY, "f69f2445df4f9b17ad2b417be66c3710", "7b0c785e27e8ad3f8223207104725dd4" }
};

static const message_t messages[] = {
    { "GCM test case 1", ZEROS, "000000000000000000000000", "", "", "", "58e2fccefa7e3061367f1d57" },
    { "GCM test case 2", ZEROS, "000000000000000000000000", "", ZEROS, "0388dace60b6a392f328c2b971b2fe78", "ab6e47d42cec13bdf53a67b2" },
    { "GCM test case 3", VIEGA_KEY, "cafebabefacedbaddecaf888", "", VIEGA_PLAIN "1aafd255", VIEGA_OCTETS "473f5985", "4d5c2af327cd64a62cf35abd" },
    { "GCM test case 4", VIEGA_KEY, "cafebabefacedbaddecaf888", "feedface,deadbeef,feedfacedeadbeefabaddad2", VIEGA_PLAIN, VIEGA_OCTETS, "5bc94fbc3221a5db94fae95a" },
    { "ciphered GET, authenticated", ENCRYPTION, METER, "10," AUTHENTICATION "," GET_CLOCK, "", "", "06725d910f9221d263877516" },
    { "ciphered GET, authenticated and encrypted", ENCRYPTION, METER, "30," AUTHENTICATION, GET_CLOCK, "411312ff935a47566827c467bc", "7d825c3be4a77c3fcc056b6b" },
    { "GMAC of the client over the challenge P6wRJ21F", ENCRYPTION, CLIENT, "10," AUTHENTICATION ",503677524a323146", "", "", "1a52fe7dd3e72748973c1e28" },
    { "GMAC of the server over the challenge K56iVagY", ENCRYPTION, METER, "10," AUTHENTICATION ",4b35366956616759", "", "", "fe1466afb3dbcd4f9389e2b7" }
};

#if MW_HAVE_KEYS
static const block_t wraps[] = {
    { "RFC 3394 4.1", ENCRYPTION, "00112233445566778899aabbccddeeff", "1fa68b0a8112b447aef34bd8fb5a7b829d3e862371d2cfe5" }
};
#endif

static uint32_t failures;

static void expect(bool holds, const char *what, const char *name)
{
    if (!holds) {
        (void)printf("%s: %s\n", name, what);
        failures++;
    }
}

static uint8_t digit(char c)
{
    return (uint8_t)((c <= '9') ? (c - '0') : ((c - 'a') + 10));
}

/* Takes octets in hex up to the end or a comma; moves behind the comma. */
static uint32_t octets_of(const char **hex, uint8_t *out)
{
    const char *p = *hex;
    uint32_t length = 0U;

    while ((*p != '\0') && (*p != ',')) {
        out[length] = (uint8_t)((digit(p[0]) << 4U) | digit(p[1]));
        length++;
        p = &p[2];
    }
    *hex = (*p == ',') ? &p[1] : p;
    return length;
}

static uint32_t octets(const char *hex, uint8_t *out)
{
    const char *p = hex;

    return octets_of(&p, out);
}

static void check_block(const block_t *vector)
{
    uint8_t key[16];
    uint8_t in[16];
    uint8_t wanted[16];
    uint8_t out[16];
    mw_aes_t aes;

    (void)octets(vector->key, key);
    (void)octets(vector->plain, in);
    (void)octets(vector->ciphered, wanted);
    mw_aes_key(&aes, key);
    mw_aes_encrypt(&aes, in, out);
    expect(memcmp(out, wanted, sizeof out) == 0, "another block", vector->name);
    mw_aes_encrypt(&aes, in, in);
    expect(memcmp(in, wanted, sizeof in) == 0, "another block in place", vector->name);
}

static void check_message(const message_t *vector)
{
    uint8_t key[16];
    uint8_t iv[MW_GCM_IV];
    uint8_t piece[3][LONGEST];
    uint8_t message[LONGEST];
    uint8_t plain[LONGEST];
    uint8_t wanted[LONGEST];
    uint8_t tag[MW_GCM_TAG];
    uint8_t found[MW_GCM_TAG];
    mw_aad_t aad;
    const char *hex = vector->aad;
    const uint32_t length = octets(vector->plain, message);

    for (uint32_t i = 0U; i < 3U; i++) {
        aad.piece[i].octets = piece[i];
        aad.piece[i].length = octets_of(&hex, piece[i]);
    }
    (void)octets(vector->key, key);
    (void)octets(vector->iv, iv);
    (void)octets(vector->plain, plain);
    (void)octets(vector->ciphered, wanted);
    (void)octets(vector->tag, tag);
    mw_gcm_seal(key, iv, &aad, message, length, found);
    expect((length == 0U) || (memcmp(message, wanted, length) == 0), "other octets", vector->name);
    expect(memcmp(found, tag, sizeof tag) == 0, "another tag", vector->name);
    tag[11] ^= 1U;
    expect(!mw_gcm_open(key, iv, &aad, message, length, tag), "a wrong tag is believed", vector->name);
    expect((length == 0U) || (memcmp(message, wanted, length) == 0), "deciphered in spite of a wrong tag", vector->name);
    tag[11] ^= 1U;
    expect(mw_gcm_open(key, iv, &aad, message, length, tag), "the tag is not believed", vector->name);
    expect((length == 0U) || (memcmp(message, plain, length) == 0), "other octets when opened", vector->name);
    mw_gcm_crypt(key, iv, message, length);
    expect((length == 0U) || (memcmp(message, wanted, length) == 0), "other octets without a tag", vector->name);
}

#if MW_HAVE_KEYS
static void check_wrap(const block_t *vector)
{
    uint8_t master[16];
    uint8_t plain[16];
    uint8_t wrapped[24];
    uint8_t key[16];

    (void)octets(vector->key, master);
    (void)octets(vector->plain, plain);
    (void)octets(vector->ciphered, wrapped);
    expect(mw_unwrap_key(master, wrapped, key), "the key is not believed", vector->name);
    expect(memcmp(key, plain, sizeof key) == 0, "another key", vector->name);
    for (uint32_t i = 0U; i < (8U * (uint32_t)sizeof wrapped); i++) {
        const uint8_t bit = (uint8_t)(1U << (i % 8U));
        wrapped[i / 8U] = (uint8_t)(wrapped[i / 8U] ^ bit);
        expect(!mw_unwrap_key(master, wrapped, key), "a damaged key is believed", vector->name);
        wrapped[i / 8U] = (uint8_t)(wrapped[i / 8U] ^ bit);
    }
    master[15] ^= 1U;
    expect(!mw_unwrap_key(master, wrapped, key), "a key under another one is believed", vector->name);
}
#endif

static uint32_t check_wraps(void)
{
    uint32_t count = 0U;

#if MW_HAVE_KEYS
    for (count = 0U; count < (uint32_t)(sizeof wraps / sizeof wraps[0]); count++) {
        check_wrap(&wraps[count]);
    }
#endif
    return count;
}

int main(void)
{
    const uint32_t block_count = (uint32_t)(sizeof blocks / sizeof blocks[0]);
    const uint32_t message_count = (uint32_t)(sizeof messages / sizeof messages[0]);
    const uint32_t count = block_count + message_count + check_wraps();

    for (uint32_t i = 0U; i < block_count; i++) {
        check_block(&blocks[i]);
    }
    for (uint32_t i = 0U; i < message_count; i++) {
        check_message(&messages[i]);
    }
    (void)printf("%lu vectors: %lu failures\n", (unsigned long)count, (unsigned long)failures);
    return (failures == 0U) ? 0 : 1;
}
