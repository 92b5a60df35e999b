/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: whether every number in the tables of an image that leads somewhere leads to where something is. */
#ifndef MW_LOADER_CHECK_H
#define MW_LOADER_CHECK_H

#include "mw_tables.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Rows of the tables whose rows the root does not count, and what the firmware has. */
typedef struct {
    uint32_t classes;
    uint32_t groups;
    uint32_t pairs;
    uint32_t shapes;
    uint32_t attributes;
    uint32_t forms;
    uint32_t pool;
    uint32_t lists;
    uint32_t columns;
    uint32_t access;
    uint32_t patterns;
    uint32_t modes;
    uint32_t selectors;
    uint32_t orders;
    uint32_t logs;
    uint32_t blocks;
    uint32_t steps;
    uint32_t handlers;
    uint32_t log_octets;
} mw_loader_rows_t;

/* Tells whether all tables can be followed without leaving them: how objects are found, and what their rights and values lead to. */
bool mw_loader_objects_sound(const mw_meter_t *meter, const mw_loader_rows_t *rows);

/* The same of associations, profiles, first values, types, and what events set off; objects are sound. */
bool mw_loader_rest_sound(const mw_meter_t *meter, const mw_loader_rows_t *rows);

/* Tells whether a place in the pool holds a whole value, or MW_NONE. */
bool mw_loader_value_sound(const mw_meter_t *meter, const mw_loader_rows_t *rows, uint16_t ref);

/* Tells whether the rights of a pattern, which is one of the table, end with those of a class. */
bool mw_loader_pattern_sound(const mw_meter_t *meter, uint16_t pattern, const mw_class_t *cls);

/* Storage: how many octets, and by what their address can be divided. */
typedef struct {
    uint32_t size;
    uint32_t alignment;
} mw_loader_extent_t;

/* Finds what storage a program in the pool takes; false: it leaves the pool or is none. */
bool mw_loader_form_extent(const mw_meter_t *meter, const mw_loader_rows_t *rows, uint16_t program, mw_loader_extent_t *extent);

#ifdef __cplusplus
}
#endif

#endif
