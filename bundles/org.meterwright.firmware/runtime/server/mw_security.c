/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_service.h"

#if MW_HAVE_SUITE0

#include "mw_find.h"
#include "mw_gcm.h"
#include "mw_look.h"
#include "mw_port.h"

#include <string.h>

#define KEY      16U
#define HEADER   5U
#define SUITE    0x0FU

#define POLICY          2U
#define REQUEST_BITS    0x1CU /* of a policy as bits: those of the request are those of a mode, those of the response stand three bits above */
#define RESPONSE_SHIFT  3U

static void put_u32(uint8_t *out, uint32_t number)
{
    out[0] = (uint8_t)(number >> 24U);
    out[1] = (uint8_t)((number >> 16U) & 0xFFU);
    out[2] = (uint8_t)((number >> 8U) & 0xFFU);
    out[3] = (uint8_t)(number & 0xFFU);
}

/* Finds a key of a security setup; false: there is none. */
static bool key_of(const mw_meter_t *meter, uint16_t security, uint8_t which, uint8_t key[KEY])
{
    bool found = false;

    for (uint32_t i = 0U; (i < meter->slots) && !found; i++) {
        const mw_slot_t *slot = &meter->slot[i];
        if ((slot->object == security) && (slot->key == which)) {
            found = mw_port_secret(slot->slot, key, (uint8_t)KEY) == KEY;
        }
    }
    return found;
}

static bool find_key(const mw_session_t *session, uint8_t which, uint8_t key[KEY])
{
    return key_of(session->meter, mw_context(session)->security, which, key);
}

static void make_iv(uint8_t iv[MW_GCM_IV], const uint8_t title[8], const uint8_t counter[4])
{
    for (uint32_t i = 0U; i < 8U; i++) {
        iv[i] = title[i];
    }
    for (uint32_t i = 0U; i < 4U; i++) {
        iv[8U + i] = counter[i];
    }
}

static void make_aad(mw_aad_t *aad, const uint8_t *control, const uint8_t *key, const uint8_t *octets, uint32_t length)
{
    aad->piece[0].octets = control;
    aad->piece[0].length = 1U;
    aad->piece[1].octets = key;
    aad->piece[1].length = KEY;
    aad->piece[2].octets = octets;
    aad->piece[2].length = length;
}

bool mw_gmac(const mw_session_t *session, const uint8_t title[8], const uint8_t head[5], const uint8_t *challenge, uint32_t length, uint8_t tag[12])
{
    uint8_t encryption[KEY];
    uint8_t authentication[KEY];
    const bool good = find_key(session, MW_KEY_GLOBAL_UNICAST, encryption) && find_key(session, MW_KEY_AUTHENTICATION, authentication);

    if (good) {
        mw_aad_t aad;
        make_aad(&aad, head, authentication, challenge, length);
        uint8_t iv[MW_GCM_IV];
        make_iv(iv, title, &head[1]);
        mw_gcm_seal(encryption, iv, &aad, tag, 0U, tag);
    }
    return good;
}

/* Takes the protection off; octets begin behind the header. */
static bool open(const mw_session_t *session, const uint8_t *header, uint8_t *octets, uint32_t length)
{
    uint8_t encryption[KEY];
    uint8_t authentication[KEY];
    uint8_t iv[MW_GCM_IV];
    const uint8_t control = header[0];
    bool good = find_key(session, MW_KEY_GLOBAL_UNICAST, encryption);

    make_iv(iv, session->client_title, &header[1]);
    if (!good) {
        /* nothing can be believed without the key */
    } else if ((control & MW_HEAD_AUTHENTICATED) == 0U) {
        mw_gcm_crypt(encryption, iv, octets, length);
    } else if (!find_key(session, MW_KEY_AUTHENTICATION, authentication)) {
        good = false;
    } else if ((control & MW_HEAD_ENCRYPTED) != 0U) {
        mw_aad_t aad;
        make_aad(&aad, header, authentication, NULL, 0U);
        good = mw_gcm_open(encryption, iv, &aad, octets, length, &octets[length]);
    } else {
        mw_aad_t aad;
        make_aad(&aad, header, authentication, octets, length);
        good = mw_gcm_open(encryption, iv, &aad, octets, 0U, &octets[length]);
    }
    return good;
}

uint8_t *mw_decipher(mw_session_t *session, uint8_t *octets, uint32_t length, uint32_t *plain, uint8_t *protection)
{
    const uint8_t control = (length > HEADER) ? octets[0] : 0U;
    const bool authenticated = (control & MW_HEAD_AUTHENTICATED) != 0U;
    const bool encrypted = (control & MW_HEAD_ENCRYPTED) != 0U;
    uint32_t tail = 0U;
    uint8_t *result = NULL;

    if (authenticated) {
        tail = MW_CIPHER_TAIL;
    }
    *protection = authenticated ? MW_AUTHENTICATED : 0U;
    *protection |= encrypted ? MW_ENCRYPTED : 0U;
    if (((control & SUITE) == 0U) && (authenticated || encrypted) && (length > (HEADER + tail))) {
        mw_reader_t reader;
        uint32_t counter;
        *plain = length - HEADER - tail;
        mw_reader(&reader, &octets[1], 4U);
        counter = mw_take_u32(&reader);
        /* the counter is kept only for messages that are genuine: else anybody could use numbers up */
        if (open(session, octets, &octets[HEADER], *plain) && mw_port_is_new(mw_context(session)->security, session->client, counter)) {
            result = &octets[HEADER];
        }
    }
    return result;
}

static void seal(const mw_meter_t *meter, uint16_t security, uint8_t *header, uint8_t *octets, uint32_t length)
{
    uint8_t encryption[KEY];
    uint8_t authentication[KEY];
    uint8_t iv[MW_GCM_IV];
    uint8_t title[8];

    (void)memset(encryption, 0, sizeof encryption);
    (void)memset(authentication, 0, sizeof authentication);
    (void)key_of(meter, security, MW_KEY_GLOBAL_UNICAST, encryption);
    (void)key_of(meter, security, MW_KEY_AUTHENTICATION, authentication);
    mw_port_system_title(title);
    make_iv(iv, title, &header[1]);
    if ((header[0] & MW_HEAD_AUTHENTICATED) == 0U) {
        mw_gcm_crypt(encryption, iv, octets, length);
    } else if ((header[0] & MW_HEAD_ENCRYPTED) != 0U) {
        mw_aad_t aad;
        make_aad(&aad, header, authentication, NULL, 0U);
        mw_gcm_seal(encryption, iv, &aad, octets, length, &octets[length]);
    } else {
        mw_aad_t aad;
        make_aad(&aad, header, authentication, octets, length);
        mw_gcm_seal(encryption, iv, &aad, octets, 0U, &octets[length]);
    }
}

/* Puts tag, system title and length before the message; the rest moves up to them. */
static uint32_t put_head(bool general, uint8_t tag, uint8_t *out, uint32_t from, uint32_t length)
{
    mw_writer_t w;

    mw_writer(&w, out, from);
    if (general) {
        uint8_t title[8];
        mw_port_system_title(title);
        mw_put(&w, MW_GENERAL_GLO);
        mw_put(&w, (uint8_t)sizeof title);
        mw_write(&w, title, sizeof title);
    } else {
        mw_put(&w, tag);
    }
    mw_write_length(&w, length);
    for (uint32_t i = 0U; i < length; i++) {
        out[w.length + i] = out[from + i];
    }
    return w.length + length;
}

uint32_t mw_protect(const mw_meter_t *meter, uint16_t security, bool general, uint8_t tag, uint8_t protection, uint8_t *out, uint32_t length)
{
    const uint32_t from = MW_CIPHER_HEAD - HEADER;
    const bool authenticated = (protection & MW_AUTHENTICATED) != 0U;

    out[from] = (uint8_t)((authenticated ? MW_HEAD_AUTHENTICATED : 0U) | (((protection & MW_ENCRYPTED) != 0U) ? MW_HEAD_ENCRYPTED : 0U));
    put_u32(&out[from + 1U], mw_port_next_counter(security));
    seal(meter, security, &out[from], &out[MW_CIPHER_HEAD], length);
    return put_head(general, tag, out, from, HEADER + length + (authenticated ? MW_CIPHER_TAIL : 0U));
}

uint32_t mw_encipher(const mw_session_t *session, uint8_t tag, uint8_t protection, uint8_t *out, uint32_t length)
{
    return mw_protect(session->meter, mw_context(session)->security, session->general, tag, protection, out, length);
}

static uint8_t version_of(const mw_meter_t *meter, uint16_t object)
{
    const mw_place_t place = mw_place(meter, object);

    return mw_class_of(meter, &place)->version;
}

/* Returns a policy as bits, whatever version of the class says it. */
static uint8_t policy_of(const mw_meter_t *meter, uint16_t security)
{
    const int64_t number = (security == MW_NONE) ? 0 : mw_number_of(meter, security, POLICY, 0);
    uint8_t bits = (uint8_t)((uint64_t)number & 0xFFU);

    if ((security != MW_NONE) && (version_of(meter, security) == 0U)) {
        const uint8_t authenticated = ((bits & 1U) != 0U) ? MW_AUTHENTICATED : 0U;
        const uint8_t encrypted = ((bits & 2U) != 0U) ? MW_ENCRYPTED : 0U;
        const uint32_t both = (uint32_t)authenticated | (uint32_t)encrypted;
        bits = (uint8_t)(both | (both << RESPONSE_SHIFT));
    }
    return bits;
}

uint8_t mw_policy_of_requests(const mw_meter_t *meter, uint16_t security)
{
    return (uint8_t)(policy_of(meter, security) & REQUEST_BITS);
}

uint8_t mw_policy_of_responses(const mw_meter_t *meter, uint16_t security)
{
    return (uint8_t)(((uint32_t)policy_of(meter, security) >> RESPONSE_SHIFT) & REQUEST_BITS);
}

#endif
