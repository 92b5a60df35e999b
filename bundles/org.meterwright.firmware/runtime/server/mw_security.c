/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_service.h"

#if MW_HAVE_SUITE0

#include "mw_find.h"
#include "mw_gcm.h"
#include "mw_port.h"

#include <string.h>

#define KEY      16U
#define HEADER   5U
#define SUITE    0x0FU

static void put_u32(uint8_t *out, uint32_t number)
{
    out[0] = (uint8_t)(number >> 24U);
    out[1] = (uint8_t)((number >> 16U) & 0xFFU);
    out[2] = (uint8_t)((number >> 8U) & 0xFFU);
    out[3] = (uint8_t)(number & 0xFFU);
}

/* Finds a key of the session's security setup; false: there is none. */
static bool find_key(const mw_session_t *session, uint8_t which, uint8_t key[KEY])
{
    const uint16_t security = mw_context(session)->security;
    bool found = false;

    for (uint32_t i = 0U; (i < session->meter->slots) && !found; i++) {
        const mw_slot_t *slot = &session->meter->slot[i];
        if ((slot->object == security) && (slot->key == which)) {
            found = mw_port_secret(slot->slot, key, (uint8_t)KEY) == KEY;
        }
    }
    return found;
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

static void seal(const mw_session_t *session, uint8_t *header, uint8_t *octets, uint32_t length)
{
    uint8_t encryption[KEY];
    uint8_t authentication[KEY];
    uint8_t iv[MW_GCM_IV];
    uint8_t title[8];

    (void)memset(encryption, 0, sizeof encryption);
    (void)memset(authentication, 0, sizeof authentication);
    (void)find_key(session, MW_KEY_GLOBAL_UNICAST, encryption);
    (void)find_key(session, MW_KEY_AUTHENTICATION, authentication);
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
static uint32_t put_head(const mw_session_t *session, uint8_t tag, uint8_t *out, uint32_t from, uint32_t length)
{
    mw_writer_t w;

    mw_writer(&w, out, from);
    if (session->general) {
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

uint32_t mw_encipher(const mw_session_t *session, uint8_t tag, uint8_t protection, uint8_t *out, uint32_t length)
{
    const uint32_t from = MW_CIPHER_HEAD - HEADER;
    const bool authenticated = (protection & MW_AUTHENTICATED) != 0U;

    out[from] = (uint8_t)((authenticated ? MW_HEAD_AUTHENTICATED : 0U) | (((protection & MW_ENCRYPTED) != 0U) ? MW_HEAD_ENCRYPTED : 0U));
    put_u32(&out[from + 1U], mw_port_next_counter(mw_context(session)->security));
    seal(session, &out[from], &out[MW_CIPHER_HEAD], length);
    return put_head(session, tag, out, from, HEADER + length + (authenticated ? MW_CIPHER_TAIL : 0U));
}

#endif
