/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: how a function behind an attribute answers with octets that it has. */
#ifndef ANSWER_H
#define ANSWER_H

#include "mw_tables.h"

/* Puts the piece that is asked for of an encoding; returns success. */
uint8_t answer_with(mw_piece_t *piece, const uint8_t *encoding, uint32_t length);

#endif
