/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_range.h"

#if MW_HAVE_RANGES

#include "mw_get.h"
#include "mw_store.h"
#include "mw_value.h"

#include <string.h>

#define TAG 0x1FU

/* What is open: `left` values follow; those of an array begin at `start` again; behind the last one the program goes on at `end`. */
typedef struct {
    uint32_t start;
    uint32_t end;
    uint32_t left;
    bool repeats;
} level_t;

typedef struct {
    const uint8_t *program;
    const uint8_t *octets;
    uint32_t step;
    uint32_t at;
    uint32_t length;
    uint32_t depth;
    uint8_t result;
    level_t frame[MW_NESTING];
} check_t;

static uint32_t two(const check_t *check)
{
    return ((uint32_t)check->program[check->step] << 8U) | check->program[check->step + 1U];
}

static void push(check_t *check, uint32_t start, uint32_t end, uint32_t left, bool repeats)
{
    if (check->depth < MW_NESTING) {
        check->frame[check->depth].start = start;
        check->frame[check->depth].end = end;
        check->frame[check->depth].left = left;
        check->frame[check->depth].repeats = repeats;
        check->depth++;
    } else {
        check->result = MW_TYPE_UNMATCHED;
    }
}

/* Takes a length of octets, bits or elements that must lie between two bounds of the program. */
static uint32_t take_length(check_t *check)
{
    uint32_t length = 0U;
    const uint32_t least = two(check);
    uint32_t most;

    check->step += 2U;
    most = two(check);
    check->step += 2U;
    if (!mw_read_length(check->octets, check->length, &check->at, &length) || (length < least) || ((length > most) && (most != 0xFFFFU))) {
        check->result = MW_TYPE_UNMATCHED;
        length = 0U;
    }
    return length;
}

static void skip(check_t *check, uint32_t count)
{
    if (count <= (check->length - check->at)) {
        check->at += count;
    } else {
        check->result = MW_TYPE_UNMATCHED;
    }
}

static void check_any(check_t *check, uint32_t before)
{
    const uint32_t size = (before < check->length) ? mw_axdr_length(&check->octets[before], check->length - before) : 0U;

    check->at = before;
    if (size == 0U) {
        check->result = MW_TYPE_UNMATCHED;
    }
    check->at += size;
}

/* Numbers with a sign are compared with their first bit turned round. */
static bool is_below(const uint8_t *one, const uint8_t *other, uint32_t size, bool has_sign)
{
    const uint8_t turn = has_sign ? 0x80U : 0U;
    const uint8_t first = one[0] ^ turn;
    const uint8_t second = other[0] ^ turn;

    bool below = first < second;

    if (first == second) {
        below = memcmp(one, other, size) < 0;
    }
    return below;
}

static void check_number(check_t *check, uint8_t tag)
{
    const uint32_t size = mw_tag_size(tag);
    const bool has_sign = (tag == 5U) || (tag == 15U) || (tag == 16U) || (tag == 20U);
    const uint8_t *least = &check->program[check->step];
    const uint8_t *number = &check->octets[check->at];

    check->step += 2U * size;
    if (size > (check->length - check->at)) {
        check->result = MW_TYPE_UNMATCHED;
    } else {
        check->at += size;
        if (is_below(number, least, size, has_sign) || is_below(&least[size], number, size, has_sign)) {
            check->result = MW_OTHER_REASON;
        }
    }
}

static void check_literal(check_t *check)
{
    const uint32_t count = check->program[check->step];
    const uint8_t *range = &check->program[check->step + 1U];
    bool found = false;

    check->step += 1U + (2U * count);
    if (check->at < check->length) {
        for (uint32_t i = 0U; i < count; i++) {
            found = found || ((check->octets[check->at] >= range[2U * i]) && (check->octets[check->at] <= range[(2U * i) + 1U]));
        }
        check->at++;
        check->result = found ? check->result : MW_OTHER_REASON;
    } else {
        check->result = MW_TYPE_UNMATCHED;
    }
}

/* Goes on with the first option that begins with the value's tag. */
static void check_choice(check_t *check, uint8_t tag)
{
    const uint32_t count = check->program[check->step];
    uint32_t at = check->step + 1U;
    uint32_t found = 0U;

    for (uint32_t i = 0U; i < count; i++) {
        const uint32_t length = ((uint32_t)check->program[at] << 8U) | check->program[at + 1U];
        const uint8_t code = check->program[at + 2U];
        if ((found == 0U) && ((code == MW_TYPE_ANY) || (code == MW_TYPE_CHOICE) || ((code & TAG) == tag))) {
            found = at + 2U;
        }
        at += 2U + length;
    }
    if (found > 0U) {
        push(check, found, at, 1U, true);
    } else {
        check->result = MW_TYPE_UNMATCHED;
    }
}

static void check_array(check_t *check)
{
    const uint32_t count = take_length(check);
    const uint32_t length = two(check);

    check->step += 2U;
    push(check, check->step, check->step + length, count, true);
}

static void check_structure(check_t *check)
{
    uint32_t count = 0U;
    const uint32_t fields = check->program[check->step];

    check->step++;
    if (!mw_read_length(check->octets, check->length, &check->at, &count) || (count != fields)) {
        check->result = MW_TYPE_UNMATCHED;
    } else {
        push(check, 0U, 0U, fields, false);
    }
}

static bool is_string(uint8_t tag)
{
    return (tag == MW_BIT_STRING) || (tag == MW_OCTET_STRING) || (tag == MW_VISIBLE) || (tag == MW_UTF8);
}

/* One value with the tag that is wanted; the octets stand behind it. */
static void check_tagged(check_t *check, uint8_t code)
{
    const uint8_t tag = code & TAG;

    if (tag == MW_STRUCTURE) {
        check_structure(check);
    } else if (tag == MW_ARRAY) {
        check_array(check);
    } else if ((code & MW_TYPE_LITERALS) != 0U) {
        check_literal(check);
    } else if (is_string(tag)) {
        uint32_t length = 0U;
        if ((code & MW_TYPE_RANGE) != 0U) {
            length = take_length(check);
        } else if (!mw_read_length(check->octets, check->length, &check->at, &length)) {
            check->result = MW_TYPE_UNMATCHED;
        } else {
            /* of any length */
        }
        skip(check, mw_octets_of(tag, length));
    } else if ((code & MW_TYPE_RANGE) != 0U) {
        check_number(check, tag);
    } else {
        skip(check, mw_tag_size(tag));
    }
}

static void check_one(check_t *check)
{
    const uint8_t code = check->program[check->step];
    const uint32_t before = check->at;
    const uint8_t tag = (before < check->length) ? check->octets[before] : 0xFFU;

    check->step++;
    check->at++;
    if (code == MW_TYPE_ANY) {
        check_any(check, before);
    } else if (code == MW_TYPE_CHOICE) {
        check->at = before;
        check_choice(check, tag);
    } else if (tag != (code & TAG)) {
        check->result = MW_TYPE_UNMATCHED;
    } else {
        check_tagged(check, code);
    }
}

static uint8_t follow(const uint8_t *program, const uint8_t *octets, uint32_t length)
{
    check_t check;

    check.program = program;
    check.octets = octets;
    check.length = length;
    check.step = 0U;
    check.at = 0U;
    check.depth = 0U;
    check.result = MW_SUCCESS;
    push(&check, 0U, 0U, 1U, true);
    while ((check.result == MW_SUCCESS) && (check.depth > 0U)) {
        level_t *top = &check.frame[check.depth - 1U];
        if (top->left == 0U) {
            check.step = top->repeats ? top->end : check.step;
            check.depth--;
        } else {
            top->left--;
            check.step = top->repeats ? top->start : check.step;
            check_one(&check);
        }
    }
    if ((check.result == MW_SUCCESS) && (check.at != length)) {
        check.result = MW_TYPE_UNMATCHED;
    }
    return check.result;
}

/* Finds the row of an attribute: the last one that does not begin behind it. */
static const mw_type_t *type_of(const mw_meter_t *meter, uint16_t object, uint8_t attribute)
{
    const uint32_t wanted = ((uint32_t)attribute << 16U) | object;
    uint32_t low = 0U;
    uint32_t high = meter->types;
    const mw_type_t *found = NULL;

    while (low < high) {
        const uint32_t middle = (low + high) >> 1U;
        const mw_type_t *row = &meter->type[middle];
        if ((((uint32_t)row->attribute << 16U) | row->first) <= wanted) {
            found = row;
            low = middle + 1U;
        } else {
            high = middle;
        }
    }
    return ((found != NULL) && (found->attribute == attribute) && ((uint32_t)object < ((uint32_t)found->first + found->count))) ? found : NULL;
}

uint8_t mw_check_value(const mw_meter_t *meter, uint16_t object, uint8_t attribute, const uint8_t *octets, uint32_t length)
{
    const mw_type_t *type = type_of(meter, object, attribute);

    return (type == NULL) ? MW_SUCCESS : follow(&meter->pool[(uint32_t)type->program << meter->pool_shift], octets, length);
}

#endif
