/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: methods that change arrays: of Schedules, Special days tables and Register activations. */
#ifndef MW_EDIT_H
#define MW_EDIT_H

#include "mw_port.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Executes such a method; returns an action result. What would become longer than its storage stays as it is. */
uint8_t mw_edit(const mw_meter_t *meter, uint16_t class_id, mw_call_t *call);

/* Replaces the only element of a structure's part, as update_unit_charge does: field `part` (from 1) of an attribute becomes another value. */
uint8_t mw_edit_part(const mw_meter_t *meter, uint16_t object, uint8_t attribute, uint8_t part, const uint8_t *value, uint32_t length);

#ifdef __cplusplus
}
#endif

#endif
