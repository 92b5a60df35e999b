/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: what an event, a schedule or a monitor sets off. */
#ifndef MW_TRIGGER_H
#define MW_TRIGGER_H

#include "mw_tables.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Finds the first trigger of an event; the others follow it while their event is the same. MW_NONE: nothing follows the event. */
uint16_t mw_trigger(const mw_meter_t *meter, uint16_t event);

/* Finds the event that a schedule or monitor raises; MW_NONE when there is none. */
uint16_t mw_source_event(const mw_meter_t *meter, uint16_t object, uint8_t kind);

/* Returns the schedule that holds a trigger back; MW_NONE when nothing does. */
uint16_t mw_guard(const mw_meter_t *meter, uint16_t trigger);

/* Returns the number of steps of a trigger. */
uint16_t mw_steps(const mw_meter_t *meter, uint16_t trigger);

/* Puts a step of a trigger, from 0. */
void mw_step(const mw_meter_t *meter, uint16_t trigger, uint16_t number, mw_step_t *step);

/* Finds what an alert carries, and whether it is always sent; NULL when it is its code alone. */
const mw_alert_t *mw_alert(const mw_meter_t *meter, uint16_t code);

#ifdef __cplusplus
}
#endif

#endif
