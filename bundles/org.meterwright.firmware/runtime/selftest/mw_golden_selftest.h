/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: what the self-test expects, octet by octet, from the golden rows. */
#ifndef MW_GOLDEN_SELFTEST_H
#define MW_GOLDEN_SELFTEST_H

#include "mw_selftest.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Behind the last octet. */
#define MW_EXPECTED_END 0x100U

/* Digits of the head of an element of an object list, and the end of the text. */
#define MW_EXPECTED_HEAD 48U

/* Expected octets, piece after piece: of a value, of a name, or of an object list. */
typedef struct {
    const mw_golden_t *golden;
    const mw_golden_value_t *value;
    const mw_golden_run_t *run;
    const char *digits;
    const char *tail;
    uint32_t element;
    char head[MW_EXPECTED_HEAD];
} mw_expected_t;

/* Returns the octet that two hexadecimal digits say. */
uint8_t mw_golden_octet(const char *digits);

/* Begins with what is expected of an attribute in an association, MW_NONE8: in any; false: nothing is. */
bool mw_expected_begin(mw_expected_t *expected, const mw_golden_t *golden, uint16_t object, uint8_t attribute, uint8_t association);

/* Returns the next expected octet, or MW_EXPECTED_END. */
uint32_t mw_expected_next(mw_expected_t *expected);

#ifdef __cplusplus
}
#endif

#endif
