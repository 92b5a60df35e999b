/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: tp3_handlers.c of example three-phase as its firmware team has filled it in for this board, which has no sensors and no breaker. */
#include "tp3_handlers.h"

#include "answer.h"
#include "clock.h"

#include <string.h>

static uint8_t log_memory[TP3_LOG_OCTETS];

uint8_t tp3_get_breaker_output(uint16_t object, uint8_t attribute, mw_piece_t *piece)
{
    static const uint8_t closed[2] = { MW_BOOLEAN, 1U };

    (void)object;
    (void)attribute;
    return answer_with(piece, closed, sizeof closed);
}

uint8_t tp3_get_clock_status(uint16_t object, uint8_t attribute, mw_piece_t *piece)
{
    static const uint8_t fine[2] = { MW_UNSIGNED, 0U };

    (void)object;
    (void)attribute;
    return answer_with(piece, fine, sizeof fine);
}

uint8_t tp3_get_clock_time(uint16_t object, uint8_t attribute, mw_piece_t *piece)
{
    (void)object;
    (void)attribute;
    return clock_piece(piece);
}

uint8_t tp3_get_cover_sensors(uint16_t object, uint8_t attribute, mw_piece_t *piece)
{
    static const uint8_t none[3] = { MW_BIT_STRING, 8U, 0U };

    (void)object;
    (void)attribute;
    return answer_with(piece, none, sizeof none);
}

uint8_t tp3_get_logical_device_name(uint16_t object, uint8_t attribute, mw_piece_t *piece)
{
    static const uint8_t name[18] = { MW_OCTET_STRING, 16U, 'M', 'W', 'R', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '1' };

    (void)object;
    (void)attribute;
    return answer_with(piece, name, sizeof name);
}

uint8_t tp3_get_system_title(uint16_t object, uint8_t attribute, mw_piece_t *piece)
{
    static const uint8_t title[10] = { MW_OCTET_STRING, 8U, 'M', 'W', 'R', 0U, 0U, 0U, 0U, 1U };

    (void)object;
    (void)attribute;
    return answer_with(piece, title, sizeof title);
}

/* A product reads and writes its flash chip. */
bool tp3_log_read(uint32_t at, uint8_t *out, uint32_t length)
{
    (void)memcpy(out, &log_memory[at], length);
    return true;
}

bool tp3_log_write(uint32_t at, const uint8_t *octets, uint32_t length)
{
    (void)memcpy(&log_memory[at], octets, length);
    return true;
}
