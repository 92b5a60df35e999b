/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: the clock of the host program: virtual time that moves on command alone, and the supply. */
#include "mw_host.h"

#include "mw_daylight.h"
#include "mw_port.h"
#include "mw_profile.h"
#include "mw_store.h"
#include "mw_tick.h"
#include "mw_time.h"
#include "mw_work.h"

#include <stdio.h>
#include <string.h>

#define METER (*mw_host_meter.meter)

/* 2026-01-01 00:00:00. */
static uint32_t standard = 820540800U;
static bool changed;
static bool off;

void mw_host_now(uint8_t time[12])
{
    const uint32_t shift = mw_daylight_shift(&METER, standard);

    mw_put_moment(standard + shift, time);
    time[11] = (shift > 0U) ? MW_DAYLIGHT : 0U;
}

static void tick(uint32_t elapsed)
{
    uint8_t now[12];

    mw_host_now(now);
    mw_tick(&METER, elapsed, now);
}

/* Of the two standard times that one local time may be, the one in daylight saving. */
static bool put_local(uint32_t moment)
{
    const bool good = moment != MW_NEVER;

    if (good) {
        uint32_t shift = mw_daylight_shift(&METER, moment);
        shift = (shift > 0U) ? mw_daylight_shift(&METER, moment - shift) : 0U;
        standard = moment - shift;
    }
    return good;
}

bool mw_host_begin_at(uint32_t moment)
{
    const bool good = put_local(moment);

    if (good && !off) {
        mw_kept.through = 0U;
        mw_kept.standard = 0U;
        tick(0U);
    }
    return good;
}

bool mw_host_set_clock(uint32_t moment)
{
    changed = put_local(moment);
    return changed;
}

uint8_t mw_port_set_clock(const uint8_t date_time[12])
{
    return mw_host_set_clock(mw_moment(date_time)) ? MW_SUCCESS : MW_OTHER_REASON;
}

void mw_host_follow_clock(void)
{
    if (changed && !off) {
        changed = false;
        tick(0U);
    }
}

void mw_host_advance(uint32_t seconds)
{
    uint32_t left = seconds;

    while (left > 0U) {
        const uint32_t next = off ? left : mw_next(&METER);
        const uint32_t step = (next < left) ? next : left;
        standard += step;
        left -= step;
        if (!off) {
            tick(step);
        }
    }
}

bool mw_host_until(uint32_t moment)
{
    const uint32_t from = standard;
    const bool good = put_local(moment) && (standard >= from);
    const uint32_t to = standard;

    standard = from;
    if (good) {
        mw_host_advance(to - from);
    }
    return good;
}

void mw_host_text_of_now(char *text, size_t room)
{
    uint8_t time[12];

    mw_host_now(time);
    (void)snprintf(text, room, "%04u-%02u-%02uT%02u:%02u:%02u%s", ((unsigned)time[0] << 8U) | (unsigned)time[1], (unsigned)time[2], (unsigned)time[3], (unsigned)time[5],
        (unsigned)time[6], (unsigned)time[7], ((time[11] & MW_DAYLIGHT) != 0U) ? " daylight" : "");
}

bool mw_host_is_off(void)
{
    return off;
}

void mw_host_power(bool on)
{
    if (!on && !off) {
        mw_power_down();
        off = true;
    } else if (on && off) {
        uint8_t now[12];
        off = false;
        mw_restore_ram(&METER);
        mw_start_profiles(&METER);
        mw_host_now(now);
        mw_power_up(&METER, now);
    } else {
        /* it is so already */
    }
}
