/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: the port of a computer: functions answered from values that were put, random numbers, what the meter does told as lines. */
#include "mw_host.h"

#include "mw_find.h"
#include "mw_get.h"
#include "mw_look.h"
#include "mw_port.h"
#include "mw_schedule.h"
#include "mw_work.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define METER   (*mw_host_meter.meter)
#define PUT     64U
#define CLOCK   8U
#define TIME    2U
#define IMAGE   262144U
#define FORCED  256U

/* What was put in place of a function's answer. */
typedef struct {
    uint16_t object;
    uint8_t attribute;
    uint32_t length;
    uint8_t octets[1024];
} put_t;

static put_t puts_[PUT];
static uint32_t put_count;
static uint8_t forced[FORCED]; /* 0: as the clock says; 1: not in force; 2: in force */
static bool link_down;
static uint32_t random_state;

void mw_host_forget(void)
{
    put_count = 0U;
    link_down = false;
    random_state = 1U;
    (void)memset(forced, 0, sizeof forced);
}

void mw_host_force(uint16_t schedule, uint8_t in_force)
{
    if (schedule < FORCED) {
        forced[schedule] = (in_force < 2U) ? (uint8_t)(in_force + 1U) : 0U;
    }
}

void mw_host_link(bool up)
{
    link_down = !up;
}

void mw_host_seed(uint32_t seed)
{
    random_state = (seed * 2654435769U) ^ 0x5DEECE66U; /* neighbours among seeds give numbers far apart */
    random_state = (random_state == 0U) ? 1U : random_state;
}

/* Numbers that follow from the seed: for scenarios that must go the same way each time. */
static void foreseeable(uint8_t *out, uint8_t length)
{
    for (uint8_t i = 0U; i < length; i++) {
        random_state ^= random_state << 13U;
        random_state ^= random_state >> 17U;
        random_state ^= random_state << 5U;
        out[i] = (uint8_t)((random_state >> 11U) & 0xFFU);
    }
}

static void unforeseeable(uint8_t *out, uint8_t length)
{
    FILE *file = fopen("/dev/urandom", "rb");
    const size_t read = (file == NULL) ? 0U : fread(out, 1U, length, file);

    if (file != NULL) {
        (void)fclose(file);
    }
    if (read != length) {
        (void)fprintf(stderr, "mw_host: there are no random numbers\n");
        exit(3);
    }
}

void mw_port_random(uint8_t *out, uint8_t length)
{
    if (random_state != 0U) {
        foreseeable(out, length);
    } else {
        unforeseeable(out, length);
    }
}

void mw_port_system_title(uint8_t title[8])
{
    static const uint8_t own[8] = { 'M', 'W', 'R', 0U, 0U, 0U, 0U, 1U };

    (void)memcpy(title, own, sizeof own);
}

/* Tells what the meter has done, with the class and logical name of an object. */
static void tell(const char *what, uint16_t object)
{
    if (object == MW_NONE) {
        (void)printf("%s - -", what);
    } else {
        const mw_place_t place = mw_place(&METER, object);
        uint8_t n[6];
        mw_logical_name(&METER, &place, n);
        (void)printf("%s %u %u.%u.%u.%u.%u.%u", what, (unsigned)mw_class_of(&METER, &place)->class_id, (unsigned)n[0], (unsigned)n[1], (unsigned)n[2], (unsigned)n[3],
            (unsigned)n[4], (unsigned)n[5]);
    }
}

static void tell_hex(const uint8_t *octets, uint32_t length)
{
    (void)printf(" ");
    for (uint32_t i = 0U; i < length; i++) {
        (void)printf("%02x", (unsigned)octets[i]);
    }
}

static void tell_end(void)
{
    (void)printf("\n");
    (void)fflush(stdout);
}

uint8_t mw_port_may_write(uint16_t object, uint8_t attribute, const uint8_t *octets, uint32_t length)
{
    (void)object;
    (void)attribute;
    (void)octets;
    (void)length;
    return MW_SUCCESS;
}

void mw_port_written(uint16_t object, uint8_t attribute)
{
    tell("written", object);
    (void)printf(" %u", (unsigned)attribute);
    tell_end();
    mw_host_save();
}

/* Finds what was put in place of a function's answer, or room for it; NULL when there is none. */
static put_t *put_of(uint16_t object, uint8_t attribute, bool make)
{
    put_t *found = NULL;

    for (uint32_t i = 0U; (i < put_count) && (found == NULL); i++) {
        found = ((puts_[i].object == object) && (puts_[i].attribute == attribute)) ? &puts_[i] : NULL;
    }
    if ((found == NULL) && make && (put_count < PUT)) {
        found = &puts_[put_count];
        put_count++;
        found->object = object;
        found->attribute = attribute;
    }
    return found;
}

bool mw_host_put(uint16_t object, uint8_t attribute, const uint8_t *octets, uint32_t length)
{
    put_t *place = (length <= sizeof puts_[0].octets) ? put_of(object, attribute, true) : NULL;

    if (place != NULL) {
        (void)memcpy(place->octets, octets, length);
        place->length = length;
    }
    return place != NULL;
}

static uint16_t class_of(uint16_t object)
{
    const mw_place_t place = mw_place(&METER, object);

    return mw_class_of(&METER, &place)->class_id;
}

uint8_t mw_port_write(uint16_t object, uint8_t attribute, const uint8_t *octets, uint32_t length)
{
    const bool clock = (class_of(object) == CLOCK) && (attribute == TIME) && (length == 14U) && (octets[0] == MW_OCTET_STRING);
    uint8_t result;

    tell("function", object);
    (void)printf(" %u", (unsigned)attribute);
    tell_hex(octets, length);
    tell_end();
    if (clock) {
        result = mw_port_set_clock(&octets[2]);
    } else {
        result = mw_host_put(object, attribute, octets, length) ? MW_SUCCESS : MW_OTHER_REASON;
    }
    return result;
}

uint8_t mw_host_take(uint16_t object, uint8_t attribute, uint8_t tag, int64_t number)
{
    uint8_t octets[9];

    return mw_port_write(object, attribute, octets, mw_code_number(tag, number, octets));
}

static uint8_t answer_with(const uint8_t *octets, uint32_t length, mw_piece_t *piece)
{
    const uint32_t left = length - piece->offset;

    piece->length = (left < piece->room) ? left : piece->room;
    piece->more = piece->length < left;
    (void)memcpy(piece->out, &octets[piece->offset], piece->length);
    return MW_SUCCESS;
}

uint8_t mw_host_answer(uint16_t object, uint8_t attribute, mw_piece_t *piece)
{
    const put_t *found = put_of(object, attribute, false);
    uint8_t result = MW_OTHER_REASON;

    if (found != NULL) {
        result = answer_with(found->octets, found->length, piece);
    } else if ((class_of(object) == CLOCK) && (attribute == TIME)) {
        uint8_t time[14] = { MW_OCTET_STRING, 12U };
        mw_host_now(&time[2]);
        result = answer_with(time, sizeof time, piece);
    } else {
        for (uint32_t i = 0U; i < mw_host_meter.values; i++) {
            const mw_host_value_t *value = &mw_host_meter.value[i];
            if ((value->object == object) && (value->attribute == attribute)) {
                result = answer_with(&mw_host_meter.octets[value->from], value->length, piece);
            }
        }
    }
    return result;
}

void mw_port_acted(uint16_t object, uint8_t method)
{
    tell("acted", object);
    (void)printf(" %u", (unsigned)method);
    tell_end();
}

void mw_port_alert(uint16_t code)
{
    char text[32];

    mw_host_text_of_now(text, sizeof text);
    (void)printf("alert %u at %s", (unsigned)code, text);
    tell_end();
}

static void tell_alert(uint16_t alert)
{
    if (alert == MW_NONE) {
        (void)printf(" alert -");
    } else {
        (void)printf(" alert %u", (unsigned)alert);
    }
}

bool mw_port_send(const mw_send_t *send)
{
    char text[32];
    const bool sent = !link_down && mw_host_deliver(send->apdu, send->length);

    mw_host_text_of_now(text, sizeof text);
    tell(sent ? "push" : "unsent", send->object);
    tell_hex(send->apdu, send->length);
    tell_alert(send->alert);
    (void)printf(" at %s", text);
    tell_end();
    return sent;
}

void mw_port_lost(uint16_t object, uint16_t alert)
{
    tell("lost", object);
    tell_alert(alert);
    tell_end();
}

bool mw_port_in_force(uint16_t schedule)
{
    const uint8_t said = (schedule < FORCED) ? forced[schedule] : 0U;

    return (said == 0U) ? mw_in_force(&METER, schedule, mw_work.local) : (said == 2U);
}

uint8_t mw_port_execute(mw_call_t *call)
{
    tell("method", call->object);
    (void)printf(" %u", (unsigned)call->method);
    tell_hex(call->parameter, call->parameter_length);
    tell_end();
    return MW_SUCCESS;
}

static uint8_t image[IMAGE];
static uint32_t image_size;

uint8_t mw_port_image_begin(uint16_t object, const uint8_t *identifier, uint32_t length, uint32_t size)
{
    const bool good = size <= IMAGE;

    tell("image", object);
    tell_hex(identifier, length);
    (void)printf(" %lu", (unsigned long)size);
    tell_end();
    image_size = good ? size : 0U;
    return good ? MW_SUCCESS : MW_OTHER_REASON;
}

uint8_t mw_port_image_write(uint16_t object, uint32_t at, const uint8_t *octets, uint32_t length)
{
    const bool good = (at <= image_size) && (length <= (image_size - at));

    (void)object;
    if (good) {
        (void)memcpy(&image[at], octets, length);
    }
    return good ? MW_SUCCESS : MW_OTHER_REASON;
}

/* An image of this computer ends with the CRC-32 of what stands before, most significant octet first. */
uint8_t mw_port_image_verify(uint16_t object)
{
    uint32_t crc = 0xFFFFFFFFU;
    uint32_t wanted = 0U;

    (void)object;
    for (uint32_t i = 0U; (i + 4U) < image_size; i++) {
        crc ^= image[i];
        for (uint32_t bit = 0U; bit < 8U; bit++) {
            crc = (crc >> 1U) ^ (((crc & 1U) != 0U) ? 0xEDB88320U : 0U);
        }
    }
    for (uint32_t i = 4U; (i > 0U) && (image_size >= 4U); i--) {
        wanted = (wanted << 8U) | image[image_size - i];
    }
    return ((crc ^ 0xFFFFFFFFU) == wanted) ? MW_SUCCESS : MW_OTHER_REASON;
}

uint8_t mw_port_image_activate(uint16_t object)
{
    tell("activate", object);
    tell_end();
    return MW_SUCCESS;
}
