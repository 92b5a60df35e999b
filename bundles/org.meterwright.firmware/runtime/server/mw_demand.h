/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: Demand registers (class 5), sliding over their periods. */
#ifndef MW_DEMAND_H
#define MW_DEMAND_H

#include "mw_tables.h"

#ifdef __cplusplus
extern "C" {
#endif

/* At power-up: periods begin with the clock's multiples of their length. */
void mw_start_demand(const mw_meter_t *meter);

/* The clock is known for the first time: periods under way, which nobody could date, begin now; what was measured in them stays. */
void mw_begin_demands(const mw_meter_t *meter);

/*
 * The firmware measures: adds an amount to the period under way of a Demand register. Averages are the sum over all periods divided by their seconds,
 * so a power in W is reached by adding W * s.
 */
void mw_demand(const mw_meter_t *meter, uint16_t object, int64_t amount);

/* Time has passed: averages are brought up to date, periods end. */
void mw_demand_time(const mw_meter_t *meter, uint32_t elapsed);

/* Returns the seconds until a period ends. */
uint32_t mw_demand_next(const mw_meter_t *meter);

/* Methods of a Demand register: begins anew with everything 0; ends the period under way. */
void mw_reset_demand(const mw_meter_t *meter, uint16_t object);
void mw_next_period(const mw_meter_t *meter, uint16_t object);

#ifdef __cplusplus
}
#endif

#endif
