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
