/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_run.h"

#if MW_HAVE_RUN

#include "mw_attribute.h"
#include "mw_find.h"
#include "mw_profile.h"
#include "mw_reader.h"
#include "mw_store.h"
#include "mw_trigger.h"
#include "mw_value.h"

#include <string.h>

#define REGISTER           3U
#define EXTENDED_REGISTER  4U
#define PROFILE_GENERIC    7U
#define SCRIPT_TABLE       9U
#define PUSH_SETUP         40U
#define DISCONNECT_CONTROL 70U

#define VALUE              2U
#define OUTPUT_STATE       2U
#define CONTROL_STATE      3U
#define CONTROL_MODE       4U
#define DISCONNECTED       0U
#define CONNECTED          1U
#define READY              2U

#define WRITE_ATTRIBUTE    1U
#define EXECUTE_METHOD     2U

/* An event, or a script of a table, that waits for its turn. */
typedef struct {
    uint16_t table; /* MW_NONE: an event */
    uint16_t number;
} waiting_t;

typedef struct {
    waiting_t item[MW_WAITING];
    uint32_t count;
    bool lost;
} queue_t;

static void wait_for(queue_t *queue, uint16_t table, uint16_t number)
{
    if (queue->count < MW_WAITING) {
        queue->item[queue->count].table = table;
        queue->item[queue->count].number = number;
        queue->count++;
    } else {
        queue->lost = true;
    }
}

static uint16_t class_of(const mw_meter_t *meter, uint16_t object)
{
    const mw_place_t place = mw_place(meter, object);

    return mw_class_of(meter, &place)->class_id;
}

/* Reads an enum. */
static uint8_t enum_of(const mw_meter_t *meter, uint16_t object, uint8_t attribute)
{
    const mw_request_t request = { object, attribute, 0U, 0U };
    uint8_t octets[2] = { 0U, 0U };
    mw_cursor_t cursor;
    uint32_t length = 0U;

    mw_start(&cursor);
    return ((mw_read(meter, &request, &cursor, octets, sizeof octets, &length) == MW_SUCCESS) && (length == 2U)) ? octets[1] : 0U;
}

static void set_octet(const mw_meter_t *meter, uint16_t object, uint8_t attribute, uint8_t tag, uint8_t value)
{
    const uint8_t octets[2] = { tag, value };

    if (mw_store(meter, object, attribute, octets, sizeof octets) == MW_SUCCESS) {
        mw_port_written(object, attribute);
    }
}

/* remote_disconnect opens at once in every mode; remote_reconnect closes in modes 2 and 4, else leaves the rest to the consumer. */
static void switch_supply(const mw_meter_t *meter, uint16_t object, bool connect)
{
    const uint8_t mode = enum_of(meter, object, CONTROL_MODE);
    const bool remote = (mode == 2U) || (mode == 4U);
    uint8_t state = DISCONNECTED;

    if (connect) {
        state = remote ? CONNECTED : READY;
    }
    if (mode != 0U) { /* mode 0: never disconnected */
        set_octet(meter, object, CONTROL_STATE, MW_ENUM, state);
        set_octet(meter, object, OUTPUT_STATE, MW_BOOLEAN, (state == CONNECTED) ? 1U : 0U);
    }
}

/* Sets a register's value to zero, whatever its type. */
static uint8_t reset_register(const mw_meter_t *meter, uint16_t object)
{
    const mw_attribute_t found = mw_attribute(meter, object, VALUE);
    uint8_t octets[16];
    uint8_t result = MW_OTHER_REASON;

    (void)memset(octets, 0, sizeof octets);
    octets[0] = found.op & MW_OP_TAG;
    if ((found.memory != NULL) && (found.op >= MW_OP_RAM)) {
        result = mw_store(meter, object, VALUE, octets, (uint32_t)mw_tag_size(octets[0]) + 1U);
        mw_port_written(object, VALUE);
    }
    return result;
}

static uint16_t number_of(const uint8_t *value, uint32_t length)
{
    return ((length == 3U) && (value[0] == MW_LONG_UNSIGNED)) ? (uint16_t)(((uint32_t)value[1] << 8U) | value[2]) : 0U;
}

/* Executes a method; scripts wait for their turn. */
static uint8_t execute(const mw_meter_t *meter, mw_call_t *call, queue_t *queue)
{
    const uint16_t class_id = class_of(meter, call->object);
    uint8_t result = MW_SUCCESS;

    call->result_length = 0U;
    if (((class_id == REGISTER) || (class_id == EXTENDED_REGISTER)) && (call->method == 1U)) {
        result = reset_register(meter, call->object);
    } else if ((class_id == PROFILE_GENERIC) && (mw_profile(meter, call->object) != MW_NONE) && (call->method <= 2U)) {
        result = (call->method == 1U) ? mw_reset_profile(meter, call->object) : mw_capture(meter, call->object);
    } else if ((class_id == SCRIPT_TABLE) && (call->method == 1U)) {
        wait_for(queue, call->object, number_of(call->parameter, call->parameter_length));
    } else if ((class_id == DISCONNECT_CONTROL) && (call->method <= 2U)) {
        switch_supply(meter, call->object, call->method == 2U);
        mw_port_acted(call->object, call->method);
    } else if ((class_id == PUSH_SETUP) && (call->method == 1U)) {
        mw_port_push(call->object);
    } else {
        result = mw_port_execute(call);
    }
    return result;
}

static void execute_plain(const mw_meter_t *meter, uint16_t object, uint8_t method, const uint8_t *parameter, uint32_t length, queue_t *queue)
{
    mw_call_t call;

    (void)memset(&call, 0, sizeof call);
    call.parameter = parameter;
    call.parameter_length = length;
    call.object = object;
    call.method = method;
    call.association = MW_NONE8;
    (void)execute(meter, &call, queue);
}

static void set(const mw_meter_t *meter, uint16_t object, uint8_t attribute, const uint8_t *value, uint32_t length)
{
    if (mw_store(meter, object, attribute, value, length) == MW_SUCCESS) {
        mw_port_written(object, attribute);
    } else {
        (void)mw_port_write(object, attribute, value, length);
    }
}

/* One action of a script: service, class, logical name, index, parameter. */
static void run_action(const mw_meter_t *meter, uint8_t device, mw_reader_t *reader, queue_t *queue)
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
            execute_plain(meter, object, head[16], parameter, length, queue);
        } else if (head[3] == WRITE_ATTRIBUTE) {
            set(meter, object, head[16], parameter, length);
        } else {
            /* no service */
        }
    }
}

/* Runs a script of a table whose scripts are constants. */
static void run_script(const mw_meter_t *meter, uint16_t table, uint16_t script, queue_t *queue)
{
    const mw_attribute_t scripts = mw_attribute(meter, table, VALUE);
    const mw_place_t place = mw_place(meter, table);
    const uint8_t device = mw_class_of(meter, &place)->device;
    mw_reader_t reader;
    uint32_t count;

    if (scripts.op == MW_OP_ROM) {
        const uint8_t *constant = &meter->pool[(uint32_t)scripts.ref << meter->pool_shift];
        mw_reader(&reader, constant, mw_axdr_length(constant, MW_TRUSTED));
        (void)mw_take(&reader);
        count = mw_take_length(&reader);
        for (uint32_t i = 0U; (i < count) && !reader.bad; i++) {
            const uint8_t *id = mw_take_octets(&reader, 5U); /* 02 02 12 n n */
            const bool wanted = (id != NULL) && (id[3] == (uint8_t)(script >> 8U)) && (id[4] == (uint8_t)(script & 0xFFU));
            uint32_t actions = 0U;
            (void)mw_take(&reader);
            actions = mw_take_length(&reader);
            for (uint32_t j = 0U; (j < actions) && !reader.bad; j++) {
                if (wanted) {
                    run_action(meter, device, &reader, queue);
                } else {
                    uint32_t length = 0U;
                    (void)mw_take_value(&reader, &length);
                }
            }
        }
    }
}

/* Writes arguments into the columns of a log that are kept in RAM or NVM, in their order, and captures. */
static void log_with(const mw_meter_t *meter, uint16_t profile, const uint8_t *arguments, uint32_t length)
{
    const mw_attribute_t captured = mw_attribute(meter, profile, 3U);
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
            const mw_ref_t *column = &meter->column[(uint32_t)list->first + i];
            if (mw_attribute(meter, column->object, (uint8_t)column->attribute).memory != NULL) {
                uint32_t size = 0U;
                const uint8_t *value = mw_take_value(&reader, &size);
                (void)mw_store(meter, column->object, (uint8_t)column->attribute, value, size);
                count--;
            }
        }
    }
    (void)mw_capture(meter, profile);
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

static void run_step(const mw_meter_t *meter, uint16_t trigger, const mw_step_t *step, queue_t *queue)
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
        mw_port_push(meter->push[step->target].object);
        break;
    case MW_STEP_RAISE:
        wait_for(queue, MW_NONE, step->target);
        break;
    case MW_STEP_CAPTURE:
        (void)mw_capture(meter, step->target);
        break;
    case MW_STEP_SCRIPT:
        wait_for(queue, step->target, step->param);
        break;
    case MW_STEP_METHOD:
        execute_plain(meter, step->target, step->index, param, (param == NULL) ? 0U : mw_axdr_length(param, MW_TRUSTED), queue);
        break;
    default:
        set(meter, step->target, step->index, param, (param == NULL) ? 0U : mw_axdr_length(param, MW_TRUSTED));
        break;
    }
}

static void run_event(const mw_meter_t *meter, uint16_t event, queue_t *queue)
{
    for (uint32_t t = mw_trigger(meter, event); (t < meter->triggers) && (meter->trigger[t].event == event); t++) {
        const uint16_t trigger = (uint16_t)t;
        const uint16_t guard = mw_guard(meter, trigger);
        if ((guard == MW_NONE) || !mw_port_in_force(guard)) {
            const uint16_t steps = mw_steps(meter, trigger);
            for (uint16_t i = 0U; i < steps; i++) {
                mw_step_t step;
                mw_step(meter, trigger, i, &step);
                run_step(meter, trigger, &step, queue);
            }
        }
    }
}

/* Runs what waits until nothing does, at most so many that a circle of events ends. */
static bool run(const mw_meter_t *meter, queue_t *queue)
{
    for (uint32_t turn = 0U; turn < queue->count; turn++) {
        const waiting_t item = queue->item[turn];
        if (item.table == MW_NONE) {
            run_event(meter, item.number, queue);
        } else {
            run_script(meter, item.table, item.number, queue);
        }
    }
    return !queue->lost;
}

static bool begin(const mw_meter_t *meter, uint16_t table, uint16_t number)
{
    queue_t queue;

    queue.count = 0U;
    queue.lost = false;
    wait_for(&queue, table, number);
    return run(meter, &queue);
}

bool mw_happen(const mw_meter_t *meter, uint16_t event)
{
    return begin(meter, MW_NONE, event);
}

bool mw_happen_at(const mw_meter_t *meter, uint16_t object, uint8_t kind)
{
    const uint16_t event = mw_source_event(meter, object, kind);

    return (event == MW_NONE) || begin(meter, MW_NONE, event);
}

bool mw_run_script(const mw_meter_t *meter, uint16_t table, uint16_t script)
{
    return begin(meter, table, script);
}

uint8_t mw_do(const mw_meter_t *meter, mw_call_t *call)
{
    queue_t queue;
    uint8_t result;

    queue.count = 0U;
    queue.lost = false;
    result = execute(meter, call, &queue);
    return run(meter, &queue) ? result : MW_OTHER_REASON;
}

#endif
