/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Meterwright: what the server asks of the firmware around it. Implement these functions for your meter; port/host has them for a computer.
 */
#ifndef MW_PORT_H
#define MW_PORT_H

#include "mw_tables.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Puts the key or secret of a slot of the key store, at most `room` octets; returns its length, 0 when the slot is empty. */
uint8_t mw_port_secret(uint8_t slot, uint8_t *out, uint8_t room);

/* Fills octets with numbers that nobody can foresee: challenges are made of them. */
void mw_port_random(uint8_t *out, uint8_t length);

/* Puts the meter's system title. */
void mw_port_system_title(uint8_t title[8]);

/*
 * Tells whether the invocation counter of a message from a client is new, and keeps it for good. The same counter, or an older one, is a message
 * that somebody recorded. `security` is the Security setup object.
 */
bool mw_port_is_new(uint16_t security, uint16_t client, uint32_t counter);

/* Returns an invocation counter that was never used with the keys of a Security setup object, not even before a loss of power. */
uint32_t mw_port_next_counter(uint16_t security);

/* A client, a script or the meter itself has written an attribute that is kept in RAM or NVM: save it, act on it. */
void mw_port_written(uint16_t object, uint8_t attribute);

/* A client wants to write a value that fits the attribute's type: MW_SUCCESS lets it, any other data access result refuses it. */
uint8_t mw_port_may_write(uint16_t object, uint8_t attribute, const uint8_t *octets, uint32_t length);

/*
 * The meter itself, or a script, writes an attribute that a function answers for and no client may write (those have a setter in the generated p_handlers.h):
 * A-XDR octets; returns a data access result.
 */
uint8_t mw_port_write(uint16_t object, uint8_t attribute, const uint8_t *octets, uint32_t length);

/* A method call: its parameter and, on return, its result as A-XDR; a length of 0 means none of either. */
typedef struct {
    const uint8_t *parameter;
    uint32_t parameter_length;
    uint8_t *result;
    uint32_t room;
    uint32_t result_length;
    uint16_t object;
    uint8_t method;
    uint8_t association;
} mw_call_t;

/* A client, a script or a reaction executes a method that the runtime does not know by itself; returns an action result. */
uint8_t mw_port_execute(mw_call_t *call);

/* The runtime has executed a method that moves something: 1 and 2 of a Disconnect control object: its attributes say the state that is wanted. */
void mw_port_acted(uint16_t object, uint8_t method);

/* An Alert is to be sent; mw_alert() says what it carries. */
void mw_port_alert(uint16_t code);

/* A message that is pushed, and where to: send_destination_and_method of the Push setup object, if there is one; alert: what it carries, or MW_NONE. */
typedef struct {
    const uint8_t *apdu;
    const uint8_t *destination;
    uint32_t length;
    uint32_t destination_length;
    uint16_t object;
    uint16_t alert;
    uint8_t row; /* row of the push table, or MW_NONE8 */
    uint8_t service;
    uint8_t message;
} mw_send_t;

/* Sends a message; false when the layers below cannot: it is tried again. Length 0: its list is the firmware's own, or too long for MW_PUSH_ROOM. */
bool mw_port_send(const mw_send_t *send);

/* A push has been given up: after all its retries, or because too many were waiting. */
void mw_port_lost(uint16_t object, uint16_t alert);

/* What outlasts a loss of power (mw_kept in mw_work.h) has changed: save it. */
void mw_port_kept(void);

/*
 * Image transfer: an image of so many octets is to come; octets of it; all of it has come: is it whole and genuine; make the meter run it. Each returns an
 * action result; a temporary failure means that verification or activation goes on, and mw_image_activated says how it ends.
 */
uint8_t mw_port_image_begin(uint16_t object, const uint8_t *identifier, uint32_t length, uint32_t size);
uint8_t mw_port_image_write(uint16_t object, uint32_t at, const uint8_t *octets, uint32_t length);
uint8_t mw_port_image_verify(uint16_t object);
uint8_t mw_port_image_activate(uint16_t object);

/* Puts a key into a slot of the key store; false when it cannot. */
bool mw_port_keep_key(uint8_t slot, const uint8_t *key, uint8_t length);

/* Method of the clock, or a client's write to its time: sets it to local time; returns a data access result. The next mw_tick follows it. */
uint8_t mw_port_set_clock(const uint8_t date_time[12]);

/* Tells whether a Schedule object, which holds a reaction back, is in force now. */
bool mw_port_in_force(uint16_t schedule);

#ifdef __cplusplus
}
#endif

#endif
