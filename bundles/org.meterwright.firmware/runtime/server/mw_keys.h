/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: methods of Security setup (class 64): security_activate, and key_transfer with the AES key wrap of RFC 3394. */
#ifndef MW_KEYS_H
#define MW_KEYS_H

#include "mw_port.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Executes a method of Security setup; returns an action result. Keys that come are used from the next message on. Keys of suites 1 and 2 and certificates are the port's. */
uint8_t mw_keys(const mw_meter_t *meter, mw_call_t *call);

/* Puts keys that have come into their slots: when the answer to the client has been made. */
void mw_keep_keys(void);

#ifdef __cplusplus
}
#endif

#endif
