/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: what collecting charges and taking payments have in common. */
#ifndef MW_PAYMENT_PARTS_H
#define MW_PAYMENT_PARTS_H

#include "mw_tables.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Most credits, and most charges, of an account. */
#define MW_MEMBERS 16U

/* Collects the objects that a list of logical names means; returns how many. */
uint32_t mw_members(const mw_meter_t *meter, uint16_t account, uint8_t attribute, uint16_t class_id, uint16_t found[MW_MEMBERS]);

/* Brings an account up to date with its credits and charges. */
void mw_refresh_account(const mw_meter_t *meter, uint16_t account);

/* An amount was paid on a charge, whoever paid it. */
void mw_charge_paid(const mw_meter_t *meter, uint16_t charge, int64_t amount);

/*
 * Returns the price of the first row of the prices in force, in the account's currency_scale: what a collection by time, or by payment without a
 * proportion, takes.
 */
int64_t mw_price_of(const mw_meter_t *meter, uint16_t charge);

/* Adds to a credit; one that was used up may pay again. */
void mw_credit_add(const mw_meter_t *meter, uint16_t credit, int64_t amount);

#ifdef __cplusplus
}
#endif

#endif
