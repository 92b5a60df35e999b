/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: everything a DLMS stack calls. */
#ifndef METERWRIGHT_H
#define METERWRIGHT_H

#include "mw_tables.h"
#include "mw_attribute.h"
#include "mw_check.h"
#include "mw_writer.h"
#include "mw_find.h"
#include "mw_get.h"
#include "mw_objects.h"
#include "mw_profile.h"
#include "mw_store.h"
#include "mw_trigger.h"
#include "mw_value.h"

#endif
