/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: compares what the tables answer with golden encodings made from the model. */
#ifndef MW_SELFTEST_H
#define MW_SELFTEST_H

#include "meterwright.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Octets stand as pairs of hexadecimal digits. */

/* What an association may do with an object: the mode of attribute 1 and of those behind it, of method 1 and of those behind it, and access_rights as the object_list has them. */
typedef struct {
    const char *attributes;
    const char *methods;
    const char *octets;
} mw_golden_right_t;

/* An object, by its number: `last` is its last attribute, `access` a row of rights, `names` says by bits that it is found by its name (1), and which of four names beside it nobody has. */
typedef struct {
    const char *name;
    uint16_t class_id;
    uint16_t access;
    uint8_t device;
    uint8_t version;
    uint8_t last;
    uint8_t names;
} mw_golden_object_t;

/*
 * An attribute as one association (MW_NONE8: any) must see it, sorted by object and attribute; rows of the same attribute and association go on with its octets. Without octets
 * it is the object list of an association. Attribute 1 has no row: it is the name of the object.
 */
typedef struct {
    const char *octets;
    uint16_t object;
    uint8_t attribute;
    uint8_t association;
    uint8_t list;
} mw_golden_value_t;

/* Elements of the object list of an association: objects that follow one another, with one right. */
typedef struct {
    uint16_t first;
    uint16_t count;
    uint16_t right;
    uint8_t list;
} mw_golden_run_t;

/* A step that an event sets off; octets: its constant, or NULL. */
typedef struct {
    const char *octets;
    uint16_t event;
    uint16_t guard;
    uint16_t target;
    uint16_t param;
    uint8_t op;
    uint8_t index;
} mw_golden_step_t;

/* Everything expected. A row of `access` has a number of a right for each association; MW_NONE: the object is not in its list. */
typedef struct {
    const mw_golden_right_t *right;
    const uint16_t *access;
    const mw_golden_object_t *object;
    const mw_golden_value_t *value;
    const mw_golden_run_t *run;
    const mw_golden_step_t *step;
    uint32_t associations;
    uint32_t objects;
    uint32_t values;
    uint32_t runs;
    uint32_t steps;
} mw_golden_t;

/* Answers for a firmware function with the golden value of the attribute. */
uint8_t mw_golden_answer(const mw_golden_t *golden, uint16_t object, uint8_t attribute, mw_piece_t *piece);

/* Compares everything; prints what differs; returns the number of differences. */
uint32_t mw_selftest(const mw_meter_t *meter, const mw_golden_t *golden);

#ifdef __cplusplus
}
#endif

#endif
