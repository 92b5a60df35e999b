/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Meterwright: pushes on their way: communication windows, a random wait, retries, confirmations (Push setup, class 40, versions 0 to 3).
 *
 * Pushes wait in a queue of MW_JOBS places in mw_kept, which outlasts a loss of power. When it is full, a push that carries an Alert which the model calls
 * `always` takes the place of the newest one that carries none such; any other is lost, and mw_port_lost tells of it.
 */
#ifndef MW_PUSH_H
#define MW_PUSH_H

#include "mw_tables.h"
#include "mw_work.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A push set-up (row of the push table) is to send; alert: what it carries, or MW_NONE. */
void mw_push(const mw_meter_t *meter, uint16_t push, uint16_t alert);

/* The same by its Push setup object, as its method does. */
void mw_push_object(const mw_meter_t *meter, uint16_t object);

/* Time has passed: what is due is sent or tried again. */
void mw_push_time(const mw_meter_t *meter, uint32_t elapsed);

/* Returns the seconds until something is due. */
uint32_t mw_push_next(const mw_meter_t *meter);

/* The receiver has confirmed a push; `invoke` is the long-invoke-id of its Data-Notification. */
void mw_push_confirmed(const mw_meter_t *meter, uint32_t invoke);

/* Method reset: nothing of an object waits any more. */
void mw_push_reset(const mw_meter_t *meter, uint16_t object);

#ifdef __cplusplus
}
#endif

#endif
