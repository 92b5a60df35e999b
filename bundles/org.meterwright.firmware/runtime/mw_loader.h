/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: tables as a loadable image, for an update in the field without new firmware. Little-endian targets only. */
#ifndef MW_LOADER_H
#define MW_LOADER_H

#include "mw_tables.h"

#ifdef __cplusplus
extern "C" {
#endif

#define MW_LOADER_MAGIC   0x4D57494DU
#define MW_LOADER_VERSION 1U
/* Octets of the header, and of an entry of the directory behind it. */
#define MW_LOADER_HEADER  64U
#define MW_LOADER_ENTRY   12U

#define MW_LOADER_GOOD       0U
#define MW_LOADER_MAGIC_BAD  1U /* no image                                                        */
#define MW_LOADER_LENGTH_BAD 2U /* cut, or longer than it says                                     */
#define MW_LOADER_CRC_BAD    3U /* damaged                                                         */
#define MW_LOADER_OTHER      4U /* of a version or table layout that this firmware does not know   */
#define MW_LOADER_MISFIT     5U /* wants functions, storage, logs or key slots that it has not got   */
#define MW_LOADER_TABLES_BAD 6U /* its directory or tables contradict themselves, or lead nowhere  */

/* What the firmware brings: functions in their order with a number that stands for it, memories, logs, a key store. */
typedef struct {
    const mw_handler_t *handler;
    mw_setter_t setter;
    const mw_log_t *log_memory;
    uint8_t *ram;
    uint8_t *nvm;
    uint32_t handlers;
    uint32_t handlers_id;
    uint32_t ram_octets;
    uint32_t nvm_octets;
    uint32_t log_octets;
    uint32_t key_slots; /* of the key store: whoever asks it for a key gives a number below this */
} mw_firmware_t;

/*
 * Checks an image, at an address that 4 divides, and makes its root: tables are used where they are. Nothing is written to `meter` unless
 * the result is MW_LOADER_GOOD.
 */
uint8_t mw_loader_load(const uint8_t *image, uint32_t length, const mw_firmware_t *firmware, mw_meter_t *meter);

/* Returns the 32 octets of the model id (SHA-256) of an image that was loaded. */
const uint8_t *mw_loader_model(const uint8_t *image);

#ifdef __cplusplus
}
#endif

#endif
