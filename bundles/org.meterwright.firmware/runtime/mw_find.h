/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: objects by class and logical name, and what an association may do with them. */
#ifndef MW_FIND_H
#define MW_FIND_H

#include "mw_tables.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Mode bits of attributes and methods (Association LN version 3); 1 means access for a method. */
#define MW_READ              0x01U
#define MW_WRITE             0x02U
#define MW_AUTHENTICATED     0x04U
#define MW_ENCRYPTED         0x08U
#define MW_SIGNED            0x10U
#define MW_REQUEST           0x1CU

/* Place of an object: its rows in the tables. */
typedef struct {
    uint16_t object;
    uint16_t group;
    uint16_t run;
} mw_place_t;

/*
 * Rights of an association to one object. modes: runs {last index, mode} of attributes, then of methods, the last run of each its mode alone
 * (no run: no access); or triples and pairs if listed is true.
 */
typedef struct {
    const uint8_t *modes;
    uint8_t attributes;
    uint8_t methods;
    uint8_t attribute_runs;
    uint8_t method_runs;
    bool listed;
} mw_rights_t;

/* A run of indexes with one mode: up to index last. */
typedef struct {
    const uint8_t *next;
    uint32_t left;
    uint32_t last;
    uint8_t mode;
} mw_mode_run_t;

/* Tells whether the tables are of this layout. */
bool mw_valid(const mw_meter_t *meter);

/* Finds an object of a device; MW_NONE when there is none. */
uint16_t mw_find(const mw_meter_t *meter, uint8_t device, uint16_t class_id, const uint8_t logical_name[6]);

/* The same with its place; false when there is none. */
bool mw_find_place(const mw_meter_t *meter, uint8_t device, uint16_t class_id, const uint8_t logical_name[6], mw_place_t *place);

/* Finds the place of an object. */
mw_place_t mw_place(const mw_meter_t *meter, uint16_t object);

/* Finds the run of an object. */
uint16_t mw_run(const mw_meter_t *meter, uint16_t object);

/* Returns the first object of a run. */
static inline uint16_t mw_first_of(const mw_meter_t *meter, uint32_t run)
{
    return (meter->wide_run != NULL) ? meter->wide_run[run].first : meter->run[run].first;
}

/* Puts an object's logical name. */
void mw_logical_name(const mw_meter_t *meter, const mw_place_t *place, uint8_t logical_name[6]);

/* Returns the class row of an object. */
static inline const mw_class_t *mw_class_of(const mw_meter_t *meter, const mw_place_t *place)
{
    return &meter->cls[meter->group[place->group].cls];
}

/* Finds the pattern of an object in an association: 0 when it is not in the object list. */
uint16_t mw_pattern(const mw_meter_t *meter, uint8_t association, const mw_place_t *place);

/* Reads a pattern of the tables. */
mw_rights_t mw_rights(const mw_meter_t *meter, uint16_t pattern, const mw_class_t *cls);

/* Puts the mode bits of an attribute (from 1) for an association; false: the object is not in its object list. */
bool mw_mode_at(const mw_meter_t *meter, uint8_t association, const mw_place_t *place, uint8_t attribute, uint8_t *mode);

/* Returns the runs of methods in rights without a list. */
static inline const uint8_t *mw_method_modes(const mw_rights_t *rights)
{
    return (rights->attribute_runs == 0U) ? rights->modes : &rights->modes[(2U * (uint32_t)rights->attribute_runs) - 1U];
}

/* Starts with runs; `last` is the last index of all. mw_next_run then takes one run after another. */
static inline mw_mode_run_t mw_runs(const uint8_t *modes, uint8_t runs)
{
    const mw_mode_run_t run = { modes, runs, 0U, 0U };

    return run;
}

/* Takes the next run; behind the last one, the last index of all with its mode, or without any access. */
static inline void mw_next_run(mw_mode_run_t *run, uint32_t last)
{
    if (run->left > 1U) {
        run->last = run->next[0];
        run->mode = run->next[1];
        run->next = &run->next[2];
        run->left--;
    } else {
        run->last = last;
        run->mode = (run->left == 0U) ? 0U : run->next[0];
    }
}

/* Tells whether an object stands in the object list of an association. */
bool mw_visible(const mw_meter_t *meter, uint8_t association, uint16_t object);

/* Returns the mode bits of an attribute (from 1) for an association, 0 without any right. */
uint8_t mw_attribute_mode(const mw_meter_t *meter, uint8_t association, uint16_t object, uint8_t attribute);

/* Returns the mode bits of a method (from 1) for an association, 0 without any right. */
uint8_t mw_method_mode(const mw_meter_t *meter, uint8_t association, uint16_t object, uint8_t method);

#ifdef __cplusplus
}
#endif

#endif
