/* SPDX-License-Identifier: Apache-2.0 */
/* Speed of the access code on this machine: nanoseconds per look-up, GET, object_list and trigger. */
#define _POSIX_C_SOURCE 199309L
#include "esme.h"
#include "esme_memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define KEYS 4096U

static struct { uint16_t class_id; uint8_t name[6]; } any[KEYS], registers[KEYS];
static volatile uint32_t sink;
static uint8_t piece[1024];

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

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

static void measure(const char *label, uint32_t rounds, uint32_t (*what)(uint32_t))
{
    double best = 1e30;
    for (int r = 0; r < 7; r++) {
        const double start = now();
        double each;
        for (uint32_t i = 0U; i < rounds; i++) {
            sink += what(i);
        }
        each = (now() - start) / rounds;
        best = (each < best) ? each : best;
    }
    printf("%s %.1f\n", label, best);
}

int main(void)
{
    esme_restore_ram();
    esme_restore_nvm();
    fill();
    measure("find", 300000U, find);
    measure("get", 300000U, get);
    measure("object_list", 1000U, object_list);
    measure("trigger", 300000U, trigger);
    return 0;
}
