/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: what SET and ACTION have in common: one request, one in blocks, a list; something is done with a value, and a result comes back. */
#ifndef MW_EXCHANGE_H
#define MW_EXCHANGE_H

#include "mw_service.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A request that has come whole. `selects`: with an access selection, which nobody may have; left: how many more of a list are to come. */
typedef struct {
    mw_request_t request;
    const uint8_t *value;
    uint32_t length;
    uint32_t left;
    bool selects;
} mw_asked_t;

/* A service: kinds of its requests and responses, and what it does. */
typedef struct {
    uint8_t response; /* tag                                                       */
    uint8_t first;    /* requests: first block, further ones, list                 */
    uint8_t further;
    uint8_t list;
    uint8_t next;     /* responses: to a block that is not the last; to the last; to a list */
    uint8_t last;
    uint8_t listed;
    uint8_t bit;      /* of the conformance block: it may come in blocks           */
    mw_transfer_kind_t transfer;
    uint32_t item;    /* least octets of a result                                  */
    bool (*take_target)(mw_reader_t *reader, mw_descriptor_t *descriptor);       /* takes what is meant; true: with an access selection */
    const uint8_t *(*take_value)(mw_reader_t *reader, uint32_t *length);         /* takes the value of a request that comes whole       */
    void (*perform)(mw_session_t *session, const mw_asked_t *asked, mw_writer_t *w); /* does it, and puts the result */
    void (*fail)(uint8_t result, mw_writer_t *w);                                /* puts a result without doing anything */
    void (*finish)(uint32_t block, mw_writer_t *w);                              /* puts what stands behind the result of the last block */
} mw_exchange_t;

/* Answers that something cannot be done at all. */
void mw_exchange_refuse(const mw_exchange_t *service, uint8_t invoke, uint8_t result, mw_writer_t *w);

/* Answers a request of a kind; the reader stands behind its invoke-id. */
void mw_serve_exchange(mw_session_t *session, const mw_exchange_t *service, uint8_t kind, uint8_t invoke, mw_reader_t *reader, mw_writer_t *w);

#ifdef __cplusplus
}
#endif

#endif
