/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_method.h"

#if MW_HAVE_RUN

#include "mw_attribute.h"
#include "mw_demand.h"
#include "mw_edit.h"
#include "mw_find.h"
#include "mw_image.h"
#include "mw_keys.h"
#include "mw_look.h"
#include "mw_payment.h"
#include "mw_profile.h"
#include "mw_push.h"
#include "mw_run.h"
#include "mw_schedule.h"
#include "mw_store.h"
#include "mw_time.h"
#include "mw_value.h"
#include "mw_work.h"

#include <string.h>

#define REGISTER           3U
#define EXTENDED_REGISTER  4U
#define DEMAND_REGISTER    5U
#define ACTIVATION         6U
#define PROFILE_GENERIC    7U
#define CLOCK              8U
#define SCRIPT_TABLE       9U
#define SCHEDULE           10U
#define SPECIAL_DAYS       11U
#define ASSOCIATION_LN     15U
#define IMAGE_TRANSFER     18U
#define ACTIVITY_CALENDAR  20U
#define PUSH_SETUP         40U
#define SECURITY_SETUP     64U
#define DISCONNECT_CONTROL 70U
#define ACCOUNT            111U
#define CREDIT             112U
#define CHARGE             113U

#define ADD_OBJECT         3U
#define REMOVE_OBJECT      4U
#define VALUE              2U
#define OUTPUT_STATE       2U
#define CONTROL_STATE      3U
#define CONTROL_MODE       4U
#define DISCONNECTED       0
#define CONNECTED          1
#define READY              2
#define MOST_MODE          6

/* Modes whose transitions are allowed: bit n is mode n. */
#define REMOTE_TO_CONNECTED 0x14U /* a: 2, 4       */
#define MANUAL_DISCONNECT   0x26U /* f: 1, 2, 5    */
#define LOCAL_RECONNECT     0x60U /* h: 5, 6       */

#define QUARTER            900U
#define MINUTE             60U

static void supply(const mw_meter_t *meter, uint16_t object, int64_t state)
{
    (void)mw_keep_number(meter, object, CONTROL_STATE, state);
    (void)mw_keep_number(meter, object, OUTPUT_STATE, (state == CONNECTED) ? 1 : 0);
}

static bool allows(int64_t mode, uint32_t modes)
{
    return (mode >= 0) && (mode <= MOST_MODE) && (((modes >> (uint32_t)mode) & 1U) != 0U);
}

/* Remote transitions b, c: to disconnected; a or d: to connected or ready. Mode 0 is always connected; what is not of modes 0 to 6 is the firmware's. */
static uint8_t remote(const mw_meter_t *meter, mw_call_t *call)
{
    const int64_t mode = mw_number_of(meter, call->object, CONTROL_MODE, 0);
    const int64_t state = mw_number_of(meter, call->object, CONTROL_STATE, CONNECTED);
    uint8_t result = MW_SUCCESS;

    if (mode > MOST_MODE) {
        result = mw_port_execute(call);
    } else {
        if (mode == 0) {
            /* never disconnected */
        } else if (call->method == 1U) {
            supply(meter, call->object, DISCONNECTED);
        } else if (allows(mode, REMOTE_TO_CONNECTED)) {
            supply(meter, call->object, CONNECTED);
        } else if (state != CONNECTED) {
            supply(meter, call->object, READY);
        } else {
            /* it is connected */
        }
        mw_port_acted(call->object, call->method);
    }
    return result;
}

/* e, h: from ready to connected; f, g: from connected to ready. */
static bool move(const mw_meter_t *meter, uint16_t object, bool connect, uint32_t modes)
{
    const int64_t mode = mw_number_of(meter, object, CONTROL_MODE, 0);
    const int64_t state = mw_number_of(meter, object, CONTROL_STATE, CONNECTED);
    const bool good = allows(mode, modes) && (state == (connect ? READY : CONNECTED));

    if (good) {
        supply(meter, object, connect ? CONNECTED : READY);
        mw_port_acted(object, connect ? 2U : 1U);
        (void)mw_drain(meter);
    }
    return good;
}

bool mw_supply_by_hand(const mw_meter_t *meter, uint16_t object, bool connect)
{
    return move(meter, object, connect, connect ? 0x7EU : MANUAL_DISCONNECT);
}

bool mw_supply_locally(const mw_meter_t *meter, uint16_t object, bool connect)
{
    return move(meter, object, connect, connect ? LOCAL_RECONNECT : 0x7EU);
}

/* Sets a register's value to zero, whatever its type. */
static uint8_t reset_register(const mw_meter_t *meter, mw_call_t *call)
{
    const bool own = mw_attribute(meter, call->object, VALUE).memory != NULL;
    uint8_t result;

    if (!own || (call->method != 1U)) {
        result = mw_port_execute(call);
    } else {
        result = (mw_keep_number(meter, call->object, VALUE, 0) == MW_SUCCESS) ? MW_SUCCESS : MW_OTHER_REASON;
    }
    return result;
}

#if MW_HAVE_DEMAND
static uint8_t of_demand(const mw_meter_t *meter, const mw_call_t *call)
{
    if (call->method == 1U) {
        mw_reset_demand(meter, call->object);
    } else {
        mw_next_period(meter, call->object);
    }
    return MW_SUCCESS;
}
#endif

#if MW_HAVE_PROFILES
static uint8_t of_profile(const mw_meter_t *meter, mw_call_t *call)
{
    uint8_t result;

    if ((mw_profile(meter, call->object) == MW_NONE) || (call->method > 2U)) {
        result = mw_port_execute(call);
    } else {
        result = (call->method == 1U) ? mw_reset_profile(meter, call->object) : mw_capture(meter, call->object);
    }
    return result;
}
#endif

static int64_t parameter_of(const mw_call_t *call)
{
    return mw_number(call->parameter, call->parameter_length);
}

#if MW_HAVE_TIME
static uint8_t of_calendar(const mw_meter_t *meter, const mw_call_t *call)
{
    mw_activate_calendar(meter, call->object, mw_work.local);
    return MW_SUCCESS;
}
#endif

#if MW_HAVE_PUSH
static uint8_t of_push(const mw_meter_t *meter, const mw_call_t *call)
{
    if (call->method == 1U) {
        mw_push_object(meter, call->object);
    } else {
        mw_push_reset(meter, call->object);
    }
    return MW_SUCCESS;
}
#endif

/* Returns the nearest multiple of a length. */
static uint32_t nearest(uint32_t moment, uint32_t length)
{
    return ((moment + (length / 2U)) / length) * length;
}

/* The measuring period is that of the first profile that captures by one. */
static uint32_t measuring_period(const mw_meter_t *meter)
{
    uint32_t found = QUARTER;
    bool seen = false;

    for (uint16_t object = mw_next_of_class(meter, PROFILE_GENERIC, 0U); (object != MW_NONE) && !seen;
         object = mw_next_of_class(meter, PROFILE_GENERIC, (uint16_t)(object + 1U))) {
        const int64_t period = mw_number_of(meter, object, 4U, 0);
        seen = period > 0;
        found = seen ? (uint32_t)period : found;
    }
    return found;
}

static uint8_t set_clock(uint32_t moment, const uint8_t now[MW_DATE_TIME])
{
    uint8_t date_time[MW_DATE_TIME];

    mw_put_moment(moment, date_time);
    (void)memcpy(&date_time[9], &now[9], 3U); /* deviation and status stay */
    return mw_port_set_clock(date_time);
}

/* preset_adjusting_time: {time, from, until}. */
static uint8_t preset(const mw_call_t *call)
{
    mw_reader_t reader;
    uint32_t *place[3] = { &mw_work.preset, &mw_work.preset_from, &mw_work.preset_until };
    bool good;

    mw_reader(&reader, call->parameter, call->parameter_length);
    good = mw_take_head(&reader) == 3U;
    for (uint32_t i = 0U; (i < 3U) && good; i++) {
        const uint8_t *time = mw_take_string(&reader, MW_DATE_TIME);
        good = time != NULL;
        *place[i] = good ? mw_moment(time) : MW_NEVER;
    }
    return good ? MW_SUCCESS : MW_TYPE_UNMATCHED;
}

static uint8_t of_clock(const mw_meter_t *meter, const mw_call_t *call)
{
    uint8_t buffer[MW_LONGEST];
    uint32_t length = 0U;
    const uint8_t *value = mw_look(meter, call->object, VALUE, buffer, sizeof buffer, &length);
    const uint8_t *now = ((value != NULL) && (length == 14U)) ? &value[2] : mw_work.date_time;
    const uint32_t moment = mw_moment(now);
    uint8_t result = MW_OTHER_REASON;

    if (call->method == 5U) {
        result = preset(call);
    } else if (moment == MW_NEVER) {
        /* nobody knows the time that is to be adjusted */
    } else if (call->method == 1U) {
        result = set_clock(nearest(moment, QUARTER), now);
    } else if (call->method == 2U) {
        result = set_clock(nearest(moment, measuring_period(meter)), now);
    } else if (call->method == 3U) {
        result = set_clock(nearest(moment, MINUTE), now);
    } else if (call->method == 4U) {
        const bool valid = (mw_work.preset != MW_NEVER) && (mw_work.preset > 0U) && (moment >= mw_work.preset_from) && (moment <= mw_work.preset_until);
        result = valid ? set_clock(mw_work.preset, now) : MW_OTHER_REASON;
    } else {
        const int64_t shifted = (int64_t)moment + parameter_of(call);
        result = set_clock((uint32_t)((uint64_t)shifted & 0xFFFFFFFFU), now);
    }
    return result;
}

static uint8_t of_script(const mw_call_t *call)
{
    mw_post_script(call->object, (uint16_t)((uint64_t)parameter_of(call) & 0xFFFFU));
    return MW_SUCCESS;
}

/* Object lists are constant, and so are the rights in them: add_object and remove_object are refused. */
static uint8_t of_association(mw_call_t *call)
{
    const bool changes = (call->method == ADD_OBJECT) || (call->method == REMOVE_OBJECT);

    return changes ? MW_OTHER_REASON : mw_port_execute(call);
}

/* Classes whose methods change what the meter counts, does or sends. */
static uint8_t other(const mw_meter_t *meter, uint16_t class_id, mw_call_t *call)
{
    uint8_t result;

    switch (class_id) {
    case ASSOCIATION_LN:
        result = of_association(call);
        break;
#if MW_HAVE_EDITS
    case ACTIVATION:
    case SCHEDULE:
    case SPECIAL_DAYS:
        result = mw_edit(meter, class_id, call);
        break;
#endif
#if MW_HAVE_IMAGE
    case IMAGE_TRANSFER:
        result = mw_image(meter, call);
        break;
#endif
#if MW_HAVE_KEYS
    case SECURITY_SETUP:
        result = mw_keys(meter, call);
        break;
#endif
#if MW_HAVE_PAYMENT
    case ACCOUNT:
    case CREDIT:
    case CHARGE:
        result = mw_payment(meter, class_id, call);
        break;
#endif
    default:
        result = mw_port_execute(call);
        break;
    }
    return result;
}

uint8_t mw_method(const mw_meter_t *meter, mw_call_t *call)
{
    const uint16_t class_id = mw_class_id(meter, call->object);
    uint8_t result;

    call->result_length = 0U;
    switch (class_id) {
    case REGISTER:
    case EXTENDED_REGISTER:
        result = reset_register(meter, call);
        break;
#if MW_HAVE_DEMAND
    case DEMAND_REGISTER:
        result = of_demand(meter, call);
        break;
#endif
#if MW_HAVE_PROFILES
    case PROFILE_GENERIC:
        result = of_profile(meter, call);
        break;
#endif
    case CLOCK:
        result = of_clock(meter, call);
        break;
    case SCRIPT_TABLE:
        result = of_script(call);
        break;
#if MW_HAVE_TIME
    case ACTIVITY_CALENDAR:
        result = of_calendar(meter, call);
        break;
#endif
#if MW_HAVE_PUSH
    case PUSH_SETUP:
        result = of_push(meter, call);
        break;
#endif
    case DISCONNECT_CONTROL:
        result = remote(meter, call);
        break;
    default:
        result = other(meter, class_id, call);
        break;
    }
    return result;
}

#endif
