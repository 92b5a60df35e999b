/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: the commands of the host program. */
#include "mw_host.h"

#include "mw_find.h"
#include "mw_run.h"
#include "mw_store.h"

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
    uint8_t result = mw_store(&METER, object, attribute, store, length);

    if ((result == MW_READ_WRITE_DENIED) && mw_host_put(object, attribute, store, length)) {
        result = MW_SUCCESS;
    }
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
        mw_host_force(object, number != 0U);
        (void)printf("= result 0\n");
    } else {
        known = false;
    }
    return known;
}

static bool set_time(const char *line)
{
    unsigned t[7];
    const bool good = sscanf(line, "time %u %u %u %u %u %u %u", &t[0], &t[1], &t[2], &t[3], &t[4], &t[5], &t[6]) == 7;

    if (good) {
        uint8_t now[12] = { 0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U, 0U, 0x80U, 0U, 0U };
        now[0] = (uint8_t)((t[0] >> 8U) & 0xFFU);
        now[1] = (uint8_t)(t[0] & 0xFFU);
        now[2] = (uint8_t)t[1];
        now[3] = (uint8_t)t[2];
        now[4] = (uint8_t)t[6];
        now[5] = (uint8_t)t[3];
        now[6] = (uint8_t)t[4];
        now[7] = (uint8_t)t[5];
        mw_host_clock(now);
        (void)printf("= result 0\n");
    }
    return good;
}

bool mw_host_obey(const char *line)
{
    unsigned number;
    const bool ends = strncmp(line, "quit", 4U) == 0;

    if (ends) {
        /* the end */
    } else if (sscanf(line, "event %u", &number) == 1) {
        (void)printf("= result %u\n", mw_happen(&METER, (uint16_t)number) ? 0U : 1U);
    } else if (!set_time(line) && !about_object(line)) {
        (void)printf("= set, get, do, event, at, time, force or quit\n");
    } else {
        /* done */
    }
    (void)fflush(stdout);
    return !ends;
}
