/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: the wrapper of the COSEM transport layer for TCP and UDP (IEC 62056-47): version, source, destination, length. */
#ifndef MW_WRAPPER_H
#define MW_WRAPPER_H

#include "mw_features.h"

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define MW_WRAPPER 8U

typedef struct {
    uint16_t source;
    uint16_t destination;
    uint16_t length;
} mw_wrapper_t;

/* Reads a header; false when it is of another version. */
bool mw_unwrap(const uint8_t header[8], mw_wrapper_t *wrapper);

/* Puts a header. */
void mw_wrap(const mw_wrapper_t *wrapper, uint8_t header[8]);

#ifdef __cplusplus
}
#endif

#endif
