/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: types, lengths, ranges and literals of what clients write. */
#ifndef MW_RANGE_H
#define MW_RANGE_H

#include "mw_tables.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Deepest nesting of arrays, structures and choices in a value that is checked. */
#define MW_NESTING 8U

/*
 * Tells whether a client may write this value into an attribute: MW_SUCCESS; MW_TYPE_UNMATCHED: it is no value of the attribute's type, or too long or too
 * short; MW_OTHER_REASON: a number out of its range, or no literal of its enumeration.
 */
uint8_t mw_check_value(const mw_meter_t *meter, uint16_t object, uint8_t attribute, const uint8_t *octets, uint32_t length);

#ifdef __cplusplus
}
#endif

#endif
