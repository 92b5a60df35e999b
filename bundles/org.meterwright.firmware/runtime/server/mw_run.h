/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: what a meter does: events and what follows them, scripts, methods of the standard's classes. */
#ifndef MW_RUN_H
#define MW_RUN_H

#include "mw_port.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Most events and scripts that wait at a time; what is raised beyond is lost, and mw_happen says so. */
#ifndef MW_WAITING
#define MW_WAITING 16U
#endif

/*
 * An event has happened: runs what follows it, and what follows from that, without recursion: events and scripts wait for their turn. Returns false
 * when too many were waiting.
 */
bool mw_happen(const mw_meter_t *meter, uint16_t event);

/* A schedule's time has come, or a monitor's condition begins or ends (MW_SOURCE_FIRES, _BEGINS, _ENDS): runs what the trigger table says of it. */
bool mw_happen_at(const mw_meter_t *meter, uint16_t object, uint8_t kind);

/* Executes a script of a script table, and what follows from it. Returns false when too many were waiting. */
bool mw_run_script(const mw_meter_t *meter, uint16_t table, uint16_t script);

/*
 * Executes a method for the firmware itself: reset of registers, reset and capture of profiles, scripts, disconnect and reconnect, and
 * mw_port_execute for all others. Returns an action result.
 */
uint8_t mw_do(const mw_meter_t *meter, mw_call_t *call);

#ifdef __cplusplus
}
#endif

#endif
