/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: a window onto an encoding. Octets before the window are skipped, octets behind it are counted. */
#ifndef MW_WRITER_H
#define MW_WRITER_H

#include "mw_tables.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Longest piece that mw_reserve takes. */
#define MW_SPILL 24U

typedef struct {
    uint8_t *out;
    uint32_t room;
    uint32_t length;
    uint32_t skip;
    uint32_t lost;
    uint8_t spill[MW_SPILL];
} mw_writer_t;

/* Begins at the beginning of `out`. */
void mw_writer(mw_writer_t *w, uint8_t *out, uint32_t room);

/* Writes octets through the window. */
void mw_write(mw_writer_t *w, const uint8_t *octets, uint32_t length);

/* Writes a length field of A-XDR: one octet below 128, else 0x81, 0x82 or 0x84 and its octets. */
void mw_write_length(mw_writer_t *w, uint32_t length);

/* Returns where to put `length` octets (at most MW_SPILL) before mw_commit. */
static inline uint8_t *mw_reserve(mw_writer_t *w, uint32_t length)
{
    return ((w->skip == 0U) && (length <= (w->room - w->length))) ? &w->out[w->length] : w->spill;
}

/* Takes the octets that were put where mw_reserve said. */
static inline void mw_commit(mw_writer_t *w, const uint8_t *octets, uint32_t length)
{
    if (octets != w->spill) {
        w->length += length;
    } else {
        mw_write(w, octets, length);
    }
}

#ifdef __cplusplus
}
#endif

#endif
