/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_nvm.h"

#include "mw_check.h"
#include "mw_native.h"

#include <stdbool.h>
#include <string.h>

mw_nvm_seal_t mw_nvm_seal(uint32_t layout, const uint8_t *nvm, uint32_t octets)
{
    const mw_nvm_seal_t seal = { MW_NVM_MAGIC, layout, octets, mw_crc32(MW_CRC_START, nvm, octets) ^ MW_CRC_END };

    return seal;
}

uint8_t mw_nvm_check(const mw_nvm_seal_t *seal, uint32_t layout, const uint8_t *nvm, uint32_t room)
{
    uint8_t result = MW_NVM_GOOD;

    if (seal->magic != MW_NVM_MAGIC) {
        result = MW_NVM_EMPTY;
    } else if ((seal->octets > room) || ((mw_crc32(MW_CRC_START, nvm, seal->octets) ^ MW_CRC_END) != seal->crc)) {
        result = MW_NVM_DAMAGED;
    } else if (seal->layout != layout) {
        result = MW_NVM_OTHER;
    } else {
        /* as it should be */
    }
    return result;
}

/* Loads a number; one below zero has all higher bits set. */
static uint64_t load(const uint8_t *octets, uint16_t size, bool is_signed)
{
    uint64_t number;
    uint64_t sign;

    if (size == 1U) {
        number = octets[0];
    } else if (size == 2U) {
        number = mw_load_u16(octets);
    } else if (size == 4U) {
        number = mw_load_u32(octets);
    } else {
        number = mw_load_u64(octets);
    }
    sign = UINT64_C(1) << ((8U * (uint32_t)size) - 1U);
    if (is_signed && ((number & sign) != 0U)) {
        number |= ~(sign | (sign - 1U));
    }
    return number;
}

static void save(uint8_t *octets, uint16_t size, uint64_t number)
{
    if (size == 1U) {
        octets[0] = (uint8_t)(number & 0xFFU);
    } else if (size == 2U) {
        mw_save_u16(octets, (uint16_t)(number & 0xFFFFU));
    } else if (size == 4U) {
        mw_save_u32(octets, (uint32_t)(number & 0xFFFFFFFFU));
    } else {
        mw_save_u64(octets, number);
    }
}

/* Moves a number if the other type can hold it. */
static bool move_number(const mw_move_t *move, const uint8_t *from, uint8_t *to)
{
    const uint64_t number = load(from, move->from_size, move->from_form != 0U);
    const uint64_t top = UINT64_C(1) << ((8U * (uint32_t)move->to_size) - 1U);
    const bool below_zero = (move->from_form != 0U) && ((number >> 63U) != 0U);
    bool fits;

    if (below_zero) {
        fits = (move->to_form != 0U) && (number >= (UINT64_C(0) - top));
    } else if (move->to_form != 0U) {
        fits = number < top;
    } else {
        fits = number <= (top | (top - 1U));
    }
    if (fits) {
        save(to, move->to_size, number);
    }
    return fits;
}

/* Moves a string if there is room for it, and none is asked for that is always longer. */
static bool move_string(const mw_move_t *move, const uint8_t *from, uint8_t *to)
{
    const bool bits = move->kind == MW_MOVE_BITS;
    const uint32_t length = (move->from_form == 0U) ? move->from_size : (uint32_t)load(from, move->from_form, false);
    const uint32_t octets = bits ? ((length + 7U) >> 3U) : length;
    const uint32_t from_room = bits ? (((uint32_t)move->from_size + 7U) >> 3U) : move->from_size;
    const uint32_t to_room = bits ? (((uint32_t)move->to_size + 7U) >> 3U) : move->to_size;
    const bool fits = (octets <= from_room) && ((move->to_form == 0U) ? (length == move->to_size) : (length <= move->to_size));

    if (fits) {
        if (move->to_form != 0U) {
            save(to, move->to_form, length);
        }
        (void)memset(&to[move->to_form], 0, to_room);
        (void)memcpy(&to[move->to_form], &from[move->from_form], octets);
    }
    return fits;
}

uint32_t mw_nvm_migrate(const mw_move_t *moves, uint32_t count, const uint8_t *before, uint8_t *now)
{
    uint32_t lost = 0U;

    for (uint32_t i = 0U; i < count; i++) {
        const mw_move_t *move = &moves[i];
        bool moved = true;
        if (move->kind == MW_MOVE_OCTETS) {
            (void)memcpy(&now[move->to], &before[move->from], move->to_size);
        } else if (move->kind == MW_MOVE_NUMBER) {
            moved = move_number(move, &before[move->from], &now[move->to]);
        } else {
            moved = move_string(move, &before[move->from], &now[move->to]);
        }
        lost += moved ? 0U : 1U;
    }
    return lost;
}
