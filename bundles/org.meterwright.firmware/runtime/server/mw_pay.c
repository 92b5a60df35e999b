/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_payment.h"

#if MW_HAVE_PAYMENT

#include "mw_find.h"
#include "mw_get.h"
#include "mw_look.h"
#include "mw_payment_parts.h"
#include "mw_run.h"
#include "mw_time.h"
#include "mw_value.h"
#include "mw_work.h"

#define ACCOUNT       111U
#define CREDIT        112U
#define CHARGE        113U

/* Attributes of an Account. */
#define CREDITS       9U
#define CHARGES       10U
#define SHARES        12U
#define MOST          18U
#define MOST_PERIOD   19U

/* Attributes of a Credit and of a Charge; bits of their configurations, the first one most significant. */
#define CREDIT_BITS   7U
#define FROM_TOKENS   0x08U
#define CHARGE_TYPE   3U
#define PRIORITY      4U
#define CHARGE_BITS   9U
#define BY_PERCENTAGE 0x80U
#define CONTINUOUS    0x40U
#define REMAINING     12U
#define PROPORTION    13U
#define BY_PAYMENT    2

#define HUNDREDTHS    10000
#define PERCENT       100

static int64_t least(int64_t one, int64_t other)
{
    return (one < other) ? one : other;
}

/* Returns the first eight bits of a bit-string. */
static uint8_t bits_of(const mw_meter_t *meter, uint16_t object, uint8_t attribute)
{
    uint8_t buffer[MW_LONGEST];
    uint32_t length = 0U;
    const uint8_t *value = mw_look(meter, object, attribute, buffer, sizeof buffer, &length);

    return ((value != NULL) && (length >= 3U) && (value[0] == MW_BIT_STRING) && (value[1] > 0U)) ? value[2] : 0U;
}

/* Finds what payments of the period under way have left for charges; the period begins with the first payment, and a new one with the first after its end. */
static mw_provision_t *provision_of(const mw_meter_t *meter, uint16_t account)
{
    uint32_t place = 0U;
    mw_provision_t *found;

    for (uint16_t other = mw_next_of_class(meter, ACCOUNT, 0U); (other != MW_NONE) && (other < account); other = mw_next_of_class(meter, ACCOUNT, (uint16_t)(other + 1U))) {
        place++;
    }
    found = (place < MW_ACCOUNTS) ? &mw_kept.provision[place] : NULL;
    if ((found != NULL) && (mw_work.local != MW_NEVER)) {
        const int64_t period = mw_number_of(meter, account, MOST_PERIOD, 0);
        const bool over = (mw_work.local < found->since) || (((int64_t)mw_work.local - (int64_t)found->since) >= period);
        if ((found->since == 0U) || over) {
            found->since = mw_work.local;
            found->taken = 0U;
        }
    }
    return found;
}

/* Returns the charge that comes next: by payment, of the lowest priority number behind `after`; within a number in the order of the list. MW_NONE: no more. */
static uint16_t next_charge(const mw_meter_t *meter, const uint16_t *charges, uint32_t count, int64_t *after, uint32_t *place)
{
    uint16_t found = MW_NONE;
    int64_t best = *after;
    uint32_t best_place = *place;

    for (uint32_t i = 0U; i < count; i++) {
        const int64_t priority = mw_number_of(meter, charges[i], PRIORITY, 255);
        const bool follows = (priority > *after) || ((priority == *after) && (i >= *place));
        if (follows && (mw_number_of(meter, charges[i], CHARGE_TYPE, 0) == BY_PAYMENT) && ((found == MW_NONE) || (priority < best))) {
            found = charges[i];
            best = priority;
            best_place = i;
        }
    }
    *after = best;
    *place = best_place + 1U;
    return found;
}

/* Returns what a charge takes of a payment. */
static int64_t part_of(const mw_meter_t *meter, uint16_t charge, int64_t amount)
{
    const uint8_t bits = bits_of(meter, charge, CHARGE_BITS);
    const int64_t remaining = mw_number_of(meter, charge, REMAINING, 0);
    int64_t part;

    if ((bits & BY_PERCENTAGE) != 0U) {
        part = (amount * least(mw_number_of(meter, charge, PROPORTION, 0), HUNDREDTHS)) / HUNDREDTHS;
    } else {
        part = mw_price_of(meter, charge);
    }
    if ((bits & CONTINUOUS) == 0U) {
        part = least(part, remaining);
    }
    return (part > 0) ? part : 0;
}

/* Lets the charges take their parts; returns what is left. */
static int64_t collect_all(const mw_meter_t *meter, uint16_t account, int64_t amount)
{
    const int64_t most = mw_number_of(meter, account, MOST, 0);
    mw_provision_t *provision = provision_of(meter, account);
    uint16_t charges[MW_MEMBERS];
    const uint32_t count = mw_members(meter, account, CHARGES, CHARGE, charges);
    int64_t priority = -1;
    uint32_t place = 0U;
    int64_t left = amount;

    for (uint16_t charge = next_charge(meter, charges, count, &priority, &place); charge != MW_NONE;
         charge = next_charge(meter, charges, count, &priority, &place)) {
        const int64_t taken = (provision == NULL) ? (amount - left) : (int64_t)provision->taken;
        int64_t part = least(part_of(meter, charge, amount), left);
        if (most > 0) {
            part = least(part, (most > taken) ? (most - taken) : 0);
        }
        if (part > 0) {
            mw_charge_paid(meter, charge, part);
            left -= part;
            if (provision != NULL) {
                provision->taken += (uint32_t)part;
            }
        }
    }
    mw_port_kept();
    return left;
}

/* Finds the first credit of an account that tokens may fill; MW_NONE: none. */
static uint16_t credit_for_tokens(const mw_meter_t *meter, uint16_t account)
{
    uint16_t credits[MW_MEMBERS];
    const uint32_t count = mw_members(meter, account, CREDITS, CREDIT, credits);
    uint16_t found = MW_NONE;

    for (uint32_t i = 0U; (i < count) && (found == MW_NONE); i++) {
        found = ((bits_of(meter, credits[i], CREDIT_BITS) & FROM_TOKENS) != 0U) ? credits[i] : MW_NONE;
    }
    return found;
}

/* Gives the credits their shares; returns what is left. */
static int64_t share_out(const mw_meter_t *meter, uint16_t account, int64_t amount)
{
    uint8_t buffer[MW_LONGEST];
    mw_reader_t reader;
    const uint32_t count = mw_open(meter, account, SHARES, buffer, sizeof buffer, &reader);
    int64_t left = amount;

    for (uint32_t i = 0U; (i < count) && !reader.bad; i++) {
        (void)mw_take_head(&reader);
        const uint8_t *name = mw_take_string(&reader, 6U);
        const int64_t percent = mw_take_signed(&reader);
        const uint16_t credit = (name == NULL) ? MW_NONE : mw_find(meter, mw_device_of(meter, account), CREDIT, name);
        const int64_t part = least((amount * percent) / PERCENT, left);
        if ((credit != MW_NONE) && (part > 0)) {
            mw_credit_add(meter, credit, part);
            left -= part;
        }
    }
    return left;
}

uint8_t mw_pay(const mw_meter_t *meter, uint16_t account, int64_t amount)
{
    const uint16_t credit = credit_for_tokens(meter, account);
    const bool good = (mw_class_id(meter, account) == ACCOUNT) && (amount > 0) && (amount <= INT32_MAX) && (credit != MW_NONE);

    if (good) {
        const int64_t left = share_out(meter, account, collect_all(meter, account, amount));
        if (left > 0) {
            mw_credit_add(meter, credit, left);
        }
        mw_refresh_account(meter, account);
        (void)mw_drain(meter);
    }
    return good ? MW_SUCCESS : MW_OTHER_REASON;
}

#endif
