/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: checksum of tables. */
#ifndef MW_CHECKSUM_H
#define MW_CHECKSUM_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Begins and ends a CRC-32 (IEEE 802.3). */
#define MW_CRC_START 0xFFFFFFFFU
#define MW_CRC_END   0xFFFFFFFFU

/* Goes on with a CRC-32 over octets; exclusive-or the last result with MW_CRC_END. */
uint32_t mw_crc32(uint32_t crc, const uint8_t *octets, uint32_t length);

#ifdef __cplusplus
}
#endif

#endif
