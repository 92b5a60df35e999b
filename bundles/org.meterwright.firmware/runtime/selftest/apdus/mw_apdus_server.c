/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: the server under test: the runtime's entrance, and a port with one test key in every slot. A stack of your own takes the place of this file. */
#include "mw_apdus.h"

#include "mw_apdus_meter.h"
#include "mw_port.h"
#include "mw_server.h"

#include <string.h>

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

void mw_port_written(uint16_t object, uint8_t attribute)
{
    (void)object;
    (void)attribute;
}

uint8_t mw_port_may_write(uint16_t object, uint8_t attribute, const uint8_t *octets, uint32_t length)
{
    (void)object;
    (void)attribute;
    (void)octets;
    (void)length;
    return MW_SUCCESS;
}

uint8_t mw_port_write(uint16_t object, uint8_t attribute, const uint8_t *octets, uint32_t length)
{
    (void)object;
    (void)attribute;
    (void)octets;
    (void)length;
    return MW_READ_WRITE_DENIED;
}

uint8_t mw_port_execute(mw_call_t *call)
{
    (void)call;
    return MW_OTHER_REASON;
}

void mw_port_acted(uint16_t object, uint8_t method)
{
    (void)object;
    (void)method;
}

void mw_port_alert(uint16_t code)
{
    (void)code;
}

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

void mw_port_kept(void)
{
}

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

bool mw_port_keep_key(uint8_t slot, const uint8_t *key, uint8_t length)
{
    (void)slot;
    (void)key;
    (void)length;
    return false;
}

uint8_t mw_port_set_clock(const uint8_t date_time[12])
{
    (void)date_time;
    return MW_OTHER_REASON;
}

bool mw_port_in_force(uint16_t schedule)
{
    (void)schedule;
    return false;
}
