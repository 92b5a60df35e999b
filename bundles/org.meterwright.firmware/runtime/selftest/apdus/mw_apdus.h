/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: sends golden requests to a server and compares its responses with the golden ones. */
#ifndef MW_APDUS_H
#define MW_APDUS_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Longest request and response: the AARQs ask for no longer ones. */
#define MW_APDU_ROOM 1024U

/* An association and how it is opened: hexadecimal digits; in an AARE xx stands for any octet. */
typedef struct {
    const char *aarq;
    const char *aare;
    uint16_t client;
    uint16_t server;
    uint8_t association;
    uint8_t mechanism;
    bool ciphered;
} mw_apdu_open_t;

/*
 * A request and its response, or the data in it, which goes on in the rows that follow without a request. A bit for each association: `readers`
 * get the response, `others` a refusal. A row without a response is the last one.
 */
typedef struct {
    const char *request;
    const char *response;
    uint32_t readers;
    uint32_t others;
} mw_apdu_t;

/* A ciphered request as it is sent, the response, and what is inside of it. A row without a request is the last one. */
typedef struct {
    const char *request;
    const char *response;
    const char *plain;
    uint8_t association;
} mw_apdu_ciphered_t;

/* The server under test (mw_apdus_server.c): put your own stack here. */
bool mw_apdus_connect(uint16_t client, uint16_t server);
uint32_t mw_apdus_exchange(uint8_t *request, uint32_t length, uint8_t response[MW_APDU_ROOM]);

/* High level security by GMAC (mw_apdus_hls.c): takes what an AARE says, proves itself, and asks, ciphered where the association is. */
bool mw_apdus_prove(const mw_apdu_open_t *open, const uint8_t *aare, uint32_t length);
uint32_t mw_apdus_ask(const uint8_t *request, uint32_t length, uint8_t **response);
void mw_apdus_forget(void);

/* Takes the protection off glo- services and general-glo-ciphering, where they stand; 0: they are not genuine. */
uint32_t mw_apdus_open(uint8_t *sealed, uint32_t length, uint8_t **plain);

/* Asks everything in every association, then sends what is ciphered; prints what differs; returns the number of differences. */
uint32_t mw_apdus(const mw_apdu_open_t *open, uint32_t count, const mw_apdu_t *golden, const mw_apdu_ciphered_t *sealed);

#ifdef __cplusplus
}
#endif

#endif
