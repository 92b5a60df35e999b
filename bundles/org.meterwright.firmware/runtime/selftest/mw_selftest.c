/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_golden_selftest.h"

#include <stdio.h>
#include <string.h>

#define CHUNK_MOST 4096U
#define PRINT_MOST 20U
#define IDLE_MOST  16U

static uint8_t chunk[CHUNK_MOST];
static uint32_t differences;
static uint32_t names;
static uint32_t attributes;
static uint32_t methods;

static void differ(const char *what, unsigned association, unsigned object, unsigned index, unsigned long expected, unsigned long found)
{
    if (differences < PRINT_MOST) {
        (void)printf("%s: association %u object %u index %u: expected %lu, found %lu\n", what, association, object, index, expected, found);
    }
    differences++;
}

/* The octets of a name. */
static void name_of(const mw_golden_object_t *object, uint8_t octets[6])
{
    for (uint32_t i = 0U; i < 6U; i++) {
        octets[i] = mw_golden_octet(&object->name[2U * i]);
    }
}

static void check_name(const mw_meter_t *meter, const mw_golden_object_t *object, const uint8_t octets[6], uint16_t expected)
{
    const uint16_t found = mw_find(meter, object->device, object->class_id, octets);

    if (found != expected) {
        differ("find", object->device, object->class_id, octets[4], expected, found);
    }
    names++;
}

/* Looks for an object by its name, and for names beside it: one more in group E, in F, in B, in A and C. */
static void check_names(const mw_meter_t *meter, const mw_golden_object_t *object, uint16_t number)
{
    static const uint8_t beside[5][6] = { { 0U, 0U, 0U, 0U, 0U, 0U }, { 0U, 0U, 0U, 0U, 1U, 0U }, { 0U, 0U, 0U, 0U, 0U, 1U }, { 0U, 1U, 0U, 0U, 0U, 0U },
        { 1U, 0U, 1U, 0U, 0U, 0U } };
    uint8_t octets[6];

    for (uint32_t i = 0U; i < 5U; i++) {
        if ((((uint32_t)object->names >> i) & 1U) != 0U) {
            name_of(object, octets);
            for (uint32_t group = 0U; group < 6U; group++) {
                octets[group] = (uint8_t)(octets[group] + beside[i][group]);
            }
            check_name(meter, object, octets, (i == 0U) ? number : MW_NONE);
        }
    }
}

/* Compares a piece; tells how many of its octets are the expected ones. */
static uint32_t same_octets(mw_expected_t *expected, uint32_t length)
{
    uint32_t same = 0U;

    while ((same < length) && (mw_expected_next(expected) == chunk[same])) {
        same++;
    }
    return same;
}

/* Reads an attribute in pieces of one size and compares each piece. */
static void check_value(const mw_meter_t *meter, mw_expected_t expected, const mw_request_t *request, uint32_t size)
{
    mw_cursor_t cursor;
    uint32_t at = 0U;
    uint32_t idle = 0U;
    bool good = true;

    mw_start(&cursor);
    while (good && !cursor.done && (idle < IDLE_MOST)) {
        uint32_t length = 0U;
        const uint8_t code = mw_get(meter, request, &cursor, chunk, size, &length);
        const uint32_t same = ((code == MW_SUCCESS) && (length <= size)) ? same_octets(&expected, length) : 0U;
        idle = (length == 0U) ? (idle + 1U) : 0U;
        at += same;
        good = (code == MW_SUCCESS) && (same == length);
        if (code != MW_SUCCESS) {
            differ("get", request->association, request->object, request->attribute, MW_SUCCESS, code);
        } else if (same != length) {
            differ("octets", request->association, request->object, request->attribute, at, size);
        } else {
            /* as expected */
        }
    }
    if (good && (!cursor.done || (mw_expected_next(&expected) != MW_EXPECTED_END))) {
        differ("end", request->association, request->object, request->attribute, (unsigned long)at + 1U, at);
    }
}

static void check_refusal(const mw_meter_t *meter, const mw_request_t *request, uint8_t expected)
{
    mw_cursor_t cursor;
    uint32_t length = 0U;
    uint8_t code;

    mw_start(&cursor);
    code = mw_get(meter, request, &cursor, chunk, CHUNK_MOST, &length);
    if ((code != expected) || (length != 0U)) {
        differ("refusal", request->association, request->object, request->attribute, expected, code);
    }
}

/* Returns the mode of an attribute or method, 0 when its index is not among them. */
static uint8_t mode_of(const char *modes, uint32_t index)
{
    uint8_t mode = 0U;

    if ((modes != NULL) && (strlen(modes) >= (2U * index))) {
        mode = mw_golden_octet(&modes[2U * (index - 1U)]);
    }
    return mode;
}

/* Returns the data access result of a request that is protected as its mode asks. */
static uint8_t code_of(bool listed, uint8_t mode, bool there)
{
    uint8_t code = MW_SUCCESS;

    if (!listed) {
        code = MW_OBJECT_UNDEFINED;
    } else if ((mode & MW_READ) == 0U) {
        code = MW_READ_WRITE_DENIED;
    } else if (!there) {
        code = MW_OBJECT_UNAVAILABLE;
    } else {
        /* there is an answer */
    }
    return code;
}

static void check_attribute(const mw_meter_t *meter, const mw_golden_t *golden, const mw_golden_right_t *right, mw_request_t request)
{
    static const uint32_t sizes[5] = { CHUNK_MOST, 1024U, 61U, 16U, 1U };
    const uint8_t expected_mode = (right != NULL) ? mode_of(right->attributes, request.attribute) : 0U;
    const uint8_t mode = mw_attribute_mode(meter, request.association, request.object, request.attribute);
    mw_expected_t expected;
    const bool there = (request.attribute <= golden->object[request.object].last) && mw_expected_begin(&expected, golden, request.object, request.attribute, request.association);
    const uint8_t code = code_of(right != NULL, expected_mode, there);

    if (mode != expected_mode) {
        differ("mode", request.association, request.object, request.attribute, expected_mode, mode);
    }
    if (code != MW_SUCCESS) {
        check_refusal(meter, &request, code);
    } else {
        for (uint32_t s = 0U; s < 5U; s++) {
            check_value(meter, expected, &request, sizes[s]);
        }
        if ((expected_mode & MW_REQUEST) != 0U) {
            request.protection = 0U;
            check_refusal(meter, &request, MW_READ_WRITE_DENIED);
        }
    }
    attributes++;
}

static void check_methods(const mw_meter_t *meter, const mw_golden_right_t *right, uint8_t association, uint16_t object)
{
    const uint32_t last = (right != NULL) ? ((uint32_t)strlen(right->methods) / 2U) : 0U;

    for (uint32_t method = 1U; (method <= (last + 1U)) && (method <= 0xFFU); method++) {
        const uint8_t expected = (right != NULL) ? mode_of(right->methods, method) : 0U;
        const uint8_t mode = mw_method_mode(meter, association, object, (uint8_t)method);
        if (mode != expected) {
            differ("method", association, object, (unsigned)method, expected, mode);
        }
        methods++;
    }
}

/* Looks at an object through all associations: each attribute, and one more than there are; methods likewise. */
static void check_object(const mw_meter_t *meter, const mw_golden_t *golden, uint16_t number)
{
    const mw_golden_object_t *object = &golden->object[number];
    const uint16_t *access = &golden->access[object->access * golden->associations];

    check_names(meter, object, number);
    for (uint32_t a = 0U; a < golden->associations; a++) {
        const mw_golden_right_t *right = (access[a] == MW_NONE) ? NULL : &golden->right[access[a]];
        for (uint32_t i = 1U; (i <= ((uint32_t)object->last + 1U)) && (i <= 0xFFU); i++) {
            const mw_request_t request = { number, (uint8_t)i, (uint8_t)a, MW_REQUEST };
            check_attribute(meter, golden, right, request);
        }
        check_methods(meter, right, (uint8_t)a, number);
    }
}

#if MW_HAVE_RUN
/* Tells whether a constant has the octets. */
static bool is_constant(const uint8_t *constant, const char *digits)
{
    const uint32_t length = (uint32_t)strlen(digits) / 2U;
    bool same = mw_axdr_length(constant, MW_TRUSTED) == length;

    for (uint32_t i = 0U; same && (i < length); i++) {
        same = constant[i] == mw_golden_octet(&digits[2U * i]);
    }
    return same;
}

static void check_step(const mw_meter_t *meter, const mw_golden_step_t *expected, uint16_t trigger, uint16_t number)
{
    mw_step_t step = { 0U, 0U, 0U, 0U };

    mw_step(meter, trigger, number, &step);
    if ((step.op != expected->op) || (step.index != expected->index) || (step.target != expected->target)
        || (mw_guard(meter, trigger) != expected->guard)) {
        differ("step", step.op, step.target, number, expected->target, step.target);
    } else if (expected->octets != NULL) {
        const uint8_t *constant = &meter->pool[(uint32_t)step.param << meter->pool_shift];
        if (!is_constant(constant, expected->octets)) {
            differ("parameter", step.op, step.target, number, strlen(expected->octets) / 2U, mw_axdr_length(constant, MW_TRUSTED));
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
                check_step(meter, &golden->step[i], trigger, n);
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
        for (uint32_t i = 0U; i < golden->objects; i++) {
            check_object(meter, golden, (uint16_t)i);
        }
        check_steps(meter, golden);
    }
    (void)printf("%lu names, %lu attributes, %lu methods, %lu steps: %lu differences\n", (unsigned long)names, (unsigned long)attributes, (unsigned long)methods,
        (unsigned long)golden->steps, (unsigned long)differences);
    return differences;
}
