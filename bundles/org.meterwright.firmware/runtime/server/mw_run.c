/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_run.h"

#if MW_HAVE_RUN

#include "mw_attribute.h"
#include "mw_find.h"
#include "mw_look.h"
#include "mw_method.h"
#include "mw_push.h"
#include "mw_reader.h"
#include "mw_store.h"
#include "mw_trigger.h"
#include "mw_value.h"

#include <string.h>

#define SCRIPT_TABLE       9U
#define SCRIPTS            2U
#define CAPTURE_OBJECTS    3U

#define CAPTURE            2U

#define WRITE_ATTRIBUTE    1U
#define EXECUTE_METHOD     2U

/* The parameter of methods that need none: integer(0). */
static const uint8_t nothing[2] = { MW_INTEGER, 0U };

static void wait_for(uint16_t table, uint16_t number)
{
    if (mw_work.count < MW_WAITING) {
        mw_work.waiting[mw_work.count].table = table;
        mw_work.waiting[mw_work.count].number = number;
        mw_work.count++;
    } else {
        mw_work.lost = true;
    }
}

void mw_post_event(uint16_t event)
{
    wait_for(MW_NONE, event);
}

void mw_post_script(uint16_t table, uint16_t script)
{
    wait_for(table, script);
}

void mw_post_reference(const mw_meter_t *meter, uint8_t device, mw_reader_t *reader)
{
    const uint32_t fields = mw_take_head(reader);
    const uint8_t *name = mw_take_string(reader, 6U);
    const int64_t script = mw_take_signed(reader);

    if ((fields == 2U) && (name != NULL) && (script > 0) && !reader->bad) {
        const uint16_t table = mw_find(meter, device, SCRIPT_TABLE, name);
        if (table != MW_NONE) {
            mw_post_script(table, (uint16_t)((uint64_t)script & 0xFFFFU));
        }
    }
}

static void execute_plain(const mw_meter_t *meter, uint16_t object, uint8_t method, const uint8_t *parameter, uint32_t length)
{
    mw_call_t call;

    (void)memset(&call, 0, sizeof call);
    call.parameter = parameter;
    call.parameter_length = length;
    call.object = object;
    call.method = method;
    call.association = MW_NONE8;
    (void)mw_method(meter, &call);
}

/* One action of a script: service, class, logical name, index, parameter. */
static void run_action(const mw_meter_t *meter, uint8_t device, mw_reader_t *reader)
{
    const uint8_t *head = mw_take_octets(reader, 17U); /* 02 05 16 s 12 c c 09 06 l l l l l l 0F i */
    uint32_t length = 0U;
    const uint8_t *parameter = mw_take_value(reader, &length);

    if ((head != NULL) && (parameter != NULL)) {
        const uint16_t class_id = (uint16_t)(((uint32_t)head[5] << 8U) | head[6]);
        const uint16_t object = mw_find(meter, device, class_id, &head[9]);
        if (object == MW_NONE) {
            /* the model names no such object: nothing to do */
        } else if (head[3] == EXECUTE_METHOD) {
            execute_plain(meter, object, head[16], parameter, length);
        } else if (head[3] == WRITE_ATTRIBUTE) {
            (void)mw_keep(meter, object, head[16], parameter, length);
        } else {
            /* no service */
        }
    }
}

/* Runs the actions of a script, or passes over them. */
static void run_actions(const mw_meter_t *meter, uint8_t device, mw_reader_t *reader, bool wanted)
{
    const uint32_t actions = mw_take_head(reader);

    for (uint32_t i = 0U; (i < actions) && !reader->bad; i++) {
        if (wanted) {
            run_action(meter, device, reader);
        } else {
            uint32_t length = 0U;
            (void)mw_take_value(reader, &length);
        }
    }
}

static void run_script(const mw_meter_t *meter, uint16_t table, uint16_t script)
{
    const uint8_t device = mw_device_of(meter, table);
    uint8_t buffer[MW_LONGEST];
    mw_reader_t reader;
    const uint32_t count = mw_open(meter, table, SCRIPTS, buffer, sizeof buffer, &reader);

    for (uint32_t i = 0U; (i < count) && !reader.bad; i++) {
        (void)mw_take_head(&reader);
        const int64_t id = mw_take_signed(&reader);
        run_actions(meter, device, &reader, id == (int64_t)script);
    }
}

/* Writes arguments into the columns of a log that are kept in RAM or NVM, in their order, and captures. */
static void log_with(const mw_meter_t *meter, uint16_t profile, const uint8_t *arguments, uint32_t length)
{
    const mw_attribute_t captured = mw_attribute(meter, profile, CAPTURE_OBJECTS);
    mw_reader_t reader;
    uint32_t count = 0U;

    mw_reader(&reader, arguments, length);
    if (length > 0U) {
        (void)mw_take(&reader);
        count = mw_take_length(&reader);
    }
    if (captured.op == MW_OP_LIST) {
        const mw_list_t *list = &meter->list[captured.ref];
        const uint32_t columns = (uint32_t)list->count & MW_LIST_COUNT;
        for (uint32_t i = 0U; (i < columns) && (count > 0U); i++) {
            const mw_ref_t column = mw_column(meter, list, i);
            if (mw_attribute(meter, column.object, column.attribute).memory != NULL) {
                uint32_t size = 0U;
                const uint8_t *value = mw_take_value(&reader, &size);
                (void)mw_store(meter, column.object, column.attribute, value, size);
                count--;
            }
        }
    }
    execute_plain(meter, profile, CAPTURE, nothing, sizeof nothing);
}

static uint16_t alert_of(const mw_meter_t *meter, uint16_t trigger)
{
    const uint16_t steps = mw_steps(meter, trigger);
    uint16_t code = 0U;

    for (uint16_t i = 0U; i < steps; i++) {
        mw_step_t step;
        mw_step(meter, trigger, i, &step);
        code = (step.op == MW_STEP_ALERT) ? step.target : code;
    }
    return code;
}

static void run_log(const mw_meter_t *meter, uint16_t trigger, const mw_step_t *step)
{
    if (step->param == MW_PARAM_ALERT) {
        const uint16_t code = alert_of(meter, trigger);
        const uint8_t argument[5] = { MW_STRUCTURE, 1U, MW_LONG_UNSIGNED, (uint8_t)(code >> 8U), (uint8_t)(code & 0xFFU) };
        log_with(meter, step->target, argument, sizeof argument);
    } else if (step->param == MW_NONE) {
        log_with(meter, step->target, NULL, 0U);
    } else {
        const uint8_t *arguments = &meter->pool[(uint32_t)step->param << meter->pool_shift];
        log_with(meter, step->target, arguments, mw_axdr_length(arguments, MW_TRUSTED));
    }
}

static void run_step(const mw_meter_t *meter, uint16_t trigger, const mw_step_t *step)
{
    const uint8_t *param = (step->param == MW_NONE) ? NULL : &meter->pool[(uint32_t)step->param << meter->pool_shift];

    switch (step->op) {
    case MW_STEP_LOG:
        run_log(meter, trigger, step);
        break;
    case MW_STEP_ALERT:
        mw_port_alert(step->target);
        break;
    case MW_STEP_PUSH:
#if MW_HAVE_PUSH
        mw_push(meter, step->target, (step->index == 1U) ? alert_of(meter, trigger) : MW_NONE);
#endif
        break;
    case MW_STEP_RAISE:
        mw_post_event(step->target);
        break;
    case MW_STEP_CAPTURE:
        execute_plain(meter, step->target, CAPTURE, nothing, sizeof nothing);
        break;
    case MW_STEP_SCRIPT:
        mw_post_script(step->target, step->param);
        break;
    case MW_STEP_METHOD:
        execute_plain(meter, step->target, step->index, param, (param == NULL) ? 0U : mw_axdr_length(param, MW_TRUSTED));
        break;
    default:
        (void)mw_keep(meter, step->target, step->index, param, (param == NULL) ? 0U : mw_axdr_length(param, MW_TRUSTED));
        break;
    }
}

static void run_event(const mw_meter_t *meter, uint16_t event)
{
    for (uint32_t t = mw_trigger(meter, event); (t < meter->triggers) && (meter->trigger[t].event == event); t++) {
        const uint16_t trigger = (uint16_t)t;
        const uint16_t guard = mw_guard(meter, trigger);
        if ((guard == MW_NONE) || !mw_port_in_force(guard)) {
            const uint16_t steps = mw_steps(meter, trigger);
            for (uint16_t i = 0U; i < steps; i++) {
                mw_step_t step;
                mw_step(meter, trigger, i, &step);
                run_step(meter, trigger, &step);
            }
        }
    }
}

bool mw_drain(const mw_meter_t *meter)
{
    bool good = true;

    if (!mw_work.busy) {
        mw_work.busy = true;
        for (uint32_t turn = 0U; turn < mw_work.count; turn++) {
            const mw_waiting_t item = mw_work.waiting[turn];
            if (item.table == MW_NONE) {
                run_event(meter, item.number);
            } else {
                run_script(meter, item.table, item.number);
            }
        }
        good = !mw_work.lost;
        mw_work.count = 0U;
        mw_work.lost = false;
        mw_work.busy = false;
    }
    return good;
}

bool mw_happen(const mw_meter_t *meter, uint16_t event)
{
    mw_post_event(event);
    return mw_drain(meter);
}

bool mw_happen_at(const mw_meter_t *meter, uint16_t object, uint8_t kind)
{
    const uint16_t event = mw_source_event(meter, object, kind);

    return (event == MW_NONE) || mw_happen(meter, event);
}

bool mw_run_script(const mw_meter_t *meter, uint16_t table, uint16_t script)
{
    mw_post_script(table, script);
    return mw_drain(meter);
}

uint8_t mw_do(const mw_meter_t *meter, mw_call_t *call)
{
    const uint8_t result = mw_method(meter, call);

    return mw_drain(meter) ? result : MW_OTHER_REASON;
}

#endif
