/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: writing attributes and executing methods for a client: rights, ranges, storage, the firmware's own part. */
#ifndef MW_WRITE_H
#define MW_WRITE_H

#include "mw_port.h"
#include "mw_server.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Writes an attribute after rights have been checked; returns a data access result. */
uint8_t mw_set(const mw_meter_t *meter, const mw_request_t *request, const uint8_t *octets, uint32_t length);

/* Executes a method after rights have been checked: request->attribute is its number; returns an action result. */
uint8_t mw_execute(mw_session_t *session, const mw_request_t *request, mw_call_t *call);

#ifdef __cplusplus
}
#endif

#endif
