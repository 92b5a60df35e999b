/* SPDX-License-Identifier: Apache-2.0 */
#include "clock.h"

#include "answer.h"
#include "board.h"

#include "mw_time.h"

#define ENCODED 14U

/* 2026-01-01 00:00:00, until a client sets it; a product reads its calendar chip here. */
static uint32_t moment = 820540800U;
static uint32_t counted;
static uint32_t reported;

/* Takes the seconds that the board has counted since the last look. */
static void look(void)
{
    const uint32_t seconds = board_milliseconds() / 1000U;

    moment += seconds - counted;
    counted = seconds;
}

void clock_now(uint8_t date_time[12])
{
    look();
    mw_put_moment(moment, date_time);
}

bool clock_set(const uint8_t date_time[12])
{
    const uint32_t wanted = mw_moment(date_time);
    const bool good = wanted != MW_NEVER;

    look();
    if (good) {
        moment = wanted;
    }
    return good;
}

uint32_t clock_elapsed(void)
{
    uint32_t elapsed;

    look();
    elapsed = counted - reported;
    reported = counted;
    return elapsed;
}

/* An encoding that may be asked for in pieces: kept from the first piece on, so that all of them are of one moment. */
uint8_t clock_piece(mw_piece_t *piece)
{
    static uint8_t encoded[ENCODED] = { MW_OCTET_STRING, 12U };

    if (piece->offset == 0U) {
        clock_now(&encoded[2]);
    }
    return answer_with(piece, encoded, ENCODED);
}
