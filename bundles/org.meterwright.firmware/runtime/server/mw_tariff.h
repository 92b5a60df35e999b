/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: how registers follow the tariff: which of them count (Register activation, class 6), what is measured, and maxima of averages. */
#ifndef MW_TARIFF_H
#define MW_TARIFF_H

#include "mw_tables.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Tells whether a register counts: no Register activation names it, or the mask that is active there does. */
bool mw_counts(const mw_meter_t *meter, uint16_t object);

/*
 * The firmware has measured an amount, in the unit of the object. A Register or Extended register counts it, and so does each register of a Register activation
 * that has the same logical name but for value group E (the rates of the whole), while the active mask names it. A Demand register: mw_demand.
 */
void mw_measure(const mw_meter_t *meter, uint16_t object, int64_t amount);

/*
 * A period of a Demand register with D = 4, 14, 24 ... has ended: each Extended register with the same name but for D, which is 2 more, and E, with the same
 * scaler and unit, keeps the average if it is larger and the register counts.
 */
void mw_keep_maximum(const mw_meter_t *meter, uint16_t demand, int64_t average);

#ifdef __cplusplus
}
#endif

#endif
