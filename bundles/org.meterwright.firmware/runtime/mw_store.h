/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: puts A-XDR values into native storage. */
#ifndef MW_STORE_H
#define MW_STORE_H

#include "mw_get.h"
#include "mw_tables.h"

#ifdef __cplusplus
extern "C" {
#endif

#define MW_TYPE_UNMATCHED 12U

/*
 * Puts a value into an attribute in RAM or NVM, all of it or nothing. Rights and ranges are the caller's. MW_TYPE_UNMATCHED: the octets are no
 * value of the attribute's type, or too long; MW_READ_WRITE_DENIED: the attribute is not stored.
 */
uint8_t mw_store(const mw_meter_t *meter, uint16_t object, uint8_t attribute, const uint8_t *octets, uint32_t length);

/*
 * Puts one value where a program says, from its step on, and moves step and place behind it; false when the octets are no such value: then
 * nothing is put, and neither moves.
 */
bool mw_store_part(const uint8_t *program, uint32_t *step, uint8_t *storage, uint32_t *place, const uint8_t *octets, uint32_t length);

/* Sets RAM to its first values. */
void mw_restore_ram(const mw_meter_t *meter);

/* Sets NVM to its first values. */
void mw_restore_nvm(const mw_meter_t *meter);

#ifdef __cplusplus
}
#endif

#endif
