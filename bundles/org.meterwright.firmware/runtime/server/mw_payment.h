/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Meterwright: payment metering as far as the tables say it: which credit of an Account (class 111) pays, what is left of it, charges (113) by time, and
 * the methods of Account, Credit (112) and Charge. Consumption and payments are the firmware's: it tells of them by mw_collect and by a credit's methods.
 */
#ifndef MW_PAYMENT_H
#define MW_PAYMENT_H

#include "mw_port.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Executes a method of Account, Credit or Charge; returns an action result. */
uint8_t mw_payment(const mw_meter_t *meter, uint16_t class_id, mw_call_t *call);

/* Takes an amount for a charge from the credit in use of the account that lists the charge. */
void mw_collect(const mw_meter_t *meter, uint16_t charge, int64_t amount);

/*
 * A payment has come for an account, such as a token's amount. Charges that are collected when something is paid take their part of it in the order of their
 * priority: `proportion` (hundredths of a percent) when charge_configuration says percentage_based_collection, else the first price in force; at most what remains of
 * the charge unless it says continuous_collection; and all of them together at most max_provision in max_provision_period seconds (0: no such bound). What is left goes
 * to the credits by their token_proportion, and the rest to the first credit that is able to receive credit from tokens. Returns an action result; nothing is
 * done when no credit can take the rest, or the amount is not positive.
 */
uint8_t mw_pay(const mw_meter_t *meter, uint16_t account, int64_t amount);

/* The prices to come become the prices in force. */
uint8_t mw_activate_charge(const mw_meter_t *meter, uint16_t charge);

/* The clock is known for the first time: charges by time begin their periods now; nothing is collected for the time before. */
void mw_begin_charges(const mw_meter_t *meter);

/* Time has passed: charges by time are collected when their period ends. */
void mw_payment_time(const mw_meter_t *meter, uint32_t elapsed);

/* Returns the seconds until one is. */
uint32_t mw_payment_next(const mw_meter_t *meter);

#ifdef __cplusplus
}
#endif

#endif
