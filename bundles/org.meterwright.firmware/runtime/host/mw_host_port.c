/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: the port of a computer: key slots from a file, counters in memory, NVM in a file, functions answered from values that were put. */
#include "mw_host.h"

#include "mw_find.h"
#include "mw_notify.h"
#include "mw_port.h"
#include "mw_store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define METER   (*mw_host_meter.meter)
#define SLOTS   256U
#define KEYS    64U
#define CLIENTS 65536U
#define PUT     64U
#define CLOCK   8U
#define FORCED  256U

typedef struct {
    uint8_t length;
    uint8_t octets[KEYS];
} secret_t;

/* What was put in place of a function's answer. */
typedef struct {
    uint16_t object;
    uint8_t attribute;
    uint32_t length;
    uint8_t octets[1024];
} put_t;

static put_t puts_[PUT];
static uint32_t put_count;
static uint8_t now[12] = { 0x07U, 0xEAU, 1U, 1U, 4U, 0U, 0U, 0U, 0U, 0x80U, 0U, 0U };
static bool forced[FORCED];
static secret_t secrets[SLOTS];
static uint32_t heard[CLIENTS];
static uint32_t sent;
static const char *nvm_file;

void mw_host_clock(const uint8_t time[12])
{
    (void)memcpy(now, time, sizeof now);
}

void mw_host_force(uint16_t schedule, bool in_force)
{
    if (schedule < FORCED) {
        forced[schedule] = in_force;
    }
}

bool mw_host_keys(const char *name)
{
    FILE *file = fopen(name, "r");
    char line[256];
    char hex[160];
    unsigned slot;

    while ((file != NULL) && (fgets(line, (int)sizeof line, file) != NULL)) {
        if ((sscanf(line, "%u %159s", &slot, hex) == 2) && (slot < SLOTS)) {
            secrets[slot].length = (uint8_t)mw_host_hex(hex, secrets[slot].octets, KEYS);
        }
    }
    if (file != NULL) {
        (void)fclose(file);
    }
    return file != NULL;
}

uint8_t mw_port_secret(uint8_t slot, uint8_t *out, uint8_t room)
{
    const secret_t *secret = &secrets[slot];
    const uint8_t length = (secret->length <= room) ? secret->length : 0U;

    (void)memcpy(out, secret->octets, length);
    return length;
}

void mw_port_random(uint8_t *out, uint8_t length)
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

void mw_port_system_title(uint8_t title[8])
{
    static const uint8_t own[8] = { 'M', 'W', 'R', 0U, 0U, 0U, 0U, 1U };

    (void)memcpy(title, own, sizeof own);
}

bool mw_port_is_new(uint16_t security, uint16_t client, uint32_t counter)
{
    const bool good = counter >= heard[client];

    (void)security;
    if (good) {
        heard[client] = counter + 1U;
    }
    return good;
}

uint32_t mw_port_next_counter(uint16_t security)
{
    (void)security;
    sent++;
    return sent;
}

void mw_host_save(void)
{
    FILE *file = (nvm_file == NULL) ? NULL : fopen(nvm_file, "wb");

    if (file != NULL) {
        (void)fwrite(METER.nvm, 1U, METER.nvm_octets, file);
        (void)fclose(file);
    }
}

void mw_host_load(const char *name)
{
    FILE *file = (name == NULL) ? NULL : fopen(name, "rb");
    const size_t read = (file == NULL) ? 0U : fread(METER.nvm, 1U, METER.nvm_octets, file);

    nvm_file = name;
    if (file != NULL) {
        (void)fclose(file);
    }
    if (read != METER.nvm_octets) {
        mw_restore_nvm(&METER);
    }
}

void mw_port_written(uint16_t object, uint8_t attribute)
{
    (void)printf("written %u %u\n", (unsigned)object, (unsigned)attribute);
    (void)fflush(stdout);
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

uint8_t mw_port_write(uint16_t object, uint8_t attribute, const uint8_t *octets, uint32_t length)
{
    (void)printf("function %u %u %lu\n", (unsigned)object, (unsigned)attribute, (unsigned long)length);
    (void)fflush(stdout);
    return mw_host_put(object, attribute, octets, length) ? MW_SUCCESS : MW_OTHER_REASON;
}

static uint8_t answer_with(const uint8_t *octets, uint32_t length, mw_piece_t *piece)
{
    const uint32_t left = length - piece->offset;

    piece->length = (left < piece->room) ? left : piece->room;
    piece->more = piece->length < left;
    (void)memcpy(piece->out, &octets[piece->offset], piece->length);
    return MW_SUCCESS;
}

static uint16_t class_of(uint16_t object)
{
    const mw_place_t place = mw_place(&METER, object);

    return mw_class_of(&METER, &place)->class_id;
}

uint8_t mw_host_answer(uint16_t object, uint8_t attribute, mw_piece_t *piece)
{
    const put_t *found = put_of(object, attribute, false);
    uint8_t result = MW_OTHER_REASON;

    if (found != NULL) {
        result = answer_with(found->octets, found->length, piece);
    } else if ((class_of(object) == CLOCK) && (attribute == 2U)) {
        uint8_t time[14] = { MW_OCTET_STRING, 12U };
        (void)memcpy(&time[2], now, sizeof now);
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
    (void)printf("acted %u %u\n", (unsigned)object, (unsigned)method);
    (void)fflush(stdout);
}

void mw_port_alert(uint16_t code)
{
    (void)printf("alert %u\n", (unsigned)code);
    (void)fflush(stdout);
}

void mw_port_push(uint16_t object)
{
    static uint8_t message[MW_HOST_LONGEST];
    static uint32_t invoke;
    const uint32_t length = (object == MW_NONE) ? 0U : mw_notification(&METER, object, invoke, message, MW_HOST_LONGEST);

    invoke++;
    (void)printf("push %u ", (unsigned)object);
    for (uint32_t i = 0U; i < length; i++) {
        (void)printf("%02x", (unsigned)message[i]);
    }
    (void)printf("\n");
    (void)fflush(stdout);
}

bool mw_port_in_force(uint16_t schedule)
{
    return (schedule < FORCED) && forced[schedule];
}

uint8_t mw_port_execute(mw_call_t *call)
{
    (void)printf("method %u %u %lu\n", (unsigned)call->object, (unsigned)call->method, (unsigned long)call->parameter_length);
    (void)fflush(stdout);
    return MW_SUCCESS;
}
