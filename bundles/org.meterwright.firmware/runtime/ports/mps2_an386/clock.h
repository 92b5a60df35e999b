/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: the clock of the worked port: counted from the board's milliseconds. */
#ifndef CLOCK_H
#define CLOCK_H

#include "mw_tables.h"

/* Puts the time, as class 8 has it. */
void clock_now(uint8_t date_time[12]);

/* Sets the time; false: it has wildcards, or no such day is there. */
bool clock_set(const uint8_t date_time[12]);

/* Returns how many whole seconds have passed since the last call; setting the clock changes nothing about it. */
uint32_t clock_elapsed(void);

/* Answers for the attribute time of the clock: call it from the function behind it. */
uint8_t clock_piece(mw_piece_t *piece);

#endif
