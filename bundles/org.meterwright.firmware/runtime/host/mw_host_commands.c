/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: the commands of the host program. */
#include "mw_host.h"

#include "mw_find.h"
#include "mw_get.h"
#include "mw_look.h"
#include "mw_method.h"
#include "mw_payment.h"
#include "mw_push.h"
#include "mw_run.h"
#include "mw_tariff.h"
#include "mw_tick.h"
#include "mw_time.h"

#include <stdio.h>
#include <string.h>

#define METER (*mw_host_meter.meter)

static uint8_t store[MW_HOST_LONGEST];

uint32_t mw_host_hex(const char *text, uint8_t *out, uint32_t room)
{
    uint32_t length = 0U;
    unsigned value;

    while ((length < room) && (sscanf(text, "%2x", &value) == 1)) {
        out[length] = (uint8_t)value;
        length++;
        text += 2;
        if (text[-1] == '\0') {
            break;
        }
    }
    return length;
}

static void print_hex(const uint8_t *octets, uint32_t length)
{
    for (uint32_t i = 0U; i < length; i++) {
        (void)printf("%02x", (unsigned)octets[i]);
    }
}

/* Finds an object in any device. */
static uint16_t find(unsigned class_id, const unsigned name[6])
{
    uint8_t logical_name[6];
    uint16_t object = MW_NONE;

    for (uint32_t i = 0U; i < 6U; i++) {
        logical_name[i] = (uint8_t)name[i];
    }
    for (uint8_t device = 0U; (device < METER.devices) && (object == MW_NONE); device++) {
        object = mw_find(&METER, device, (uint16_t)class_id, logical_name);
    }
    return object;
}

static void print_attribute(uint16_t object, uint8_t attribute)
{
    const mw_request_t asked = { object, attribute, 0U, 0U };
    mw_cursor_t cursor;
    uint32_t length = 0U;
    uint8_t result;

    mw_start(&cursor);
    result = mw_read(&METER, &asked, &cursor, store, MW_HOST_LONGEST, &length);
    if (result == MW_SUCCESS) {
        (void)printf("= ");
        print_hex(store, length);
        (void)printf("\n");
    } else {
        (void)printf("= refused %u\n", (unsigned)result);
    }
}

static void set_value(uint16_t object, uint8_t attribute, uint32_t length)
{
    const uint8_t result = mw_keep(&METER, object, attribute, store, length);

    (void)mw_drain(&METER);
    (void)printf("= result %u\n", (unsigned)result);
    mw_host_save();
}

static void do_method(uint16_t object, uint8_t method, uint32_t length)
{
    mw_call_t call;

    (void)memset(&call, 0, sizeof call);
    call.parameter = store;
    call.parameter_length = length;
    call.object = object;
    call.method = method;
    call.association = MW_NONE8;
    (void)printf("= result %u\n", (unsigned)mw_do(&METER, &call));
}

/* Commands about an object: verb, class, logical name, number, octets. */
static bool about_object(const char *line)
{
    char verb[8];
    unsigned class_id;
    unsigned n[6];
    unsigned number;
    int at = 0;
    const bool good = sscanf(line, "%7s %u %u.%u.%u.%u.%u.%u %u %n", verb, &class_id, &n[0], &n[1], &n[2], &n[3], &n[4], &n[5], &number, &at) >= 9;
    const uint16_t object = good ? find(class_id, n) : MW_NONE;
    const uint32_t length = good ? mw_host_hex(&line[at], store, MW_HOST_LONGEST) : 0U;
    bool known = good;

    if (good && (object == MW_NONE)) {
        (void)printf("= no such object\n");
    } else if (good && (strcmp(verb, "set") == 0)) {
        set_value(object, (uint8_t)number, length);
    } else if (good && (strcmp(verb, "get") == 0)) {
        print_attribute(object, (uint8_t)number);
    } else if (good && (strcmp(verb, "do") == 0)) {
        do_method(object, (uint8_t)number, length);
    } else if (good && (strcmp(verb, "at") == 0)) {
        (void)printf("= result %u\n", mw_happen_at(&METER, object, (uint8_t)number) ? 0U : 1U);
    } else if (good && (strcmp(verb, "force") == 0)) {
        mw_host_force(object, (uint8_t)number);
        (void)printf("= result 0\n");
    } else if (good && (strcmp(verb, "measure") == 0)) {
        mw_measure(&METER, object, (int64_t)number);
        (void)printf("= result 0\n");
    } else if (good && (strcmp(verb, "pay") == 0)) {
        (void)printf("= result %u\n", (unsigned)mw_pay(&METER, object, (int64_t)number));
    } else if (good && (strcmp(verb, "supply") == 0)) {
        const bool moved = (number < 2U) ? mw_supply_by_hand(&METER, object, number == 1U) : mw_supply_locally(&METER, object, number == 3U);
        (void)printf("= result %u\n", moved ? 0U : 1U);
    } else {
        known = false;
    }
    return known;
}

/* Reads a moment behind a verb: year, month, day, hour, minute, second; what follows, such as a day of the week, is not looked at. */
static bool read_moment(const char *line, const char *verb, uint32_t *moment)
{
    const size_t length = strlen(verb);
    uint8_t time[12] = { 0U, 0U, 0U, 0U, 0xFFU, 0U, 0U, 0U, 0U, 0x80U, 0U, 0U };
    unsigned t[6];
    const bool good = (strncmp(line, verb, length) == 0) && (sscanf(&line[length], " %u %u %u %u %u %u", &t[0], &t[1], &t[2], &t[3], &t[4], &t[5]) == 6);

    if (good) {
        time[0] = (uint8_t)((t[0] >> 8U) & 0xFFU);
        time[1] = (uint8_t)(t[0] & 0xFFU);
        time[2] = (uint8_t)t[1];
        time[3] = (uint8_t)t[2];
        time[5] = (uint8_t)t[3];
        time[6] = (uint8_t)t[4];
        time[7] = (uint8_t)t[5];
        *moment = mw_moment(time);
    }
    return good;
}

static void answer_moment(bool good)
{
    (void)printf("= result %u\n", good ? 0U : 1U);
}

/* Commands about time. */
static bool about_time(const char *line)
{
    uint32_t moment = MW_NEVER;
    unsigned long seconds;
    bool known = true;

    if (read_moment(line, "time", &moment)) {
        answer_moment(mw_host_begin_at(moment));
    } else if (read_moment(line, "clock", &moment)) {
        answer_moment(mw_host_set_clock(moment));
    } else if (read_moment(line, "until", &moment)) {
        answer_moment(mw_host_until(moment));
    } else if (sscanf(line, "advance %lu", &seconds) == 1) {
        mw_host_advance((uint32_t)seconds);
        answer_moment(true);
    } else if (strncmp(line, "now", 3U) == 0) {
        char text[32];
        mw_host_text_of_now(text, sizeof text);
        (void)printf("= %s\n", text);
    } else if (strncmp(line, "next", 4U) == 0) {
        (void)printf("= %lu\n", (unsigned long)mw_next(&METER));
    } else {
        known = false;
    }
    return known;
}

/* Commands about what is around the meter: supply, network, random numbers. */
static bool about_world(const char *line)
{
    unsigned long number;
    bool known = true;

    if (strncmp(line, "power off", 9U) == 0) {
        mw_host_power(false);
        answer_moment(true);
    } else if (strncmp(line, "power on", 8U) == 0) {
        mw_host_power(true);
        answer_moment(true);
    } else if (sscanf(line, "power %lu", &number) == 1) {
        mw_host_power(false);
        mw_host_advance((uint32_t)number);
        mw_host_power(true);
        answer_moment(true);
    } else if (strncmp(line, "link ", 5U) == 0) {
        mw_host_link(strncmp(&line[5], "down", 4U) != 0);
        answer_moment(true);
    } else if (sscanf(line, "seed %lu", &number) == 1) {
        mw_host_seed((uint32_t)number);
        answer_moment(true);
    } else if (sscanf(line, "confirm %lu", &number) == 1) {
        mw_push_confirmed(&METER, (uint32_t)number);
        answer_moment(true);
    } else {
        known = false;
    }
    return known;
}

bool mw_host_obey(const char *line)
{
    unsigned number;
    const bool ends = strncmp(line, "quit", 4U) == 0;

    if (ends) {
        /* the end */
    } else if (about_time(line) || about_world(line)) {
        /* done */
    } else if (mw_host_is_off()) {
        (void)printf("= off\n");
    } else if (sscanf(line, "event %u", &number) == 1) {
        (void)printf("= result %u\n", mw_happen(&METER, (uint16_t)number) ? 0U : 1U);
    } else if (!about_object(line)) {
        (void)printf("= set, get, do, event, at, force, supply, measure, pay, time, clock, until, advance, now, next, power, link, seed, confirm or quit\n");
    } else {
        /* done */
    }
    mw_host_follow_clock();
    (void)fflush(stdout);
    return !ends;
}
