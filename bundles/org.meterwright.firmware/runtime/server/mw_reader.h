/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: takes octets from a message. Whatever is taken beyond its end is zero, and the reader is `bad` from then on. */
#ifndef MW_READER_H
#define MW_READER_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct {
    const uint8_t *octets;
    uint32_t length;
    uint32_t at;
    bool bad;
} mw_reader_t;

/* Begins with octets. */
void mw_reader(mw_reader_t *reader, const uint8_t *octets, uint32_t length);

/* Returns how many octets are left. */
uint32_t mw_left(const mw_reader_t *reader);

/* Takes one octet. */
static inline uint8_t mw_take(mw_reader_t *reader)
{
    uint8_t octet = 0U;

    if (!reader->bad && (reader->at < reader->length)) {
        octet = reader->octets[reader->at];
        reader->at++;
    } else {
        reader->bad = true;
    }
    return octet;
}


/* Takes a number, most significant octet first. */
uint16_t mw_take_u16(mw_reader_t *reader);
uint32_t mw_take_u32(mw_reader_t *reader);

/* Takes a length field of A-XDR or BER. */
uint32_t mw_take_length(mw_reader_t *reader);

/* Takes octets and returns where they are; NULL when there are not so many. */
const uint8_t *mw_take_octets(mw_reader_t *reader, uint32_t length);

/* Takes one A-XDR value and returns where it is; NULL when it is malformed. */
const uint8_t *mw_take_value(mw_reader_t *reader, uint32_t *length);

#ifdef __cplusplus
}
#endif

#endif
