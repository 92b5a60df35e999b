/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: where an attribute is. */
#ifndef MW_ATTRIBUTE_H
#define MW_ATTRIBUTE_H

#include "mw_tables.h"

#ifdef __cplusplus
extern "C" {
#endif

/* An attribute: its operation, its row in another table or its offset, and its object's storage in RAM or NVM. */
typedef struct {
    uint8_t *memory;
    uint16_t object;
    uint16_t ref;
    uint8_t op;
} mw_attribute_t;

/* Tells whether an operation reads NVM. */
bool mw_in_nvm(uint8_t op);

/* Finds an attribute (from 2) of an object; op is MW_OP_ABSENT when there is none. */
mw_attribute_t mw_attribute_at(const mw_meter_t *meter, uint16_t run, uint16_t object, uint8_t attribute);

/* The same without knowing the object's run. */
mw_attribute_t mw_attribute(const mw_meter_t *meter, uint16_t object, uint8_t attribute);

/* Returns a column of a list, from 0. */
mw_ref_t mw_column(const mw_meter_t *meter, const mw_list_t *list, uint32_t number);

#ifdef __cplusplus
}
#endif

#endif
