/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_selftest.h"

#include <stdio.h>
#include <string.h>

#define CHUNK_MOST 4096U
#define PRINT_MOST 20U

static uint8_t chunk[CHUNK_MOST];
static uint32_t differences;

static void differ(const char *what, unsigned association, unsigned object, unsigned index, unsigned long expected, unsigned long found)
{
    if (differences < PRINT_MOST) {
        (void)printf("%s: association %u object %u index %u: expected %lu, found %lu\n", what, association, object, index, expected, found);
    }
    differences++;
}

static const mw_golden_value_t *value_of(const mw_golden_t *golden, uint16_t object, uint8_t attribute)
{
    const mw_golden_value_t *found = NULL;
    uint32_t low = 0U;
    uint32_t high = golden->values;
    const uint32_t wanted = ((uint32_t)object << 8U) | attribute;

    while (low < high) {
        const uint32_t middle = (low + high) >> 1U;
        const mw_golden_value_t *value = &golden->value[middle];
        if ((((uint32_t)value->object << 8U) | value->attribute) < wanted) {
            low = middle + 1U;
        } else {
            high = middle;
        }
    }
    if ((low < golden->values) && (golden->value[low].object == object) && (golden->value[low].attribute == attribute)) {
        found = &golden->value[low];
    }
    return found;
}

uint8_t mw_golden_answer(const mw_golden_t *golden, uint16_t object, uint8_t attribute, mw_piece_t *piece)
{
    const mw_golden_value_t *value = value_of(golden, object, attribute);
    uint8_t result = MW_OTHER_REASON;

    piece->length = 0U;
    piece->more = false;
    if ((value != NULL) && (piece->offset <= value->length)) {
        const uint32_t left = value->length - piece->offset;
        piece->length = (left < piece->room) ? left : piece->room;
        piece->more = piece->length < left;
        (void)memcpy(piece->out, &golden->octets[value->offset + piece->offset], piece->length);
        result = MW_SUCCESS;
    }
    return result;
}

static void check_names(const mw_meter_t *meter, const mw_golden_t *golden)
{
    for (uint32_t i = 0U; i < golden->names; i++) {
        const mw_golden_name_t *name = &golden->name[i];
        const uint8_t octets[6] = { name->a, name->b, name->c, name->d, name->e, name->f };
        const uint16_t found = mw_find(meter, name->device, name->class_id, octets);
        if (found != name->object) {
            differ("find", name->device, name->class_id, name->e, name->object, found);
        }
    }
}

/* Reads an attribute in pieces of one size and compares each piece. */
static void check_value(const mw_meter_t *meter, const mw_golden_t *golden, const mw_golden_access_t *access, uint32_t size)
{
    const mw_request_t request = { access->object, access->index, access->association, MW_REQUEST };
    mw_cursor_t cursor;
    uint32_t at = 0U;
    uint32_t rounds = 0U;

    mw_start(&cursor);
    while (!cursor.done && (rounds <= access->length)) {
        uint32_t length = 0U;
        const uint8_t code = mw_get(meter, &request, &cursor, chunk, size, &length);
        rounds++;
        if (code != MW_SUCCESS) {
            differ("get", access->association, access->object, access->index, MW_SUCCESS, code);
        } else if ((length > size) || ((at + length) > access->length)) {
            differ("length", access->association, access->object, access->index, access->length, (unsigned long)at + length);
            cursor.done = true;
        } else if (memcmp(chunk, &golden->octets[access->offset + at], length) != 0) {
            differ("octets", access->association, access->object, access->index, at, size);
            cursor.done = true;
        } else {
            at += length;
        }
    }
    if (at != access->length) {
        differ("end", access->association, access->object, access->index, access->length, at);
    }
}

static void check_refusal(const mw_meter_t *meter, const mw_golden_access_t *access, uint8_t protection, uint8_t expected)
{
    const mw_request_t request = { access->object, access->index, access->association, protection };
    mw_cursor_t cursor;
    uint32_t length = 0U;
    uint8_t code;

    mw_start(&cursor);
    code = mw_get(meter, &request, &cursor, chunk, CHUNK_MOST, &length);
    if ((code != expected) || (length != 0U)) {
        differ("refusal", access->association, access->object, access->index, expected, code);
    }
}

static void check_attributes(const mw_meter_t *meter, const mw_golden_t *golden)
{
    static const uint32_t sizes[5] = { CHUNK_MOST, 1024U, 61U, 16U, 1U };

    for (uint32_t i = 0U; i < golden->attributes; i++) {
        const mw_golden_access_t *access = &golden->attribute[i];
        const uint8_t mode = mw_attribute_mode(meter, access->association, access->object, access->index);
        if (mode != access->mode) {
            differ("mode", access->association, access->object, access->index, access->mode, mode);
        }
        if (access->code != MW_SUCCESS) {
            check_refusal(meter, access, MW_REQUEST, access->code);
        } else {
            for (uint32_t s = 0U; s < 5U; s++) {
                check_value(meter, golden, access, sizes[s]);
            }
            if ((access->mode & MW_REQUEST) != 0U) {
                check_refusal(meter, access, 0U, MW_READ_WRITE_DENIED);
            }
        }
    }
}

static void check_methods(const mw_meter_t *meter, const mw_golden_t *golden)
{
    for (uint32_t i = 0U; i < golden->methods; i++) {
        const mw_golden_access_t *access = &golden->method[i];
        const uint8_t mode = mw_method_mode(meter, access->association, access->object, access->index);
        if (mode != access->mode) {
            differ("method", access->association, access->object, access->index, access->mode, mode);
        }
    }
}

#if MW_HAVE_RUN
static void check_step(const mw_meter_t *meter, const mw_golden_t *golden, const mw_golden_step_t *expected, uint16_t trigger, uint16_t number)
{
    mw_step_t step = { 0U, 0U, 0U, 0U };

    mw_step(meter, trigger, number, &step);
    if ((step.op != expected->op) || (step.index != expected->index) || (step.target != expected->target)
        || (mw_guard(meter, trigger) != expected->guard)) {
        differ("step", step.op, step.target, number, expected->target, step.target);
    } else if (expected->length > 0U) {
        const uint8_t *constant = &meter->pool[(uint32_t)step.param << meter->pool_shift];
        if ((mw_axdr_length(constant, MW_TRUSTED) != expected->length) || (memcmp(constant, &golden->octets[expected->offset], expected->length) != 0)) {
            differ("parameter", step.op, step.target, number, expected->length, mw_axdr_length(constant, MW_TRUSTED));
        }
    } else if (step.param != expected->param) {
        differ("parameter", step.op, step.target, number, expected->param, step.param);
    } else {
        /* the same */
    }
}

/* Walks through all triggers of all events in the order of the golden steps. */
static void check_steps(const mw_meter_t *meter, const mw_golden_t *golden)
{
    uint32_t i = 0U;

    while (i < golden->steps) {
        const uint16_t event = golden->step[i].event;
        uint16_t trigger = mw_trigger(meter, event);
        if (trigger == MW_NONE) {
            differ("trigger", 0U, 0U, event, 1U, 0U);
            i = golden->steps;
        }
        while ((trigger != MW_NONE) && (trigger < meter->triggers) && (meter->trigger[trigger].event == event)) {
            const uint16_t steps = mw_steps(meter, trigger);
            for (uint16_t n = 0U; (n < steps) && (i < golden->steps); n++) {
                check_step(meter, golden, &golden->step[i], trigger, n);
                i++;
            }
            trigger++;
        }
        if ((i < golden->steps) && (golden->step[i].event == event)) {
            differ("steps", 0U, 0U, event, i, golden->steps);
            i = golden->steps;
        }
    }
    for (uint16_t s = 0U; s < meter->sources; s++) {
        if (mw_source_event(meter, meter->source[s].object, meter->source[s].kind) != (uint16_t)(MW_SOURCE_EVENT + s)) {
            differ("source", 0U, meter->source[s].object, s, (unsigned long)MW_SOURCE_EVENT + s, 0U);
        }
    }
    if (mw_trigger(meter, 0x7FFFU) != MW_NONE) {
        differ("trigger", 0U, 0U, 0x7FFFU, MW_NONE, 0U);
    }
}

#else

static void check_steps(const mw_meter_t *meter, const mw_golden_t *golden)
{
    (void)meter;
    (void)golden;
}

#endif

uint32_t mw_selftest(const mw_meter_t *meter, const mw_golden_t *golden)
{
    differences = 0U;
    if (!mw_valid(meter)) {
        differ("layout", 0U, 0U, 0U, MW_LAYOUT, meter->layout);
    } else {
        check_names(meter, golden);
        check_attributes(meter, golden);
        check_methods(meter, golden);
        check_steps(meter, golden);
    }
    (void)printf("%lu names, %lu attributes, %lu methods, %lu steps: %lu differences\n", (unsigned long)golden->names, (unsigned long)golden->attributes,
        (unsigned long)golden->methods, (unsigned long)golden->steps, (unsigned long)differences);
    return differences;
}
