/* SPDX-License-Identifier: EPL-2.0 */
/*
 * A meter that lives: time passes, the clock jumps, events come, values change, the supply fails, clients write and execute. Input: when it begins, in four
 * octets; then doings, each an octet and what it needs. However the clock moves, what is remembered stays within its bounds.
 */
#include "fuzz.h"

#include "mw_demand.h"
#include "mw_find.h"
#include "mw_host.h"
#include "mw_look.h"
#include "mw_method.h"
#include "mw_profile.h"
#include "mw_push.h"
#include "mw_run.h"
#include "mw_tick.h"
#include "mw_time.h"
#include "mw_value.h"
#include "mw_work.h"

#include <stdlib.h>
#include <string.h>

#define DOINGS  12U
#define LONGEST 512U
#define YEAR    31622400U
/* Seconds in which things are done one after another, each at its moment; more pass at once. */
#define CALM    4000U

int LLVMFuzzerTestOneInput(const uint8_t *octets, size_t length);

static void must(bool condition)
{
    if (!condition) {
        abort();
    }
}

static uint32_t number(input_t *input, uint32_t octets)
{
    uint32_t value = 0U;

    for (uint32_t i = 0U; i < octets; i++) {
        value = (value << 8U) | fuzz_octet(input);
    }
    return value;
}

static uint16_t object(input_t *input)
{
    return (uint16_t)(number(input, 2U) % fuzz_meter()->objects);
}

/* The clock says anything, and any time has passed by the counter. */
static void jump(input_t *input)
{
    uint8_t now[MW_DATE_TIME];
    const uint32_t elapsed = number(input, 3U);

    for (uint32_t i = 0U; i < sizeof now; i++) {
        now[i] = fuzz_octet(input);
    }
    mw_tick(fuzz_meter(), elapsed, now);
}

/* Values and methods as the firmware, a script or a client gives them. */
static void touch(input_t *input, uint8_t doing, mw_session_t *session)
{
    static uint8_t result[LONGEST];
    const uint16_t which = object(input);
    const uint8_t part = fuzz_octet(input);
    const uint8_t *octets;
    uint32_t length;

    if (!fuzz_piece(input, &octets, &length, LONGEST)) {
        octets = result;
        length = 0U;
    }
    if ((doing == 5U) && (length > 0U) && (mw_axdr_length(octets, length) == length)) {
        (void)mw_keep(fuzz_meter(), which, part, octets, length);
        (void)mw_drain(fuzz_meter());
    } else if (doing == 5U) {
        /* firmware knows its own values */
    } else if (doing == 6U) {
        mw_call_t call = { octets, length, result, sizeof result, 0U, which, part, MW_NONE8 };
        (void)mw_do(fuzz_meter(), &call);
    } else {
        fuzz_exchange(session, octets, length, 512U);
    }
}

static void move(input_t *input, uint8_t doing)
{
    const uint16_t which = object(input);
    const uint8_t how = fuzz_octet(input);

    switch (doing) {
    case 8U:
        mw_host_force(which, how % 3U);
        break;
    case 9U:
        (void)(((how & 2U) == 0U) ? mw_supply_by_hand(fuzz_meter(), which, (how & 1U) != 0U) : mw_supply_locally(fuzz_meter(), which, (how & 1U) != 0U));
        break;
    case 10U:
        mw_demand(fuzz_meter(), which, (int64_t)(int32_t)number(input, 4U) * ((int64_t)1 << (how & 0x1FU)));
        break;
    case 11U:
        (void)mw_happen_at(fuzz_meter(), which, how);
        break;
    default:
        (void)mw_run_script(fuzz_meter(), which, how);
        break;
    }
}

static void pass(input_t *input, uint8_t doing)
{
    switch (doing) {
    case 0U:
        mw_host_advance(number(input, 2U) % CALM);
        break;
    case 1U:
        (void)mw_host_set_clock(number(input, 4U));
        mw_host_follow_clock();
        break;
    case 2U:
        jump(input);
        break;
    case 3U:
        mw_host_power(mw_host_is_off());
        break;
    default:
        (void)mw_host_begin_at(number(input, 4U));
        break;
    }
}

static void act(input_t *input, uint8_t doing, mw_session_t *session)
{
    if ((doing >= 5U) && (doing <= 7U)) {
        touch(input, doing, session);
    } else if (doing <= 12U) {
        move(input, doing);
    } else if (doing == 13U) {
        mw_host_link((fuzz_octet(input) & 1U) != 0U);
    } else if (doing == 14U) {
        mw_push_confirmed(fuzz_meter(), number(input, 2U));
    } else {
        (void)mw_happen(fuzz_meter(), (uint16_t)number(input, 2U));
    }
}

/* What holds after everything: nothing waits that could go on, tables of what is remembered are not overrun, and time has something left to wait for. */
static void check(void)
{
    const mw_meter_t *meter = fuzz_meter();

    must(!mw_work.busy && (mw_work.count == 0U) && (mw_work.watches <= MW_WATCHES) && (mw_work.demands <= MW_DEMANDS) && (mw_work.stages <= MW_STAGED));
    must(mw_next(meter) > 0U);
    for (uint16_t i = 0U; i < meter->profiles; i++) {
        must(mw_rows(meter, i) <= meter->profile[i].entries);
    }
}

/* The meter as it leaves the factory, at its first power-up; what the host program knows of it is as at its start. */
static void first_day(uint32_t moment)
{
    uint8_t now[MW_DATE_TIME];

    (void)memset(&mw_work, 0, sizeof mw_work);
    (void)memset(&mw_kept, 0, sizeof mw_kept);
    if (mw_host_is_off()) {
        mw_host_power(true);
    }
    (void)mw_host_begin_at(moment);
    mw_host_now(now);
    mw_power_up(fuzz_meter(), now);
}

int LLVMFuzzerTestOneInput(const uint8_t *octets, size_t length)
{
    uint8_t store[256];
    mw_session_t session;
    input_t input;

    fuzz_begin(&input, octets, length);
    first_day(820540800U + (number(&input, 4U) % YEAR));
    fuzz_open(&session, fuzz_octet(&input), MW_ASSOCIATED, store, sizeof store);
    for (uint32_t i = 0U; (i < DOINGS) && (input.at < length); i++) {
        const uint8_t doing = fuzz_octet(&input) & 0x0FU;
        if (doing < 5U) {
            pass(&input, doing);
        } else if (!mw_host_is_off()) {
            act(&input, doing, &session);
        } else {
            /* without supply nothing happens */
        }
        if (!mw_host_is_off()) {
            check();
        }
    }
    return 0;
}
