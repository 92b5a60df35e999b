/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: reads attributes as A-XDR, in pieces of any size. */
#ifndef MW_GET_H
#define MW_GET_H

#include "mw_find.h"
#include "mw_tables.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Data access results (IEC 62056-5-3). */
#define MW_SUCCESS            0U
#define MW_READ_WRITE_DENIED  3U
#define MW_OBJECT_UNDEFINED   4U
#define MW_OBJECT_UNAVAILABLE 11U
#define MW_OTHER_REASON       250U

/* What is asked by whom; protection: MW_AUTHENTICATED, MW_ENCRYPTED, MW_SIGNED as the request came. */
typedef struct {
    uint16_t object;
    uint8_t attribute;
    uint8_t association;
    uint8_t protection;
} mw_request_t;

/* Most columns of a profile. */
#define MW_COLUMNS 128U

/* Rows of a profile's buffer, from 1 for the oldest, and columns as bits; selected: only these, else all there are when reading begins. */
typedef struct {
    uint32_t first;
    uint32_t last;
    uint8_t columns[MW_COLUMNS / 8U];
    bool selected;
} mw_rows_t;

/* Where an encoding goes on. Begin with mw_start. */
typedef struct {
    uint32_t item;
    uint32_t offset;
    bool done;
    mw_rows_t rows;
} mw_cursor_t;

/* Sets a cursor to the beginning. */
void mw_start(mw_cursor_t *cursor);

/*
 * Puts the next piece of an attribute's encoding, at most `room` octets, after the rights have been checked. Call it again with the
 * same request and cursor until cursor.done. Returns a data access result; nothing is put unless it is MW_SUCCESS.
 */
uint8_t mw_get(const mw_meter_t *meter, const mw_request_t *request, mw_cursor_t *cursor, uint8_t *out, uint32_t room, uint32_t *length);

/* The same where the object's place is known. */
uint8_t mw_get_at(const mw_meter_t *meter, const mw_request_t *request, const mw_place_t *place, mw_cursor_t *cursor, uint8_t *out, uint32_t room, uint32_t *length);

/* The same for the firmware itself: no rights are asked. The association says whose current association 0-0:40.0.0 is. */
uint8_t mw_read(const mw_meter_t *meter, const mw_request_t *request, mw_cursor_t *cursor, uint8_t *out, uint32_t room, uint32_t *length);

/* Tells whether mw_get would be refused, without reading anything; returns a data access result. */
uint8_t mw_may_read(const mw_meter_t *meter, const mw_request_t *request);

#ifdef __cplusplus
}
#endif

#endif
