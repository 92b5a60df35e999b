/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: buffers of profiles in the log memory: capturing, reading, selecting rows and columns. */
#ifndef MW_PROFILE_H
#define MW_PROFILE_H

#include "mw_config.h"
#include "mw_get.h"
#include "mw_writer.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Access selectors of a buffer. */
#define MW_BY_RANGE 1U
#define MW_BY_ENTRY 2U

#define MW_SCOPE_OF_ACCESS_VIOLATED 13U

#if MW_HAVE_PROFILES

/* Returns the number of a profile whose buffer is kept here; MW_NONE when the object is none. */
uint16_t mw_profile(const mw_meter_t *meter, uint16_t object);

/* At power-up: empties volatile buffers, and makes entries_in_use say what the log memory holds. */
void mw_start_profiles(const mw_meter_t *meter);

/* Captures a row: the newest takes the place of the oldest when the buffer is full. Returns a data access result. */
uint8_t mw_capture(const mw_meter_t *meter, uint16_t object);

/* Empties a buffer. Returns a data access result. */
uint8_t mw_reset_profile(const mw_meter_t *meter, uint16_t object);

/* Returns how many rows a profile holds. */
uint32_t mw_rows(const mw_meter_t *meter, uint16_t profile);

/* Tells whether entry 1 of a buffer is the newest. */
bool mw_newest_first(const mw_meter_t *meter, uint16_t object);

/* Writes what fits of a buffer, from the cursor on; returns a data access result. */
uint8_t mw_put_rows(const mw_meter_t *meter, uint16_t profile, mw_cursor_t *cursor, mw_writer_t *w);

/* Selects rows and columns of an object's buffer by an access selector and its parameter; returns a data access result. */
uint8_t mw_select(const mw_meter_t *meter, uint16_t object, uint8_t selector, const uint8_t *parameter, uint32_t length, mw_rows_t *rows);

#else

/* Without buffers there are no profiles that the runtime keeps: what captures is the firmware's. */
static inline uint16_t mw_profile(const mw_meter_t *meter, uint16_t object)
{
    (void)meter;
    (void)object;
    return MW_NONE;
}

static inline void mw_start_profiles(const mw_meter_t *meter)
{
    (void)meter;
}

static inline uint8_t mw_capture(const mw_meter_t *meter, uint16_t object)
{
    (void)meter;
    (void)object;
    return MW_OBJECT_UNAVAILABLE;
}

static inline uint8_t mw_reset_profile(const mw_meter_t *meter, uint16_t object)
{
    (void)meter;
    (void)object;
    return MW_OBJECT_UNAVAILABLE;
}

static inline bool mw_newest_first(const mw_meter_t *meter, uint16_t object)
{
    (void)meter;
    (void)object;
    return false;
}

static inline uint32_t mw_rows(const mw_meter_t *meter, uint16_t profile)
{
    (void)meter;
    (void)profile;
    return 0U;
}

#endif

#ifdef __cplusplus
}
#endif

#endif
