/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: what a meter does: events and what follows them, scripts, methods of the standard's classes. */
#ifndef MW_RUN_H
#define MW_RUN_H

#include "mw_port.h"
#include "mw_reader.h"
#include "mw_work.h"

#ifdef __cplusplus
extern "C" {
#endif

/*
 * An event has happened: runs what follows it, and what follows from that, without recursion: events and scripts wait for their turn. Returns false
 * when too many were waiting. What happens while something runs waits until that is done.
 */
bool mw_happen(const mw_meter_t *meter, uint16_t event);

/*
 * For firmware that watches by itself: a schedule's time has come, or a monitor's condition begins or ends (MW_SOURCE_FIRES, _BEGINS, _ENDS): runs
 * what the trigger table says of it.
 */
bool mw_happen_at(const mw_meter_t *meter, uint16_t object, uint8_t kind);

/* Executes a script of a script table, and what follows from it. Returns false when too many were waiting. */
bool mw_run_script(const mw_meter_t *meter, uint16_t table, uint16_t script);

/* Executes a method for the firmware itself, and what follows from it; mw_method.h says which. Returns an action result. */
uint8_t mw_do(const mw_meter_t *meter, mw_call_t *call);

/* Among the parts of the runtime: puts an event or a script behind what waits; mw_drain runs it. */
void mw_post_event(uint16_t event);
void mw_post_script(uint16_t table, uint16_t script);

/* Takes a reference to a script {logical name of the table, selector} and puts the script behind what waits; selector 0 is none. */
void mw_post_reference(const mw_meter_t *meter, uint8_t device, mw_reader_t *reader);

/* Runs what waits until nothing does, at most so many that a circle of events ends. Returns false when something was lost. */
bool mw_drain(const mw_meter_t *meter);

#ifdef __cplusplus
}
#endif

#endif
