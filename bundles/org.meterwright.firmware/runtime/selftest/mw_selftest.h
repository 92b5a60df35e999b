/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: compares what the tables answer with golden encodings made from the model. */
#ifndef MW_SELFTEST_H
#define MW_SELFTEST_H

#include "meterwright.h"

#ifdef __cplusplus
extern "C" {
#endif

/* An attribute as one association (MW_NONE8: any) must see it. Sorted by object, attribute. */
typedef struct {
    uint32_t offset;
    uint32_t length;
    uint16_t object;
    uint8_t attribute;
    uint8_t association;
} mw_golden_value_t;

/* Expected octets, data access result and mode of an attribute (method: mode alone) for an association. */
typedef struct {
    uint32_t offset;
    uint32_t length;
    uint16_t object;
    uint8_t index;
    uint8_t association;
    uint8_t code;
    uint8_t mode;
} mw_golden_access_t;

/* A name: the object it belongs to, or MW_NONE. */
typedef struct {
    uint16_t class_id;
    uint16_t object;
    uint8_t device;
    uint8_t a;
    uint8_t b;
    uint8_t c;
    uint8_t d;
    uint8_t e;
    uint8_t f;
} mw_golden_name_t;

/* A step that an event sets off; offset and length: its constant. */
typedef struct {
    uint32_t offset;
    uint32_t length;
    uint16_t event;
    uint16_t guard;
    uint16_t target;
    uint16_t param;
    uint8_t op;
    uint8_t index;
} mw_golden_step_t;

typedef struct {
    const uint8_t *octets;
    const mw_golden_value_t *value;
    const mw_golden_access_t *attribute;
    const mw_golden_access_t *method;
    const mw_golden_name_t *name;
    const mw_golden_step_t *step;
    uint32_t values;
    uint32_t attributes;
    uint32_t methods;
    uint32_t names;
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
