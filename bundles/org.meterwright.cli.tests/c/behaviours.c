/* SPDX-License-Identifier: Apache-2.0 */
/* Prints what the prepayment meter does at the end of a billing period, on a tamper event, and when the credit is used up. */
#include <stdio.h>

#include METER_HEADER

static void print_object(uint16_t object)
{
    const mw_place_t place = mw_place(&METER, object);
    uint8_t name[6];

    mw_logical_name(&METER, &place, name);
    (void)printf("%u/%u-%u:%u.%u.%u*%u", (unsigned)mw_class_of(&METER, &place)->class_id, (unsigned)name[0], (unsigned)name[1],
        (unsigned)name[2], (unsigned)name[3], (unsigned)name[4], (unsigned)name[5]);
}

static void print_step(const mw_step_t *step)
{
    (void)printf("  ");
    switch (step->op) {
    case MW_STEP_LOG:
        (void)printf("log ");
        print_object(step->target);
        break;
    case MW_STEP_CAPTURE:
        (void)printf("capture ");
        print_object(step->target);
        break;
    case MW_STEP_SCRIPT:
        (void)printf("script %u of ", (unsigned)step->param);
        print_object(step->target);
        break;
    case MW_STEP_ALERT:
        (void)printf("alert 0x%04X", (unsigned)step->target);
        break;
    case MW_STEP_PUSH:
        (void)printf("push ");
        print_object(METER.push[step->target].object);
        break;
    default:
        (void)printf("step %u", (unsigned)step->op);
        break;
    }
    (void)printf("\n");
}

static void print_event(const char *name, uint16_t event)
{
    uint16_t trigger;

    (void)printf("%s\n", name);
    for (trigger = mw_trigger(&METER, event); (trigger < METER.triggers) && (METER.trigger[trigger].event == event); trigger++) {
        uint16_t number;
        mw_step_t step;

        if (mw_guard(&METER, trigger) != MW_NONE) {
            (void)printf("  unless ");
            print_object(mw_guard(&METER, trigger));
            (void)printf("\n");
        }
        for (number = 0U; number < mw_steps(&METER, trigger); number++) {
            mw_step(&METER, trigger, number, &step);
            print_step(&step);
        }
    }
}

static void print_attribute(const char *name, uint16_t object, uint8_t attribute)
{
    const mw_request_t request = { object, attribute, 0U, 0U };
    uint8_t octets[4096];
    uint32_t length = 0U;
    uint32_t i;
    mw_cursor_t cursor;

    mw_start(&cursor);
    if (mw_read(&METER, &request, &cursor, octets, (uint32_t)sizeof(octets), &length) != MW_SUCCESS) {
        length = 0U;
    }
    (void)printf("%s ", name);
    for (i = 0U; i < length; i++) {
        (void)printf("%02X", (unsigned)octets[i]);
    }
    (void)printf("\n");
}

int main(void)
{
    print_event("billing", P1_EVENT_BILLING_CALENDAR_FIRES);
    print_attribute("billing runs", P1_BILLING_CALENDAR, P1_A_SINGLE_ACTION_SCHEDULE_EXECUTED_SCRIPT);
    print_attribute("scripts", P1_GENERATED_SCRIPTS, P1_A_SCRIPT_TABLE_SCRIPTS);
    print_event("tamper", P1_EVENT_TERMINAL_COVER_REMOVED);
    print_event("credit used up", P1_EVENT_DISABLEMENT_BEGINS);
    print_attribute("credit runs", P1_DISABLEMENT, P1_A_REGISTER_MONITOR_ACTIONS);
    return 0;
}
