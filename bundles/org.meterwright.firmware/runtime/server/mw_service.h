/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: the parts of the server among themselves. */
#ifndef MW_SERVICE_H
#define MW_SERVICE_H

#include "mw_reader.h"
#include "mw_server.h"
#include "mw_writer.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Tags of xDLMS APDUs (IEC 62056-5-3). */
#define MW_INITIATE_REQUEST      0x01U
#define MW_INITIATE_RESPONSE     0x08U
#define MW_CONFIRMED_ERROR       0x0EU
#define MW_GLO_INITIATE_REQUEST  0x21U
#define MW_GLO_INITIATE_RESPONSE 0x28U
#define MW_AARQ                  0x60U
#define MW_AARE                  0x61U
#define MW_RLRQ                  0x62U
#define MW_RLRE                  0x63U
#define MW_GET_REQUEST           0xC0U
#define MW_SET_REQUEST           0xC1U
#define MW_ACTION_REQUEST        0xC3U
#define MW_GET_RESPONSE          0xC4U
#define MW_SET_RESPONSE          0xC5U
#define MW_ACTION_RESPONSE       0xC7U
#define MW_GLO_GET_REQUEST       0xC8U
#define MW_GLO_SET_REQUEST       0xC9U
#define MW_GLO_ACTION_REQUEST    0xCBU
#define MW_EXCEPTION_RESPONSE    0xD8U
#define MW_GENERAL_GLO           0xDBU

/* A glo tag is that of the plain service and 8. */
#define MW_GLO_OFFSET            0x08U

/* Further data access results. */
#define MW_HARDWARE_FAULT          1U
#define MW_TEMPORARY_FAILURE       2U
#define MW_SCOPE_VIOLATED          13U
#define MW_DATA_BLOCK_UNAVAILABLE  14U
#define MW_LONG_GET_ABORTED        15U
#define MW_NO_LONG_GET             16U
#define MW_LONG_SET_ABORTED        17U
#define MW_NO_LONG_SET             18U
#define MW_BLOCK_NUMBER_INVALID    19U

/* Bits of the conformance block as a number: bit 0 of the block is the highest of 24. */
#define MW_CONFORMANCE(bit)         ((uint32_t)1U << (23U - (bit)))
#define MW_CONFORMS(session, bit)   (((session)->conformance & MW_CONFORMANCE(bit)) != 0U)
#define MW_BIT_GENERAL_PROTECTION  1U
#define MW_BIT_BLOCK_GET           11U
#define MW_BIT_BLOCK_SET           12U
#define MW_BIT_BLOCK_ACTION        13U
#define MW_BIT_MULTIPLE_REFERENCES 14U
#define MW_BIT_GET                 19U
#define MW_BIT_SET                 20U
#define MW_BIT_SELECTIVE_ACCESS    21U
#define MW_BIT_ACTION              23U

/* An attribute or method that a request names. */
typedef struct {
    uint16_t class_id;
    uint8_t logical_name[6];
    uint8_t index;
} mw_descriptor_t;

/* Takes a descriptor of an attribute or method. */
void mw_take_descriptor(mw_reader_t *reader, mw_descriptor_t *descriptor);

/* Finds what a descriptor names in the session's device; the object is MW_NONE when it is not there. */
mw_request_t mw_resolve(const mw_session_t *session, const mw_descriptor_t *descriptor);

/* Writes an octet; a big-endian number of four. */
void mw_put(mw_writer_t *w, uint8_t octet);
void mw_put_u32(mw_writer_t *w, uint32_t number);

/* The row of the session's association. */
const mw_context_t *mw_context(const mw_session_t *session);

/* Answers services; the reader stands behind the APDU's tag. */
void mw_serve_get(mw_session_t *session, mw_reader_t *reader, mw_writer_t *w);
void mw_serve_set(mw_session_t *session, mw_reader_t *reader, mw_writer_t *w);
void mw_serve_action(mw_session_t *session, mw_reader_t *reader, mw_writer_t *w);

/* Answers AARQ and RLRQ, whole APDUs. */
void mw_serve_aarq(mw_session_t *session, uint8_t *request, uint32_t length, mw_writer_t *w);
void mw_serve_rlrq(mw_session_t *session, mw_writer_t *w);

/* Checks the client's answer to the challenge (method 1 of its association), and answers the client's; returns an action result. */
uint8_t mw_reply_to_hls(mw_session_t *session, const uint8_t *answer, uint32_t length, uint8_t *own, uint32_t *own_length);

/*
 * Deciphers a message: security header, counter, octets, tag. Returns where the plain octets are in `octets`, NULL when it must not be believed;
 * `protection` says how it was protected.
 */
uint8_t *mw_decipher(mw_session_t *session, uint8_t *octets, uint32_t length, uint32_t *plain, uint8_t *protection);

/* Octets in front of and behind a ciphered message: tag, system title, longest length field, security header, counter; authentication tag. */
#define MW_CIPHER_HEAD 18U
#define MW_CIPHER_TAIL 12U

/* Ciphers `length` octets that stand MW_CIPHER_HEAD octets behind `out`, and puts tag and header before them; returns the length of all. */
uint32_t mw_encipher(const mw_session_t *session, uint8_t tag, uint8_t protection, uint8_t *out, uint32_t length);

/* The same with the keys of a Security setup object, as general-glo-ciphering or with a tag of its own. */
uint32_t mw_protect(const mw_meter_t *meter, uint16_t security, bool general, uint8_t tag, uint8_t protection, uint8_t *out, uint32_t length);

/* Returns the mode bits that a policy asks of every request and of every response: MW_AUTHENTICATED, MW_ENCRYPTED, MW_SIGNED. */
uint8_t mw_policy_of_requests(const mw_meter_t *meter, uint16_t security);
uint8_t mw_policy_of_responses(const mw_meter_t *meter, uint16_t security);

/* Makes the tag of a GMAC over a challenge with the session's keys: header and counter, then challenge. */
bool mw_gmac(const mw_session_t *session, const uint8_t title[8], const uint8_t head[5], const uint8_t *challenge, uint32_t length, uint8_t tag[12]);

/* Security header of a message: suite 0, and what protects it. */
#define MW_HEAD_AUTHENTICATED 0x10U
#define MW_HEAD_ENCRYPTED     0x20U

#ifdef __cplusplus
}
#endif

#endif
