/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: the worked port: the meter of meter.h behind HDLC on a UART. */
#include "board.h"
#include "clock.h"
#include "meter.h"

#include "mw_hdlc.h"
#include "mw_profile.h"
#include "mw_store.h"
#include "mw_tick.h"

/* Longest request and response, each with its LLC header; requests that come in blocks. */
#define APDU_ROOM  2048U
#define STORE_ROOM 512U

static mw_hdlc_t line;
static uint8_t apdu[APDU_ROOM];
static uint8_t store[STORE_ROOM];
static uint8_t frame[MW_HDLC_FRAME];

/* Once at power-up; there is no NVM on this board, so it always begins with first values. */
static void start(void)
{
    uint8_t now[12];

    mw_restore_ram(&METER);
    mw_restore_nvm(&METER);
    mw_start_profiles(&METER);
    clock_now(now);
    mw_power_up(&METER, now);
    mw_hdlc_start(&line, &METER, apdu, APDU_ROOM, store, STORE_ROOM);
}

/* Lets time go on, by whole seconds. */
static void tick(void)
{
    const uint32_t elapsed = clock_elapsed();

    if (elapsed > 0U) {
        uint8_t now[12];
        clock_now(now);
        mw_tick(&METER, elapsed, now);
    }
}

int main(void)
{
    uint8_t octet;

    board_start();
    if (!mw_valid(&METER) || (meter_checksum() != METER_CHECKSUM)) {
        return 1;
    }
    start();
    for (;;) {
        while (board_receive(&octet)) {
            if (mw_hdlc_octet(&line, octet)) {
                board_send(frame, mw_hdlc(&line, frame));
            }
        }
        tick();
    }
}
