/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Speed of look-up, GET, object_list and trigger, and of the last two as a client asks for them (APDU in, APDU out, blocks of 1 KiB): nanoseconds on this
 * machine; on an emulated Cortex-M4 instructions (QEMU counts one a nanosecond with -icount shift=0, SysTick one in forty).
 */
#define _POSIX_C_SOURCE 199309L
#include "esme.h"
#include "esme_memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "mw_port.h"
#include "mw_server.h"
#include "mw_service.h"

#define KEYS 4096U

static struct { uint16_t class_id; uint8_t name[6]; } any[KEYS], registers[KEYS];
static volatile uint32_t sink;
static uint8_t piece[1024];

#ifdef __arm__
#define TICK_CONTROL (*(volatile uint32_t *)0xE000E010U)
#define TICK_RELOAD  (*(volatile uint32_t *)0xE000E014U)
#define TICK_CURRENT (*(volatile uint32_t *)0xE000E018U)
#define ROUNDS(here, there) (there)
#define REPEATS 1

static double now(void)
{
    if (TICK_CONTROL == 0U) {
        TICK_RELOAD = 0xFFFFFFU;
        TICK_CURRENT = 0U;
        TICK_CONTROL = 5U;
        while (TICK_CURRENT == 0U) {
        }
    }
    return (double)(0xFFFFFFU - TICK_CURRENT) * 40.0;
}
#else
#define ROUNDS(here, there) (here)
#define REPEATS 7

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}
#endif

static void fill(void)
{
    uint32_t known = 0U;
    srand(1);
    for (uint32_t i = 0U; (i < KEYS) || (known < KEYS); i++) {
        const uint16_t object = (uint16_t)((uint32_t)rand() % esme_meter.objects);
        const mw_place_t place = mw_place(&esme_meter, object);
        const uint16_t class_id = mw_class_of(&esme_meter, &place)->class_id;
        uint8_t name[6];
        mw_logical_name(&esme_meter, &place, name);
        any[i % KEYS].class_id = class_id;
        memcpy(any[i % KEYS].name, name, 6U);
        if ((class_id == 3U) && (known < KEYS)) {
            registers[known].class_id = class_id;
            memcpy(registers[known].name, name, 6U);
            known++;
        }
    }
}

static uint32_t find(uint32_t i)
{
    return mw_find(&esme_meter, 0U, any[i % KEYS].class_id, any[i % KEYS].name);
}

static uint32_t get(uint32_t i)
{
    const mw_request_t request = { mw_find(&esme_meter, 0U, 3U, registers[i % KEYS].name), 2U, 1U, MW_REQUEST };
    mw_cursor_t cursor;
    uint32_t length = 0U;
    mw_start(&cursor);
    return mw_get(&esme_meter, &request, &cursor, piece, sizeof piece, &length) + length;
}

static uint32_t object_list(uint32_t i)
{
    const mw_request_t request = { esme_meter.association[1].object, 2U, 1U, MW_REQUEST };
    mw_cursor_t cursor;
    uint32_t sum = i;
    mw_start(&cursor);
    while (!cursor.done) {
        uint32_t length = 0U;
        (void)mw_read(&esme_meter, &request, &cursor, piece, sizeof piece, &length);
        sum += length;
    }
    return sum;
}

static uint32_t trigger(uint32_t i)
{
    return mw_trigger(&esme_meter, (uint16_t)(i % 120U));
}

static mw_session_t session;
static uint8_t response[1024];

/* An association that reads what is measured here, and the longest list. */
static void open_session(void)
{
    (void)mw_session(&session, &esme_meter, esme_meter.association[1].client, esme_meter.device[0].sap, NULL, 0U);
    session.state = MW_ASSOCIATED;
    session.association = 1U;
    session.conformance = 0xFFFFFFU;
    session.pdu = sizeof response;
}

/* Answers a request that came protected as rights ask: deciphering it is not measured. */
static uint32_t answer(const uint8_t *apdu, uint32_t length)
{
    mw_reader_t reader;
    mw_writer_t w;
    session.protection = MW_REQUEST;
    mw_reader(&reader, &apdu[1], length - 1U);
    mw_writer(&w, response, session.pdu);
    mw_serve_get(&session, &reader, &w);
    return w.length;
}

static uint32_t put_get(uint8_t *apdu, uint16_t class_id, const uint8_t *name, uint8_t attribute)
{
    const uint8_t head[5] = { MW_GET_REQUEST, 1U, 0x41U, (uint8_t)(class_id >> 8U), (uint8_t)(class_id & 0xFFU) };
    memcpy(apdu, head, sizeof head);
    memcpy(&apdu[5], name, 6U);
    apdu[11] = attribute;
    apdu[12] = 0U;
    return 13U;
}

static uint32_t get_apdu(uint32_t i)
{
    uint8_t apdu[16];
    return answer(apdu, put_get(apdu, 3U, registers[i % KEYS].name, 2U));
}

static uint32_t object_list_apdus(uint32_t i)
{
    const mw_place_t place = mw_place(&esme_meter, esme_meter.association[1].object);
    uint8_t name[6];
    uint8_t apdu[16];
    uint32_t sum;
    uint8_t block = 1U;
    mw_logical_name(&esme_meter, &place, name);
    sum = i + answer(apdu, put_get(apdu, 15U, name, 2U));
    while ((response[1] == 2U) && (response[3] == 0U)) {
        const uint8_t next[7] = { MW_GET_REQUEST, 2U, 0x41U, 0U, 0U, 0U, block };
        memcpy(apdu, next, sizeof next);
        block++;
        sum += answer(apdu, sizeof next);
    }
    return sum;
}

static void measure(const char *label, uint32_t rounds, uint32_t (*what)(uint32_t))
{
    double best = 1e30;
    for (int r = 0; r < REPEATS; r++) {
        const double start = now();
        double each;
        for (uint32_t i = 0U; i < rounds; i++) {
            sink += what(i);
        }
        each = (now() - start) / rounds;
        best = (each < best) ? each : best;
    }
    printf("%s %lu.%u\n", label, (unsigned long)best, (unsigned)((best - (double)(unsigned long)best) * 10.0));
}

/* What the server asks of a firmware that only answers GET. */
uint8_t mw_port_secret(uint8_t slot, uint8_t *out, uint8_t room)
{
    (void)slot;
    (void)out;
    (void)room;
    return 0U;
}

void mw_port_random(uint8_t *out, uint8_t length)
{
    memset(out, 0, length);
}

void mw_port_system_title(uint8_t title[8])
{
    memset(title, 0, 8U);
}

int main(void)
{
    esme_restore_ram();
    esme_restore_nvm();
    fill();
    open_session();
    for (uint32_t i = 0U; i < KEYS; i++) {
        if ((get_apdu(i) <= 5U) || (response[3] != 0U)) {
            printf("a register is refused\n");
            return 1;
        }
    }
    measure("find", ROUNDS(300000U, 4000U), find);
    measure("get", ROUNDS(300000U, 4000U), get);
    measure("get_apdu", ROUNDS(300000U, 4000U), get_apdu);
    measure("object_list", ROUNDS(1000U, 10U), object_list);
    measure("object_list_apdus", ROUNDS(1000U, 10U), object_list_apdus);
    measure("trigger", ROUNDS(300000U, 4000U), trigger);
    return 0;
}
