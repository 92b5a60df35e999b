/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Meterwright: what the runtime asks of the firmware (mw_port.h), on a board without NVM, key store and random numbers: good for a first talk with a
 * client, not for a product. Each function says what a product does there.
 */
#include "board.h"
#include "clock.h"
#include "meter.h"

#include "mw_find.h"
#include "mw_get.h"
#include "mw_port.h"
#include "mw_store.h"
#include "mw_work.h"

#include <string.h>

#define KEY        16U
#define CLIENTS    8U
#define CLOCK      8U
#define TIME       2U
#define OCTETS     14U

/* The last counter that a client has used. */
typedef struct {
    uint16_t client;
    uint32_t next;
} heard_t;

static heard_t heard[CLIENTS];
static uint32_t sent;

/* One key for every slot. A product reads its key store, and never has a key in its program. */
uint8_t mw_port_secret(uint8_t slot, uint8_t *out, uint8_t room)
{
    static const uint8_t key[KEY] = { 0U, 1U, 2U, 3U, 4U, 5U, 6U, 7U, 8U, 9U, 10U, 11U, 12U, 13U, 14U, 15U };
    const bool fits = room >= KEY;

    (void)slot;
    if (fits) {
        (void)memcpy(out, key, KEY);
    }
    return fits ? (uint8_t)KEY : 0U;
}

/* Anybody can foresee these numbers. A product asks its generator of random numbers. */
void mw_port_random(uint8_t *out, uint8_t length)
{
    static uint32_t state = 2463534242U;

    for (uint32_t i = 0U; i < length; i++) {
        state ^= board_milliseconds();
        state ^= state << 13U;
        state ^= state >> 17U;
        state ^= state << 5U;
        out[i] = (uint8_t)(state & 0xFFU);
    }
}

/* A product has its own, given when it is made. */
void mw_port_system_title(uint8_t title[8])
{
    static const uint8_t own[8] = { 'M', 'W', 'R', 0U, 0U, 0U, 0U, 1U };

    (void)memcpy(title, own, sizeof own);
}

/* A product keeps these counters in NVM, before it believes the message. */
bool mw_port_is_new(uint16_t security, uint16_t client, uint32_t counter)
{
    heard_t *found = NULL;
    bool good;

    (void)security;
    for (uint32_t i = 0U; (i < CLIENTS) && (found == NULL); i++) {
        if ((heard[i].client == client) || (heard[i].client == 0U)) {
            found = &heard[i];
        }
    }
    good = (found != NULL) && (counter >= found->next);
    if (good) {
        found->client = client;
        found->next = counter + 1U;
    }
    return good;
}

/* A product keeps it in NVM: a little ahead, and less often. */
uint32_t mw_port_next_counter(uint16_t security)
{
    (void)security;
    sent++;
    return sent;
}

/* A product saves the NVM that has changed here. */
void mw_port_written(uint16_t object, uint8_t attribute)
{
    (void)object;
    (void)attribute;
}

/* The place for limits that the model does not state. */
uint8_t mw_port_may_write(uint16_t object, uint8_t attribute, const uint8_t *octets, uint32_t length)
{
    (void)object;
    (void)attribute;
    (void)octets;
    (void)length;
    return MW_SUCCESS;
}

/* Attributes behind functions that clients may write: here the time of the clock alone. */
uint8_t mw_port_write(uint16_t object, uint8_t attribute, const uint8_t *octets, uint32_t length)
{
    const mw_place_t place = mw_place(&METER, object);
    const bool is_time = (mw_class_of(&METER, &place)->class_id == CLOCK) && (attribute == TIME);
    uint8_t result = MW_READ_WRITE_DENIED;

    if (is_time) {
        const bool typed = (length == OCTETS) && (octets[0] == MW_OCTET_STRING);
        result = typed ? mw_port_set_clock(&octets[2]) : MW_TYPE_UNMATCHED;
    }
    return result;
}

uint8_t mw_port_set_clock(const uint8_t date_time[12])
{
    return clock_set(date_time) ? MW_SUCCESS : MW_OTHER_REASON;
}

/* Methods that the runtime does not know. */
uint8_t mw_port_execute(mw_call_t *call)
{
    (void)call;
    return MW_OTHER_REASON;
}

/* A product moves its breaker here. */
void mw_port_acted(uint16_t object, uint8_t method)
{
    (void)object;
    (void)method;
}

/* A product takes note of what mw_alert(&METER, code) says, and sends it; the runtime hands a message with it to mw_port_send. */
void mw_port_alert(uint16_t code)
{
    (void)code;
}

/* There is no network on this board: every push waits for its retries, and is given up. */
bool mw_port_send(const mw_send_t *send)
{
    (void)send;
    return false;
}

void mw_port_lost(uint16_t object, uint16_t alert)
{
    (void)object;
    (void)alert;
}

/* A product saves mw_kept here, beside its NVM. */
void mw_port_kept(void)
{
}

/* A product writes the image into its second bank. */
uint8_t mw_port_image_begin(uint16_t object, const uint8_t *identifier, uint32_t length, uint32_t size)
{
    (void)object;
    (void)identifier;
    (void)length;
    (void)size;
    return MW_OTHER_REASON;
}

uint8_t mw_port_image_write(uint16_t object, uint32_t at, const uint8_t *octets, uint32_t length)
{
    (void)object;
    (void)at;
    (void)octets;
    (void)length;
    return MW_OTHER_REASON;
}

uint8_t mw_port_image_verify(uint16_t object)
{
    (void)object;
    return MW_OTHER_REASON;
}

uint8_t mw_port_image_activate(uint16_t object)
{
    (void)object;
    return MW_OTHER_REASON;
}

/* A product puts the key into its key store. */
bool mw_port_keep_key(uint8_t slot, const uint8_t *key, uint8_t length)
{
    (void)slot;
    (void)key;
    (void)length;
    return false;
}

/* Schedule objects (class 10) are the firmware's: none is in force. */
bool mw_port_in_force(uint16_t schedule)
{
    (void)schedule;
    return false;
}
