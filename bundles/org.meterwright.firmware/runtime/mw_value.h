/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: native values and constants as A-XDR. */
#ifndef MW_VALUE_H
#define MW_VALUE_H

#include "mw_writer.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Returns the length of the A-XDR value that begins here. */
uint32_t mw_axdr_length(const uint8_t *octets);

/* Writes a native number (any tag of fixed size) with its tag. */
void mw_write_scalar(mw_writer_t *w, uint8_t tag, const uint8_t *value);

/* Writes storage as a program of the pool describes it. */
void mw_write_form(mw_writer_t *w, const uint8_t *program, const uint8_t *storage);

/* Writes a value of type long-unsigned, as the argument of a log. */
void mw_write_u16(mw_writer_t *w, uint16_t value);

#ifdef __cplusplus
}
#endif

#endif
