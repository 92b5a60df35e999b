/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Meterwright: methods of the standard's classes that the meter executes by itself: those of Register, Extended register, Demand register, Register
 * activation, Profile generic, Clock, Script table, Schedule, Special days table, Image transfer, Activity calendar, Push setup, Security setup,
 * Disconnect control, Account, Credit and Charge. All others are handed to mw_port_execute, as are those of objects whose attributes it cannot write.
 */
#ifndef MW_METHOD_H
#define MW_METHOD_H

#include "mw_port.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Executes a method; scripts and events that follow are put behind what waits. Returns an action result. */
uint8_t mw_method(const mw_meter_t *meter, mw_call_t *call);

/* A consumer presses the button, or the meter itself connects or disconnects: what control_mode allows. Returns whether the state has changed. */
bool mw_supply_by_hand(const mw_meter_t *meter, uint16_t object, bool connect);
bool mw_supply_locally(const mw_meter_t *meter, uint16_t object, bool connect);

#ifdef __cplusplus
}
#endif

#endif
