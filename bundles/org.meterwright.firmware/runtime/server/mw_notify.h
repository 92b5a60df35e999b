/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: the Data-Notification that a Push setup object sends (IEC 62056-5-3). */
#ifndef MW_NOTIFY_H
#define MW_NOTIFY_H

#include "mw_get.h"

#ifdef __cplusplus
extern "C" {
#endif

#define MW_CONFIRMED_SERVICE 0x40000000U /* bit of the long-invoke-id: the receiver is to confirm */

/* Puts a Data-Notification with a list of the tables: that of an Alert, or of a push without a Push setup object. */
uint32_t mw_notification_of(const mw_meter_t *meter, uint16_t list, uint32_t invoke, uint8_t *out, uint32_t room);

/*
 * Puts a Data-Notification with what the push_object_list of an object names: a structure with a value for each element, null-data where there is none;
 * rows of a profile as the element restricts them by entry. `invoke` is its long-invoke-id; no time is sent. Returns its length; 0 when the object has no list
 * or `room` is too small.
 */
uint32_t mw_notification(const mw_meter_t *meter, uint16_t object, uint32_t invoke, uint8_t *out, uint32_t room);

#ifdef __cplusplus
}
#endif

#endif
