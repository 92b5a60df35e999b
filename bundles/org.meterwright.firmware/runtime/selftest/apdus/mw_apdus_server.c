/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: the server under test: the runtime's entrance, and a port with one test key in every slot. A stack of your own takes the place of this file. */
#include "mw_apdus.h"

#include "mw_apdus_meter.h"
#include "mw_server.h"

#define MW_ABSENT_METHODS
#define MW_ABSENT_LIMITS
#define MW_ABSENT_WRITES
#define MW_ABSENT_MEMORY
#define MW_ABSENT_NETWORK
#define MW_ABSENT_IMAGE
#define MW_ABSENT_KEY_STORE
#define MW_ABSENT_CLOCK
#define MW_ABSENT_SCHEDULES
#include "mw_port_absent.h"

#include <string.h>

/* Pages of the log memory: room for two rows of the buffer that is tested. */
#define PAGES 32U
#define PAGE  64U

static uint8_t page[PAGES][PAGE];
static uint32_t page_number[PAGES];
static uint32_t pages;
static mw_session_t session;
static uint8_t store[64];
static uint32_t sent;

bool mw_apdus_connect(uint16_t client, uint16_t server)
{
    return mw_session(&session, mw_apdus_meter, client, server, store, (uint32_t)sizeof store);
}

uint32_t mw_apdus_exchange(uint8_t *request, uint32_t length, uint8_t response[MW_APDU_ROOM])
{
    return mw_server(&session, request, length, response, MW_APDU_ROOM);
}

/* Finds the page of an octet; a new one takes the place of the oldest. NULL: nothing was written there. */
static uint8_t *page_of(uint32_t at, bool wanted)
{
    uint8_t *found = NULL;

    for (uint32_t i = 0U; (i < PAGES) && (i < pages) && (found == NULL); i++) {
        found = (page_number[i] == (at / PAGE)) ? page[i] : NULL;
    }
    if ((found == NULL) && wanted) {
        found = page[pages % PAGES];
        page_number[pages % PAGES] = at / PAGE;
        pages++;
        (void)memset(found, 0, PAGE);
    }
    return found;
}

bool mw_apdus_log_read(uint32_t at, uint8_t *out, uint32_t length)
{
    for (uint32_t i = 0U; i < length; i++) {
        const uint8_t *octets = page_of(at + i, false);
        out[i] = (octets == NULL) ? 0U : octets[(at + i) % PAGE];
    }
    return true;
}

bool mw_apdus_log_write(uint32_t at, const uint8_t *octets, uint32_t length)
{
    for (uint32_t i = 0U; i < length; i++) {
        page_of(at + i, true)[(at + i) % PAGE] = octets[i];
    }
    return true;
}

uint8_t mw_port_secret(uint8_t slot, uint8_t *out, uint8_t room)
{
    (void)slot;
    for (uint8_t i = 0U; (i < 16U) && (i < room); i++) {
        out[i] = i;
    }
    return 16U;
}

void mw_port_random(uint8_t *out, uint8_t length)
{
    (void)memset(out, 0x5A, length);
}

void mw_port_system_title(uint8_t title[8])
{
    (void)memcpy(title, "MWRMETER", 8U);
}

bool mw_port_is_new(uint16_t security, uint16_t client, uint32_t counter)
{
    (void)security;
    (void)client;
    return counter > 0U;
}

uint32_t mw_port_next_counter(uint16_t security)
{
    (void)security;
    sent++;
    return sent;
}
