/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: how the buffers of an older model's profiles become those of this one. */
#ifndef MW_LOG_H
#define MW_LOG_H

#include "mw_nvm.h"
#include "mw_tables.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A profile that both models have and whose columns still fit: where its buffer begins there, its entries and octets of a row; its row of profile[] here. */
typedef struct {
    uint32_t from;
    uint32_t entries;
    uint16_t row;
    uint16_t profile;
    uint16_t first; /* moves of a row */
    uint16_t moves;
} mw_log_move_t;

/* Reads the older log memory; false when it cannot. */
typedef bool (*mw_log_reader_t)(uint32_t at, uint8_t *out, uint32_t length);

/* What is moved: `row` has room for the longest row of the older model. */
typedef struct {
    const mw_log_move_t *buffer;
    uint32_t buffers;
    const mw_move_t *move;
    mw_log_reader_t before;
    uint8_t *row;
} mw_log_moves_t;

/*
 * Empties all buffers, and moves rows into those that are listed: the newest that there is room for, the oldest first. A row with a value that does not fit is left out
 * and counted in `lost`. `before` must not read the memory that is written. False when a memory cannot be reached.
 */
bool mw_log_migrate(const mw_meter_t *meter, const mw_log_moves_t *moves, uint32_t *lost);

#ifdef __cplusplus
}
#endif

#endif
