/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: native values and constants as A-XDR. */
#ifndef MW_VALUE_H
#define MW_VALUE_H

#include "mw_writer.h"

#ifdef __cplusplus
extern "C" {
#endif

/* For constants of the tables: octets enough are known to be there. */
#define MW_TRUSTED 0xFFFFFFFFU

/* Returns the octets of a native value by tag; 0 for null-data and for values of varying length. */
uint8_t mw_tag_size(uint8_t tag);

/* Tells whether a tag is date-time, date or time. */
bool mw_is_temporal(uint8_t tag);

/* Rounds an offset up to a power of two. */
uint32_t mw_aligned(uint32_t at, uint32_t size);

/* Returns the octets of a string by tag: a bit-string's length is in bits. */
uint32_t mw_octets_of(uint8_t tag, uint32_t length);

/* Reads a length field at `at` and moves behind it; false when it is malformed or does not fit. */
bool mw_read_length(const uint8_t *octets, uint32_t available, uint32_t *at, uint32_t *length);

/* Returns the length of the A-XDR value that begins here; 0 when it is malformed or longer than what is available. */
uint32_t mw_axdr_length(const uint8_t *octets, uint32_t available);

/* Finds a part of a structure or array, from 1; 0 is the whole. Returns where it begins and its length, NULL when it is not there. */
const uint8_t *mw_part(const uint8_t *value, uint32_t *length, uint8_t part);

/* Writes a native number (any tag of fixed size) with its tag. */
void mw_write_scalar(mw_writer_t *w, uint8_t tag, const uint8_t *value);

/* Writes storage as a program of the pool describes it. */
void mw_write_form(mw_writer_t *w, const uint8_t *program, const uint8_t *storage);

/* Writes a row of a profile: a structure of those columns whose bits are set, or of all when columns is NULL. */
void mw_write_columns(mw_writer_t *w, const uint8_t *program, const uint8_t *storage, const uint8_t *columns);

/* Writes a value of type long-unsigned, as the argument of a log. */
void mw_write_u16(mw_writer_t *w, uint16_t value);

#ifdef __cplusplus
}
#endif

#endif
