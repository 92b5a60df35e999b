/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: Image transfer (class 18): its states, and which blocks have come. Where the image is put, and whether it is genuine, is the port's. */
#ifndef MW_IMAGE_H
#define MW_IMAGE_H

#include "mw_port.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Executes a method of Image transfer; returns an action result. */
uint8_t mw_image(const mw_meter_t *meter, mw_call_t *call);

/* The firmware has activated the image, or could not, after the restart that this takes. */
void mw_image_activated(const mw_meter_t *meter, uint16_t object, bool good);

#ifdef __cplusplus
}
#endif

#endif
