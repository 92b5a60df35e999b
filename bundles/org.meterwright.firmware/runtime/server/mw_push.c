/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_push.h"

#if MW_HAVE_PUSH && MW_HAVE_RUN

#include "mw_attribute.h"
#include "mw_daylight.h"
#include "mw_find.h"
#include "mw_look.h"
#include "mw_notify.h"
#include "mw_port.h"
#include "mw_service.h"
#include "mw_time.h"
#include "mw_trigger.h"
#include "mw_value.h"

#include <string.h>

#define OBJECTS         2U
#define DESTINATION     3U
#define WINDOW          4U
#define RANDOMISATION   5U
#define RETRIES         6U
#define DELAY           7U
#define OPERATION       11U
#define CONFIRMATION    12U
#define LAST_CONFIRMED  13U

#define CONFIRMED       2U
#define HUNDRED         100U
#define YEAR            (366U * MW_DAY)

#define FREE            0U
#define WAITING         1U
#define CONFIRMING      2U
#define CLOSED          3U /* its window is */

static uint32_t earlier(uint32_t one, uint32_t other)
{
    return (one < other) ? one : other;
}

static bool is_always(const mw_meter_t *meter, uint16_t code)
{
    const mw_alert_t *alert = (code == MW_NONE) ? NULL : mw_alert(meter, code);

    return (alert != NULL) && ((alert->flags & MW_ALERT_ALWAYS) != 0U);
}

/* Finds a place for a push; one of an Alert that is always sent may take the newest place of one that is not. NULL: all are taken. */
static mw_job_t *place_for(bool always)
{
    mw_job_t *found = NULL;
    mw_job_t *newest = NULL;

    for (uint32_t i = 0U; i < MW_JOBS; i++) {
        mw_job_t *job = &mw_kept.job[i];
        if (job->state == FREE) {
            found = (found == NULL) ? job : found;
        } else if ((job->always == 0U) && ((newest == NULL) || (job->invoke > newest->invoke))) {
            newest = job;
        } else {
            /* it stays */
        }
    }
    if ((found == NULL) && always && (newest != NULL)) {
        mw_port_lost(newest->object, newest->alert);
        found = newest;
    }
    return found;
}

/* Returns a random number of seconds up to a longest. */
static uint32_t random_up_to(uint32_t most)
{
    uint8_t octets[4] = { 0U, 0U, 0U, 0U };
    uint32_t number;

    if (most > 0U) {
        mw_port_random(octets, (uint8_t)sizeof octets);
    }
    number = ((uint32_t)octets[0] << 24U) | ((uint32_t)octets[1] << 16U) | ((uint32_t)octets[2] << 8U) | octets[3];
    return number % (most + 1U);
}

static uint32_t number_of(const mw_meter_t *meter, uint16_t object, uint8_t attribute)
{
    const int64_t number = (object == MW_NONE) ? 0 : mw_number_of(meter, object, attribute, 0);

    return (number > 0) ? (uint32_t)number : 0U;
}

/* Returns the wait before the next try: fixed, or growing by the exponent (hundredths) up to a longest. */
static uint32_t delay_of(const mw_meter_t *meter, const mw_job_t *job)
{
    static const uint8_t none[1] = { MW_NULL };
    uint8_t buffer[MW_LONGEST];
    mw_reader_t reader;
    uint32_t length = 0U;
    const uint8_t *value = (job->object == MW_NONE) ? NULL : mw_look(meter, job->object, DELAY, buffer, sizeof buffer, &length);
    uint64_t delay;

    mw_reader(&reader, (value == NULL) ? none : value, length);
    if ((value != NULL) && (value[0] == MW_STRUCTURE)) {
        (void)mw_take_head(&reader);
        delay = (uint64_t)mw_take_signed(&reader);
        const uint64_t exponent = (uint64_t)mw_take_signed(&reader);
        const uint64_t most = (uint64_t)mw_take_signed(&reader);
        for (uint32_t i = 1U; i < job->tries; i++) {
            delay = (delay * exponent) / HUNDRED;
            delay = ((most > 0U) && (delay > most)) ? most : delay;
        }
    } else {
        delay = (value == NULL) ? 0U : (uint64_t)mw_take_signed(&reader);
    }
    return (delay > 0U) ? (uint32_t)delay : 1U;
}

/* Returns the seconds until a window is open; 0: now. Without a clock, or without windows, it always is. */
static uint32_t until_window(const mw_meter_t *meter, uint16_t object)
{
    uint8_t buffer[MW_LONGEST];
    mw_reader_t reader;
    const uint32_t count = (object == MW_NONE) ? 0U : mw_open(meter, object, WINDOW, buffer, sizeof buffer, &reader);
    const uint32_t now = mw_work.local;
    const uint32_t back = (now > YEAR) ? (now - YEAR) : 0U;
    uint32_t left = MW_DAY;
    bool is_open = (count == 0U) || (now == MW_NEVER);

    for (uint32_t i = 0U; (i < count) && !is_open; i++) {
        (void)mw_take_head(&reader);
        const uint8_t *start = mw_take_string(&reader, MW_DATE_TIME);
        const uint8_t *end = mw_take_string(&reader, MW_DATE_TIME);
        if ((start != NULL) && (end != NULL)) {
            uint8_t first[MW_DATE];
            uint8_t last[MW_DATE];
            const uint32_t began = mw_last_moment(mw_meant_date(meter, start, first), &start[5], back, now);
            const uint32_t ended = (began == MW_NEVER) ? MW_NEVER : mw_last_moment(mw_meant_date(meter, end, last), &end[5], began, now);
            const uint32_t next = mw_first_moment(first, &start[5], now, now + MW_DAY);
            is_open = (began != MW_NEVER) && ((ended == MW_NEVER) || (ended == began));
            left = (next == MW_NEVER) ? left : earlier(left, next - now);
        }
    }
    return is_open ? 0U : ((left > 0U) ? left : 1U);
}

/* Reads where to send: {service, destination, message}. */
static void find_destination(const mw_meter_t *meter, mw_send_t *send, uint8_t *buffer)
{
    if (send->object != MW_NONE) {
        mw_reader_t reader;
        uint32_t length = 0U;
        (void)mw_open(meter, send->object, DESTINATION, buffer, MW_LONGEST, &reader);
        send->service = (uint8_t)((uint64_t)mw_take_signed(&reader) & 0xFFU);
        const uint8_t *value = mw_take_value(&reader, &length);
        uint32_t at = 1U;
        if ((value != NULL) && mw_read_length(value, length, &at, &send->destination_length)) {
            send->destination = &value[at];
        }
        send->message = (uint8_t)((uint64_t)mw_take_signed(&reader) & 0xFFU);
    }
}

/* Tells whether the model's list of a push says what push_object_list cannot: the newest entries of a buffer in whatever order. What a client writes counts before it. */
static bool says_more(const mw_meter_t *meter, const mw_push_t *row, uint16_t object)
{
    bool more = false;

    if ((row != NULL) && (row->list != MW_NONE) && ((meter->list[row->list].count & MW_LIST_WIDE) != 0U)) {
        const uint8_t op = mw_attribute(meter, object, OBJECTS).op;
        more = (op == MW_OP_ROM) || (op == MW_OP_LIST);
    }
    return more;
}

/* Makes the message, ciphered as the set-up says; returns its length. */
static uint32_t make(const mw_meter_t *meter, const mw_job_t *job, uint8_t *message)
{
    const mw_push_t *row = (job->row == MW_NONE8) ? NULL : &meter->push[job->row];
    const mw_alert_t *alert = (job->alert == MW_NONE) ? NULL : mw_alert(meter, job->alert);
    const bool own = (alert != NULL) && (alert->list != MW_NONE);
    const uint8_t protection = (row == NULL) ? 0U : (row->protection & MW_REQUEST);
    const bool ciphered = ((protection & (MW_AUTHENTICATED | MW_ENCRYPTED)) != 0U) && (row != NULL) && (row->security != MW_NONE);
    const uint32_t cipher_head = MW_CIPHER_HEAD;
    const uint32_t cipher_tail = MW_CIPHER_TAIL;
    const uint32_t before = ciphered ? cipher_head : 0U;
    const uint32_t room = MW_PUSH_ROOM - before - (ciphered ? cipher_tail : 0U);
    const bool operated = (job->object != MW_NONE) && (mw_number_of(meter, job->object, OPERATION, 0) == (int64_t)CONFIRMED);
    const uint32_t invoke = (job->invoke & 0x00FFFFFFU) | (operated ? MW_CONFIRMED_SERVICE : 0U);
    uint32_t length;

    if (own) {
        length = mw_notification_of(meter, alert->list, invoke, &message[before], room);
    } else if ((job->object != MW_NONE) && !says_more(meter, row, job->object)) {
        length = mw_notification(meter, job->object, invoke, &message[before], room);
    } else if ((row != NULL) && (row->list != MW_NONE)) {
        length = mw_notification_of(meter, row->list, invoke, &message[before], room);
    } else {
        length = 0U;
    }
    if (ciphered && (length > 0U)) {
#if MW_HAVE_SUITE0
        length = mw_protect(meter, row->security, true, 0U, protection, message, length);
#else
        length = 0U; /* what is to be ciphered is never sent plain */
#endif
    }
    return length;
}

static bool send_job(const mw_meter_t *meter, const mw_job_t *job)
{
    static uint8_t message[MW_PUSH_ROOM];
    uint8_t buffer[MW_LONGEST];
    mw_send_t send;

    (void)memset(&send, 0, sizeof send);
    send.object = job->object;
    send.row = job->row;
    send.alert = job->alert;
    send.length = make(meter, job, message);
    send.apdu = message;
    find_destination(meter, &send, buffer);
    return mw_port_send(&send);
}

/* Another try later, or none. */
static void put_off(const mw_meter_t *meter, mw_job_t *job)
{
    job->tries++;
    if (job->tries > number_of(meter, job->object, RETRIES)) {
        mw_port_lost(job->object, job->alert);
        job->state = FREE;
    } else {
        job->left = delay_of(meter, job);
        job->state = WAITING;
    }
}

/* Returns how long a confirmation may take; 0: none is waited for. */
static uint32_t confirmation(const mw_meter_t *meter, const mw_job_t *job)
{
    uint32_t seconds = 0U;

    if ((job->object != MW_NONE) && (mw_number_of(meter, job->object, OPERATION, 0) == (int64_t)CONFIRMED)) {
        uint8_t buffer[MW_LONGEST];
        mw_reader_t reader;
        uint32_t length = 0U;
        (void)mw_open(meter, job->object, CONFIRMATION, buffer, sizeof buffer, &reader);
        (void)mw_take_value(&reader, &length);
        const int64_t interval = mw_take_signed(&reader);
        seconds = (interval > 0) ? (uint32_t)interval : delay_of(meter, job);
    }
    return seconds;
}

/* A push is due: sent in an open window, else put off until one opens. */
static void work(const mw_meter_t *meter, mw_job_t *job)
{
    const uint32_t wait = (job->state == CONFIRMING) ? 0U : until_window(meter, job->object);

    if (wait > 0U) {
        job->left = wait;
        job->state = CLOSED;
    } else if (job->state == CONFIRMING) {
        put_off(meter, job);
    } else if (!send_job(meter, job)) {
        put_off(meter, job);
    } else {
        job->left = confirmation(meter, job);
        job->state = (job->left > 0U) ? CONFIRMING : FREE;
    }
    mw_port_kept();
}

static void enter(const mw_meter_t *meter, uint16_t object, uint8_t row, uint16_t alert)
{
    const bool always = is_always(meter, alert);
    mw_job_t *job = place_for(always);

    if (job == NULL) {
        mw_port_lost(object, alert);
    } else {
        mw_kept.invoke++;
        job->invoke = mw_kept.invoke;
        job->object = object;
        job->row = row;
        job->alert = alert;
        job->tries = 0U;
        job->always = always ? 1U : 0U;
        job->state = WAITING;
        job->left = random_up_to(number_of(meter, object, RANDOMISATION));
        if (job->left == 0U) {
            work(meter, job);
        } else {
            mw_port_kept();
        }
    }
}

void mw_push(const mw_meter_t *meter, uint16_t push, uint16_t alert)
{
    enter(meter, meter->push[push].object, (push < MW_NONE8) ? (uint8_t)push : MW_NONE8, alert);
}

void mw_push_object(const mw_meter_t *meter, uint16_t object)
{
    uint8_t row = MW_NONE8;

    for (uint8_t i = 0U; (i < meter->pushes) && (i < MW_NONE8) && (row == MW_NONE8); i++) {
        row = (meter->push[i].object == object) ? i : MW_NONE8;
    }
    enter(meter, object, row, MW_NONE);
}

void mw_push_time(const mw_meter_t *meter, uint32_t elapsed)
{
    for (uint32_t i = 0U; i < MW_JOBS; i++) {
        mw_job_t *job = &mw_kept.job[i];
        if (job->state != FREE) {
            job->left -= earlier(job->left, elapsed);
            if ((elapsed == 0U) && (job->state == CLOSED)) {
                job->left = 0U; /* the clock was set, or there was none for a while */
            }
            if (job->left == 0U) {
                work(meter, job);
            }
        }
    }
}

uint32_t mw_push_next(const mw_meter_t *meter)
{
    uint32_t found = MW_NEVER;

    (void)meter;
    for (uint32_t i = 0U; i < MW_JOBS; i++) {
        if (mw_kept.job[i].state != FREE) {
            found = earlier(found, (mw_kept.job[i].left > 0U) ? mw_kept.job[i].left : 1U);
        }
    }
    return found;
}

void mw_push_confirmed(const mw_meter_t *meter, uint32_t invoke)
{
    for (uint32_t i = 0U; i < MW_JOBS; i++) {
        mw_job_t *job = &mw_kept.job[i];
        if ((job->state == CONFIRMING) && ((job->invoke & 0x00FFFFFFU) == (invoke & 0x00FFFFFFU))) {
            job->state = FREE;
            (void)mw_keep_time(meter, job->object, LAST_CONFIRMED, mw_work.date_time);
            mw_port_kept();
        }
    }
}

void mw_push_reset(const mw_meter_t *meter, uint16_t object)
{
    (void)meter;
    for (uint32_t i = 0U; i < MW_JOBS; i++) {
        if (mw_kept.job[i].object == object) {
            mw_kept.job[i].state = FREE;
        }
    }
    mw_port_kept();
}

#endif
