/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: the AES key wrap of RFC 3394 for keys of 128 bits, unwrapping only. */
#ifndef MW_UNWRAP_H
#define MW_UNWRAP_H

#include "mw_features.h"

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Unwraps a key of 16 octets that came as 24; false when it was not wrapped with this one, and then `key` holds nothing of use. */
bool mw_unwrap_key(const uint8_t master[16], const uint8_t wrapped[24], uint8_t key[16]);

#ifdef __cplusplus
}
#endif

#endif
