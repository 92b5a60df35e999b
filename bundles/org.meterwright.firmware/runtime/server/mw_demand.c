/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_demand.h"

#if MW_HAVE_DEMAND

#include "mw_look.h"
#include "mw_run.h"
#include "mw_tariff.h"
#include "mw_time.h"
#include "mw_work.h"

#include <string.h>

#define DEMAND_REGISTER     5U

#define CURRENT_AVERAGE     2U
#define LAST_AVERAGE        3U
#define CAPTURE_TIME        6U
#define START_TIME          7U
#define PERIOD              8U
#define PERIODS             9U

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
    mw_keep_maximum(meter, demand->object, average(meter, demand));
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

#endif
