/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Meterwright: HDLC framing for serial lines (IEC 62056-46): frame type 3, one- to four-octet server addresses, window size 1, segmentation both ways, and
 * the LLC header of COSEM. Hand octets to mw_hdlc_octet(); when it says so, mw_hdlc() puts the frame to send back.
 */
#ifndef MW_HDLC_H
#define MW_HDLC_H

#include "mw_server.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Longest information field in both directions unless the client asks for less; longest frame. */
#ifndef MW_HDLC_INFORMATION
#define MW_HDLC_INFORMATION 128U
#endif
#define MW_HDLC_FRAME (MW_HDLC_INFORMATION + 16U)

/* Who talks with whom: address octets as the client writes them. */
typedef struct {
    uint8_t server[4];
    uint8_t server_length;
    uint8_t client;
} mw_hdlc_address_t;

/* A link: one client, one logical device. `apdu` holds a request that comes in pieces, and the response until all of it is sent. */
typedef struct {
    const mw_meter_t *meter;
    uint8_t *apdu;
    uint32_t apdu_room;
    uint8_t *store;
    uint32_t store_room;
    mw_session_t session;
    uint8_t frame[MW_HDLC_FRAME];
    uint32_t frame_length;
    bool in_frame;
    bool connected;
    mw_hdlc_address_t address;
    uint8_t send_number;
    uint8_t receive_number;
    uint32_t most;     /* longest information field that the client takes */
    uint32_t received; /* octets of the request so far                    */
    uint32_t length;   /* octets of the response                          */
    uint32_t sent;     /* octets of it that the client has acknowledged   */
    uint32_t under_way;
} mw_hdlc_t;

/* Begins a link. apdu_room: longest request and response, LLC header included. */
void mw_hdlc_start(mw_hdlc_t *link, const mw_meter_t *meter, uint8_t *apdu, uint32_t apdu_room, uint8_t *store, uint32_t store_room);

/* Takes an octet from the line; true: a whole frame is there, call mw_hdlc(). */
bool mw_hdlc_octet(mw_hdlc_t *link, uint8_t octet);

/* Answers the frame that is there; puts at most MW_HDLC_FRAME octets and returns how many, 0: nothing is to be sent. */
uint32_t mw_hdlc(mw_hdlc_t *link, uint8_t out[MW_HDLC_FRAME]);

#ifdef __cplusplus
}
#endif

#endif
