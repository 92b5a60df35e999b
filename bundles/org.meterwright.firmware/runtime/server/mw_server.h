/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Meterwright: a COSEM server on the tables. A session is one connection of one client; it needs no heap. Hand each APDU to mw_server() and
 * send what it puts.
 */
#ifndef MW_SERVER_H
#define MW_SERVER_H

#include "mw_get.h"
#include "mw_tables.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Longest challenge (IEC 62056-5-3: 8 to 64 octets), and the length of those that the server makes. */
#define MW_CHALLENGE      64U
#define MW_OWN_CHALLENGE  16U

/* Smallest response buffer: it holds the longest AARE. */
#define MW_SMALLEST_ROOM  128U

typedef enum {
    MW_IDLE,    /* no association                                          */
    MW_PENDING, /* high level security: the client has not proved itself    */
    MW_ASSOCIATED
} mw_state_t;

typedef enum {
    MW_NO_TRANSFER,
    MW_GET_TRANSFER,      /* response of one attribute                         */
    MW_GET_LIST_TRANSFER, /* response of several                               */
    MW_SET_TRANSFER,      /* value being put together in the store             */
    MW_ACTION_TRANSFER    /* parameter being put together in the store         */
} mw_transfer_kind_t;

/* A message that does not fit into one APDU. */
typedef struct {
    mw_transfer_kind_t kind;
    mw_request_t request;
    mw_place_t place; /* of what is read                             */
    mw_cursor_t cursor;
    uint32_t block;
    uint32_t length; /* octets in the store                          */
    uint32_t item;   /* list: the attribute that is due              */
    uint8_t invoke;
    uint8_t protection; /* of the request that it began with      */
} mw_transfer_t;

typedef struct {
    const mw_meter_t *meter;
    uint8_t *store; /* for requests that come in blocks, and lists */
    uint32_t store_room;
    uint16_t client;
    uint16_t pdu; /* longest APDU that the client takes */
    mw_state_t state;
    uint32_t conformance;
    uint8_t device;
    uint8_t association;
    uint8_t protection; /* of the request being answered */
    bool general; /* the request came as general-glo-ciphering */
    uint8_t client_title[8];
#if MW_HAVE_HLS
    uint8_t client_challenge[MW_CHALLENGE];
    uint8_t own_challenge[MW_OWN_CHALLENGE];
    uint8_t client_challenge_length;
#endif
    mw_transfer_t transfer;
} mw_session_t;

/*
 * Begins a session without an association. `client` and `server` are the SAPs that the lower layer says. Returns false when there is no logical
 * device with that SAP. The store may be small, or NULL: requests that need more of it are refused.
 */
bool mw_session(mw_session_t *session, const mw_meter_t *meter, uint16_t client, uint16_t server, uint8_t *store, uint32_t store_room);

/*
 * Answers an APDU. The request may be changed (it is deciphered in place). Returns the length of the response, 0: there is none. `room` is the
 * longest response, at least MW_SMALLEST_ROOM.
 */
uint32_t mw_server(mw_session_t *session, uint8_t *request, uint32_t length, uint8_t *response, uint32_t room);

#ifdef __cplusplus
}
#endif

#endif
