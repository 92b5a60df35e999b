/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_tariff.h"

#if MW_HAVE_DEMAND

#include "mw_demand.h"
#include "mw_find.h"
#include "mw_look.h"
#include "mw_run.h"
#include "mw_work.h"

#include <string.h>

#define EXTENDED_REGISTER   4U
#define DEMAND_REGISTER     5U
#define REGISTER_ACTIVATION 6U

/* Attributes of registers. */
#define VALUE               2U
#define UNIT                3U
#define DEMAND_UNIT         4U
#define CAPTURE_TIME        5U

/* Attributes of a Register activation. */
#define ASSIGNMENT          2U
#define MASKS               3U
#define ACTIVE_MASK         4U

/* Value groups of a logical name; in D a quantity's current averages end with 4, and its maxima are 2 further on. */
#define GROUP_D             3U
#define GROUP_E             4U
#define CURRENT_AVERAGE     4U
#define TO_MAXIMUM          2U
#define UNIT_ROOM           8U

/* Takes an entry of an assignment: a class and a logical name. Returns the register, or MW_NONE. */
static uint16_t take_register(const mw_meter_t *meter, uint16_t activation, mw_reader_t *reader)
{
    uint16_t object = MW_NONE;
    int64_t class_id;
    const uint8_t *name;

    (void)mw_take_head(reader);
    class_id = mw_take_signed(reader);
    name = mw_take_string(reader, 6U);
    if (name != NULL) {
        object = mw_find(meter, mw_device_of(meter, activation), (uint16_t)((uint64_t)class_id & 0xFFFFU), name);
    }
    return object;
}

/* Returns the position of a register in the assignment of a Register activation, from 1; 0: it is not there. */
static uint32_t position_of(const mw_meter_t *meter, uint16_t activation, uint16_t object)
{
    uint8_t buffer[MW_LONGEST];
    mw_reader_t reader;
    const uint32_t count = mw_open(meter, activation, ASSIGNMENT, buffer, sizeof buffer, &reader);
    uint32_t found = 0U;

    for (uint32_t i = 1U; (i <= count) && !reader.bad; i++) {
        if (take_register(meter, activation, &reader) == object) {
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

/* Returns the first Register activation that names a register; MW_NONE: none does. */
static uint16_t activation_of(const mw_meter_t *meter, uint16_t object)
{
    uint16_t found = MW_NONE;

    for (uint16_t activation = mw_next_of_class(meter, REGISTER_ACTIVATION, 0U); (activation != MW_NONE) && (found == MW_NONE);
         activation = mw_next_of_class(meter, REGISTER_ACTIVATION, (uint16_t)(activation + 1U))) {
        found = (position_of(meter, activation, object) > 0U) ? activation : MW_NONE;
    }
    return found;
}

static void name_of(const mw_meter_t *meter, uint16_t object, uint8_t name[6])
{
    const mw_place_t place = mw_place(meter, object);

    mw_logical_name(meter, &place, name);
}

/* Tells whether two registers measure one quantity: their names differ in value group E alone, once `further` is added to D of the first. */
static bool is_rate_of(const mw_meter_t *meter, uint16_t whole, uint8_t further, uint16_t object)
{
    uint8_t one[6];
    uint8_t other[6];

    name_of(meter, whole, one);
    name_of(meter, object, other);
    one[GROUP_D] = (uint8_t)((one[GROUP_D] + further) & 0xFFU);
    one[GROUP_E] = other[GROUP_E];
    return (memcmp(one, other, sizeof one) == 0) && (mw_device_of(meter, whole) == mw_device_of(meter, object));
}

/* Adds to a register's value; an Extended register also says when. */
static void add(const mw_meter_t *meter, uint16_t object, int64_t amount)
{
    (void)mw_keep_number(meter, object, VALUE, mw_number_of(meter, object, VALUE, 0) + amount);
    if (mw_class_id(meter, object) == EXTENDED_REGISTER) {
        (void)mw_keep_time(meter, object, CAPTURE_TIME, mw_work.date_time);
    }
}

/* Adds to the registers of one Register activation that are rates of the whole and count; a register that several name is for the first of them. */
static void add_to_rates(const mw_meter_t *meter, uint16_t activation, uint16_t whole, int64_t amount)
{
    uint8_t buffer[MW_LONGEST];
    mw_reader_t reader;
    const uint32_t count = mw_open(meter, activation, ASSIGNMENT, buffer, sizeof buffer, &reader);

    for (uint32_t i = 0U; (i < count) && !reader.bad; i++) {
        const uint16_t object = take_register(meter, activation, &reader);
        if ((object != MW_NONE) && (object != whole) && is_rate_of(meter, whole, 0U, object) && (activation_of(meter, object) == activation)
            && mw_counts(meter, object)) {
            add(meter, object, amount);
        }
    }
}

void mw_measure(const mw_meter_t *meter, uint16_t object, int64_t amount)
{
    if (mw_class_id(meter, object) == DEMAND_REGISTER) {
        mw_demand(meter, object, amount);
    } else {
        if (mw_counts(meter, object)) {
            add(meter, object, amount);
        }
        for (uint16_t activation = mw_next_of_class(meter, REGISTER_ACTIVATION, 0U); activation != MW_NONE;
             activation = mw_next_of_class(meter, REGISTER_ACTIVATION, (uint16_t)(activation + 1U))) {
            add_to_rates(meter, activation, object, amount);
        }
        (void)mw_drain(meter);
    }
}

/* Tells whether two registers have the same scaler and unit: else their numbers cannot be compared. */
static bool has_same_unit(const mw_meter_t *meter, uint16_t demand, uint16_t object)
{
    uint8_t one[UNIT_ROOM];
    uint8_t other[UNIT_ROOM];
    uint32_t length = 0U;
    uint32_t other_length = 0U;
    const uint8_t *unit = mw_look(meter, demand, DEMAND_UNIT, one, sizeof one, &length);
    const uint8_t *other_unit = mw_look(meter, object, UNIT, other, sizeof other, &other_length);

    return (unit != NULL) && (other_unit != NULL) && (length == other_length) && (memcmp(unit, other_unit, length) == 0);
}

void mw_keep_maximum(const mw_meter_t *meter, uint16_t demand, int64_t average)
{
    uint8_t name[6];

    name_of(meter, demand, name);
    for (uint16_t object = mw_next_of_class(meter, EXTENDED_REGISTER, 0U); (object != MW_NONE) && ((name[GROUP_D] % 10U) == CURRENT_AVERAGE);
         object = mw_next_of_class(meter, EXTENDED_REGISTER, (uint16_t)(object + 1U))) {
        if (is_rate_of(meter, demand, TO_MAXIMUM, object) && has_same_unit(meter, demand, object) && (average > mw_number_of(meter, object, VALUE, average))
            && mw_counts(meter, object)) {
            (void)mw_keep_number(meter, object, VALUE, average);
            (void)mw_keep_time(meter, object, CAPTURE_TIME, mw_work.date_time);
        }
    }
}

#endif
