/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: whether stored NVM is whole and of this model, and how NVM of an older model becomes that of this one. */
#ifndef MW_NVM_H
#define MW_NVM_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define MW_NVM_MAGIC 0x4D574E56U

/* What is stored beside NVM. layout: number of the model's NVM layout; crc: CRC-32 of its octets. */
typedef struct {
    uint32_t magic;
    uint32_t layout;
    uint32_t octets;
    uint32_t crc;
} mw_nvm_seal_t;

#define MW_NVM_GOOD    0U /* whole, and of this layout                         */
#define MW_NVM_EMPTY   1U /* nothing was stored                                */
#define MW_NVM_OTHER   2U /* whole as far as its seal says, but of another layout: migrate */
#define MW_NVM_DAMAGED 3U /* not what was sealed                               */

/* Makes the seal of NVM. */
mw_nvm_seal_t mw_nvm_seal(uint32_t layout, const uint8_t *nvm, uint32_t octets);

/* Compares NVM of `room` octets at most, as it was stored, with its seal. */
uint8_t mw_nvm_check(const mw_nvm_seal_t *seal, uint32_t layout, const uint8_t *nvm, uint32_t room);

#define MW_MOVE_OCTETS 1U /* as they are                                          */
#define MW_MOVE_NUMBER 2U /* form: 1 signed, 0 unsigned; sizes: 1, 2, 4 or 8      */
#define MW_MOVE_STRING 3U /* form: octets of the length before it, 0: none        */
#define MW_MOVE_BITS   4U /* the same, with a length in bits                      */

/* A value that both layouts have: place, size (of strings: room behind the length) and form there and here. */
typedef struct {
    uint32_t from;
    uint32_t to;
    uint16_t from_size;
    uint16_t to_size;
    uint8_t kind;
    uint8_t from_form;
    uint8_t to_form;
    uint8_t reserved;
} mw_move_t;

/*
 * Moves values of an older NVM into one that holds the first values of this model. A value that does not fit any more keeps its first value;
 * returns how many those are. `before` and `now` must not overlap.
 */
uint32_t mw_nvm_migrate(const mw_move_t *moves, uint32_t count, const uint8_t *before, uint8_t *now);

#ifdef __cplusplus
}
#endif

#endif
