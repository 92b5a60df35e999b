/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_log.h"

#include "mw_config.h"

#if MW_HAVE_PROFILES

#include "mw_native.h"
#include "mw_profile.h"

#include <string.h>

#define STATE 8U

/* Counts rows behind the head of a buffer: how many, and where the next goes. */
static bool write_count(const mw_meter_t *meter, const mw_profile_t *profile, uint32_t count)
{
    uint8_t octets[STATE];

    mw_save_u32(octets, count);
    mw_save_u32(&octets[4], (count == profile->entries) ? 0U : count);
    return meter->log_memory->write(profile->base, octets, STATE);
}

/* Moves a row; false when a memory cannot be reached. `count` goes on by one, or `lost` when a value does not fit. */
static bool move_row(const mw_meter_t *meter, const mw_log_moves_t *moves, const mw_log_move_t *buffer, uint32_t index, uint32_t *count, uint32_t *lost)
{
    const mw_profile_t *profile = &meter->profile[buffer->profile];
    uint8_t row[MW_ROW];
    bool good = (profile->row <= MW_ROW) && moves->before(buffer->from + STATE + (index * buffer->row), moves->row, buffer->row);

    (void)memset(row, 0, sizeof row);
    if (!good) {
        /* it cannot be read */
    } else if (mw_nvm_migrate(&moves->move[buffer->first], buffer->moves, moves->row, row) > 0U) {
        (*lost)++;
    } else {
        good = meter->log_memory->write(profile->base + STATE + (*count * profile->row), row, profile->row);
        (*count)++;
    }
    return good;
}

static bool move_buffer(const mw_meter_t *meter, const mw_log_moves_t *moves, const mw_log_move_t *buffer, uint32_t *lost)
{
    const mw_profile_t *profile = &meter->profile[buffer->profile];
    uint8_t octets[STATE];
    uint32_t count = 0U;
    bool good = moves->before(buffer->from, octets, STATE);
    const uint32_t there = good ? mw_load_u32(octets) : 0U;
    const uint32_t next = good ? mw_load_u32(&octets[4]) : 0U;

    if ((there <= buffer->entries) && (next < buffer->entries)) { /* else it was never written */
        const uint32_t kept = (there < profile->entries) ? there : profile->entries;
        const uint32_t oldest = (next + buffer->entries) - kept;
        for (uint32_t i = 0U; good && (i < kept); i++) {
            good = move_row(meter, moves, buffer, (oldest + i) % buffer->entries, &count, lost);
        }
    }
    return good && write_count(meter, profile, count);
}

bool mw_log_migrate(const mw_meter_t *meter, const mw_log_moves_t *moves, uint32_t *lost)
{
    bool good = true;

    *lost = 0U;
    for (uint32_t i = 0U; good && (i < meter->profiles); i++) {
        good = write_count(meter, &meter->profile[i], 0U);
    }
    for (uint32_t i = 0U; good && (i < moves->buffers); i++) {
        good = move_buffer(meter, moves, &moves->buffer[i], lost);
    }
    mw_start_profiles(meter); /* entries_in_use */
    return good;
}

#endif
