/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Meterwright: the functions of mw_port.h for what a meter has not got. Define the names of what is absent and include this file in one C file of the port, which then
 * has only the functions that do something:
 *
 *     #define MW_ABSENT_IMAGE
 *     #define MW_ABSENT_KEY_STORE
 *     #include "mw_port_absent.h"
 */
#ifndef MW_PORT_ABSENT_H
#define MW_PORT_ABSENT_H

#include "mw_get.h"
#include "mw_port.h"

/* No methods that the runtime does not know, and nothing that moves. */
#ifdef MW_ABSENT_METHODS
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
#endif

/* No limits that the model does not state. */
#ifdef MW_ABSENT_LIMITS
uint8_t mw_port_may_write(uint16_t object, uint8_t attribute, const uint8_t *octets, uint32_t length)
{
    (void)object;
    (void)attribute;
    (void)octets;
    (void)length;
    return MW_SUCCESS;
}
#endif

/* No attributes behind functions that scripts or the meter itself write. */
#ifdef MW_ABSENT_WRITES
uint8_t mw_port_write(uint16_t object, uint8_t attribute, const uint8_t *octets, uint32_t length)
{
    (void)object;
    (void)attribute;
    (void)octets;
    (void)length;
    return MW_READ_WRITE_DENIED;
}
#endif

/* No memory that outlasts a loss of power. */
#ifdef MW_ABSENT_MEMORY
void mw_port_written(uint16_t object, uint8_t attribute)
{
    (void)object;
    (void)attribute;
}

void mw_port_kept(void)
{
}
#endif

/* No a network that takes Alerts and pushes: every push waits for its retries, and is given up. */
#ifdef MW_ABSENT_NETWORK
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
#endif

/* No a second bank for an image. */
#ifdef MW_ABSENT_IMAGE
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
#endif

/* No a key store that takes new keys. */
#ifdef MW_ABSENT_KEY_STORE
bool mw_port_keep_key(uint8_t slot, const uint8_t *key, uint8_t length)
{
    (void)slot;
    (void)key;
    (void)length;
    return false;
}
#endif

/* No a clock that can be set. */
#ifdef MW_ABSENT_CLOCK
uint8_t mw_port_set_clock(const uint8_t date_time[12])
{
    (void)date_time;
    return MW_OTHER_REASON;
}
#endif

/* No schedules that hold reactions back. */
#ifdef MW_ABSENT_SCHEDULES
bool mw_port_in_force(uint16_t schedule)
{
    (void)schedule;
    return false;
}
#endif

#endif
