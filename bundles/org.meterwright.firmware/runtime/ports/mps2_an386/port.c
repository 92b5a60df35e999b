/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Meterwright: what the runtime asks of the firmware (mw_port.h), on a board without NVM, key store and random numbers: good for a first talk with a
 * client, not for a product. Each function says what a product does there.
 */
#include "board.h"
#include "clock.h"

/* This board has none of the following; a product has most of them, and writes their functions: what they are for stands in mw_port.h. */
#define MW_ABSENT_METHODS   /* its own methods, and the breaker that it moves           */
#define MW_ABSENT_LIMITS    /* limits that the model does not state                     */
#define MW_ABSENT_WRITES    /* attributes behind functions that scripts write           */
#define MW_ABSENT_MEMORY    /* it saves the NVM that has changed, and mw_kept beside it */
#define MW_ABSENT_NETWORK   /* it sends Alerts and pushes                               */
#define MW_ABSENT_IMAGE     /* it writes an image into its second bank                  */
#define MW_ABSENT_KEY_STORE /* it puts keys into its key store                          */
#define MW_ABSENT_SCHEDULES /* mw_in_force tells it what a Schedule's entries say       */
#include "mw_port_absent.h"

#include <string.h>

#define KEY        16U
#define CLIENTS    8U

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

uint8_t mw_port_set_clock(const uint8_t date_time[12])
{
    return clock_set(date_time) ? MW_SUCCESS : MW_OTHER_REASON;
}
