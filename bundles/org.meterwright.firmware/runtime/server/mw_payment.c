/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_payment.h"

#if MW_HAVE_PAYMENT

#include "mw_edit.h"
#include "mw_find.h"
#include "mw_look.h"
#include "mw_payment_parts.h"
#include "mw_run.h"
#include "mw_store.h"
#include "mw_time.h"
#include "mw_work.h"

#include <string.h>

#define ACCOUNT                 111U
#define CREDIT                  112U
#define CHARGE                  113U

/* Attributes of an Account. */
#define MODE_AND_STATUS         2U
#define CREDIT_IN_USE           3U
#define CREDIT_STATUS_BITS      4U
#define AVAILABLE_CREDIT        5U
#define AMOUNT_TO_CLEAR         6U
#define CLEARANCE_THRESHOLD     7U
#define AGGREGATED_DEBT         8U
#define CREDITS                 9U
#define CHARGES                 10U
#define CURRENCY                15U
#define LOW_THRESHOLD           16U

/* Attributes of a Credit. */
#define AMOUNT                  2U
#define PRIORITY                4U
#define LIMIT                   6U
#define CONFIGURATION           7U
#define STATUS                  8U
#define PRESET                  9U

#define ENABLED                 0
#define SELECTABLE              1
#define INVOKED                 2
#define IN_USE                  3
#define EXHAUSTED               4

/* Attributes of a Charge. */
#define TOTAL_PAID              2U
#define CHARGE_TYPE             3U
#define PRICES_ACTIVE           5U
#define PRICES_PASSIVE          6U
#define PERIOD                  8U
#define LAST_TIME               10U
#define LAST_AMOUNT             11U
#define REMAINING               12U
#define PRICE_TABLE             3U
#define BY_TIME                 1

#define IN_CREDIT               0x80U
#define LOW_CREDIT              0x40U
#define OUT_OF_CREDIT           0x02U
#define ACTIVE                  2
#define CLOSED                  3
#define NEW                     1

/* An amount that may be multiplied by ten: more than any that a meter counts. */
#define MOST_TENTH              (INT64_MAX / 10)

uint32_t mw_members(const mw_meter_t *meter, uint16_t account, uint8_t attribute, uint16_t class_id, uint16_t found[MW_MEMBERS])
{
    uint8_t buffer[MW_LONGEST];
    mw_reader_t reader;
    const uint32_t all = mw_open(meter, account, attribute, buffer, sizeof buffer, &reader);
    const uint8_t device = mw_device_of(meter, account);
    uint32_t count = 0U;

    for (uint32_t i = 0U; (i < all) && (count < MW_MEMBERS); i++) {
        const uint8_t *name = mw_take_string(&reader, 6U);
        const uint16_t object = (name == NULL) ? MW_NONE : mw_find(meter, device, class_id, name);
        if (object != MW_NONE) {
            found[count] = object;
            count++;
        }
    }
    return count;
}

/* Tells whether a credit can pay: it was invoked or is in use, and is not used up. */
static bool pays(const mw_meter_t *meter, uint16_t credit)
{
    const int64_t status = mw_number_of(meter, credit, STATUS, EXHAUSTED);
    const bool usable = (status == INVOKED) || (status == IN_USE) || (status == ENABLED);

    return usable && (mw_number_of(meter, credit, AMOUNT, 0) > mw_number_of(meter, credit, LIMIT, 0));
}

/* Finds the credit that pays: of those that can, the one whose priority comes first; MW_NONE when none can. Puts its place in the list. */
static uint16_t paying(const mw_meter_t *meter, const uint16_t *credits, uint32_t count, uint32_t *place)
{
    uint16_t found = MW_NONE;
    int64_t best = 0;

    for (uint32_t i = 0U; i < count; i++) {
        const int64_t priority = mw_number_of(meter, credits[i], PRIORITY, 255);
        if (pays(meter, credits[i]) && ((found == MW_NONE) || (priority < best))) {
            found = credits[i];
            best = priority;
            *place = i;
        }
    }
    return found;
}

/* Writes a number only when it is another one: those that watch it, and NVM, are left alone. */
static void renew(const mw_meter_t *meter, uint16_t object, uint8_t attribute, int64_t number)
{
    if (mw_number_of(meter, object, attribute, number - 1) != number) {
        (void)mw_keep_number(meter, object, attribute, number);
    }
}

static void keep_status(const mw_meter_t *meter, uint16_t credit, int64_t status)
{
    renew(meter, credit, STATUS, status);
}

/* The credit that pays is in use, one that is used up exhausted, and one that was in use before is invoked only. */
static int64_t settle_credits(const mw_meter_t *meter, const uint16_t *credits, uint32_t count, uint16_t in_use)
{
    int64_t available = 0;

    for (uint32_t i = 0U; i < count; i++) {
        const int64_t status = mw_number_of(meter, credits[i], STATUS, ENABLED);
        const int64_t amount = mw_number_of(meter, credits[i], AMOUNT, 0);
        if (credits[i] == in_use) {
            keep_status(meter, credits[i], IN_USE);
        } else if (((status == IN_USE) || (status == INVOKED)) && (amount <= mw_number_of(meter, credits[i], LIMIT, 0))) {
            keep_status(meter, credits[i], EXHAUSTED);
        } else if (status == IN_USE) {
            keep_status(meter, credits[i], INVOKED);
        } else {
            /* it is not in use */
        }
        available += ((status != ENABLED) && (status != SELECTABLE)) || (credits[i] == in_use) ? amount : 0;
    }
    return available;
}

static void keep_bits(const mw_meter_t *meter, uint16_t account, int64_t available, bool out)
{
    const bool low = available < mw_number_of(meter, account, LOW_THRESHOLD, 0);
    const uint8_t bits[3] = { MW_BIT_STRING, 8U, (uint8_t)((out ? OUT_OF_CREDIT : IN_CREDIT) | (low ? LOW_CREDIT : 0U)) };

    (void)mw_keep(meter, account, CREDIT_STATUS_BITS, bits, sizeof bits);
}

static int64_t debt_of(const mw_meter_t *meter, uint16_t account)
{
    uint16_t charges[MW_MEMBERS];
    const uint32_t count = mw_members(meter, account, CHARGES, CHARGE, charges);
    int64_t debt = 0;

    for (uint32_t i = 0U; i < count; i++) {
        debt += mw_number_of(meter, charges[i], REMAINING, 0);
    }
    return debt;
}

void mw_refresh_account(const mw_meter_t *meter, uint16_t account)
{
    uint16_t credits[MW_MEMBERS];
    const uint32_t count = mw_members(meter, account, CREDITS, CREDIT, credits);
    uint32_t place = 0U;
    const uint16_t in_use = paying(meter, credits, count, &place);
    const int64_t available = settle_credits(meter, credits, count, in_use);
    const int64_t clearance = mw_number_of(meter, account, CLEARANCE_THRESHOLD, 0);

    if (in_use != MW_NONE) {
        renew(meter, account, CREDIT_IN_USE, (int64_t)place);
    }
    renew(meter, account, AVAILABLE_CREDIT, available);
    renew(meter, account, AMOUNT_TO_CLEAR, (available < clearance) ? (available - clearance) : 0);
    renew(meter, account, AGGREGATED_DEBT, debt_of(meter, account));
    keep_bits(meter, account, available, in_use == MW_NONE);
}

static void refresh_all(const mw_meter_t *meter)
{
    for (uint16_t account = mw_next_of_class(meter, ACCOUNT, 0U); account != MW_NONE; account = mw_next_of_class(meter, ACCOUNT, (uint16_t)(account + 1U))) {
        mw_refresh_account(meter, account);
    }
}

/* Finds the account that lists a charge; MW_NONE: none. */
static uint16_t account_of(const mw_meter_t *meter, uint16_t charge)
{
    uint16_t found = MW_NONE;

    for (uint16_t account = mw_next_of_class(meter, ACCOUNT, 0U); (account != MW_NONE) && (found == MW_NONE);
         account = mw_next_of_class(meter, ACCOUNT, (uint16_t)(account + 1U))) {
        uint16_t list[MW_MEMBERS];
        const uint32_t charges = mw_members(meter, account, CHARGES, CHARGE, list);
        for (uint32_t i = 0U; i < charges; i++) {
            found = (list[i] == charge) ? account : found;
        }
    }
    return found;
}

/* Finds the credit that pays for a charge: that of the account that lists it; of none in credit the first one, which goes below its limit. */
static uint16_t credit_for(const mw_meter_t *meter, uint16_t charge)
{
    uint16_t list[MW_MEMBERS];
    const uint16_t account = account_of(meter, charge);
    const uint32_t count = (account == MW_NONE) ? 0U : mw_members(meter, account, CREDITS, CREDIT, list);
    uint16_t found = MW_NONE;

    if (count > 0U) {
        uint32_t place = 0U;
        found = paying(meter, list, count, &place);
        found = (found == MW_NONE) ? list[0] : found;
    }
    return found;
}

void mw_charge_paid(const mw_meter_t *meter, uint16_t charge, int64_t amount)
{
    const int64_t remaining = mw_number_of(meter, charge, REMAINING, 0);

    (void)mw_keep_number(meter, charge, TOTAL_PAID, mw_number_of(meter, charge, TOTAL_PAID, 0) + amount);
    (void)mw_keep_number(meter, charge, LAST_AMOUNT, amount);
    (void)mw_keep_time(meter, charge, LAST_TIME, mw_work.date_time);
    if (remaining > 0) {
        (void)mw_keep_number(meter, charge, REMAINING, (remaining > amount) ? (remaining - amount) : 0);
    }
}

void mw_collect(const mw_meter_t *meter, uint16_t charge, int64_t amount)
{
    const uint16_t credit = credit_for(meter, charge);

    mw_charge_paid(meter, charge, amount);
    if (credit != MW_NONE) {
        (void)mw_keep_number(meter, credit, AMOUNT, mw_number_of(meter, credit, AMOUNT, 0) - amount);
    }
    refresh_all(meter);
}

/* Returns a price in 10^scale as an amount of the account that lists the charge, in its currency_scale; what is less than one is left out. */
static int64_t in_currency(const mw_meter_t *meter, uint16_t charge, int64_t price, int64_t scale)
{
    const uint16_t account = account_of(meter, charge);
    int64_t amount = price;

    if (account != MW_NONE) {
        uint8_t buffer[MW_LONGEST];
        mw_reader_t reader;
        uint32_t length = 0U;
        (void)mw_open(meter, account, CURRENCY, buffer, sizeof buffer, &reader);
        (void)mw_take_value(&reader, &length);
        const int64_t wanted = mw_take_signed(&reader);
        for (int64_t i = wanted; !reader.bad && (i < scale) && (amount <= MOST_TENTH) && (amount >= -MOST_TENTH); i++) {
            amount *= 10;
        }
        for (int64_t i = scale; !reader.bad && (i < wanted); i++) {
            amount /= 10;
        }
    }
    return amount;
}

int64_t mw_price_of(const mw_meter_t *meter, uint16_t charge)
{
    uint8_t buffer[MW_LONGEST];
    mw_reader_t reader;
    uint32_t length = 0U;

    (void)mw_open(meter, charge, PRICES_ACTIVE, buffer, sizeof buffer, &reader);
    (void)mw_take_head(&reader);
    (void)mw_take_signed(&reader);
    const int64_t scale = mw_take_signed(&reader);
    (void)mw_take_value(&reader, &length);
    if (mw_take_head(&reader) > 0U) {
        (void)mw_take_head(&reader);
        (void)mw_take_value(&reader, &length);
    } else {
        reader.bad = true;
    }
    const int64_t price = mw_take_signed(&reader);
    return in_currency(meter, charge, price, scale);
}

uint8_t mw_activate_charge(const mw_meter_t *meter, uint16_t charge)
{
    return mw_keep_copy(meter, charge, PRICES_ACTIVE, charge, PRICES_PASSIVE);
}

/* Puts what an amount was as the result of a method. */
static void put_result(mw_call_t *call, int64_t number)
{
    if (call->room >= 5U) {
        call->result_length = mw_code_number(5U, number, call->result);
    }
}

static uint8_t of_account(const mw_meter_t *meter, const mw_call_t *call)
{
    static const int64_t status[3] = { ACTIVE, CLOSED, NEW };
    const uint8_t value[2] = { MW_ENUM, (uint8_t)status[(call->method - 1U) % 3U] };
    const uint8_t result = mw_edit_part(meter, call->object, MODE_AND_STATUS, 2U, value, sizeof value);

    mw_refresh_account(meter, call->object);
    return result;
}

/* A credit that was used up and is not any more was invoked. */
static void revive(const mw_meter_t *meter, uint16_t credit)
{
    if ((mw_number_of(meter, credit, STATUS, ENABLED) == EXHAUSTED) && (mw_number_of(meter, credit, AMOUNT, 0) > mw_number_of(meter, credit, LIMIT, 0))) {
        keep_status(meter, credit, INVOKED);
    }
}

void mw_credit_add(const mw_meter_t *meter, uint16_t credit, int64_t amount)
{
    (void)mw_keep_number(meter, credit, AMOUNT, mw_number_of(meter, credit, AMOUNT, 0) + amount);
    revive(meter, credit);
}

static uint8_t of_credit(const mw_meter_t *meter, mw_call_t *call)
{
    const int64_t before = mw_number_of(meter, call->object, AMOUNT, 0);
    const int64_t number = mw_number(call->parameter, call->parameter_length);
    uint8_t result;

    if (call->method == 1U) {
        result = mw_keep_number(meter, call->object, AMOUNT, before + number);
    } else if (call->method == 2U) {
        result = mw_keep_number(meter, call->object, AMOUNT, number);
        put_result(call, before);
    } else {
        result = mw_keep_number(meter, call->object, AMOUNT, before + mw_number_of(meter, call->object, PRESET, 0));
        keep_status(meter, call->object, INVOKED);
    }
    if (call->method <= 2U) {
        revive(meter, call->object);
    }
    refresh_all(meter);
    return result;
}

static uint8_t of_charge(const mw_meter_t *meter, mw_call_t *call)
{
    const int64_t before = mw_number_of(meter, call->object, REMAINING, 0);
    const int64_t number = mw_number(call->parameter, call->parameter_length);
    uint8_t result = MW_SUCCESS;

    if (call->method == 1U) {
        result = mw_edit_part(meter, call->object, PRICES_PASSIVE, PRICE_TABLE, call->parameter, call->parameter_length);
    } else if (call->method == 2U) {
        result = mw_activate_charge(meter, call->object);
    } else if (call->method == 3U) {
        mw_collect(meter, call->object, mw_price_of(meter, call->object));
    } else if (call->method == 4U) {
        result = mw_keep_number(meter, call->object, REMAINING, before + number);
    } else {
        result = mw_keep_number(meter, call->object, REMAINING, number);
        put_result(call, before);
    }
    refresh_all(meter);
    return result;
}

uint8_t mw_payment(const mw_meter_t *meter, uint16_t class_id, mw_call_t *call)
{
    uint8_t result;

    if (class_id == ACCOUNT) {
        result = of_account(meter, call);
    } else if (class_id == CREDIT) {
        result = of_credit(meter, call);
    } else {
        result = of_charge(meter, call);
    }
    return result;
}

/* Returns the seconds until a charge is next collected; MW_NEVER: not by time. A charge that was never collected begins its first period now. */
static uint32_t until_collection(const mw_meter_t *meter, uint16_t charge)
{
    const int64_t period = mw_number_of(meter, charge, PERIOD, 0);
    uint32_t left = MW_NEVER;

    if ((mw_number_of(meter, charge, CHARGE_TYPE, 0) == BY_TIME) && (period > 0) && (mw_work.local != MW_NEVER)) {
        uint8_t buffer[MW_LONGEST];
        uint32_t length = 0U;
        const uint8_t *value = mw_look(meter, charge, LAST_TIME, buffer, sizeof buffer, &length);
        uint32_t last = MW_NEVER;
        if ((value != NULL) && (length >= 13U)) {
            last = mw_moment(&value[length - MW_DATE_TIME]);
        }
        if (last == MW_NEVER) {
            (void)mw_keep_time(meter, charge, LAST_TIME, mw_work.date_time);
            left = (uint32_t)period;
        } else {
            const int64_t ahead = ((int64_t)last + period) - (int64_t)mw_work.local;
            left = (ahead > 0) ? (uint32_t)ahead : 0U;
        }
    }
    return left;
}

void mw_begin_charges(const mw_meter_t *meter)
{
    for (uint16_t charge = mw_next_of_class(meter, CHARGE, 0U); charge != MW_NONE; charge = mw_next_of_class(meter, CHARGE, (uint16_t)(charge + 1U))) {
        if (until_collection(meter, charge) != MW_NEVER) {
            (void)mw_keep_time(meter, charge, LAST_TIME, mw_work.date_time);
        }
    }
}

void mw_payment_time(const mw_meter_t *meter, uint32_t elapsed)
{
    (void)elapsed;
    for (uint16_t charge = mw_next_of_class(meter, CHARGE, 0U); charge != MW_NONE; charge = mw_next_of_class(meter, CHARGE, (uint16_t)(charge + 1U))) {
        if (until_collection(meter, charge) == 0U) {
            mw_collect(meter, charge, mw_price_of(meter, charge));
            (void)mw_drain(meter);
        }
    }
}

uint32_t mw_payment_next(const mw_meter_t *meter)
{
    uint32_t found = MW_NEVER;

    for (uint16_t charge = mw_next_of_class(meter, CHARGE, 0U); charge != MW_NONE; charge = mw_next_of_class(meter, CHARGE, (uint16_t)(charge + 1U))) {
        const uint32_t left = until_collection(meter, charge);
        found = (left < found) ? left : found;
    }
    return (found > 0U) ? found : 1U;
}

#endif
