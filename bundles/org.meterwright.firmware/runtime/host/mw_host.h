/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: what the host program is told of a meter. */
#ifndef MW_HOST_H
#define MW_HOST_H

#include "mw_tables.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What an attribute behind a function answers at first: `length` octets of A-XDR from `from` on. */
typedef struct {
    uint32_t from;
    uint32_t length;
    uint16_t object;
    uint8_t attribute;
} mw_host_value_t;

typedef struct {
    const mw_meter_t *meter;
    const mw_host_value_t *value;
    const uint8_t *octets;
    uint32_t values;
} mw_host_meter_t;

extern const mw_host_meter_t mw_host_meter;

/* Answers for a function of the firmware: what was put there, the clock, or the first value. */
uint8_t mw_host_answer(uint16_t object, uint8_t attribute, mw_piece_t *piece);

#ifdef __cplusplus
}
#endif

#endif
