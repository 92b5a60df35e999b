/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: object_list, streamed from the tables. */
#ifndef MW_OBJECTS_H
#define MW_OBJECTS_H

#include "mw_find.h"
#include "mw_get.h"
#include "mw_writer.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Writes what fits of an association's object_list, from the cursor on. */
void mw_object_list(const mw_meter_t *meter, uint8_t association, mw_cursor_t *cursor, mw_writer_t *w);

#ifdef __cplusplus
}
#endif

#endif
