/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_demand.h"

#if MW_HAVE_DEMAND

#include "mw_attribute.h"
#include "mw_find.h"
#include "mw_look.h"
#include "mw_run.h"
#include "mw_time.h"
#include "mw_work.h"

#include <string.h>

#define DEMAND_REGISTER     5U
#define REGISTER_ACTIVATION 6U

#define CURRENT_AVERAGE     2U
#define LAST_AVERAGE        3U
#define CAPTURE_TIME        6U
#define START_TIME          7U
#define PERIOD              8U
#define PERIODS             9U

#define ASSIGNMENT          2U
#define MASKS               3U
#define ACTIVE_MASK         4U

static mw_demand_t *demand_of(uint16_t object)
{
    mw_demand_t *found = NULL;

    for (uint32_t i = 0U; (i < mw_work.demands) && (found == NULL); i++) {
        found = (mw_work.demand[i].object == object) ? &mw_work.demand[i] : NULL;
    }
    return found;
}

static uint32_t number_in(const mw_meter_t *meter, uint16_t object, uint8_t attribute, uint32_t least, uint32_t most)
{
    const int64_t number = mw_number_of(meter, object, attribute, (int64_t)least);
    const int64_t bounded = (number > (int64_t)most) ? (int64_t)most : number;

    return (bounded < (int64_t)least) ? least : (uint32_t)bounded;
}

/* Returns in which period the clock is. */
static uint32_t period_now(const mw_meter_t *meter, const mw_demand_t *demand)
{
    const uint32_t length = number_in(meter, demand->object, PERIOD, 1U, MW_NEVER - 1U);

    return (mw_work.local == MW_NEVER) ? 0U : (mw_work.local / length);
}

static void begin(const mw_meter_t *meter, mw_demand_t *demand)
{
    demand->sum = 0;
    demand->seconds = 0U;
    demand->start = period_now(meter, demand);
    (void)mw_keep_time(meter, demand->object, START_TIME, mw_work.date_time);
}

void mw_start_demand(const mw_meter_t *meter)
{
    mw_work.demands = 0U;
    for (uint16_t object = mw_next_of_class(meter, DEMAND_REGISTER, 0U); object != MW_NONE;
         object = mw_next_of_class(meter, DEMAND_REGISTER, (uint16_t)(object + 1U))) {
        if (mw_work.demands < MW_DEMANDS) {
            mw_demand_t *demand = &mw_work.demand[mw_work.demands];
            mw_work.demands++;
            demand->object = object;
            demand->periods = (uint8_t)number_in(meter, object, PERIODS, 1U, MW_PERIODS);
            begin(meter, demand);
        }
    }
}

/* Returns the sum over the period under way and those before it that still count. */
static int64_t average(const mw_meter_t *meter, const mw_demand_t *demand)
{
    const int64_t seconds = (int64_t)demand->periods * (int64_t)number_in(meter, demand->object, PERIOD, 1U, MW_NEVER - 1U);
    int64_t sum = demand->sum;

    for (uint32_t i = 0U; (i + 1U) < demand->periods; i++) {
        sum += demand->past[i];
    }
    return sum / seconds;
}

void mw_demand(const mw_meter_t *meter, uint16_t object, int64_t amount)
{
    mw_demand_t *demand = demand_of(object);

    if (demand != NULL) {
        demand->sum += amount;
        (void)mw_keep_number(meter, object, CURRENT_AVERAGE, average(meter, demand));
        (void)mw_drain(meter);
    }
}

static void end_period(const mw_meter_t *meter, mw_demand_t *demand)
{
    (void)mw_keep_number(meter, demand->object, LAST_AVERAGE, average(meter, demand));
    (void)mw_keep_time(meter, demand->object, CAPTURE_TIME, mw_work.date_time);
    (void)memmove(&demand->past[1], demand->past, sizeof demand->past - sizeof demand->past[0]);
    demand->past[0] = demand->sum;
    begin(meter, demand);
    (void)mw_keep_number(meter, demand->object, CURRENT_AVERAGE, average(meter, demand));
}

void mw_next_period(const mw_meter_t *meter, uint16_t object)
{
    mw_demand_t *demand = demand_of(object);

    if (demand != NULL) {
        end_period(meter, demand);
    }
}

void mw_reset_demand(const mw_meter_t *meter, uint16_t object)
{
    mw_demand_t *demand = demand_of(object);

    if (demand != NULL) {
        (void)memset(demand->past, 0, sizeof demand->past);
        begin(meter, demand);
        (void)mw_keep_number(meter, object, CURRENT_AVERAGE, 0);
        (void)mw_keep_number(meter, object, LAST_AVERAGE, 0);
        (void)mw_keep_time(meter, object, CAPTURE_TIME, mw_work.date_time);
    }
}

void mw_begin_demands(const mw_meter_t *meter)
{
    for (uint32_t i = 0U; i < mw_work.demands; i++) {
        (void)mw_keep_time(meter, mw_work.demand[i].object, START_TIME, mw_work.date_time);
    }
}

/* Periods end with the clock; without one, with the counter. */
void mw_demand_time(const mw_meter_t *meter, uint32_t elapsed)
{
    for (uint32_t i = 0U; i < mw_work.demands; i++) {
        mw_demand_t *demand = &mw_work.demand[i];
        const uint32_t length = number_in(meter, demand->object, PERIOD, 1U, MW_NEVER - 1U);
        demand->seconds += elapsed;
        if (elapsed == 0U) {
            demand->start = period_now(meter, demand); /* the clock was set: the period under way goes on to the next multiple */
        } else if ((mw_work.local == MW_NEVER) ? (demand->seconds >= length) : (period_now(meter, demand) != demand->start)) {
            end_period(meter, demand);
        } else {
            /* it goes on */
        }
    }
    (void)mw_drain(meter);
}

uint32_t mw_demand_next(const mw_meter_t *meter)
{
    uint32_t found = MW_NEVER;

    for (uint32_t i = 0U; i < mw_work.demands; i++) {
        const mw_demand_t *demand = &mw_work.demand[i];
        const uint32_t length = number_in(meter, demand->object, PERIOD, 1U, MW_NEVER - 1U);
        const uint32_t passed = (mw_work.local == MW_NEVER) ? demand->seconds : (mw_work.local % length);
        const uint32_t left = (length > passed) ? (length - passed) : 1U;
        found = (left < found) ? left : found;
    }
    return found;
}

/* Returns the position of a register in the assignment of a Register activation, from 1; 0: it is not there. */
static uint32_t position_of(const mw_meter_t *meter, uint16_t activation, uint16_t object)
{
    uint8_t buffer[MW_LONGEST];
    mw_reader_t reader;
    const uint32_t count = mw_open(meter, activation, ASSIGNMENT, buffer, sizeof buffer, &reader);
    uint32_t found = 0U;

    for (uint32_t i = 1U; (i <= count) && !reader.bad; i++) {
        (void)mw_take_head(&reader);
        const int64_t class_id = mw_take_signed(&reader);
        const uint8_t *name = mw_take_string(&reader, 6U);
        if ((name != NULL) && (mw_find(meter, mw_device_of(meter, activation), (uint16_t)((uint64_t)class_id & 0xFFFFU), name) == object)) {
            found = i;
        }
    }
    return found;
}

/* Tells whether the active mask names a position. */
static bool is_active(const mw_meter_t *meter, uint16_t activation, uint32_t position)
{
    uint8_t buffer[MW_LONGEST];
    uint8_t active[MW_LONGEST];
    mw_reader_t reader;
    uint32_t length = 0U;
    const uint8_t *name = mw_look(meter, activation, ACTIVE_MASK, active, sizeof active, &length);
    const uint32_t masks = mw_open(meter, activation, MASKS, buffer, sizeof buffer, &reader);
    bool found = false;

    for (uint32_t i = 0U; (i < masks) && !reader.bad; i++) {
        uint32_t size = 0U;
        (void)mw_take_head(&reader);
        const uint8_t *mask = mw_take_value(&reader, &size);
        const bool wanted = (mask != NULL) && (name != NULL) && (size == length) && (memcmp(mask, name, size) == 0);
        const uint32_t count = mw_take_head(&reader);
        for (uint32_t j = 0U; (j < count) && !reader.bad; j++) {
            const int64_t index = mw_take_signed(&reader);
            found = found || (wanted && (index == (int64_t)position));
        }
    }
    return found;
}

bool mw_counts(const mw_meter_t *meter, uint16_t object)
{
    bool named = false;
    bool active = false;

    for (uint16_t activation = mw_next_of_class(meter, REGISTER_ACTIVATION, 0U); activation != MW_NONE;
         activation = mw_next_of_class(meter, REGISTER_ACTIVATION, (uint16_t)(activation + 1U))) {
        const uint32_t position = position_of(meter, activation, object);
        named = named || (position > 0U);
        active = active || ((position > 0U) && is_active(meter, activation, position));
    }
    return active || !named;
}

#endif
