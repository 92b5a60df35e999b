/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: the port of a computer: key slots from a file, counters in memory, NVM in a file, functions answered from values that were put. */
#include "mw_host.h"

#include "mw_find.h"
#include "mw_get.h"
#include "mw_port.h"
#include "mw_schedule.h"
#include "mw_store.h"
#include "mw_work.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define METER   (*mw_host_meter.meter)
#define SLOTS   256U
#define KEYS    64U
#define CLIENTS 65536U
#define PUT     64U
#define CLOCK   8U
#define TIME    2U
#define IMAGE   262144U
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
static uint8_t forced[FORCED]; /* 0: as the clock says; 1: not in force; 2: in force */
static bool link_down;
static uint32_t random_state;
static secret_t secrets[SLOTS];
static uint32_t heard[CLIENTS];
static uint32_t sent;
static const char *nvm_file;

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

bool mw_port_is_new(uint16_t security, uint16_t client, uint32_t counter)
{
    const bool good = counter >= heard[client];

    (void)security;
    if (good) {
        heard[client] = counter + 1U;
        mw_host_save();
    }
    return good;
}

uint32_t mw_port_next_counter(uint16_t security)
{
    (void)security;
    sent++;
    mw_host_save();
    return sent;
}

/* The file: NVM, what the runtime keeps, the counter of what was sent, and the counters of clients that were heard. */
void mw_host_save(void)
{
    FILE *file = (nvm_file == NULL) ? NULL : fopen(nvm_file, "wb");

    if (file != NULL) {
        (void)fwrite(METER.nvm, 1U, METER.nvm_octets, file);
        (void)fwrite(&mw_kept, 1U, sizeof mw_kept, file);
        (void)fwrite(&sent, 1U, sizeof sent, file);
        for (uint32_t client = 0U; client < CLIENTS; client++) {
            if (heard[client] > 0U) {
                (void)fwrite(&client, 1U, sizeof client, file);
                (void)fwrite(&heard[client], 1U, sizeof heard[client], file);
            }
        }
        (void)fclose(file);
    }
}

/* Reads what stands behind NVM; a file that ends before is one of a meter that never ran. */
static void load_counters(FILE *file)
{
    uint32_t pair[2];

    if ((fread(&mw_kept, 1U, sizeof mw_kept, file) != sizeof mw_kept) || (fread(&sent, 1U, sizeof sent, file) != sizeof sent)) {
        (void)memset(&mw_kept, 0, sizeof mw_kept);
    }
    while (fread(pair, sizeof pair[0], 2U, file) == 2U) {
        if (pair[0] < CLIENTS) {
            heard[pair[0]] = pair[1];
        }
    }
}

void mw_host_load(const char *name)
{
    FILE *file = (name == NULL) ? NULL : fopen(name, "rb");
    const size_t read = (file == NULL) ? 0U : fread(METER.nvm, 1U, METER.nvm_octets, file);

    nvm_file = name;
    if (file != NULL) {
        load_counters(file);
        (void)fclose(file);
    }
    if (read != METER.nvm_octets) {
        mw_restore_nvm(&METER);
    }
}

void mw_port_kept(void)
{
    mw_host_save();
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

    mw_host_text_of_now(text, sizeof text);
    tell(link_down ? "unsent" : "push", send->object);
    tell_hex(send->apdu, send->length);
    tell_alert(send->alert);
    (void)printf(" at %s", text);
    tell_end();
    return !link_down;
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

bool mw_port_keep_key(uint8_t slot, const uint8_t *key, uint8_t length)
{
    const bool good = length <= KEYS;

    if (good) {
        (void)memcpy(secrets[slot].octets, key, length);
        secrets[slot].length = length;
        (void)printf("key %u\n", (unsigned)slot);
        (void)fflush(stdout);
    }
    return good;
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
