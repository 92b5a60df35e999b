/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: functions that take what is written to attributes which functions answer for. */
#ifndef MW_SETTER_H
#define MW_SETTER_H

#include "mw_store.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Hands what is written to an attribute to its function; MW_NO_SETTER: it is kept in storage, constant, or no client may write it. */
uint8_t mw_set_by_function(const mw_meter_t *meter, uint16_t object, uint8_t attribute, const uint8_t *octets, uint32_t length);

/* Tells whether a value is a number with this tag, whole. */
bool mw_is_number(const uint8_t *octets, uint32_t length, uint8_t tag);

/* Returns a number behind its tag, as it is and with its sign. */
uint64_t mw_unsigned_number(const uint8_t *octets, uint32_t length);
int64_t mw_signed_number(const uint8_t *octets, uint32_t length);

#ifdef __cplusplus
}
#endif

#endif
