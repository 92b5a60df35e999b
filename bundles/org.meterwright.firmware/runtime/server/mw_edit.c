/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_edit.h"

#if MW_HAVE_EDITS

#include "mw_get.h"
#include "mw_look.h"
#include "mw_service.h"
#include "mw_store.h"
#include "mw_value.h"
#include "mw_work.h"
#include "mw_writer.h"

#include <string.h>

#define ACTIVATION   6U
#define SCHEDULE     10U

#define ENTRIES      2U
#define ASSIGNMENT   2U
#define MASKS        3U
#define ENABLED      5U /* octets of an entry of a Schedule before the boolean: 02 0A 12 i i | 03 b */

/* Elements that go: those whose first field is a number in a range, or is a value; NULL: none by value. */
typedef struct {
    int64_t first;
    int64_t last;
    const uint8_t *value;
    uint32_t length;
    bool whole; /* the value is the whole element */
} drop_t;

static bool goes(const drop_t *drop, const uint8_t *element, uint32_t length)
{
    uint32_t size = length;
    const uint8_t *field = drop->whole ? element : mw_part(element, &size, 1U);
    bool gone = false;

    if (field == NULL) {
        /* it has no first field */
    } else if (drop->value != NULL) {
        gone = (size == drop->length) && (memcmp(field, drop->value, size) == 0);
    } else {
        const int64_t number = mw_number(field, size);
        gone = (number >= drop->first) && (number <= drop->last);
    }
    return gone;
}

/* Counts the elements that stay. */
static uint32_t staying(mw_reader_t reader, uint32_t count, const drop_t *drop)
{
    uint32_t left = 0U;

    for (uint32_t i = 0U; i < count; i++) {
        uint32_t length = 0U;
        const uint8_t *element = mw_take_value(&reader, &length);
        left += ((element != NULL) && !goes(drop, element, length)) ? 1U : 0U;
    }
    return left;
}

/* Makes the array without what goes and with what comes, and puts it in the place of the old one. */
static uint8_t replace(const mw_meter_t *meter, uint16_t object, uint8_t attribute, const drop_t *drop, const uint8_t *added, uint32_t length)
{
    static uint8_t room[MW_EDIT];
    uint8_t buffer[MW_LONGEST];
    mw_reader_t reader;
    mw_writer_t w;
    const uint32_t count = mw_open(meter, object, attribute, buffer, sizeof buffer, &reader);

    mw_writer(&w, room, MW_EDIT);
    mw_put(&w, MW_ARRAY);
    mw_write_length(&w, staying(reader, count, drop) + ((added == NULL) ? 0U : 1U));
    for (uint32_t i = 0U; i < count; i++) {
        uint32_t size = 0U;
        const uint8_t *element = mw_take_value(&reader, &size);
        if ((element != NULL) && !goes(drop, element, size)) {
            mw_write(&w, element, size);
        }
    }
    if (added != NULL) {
        mw_write(&w, added, length);
    }
    return (w.lost == 0U) ? mw_keep(meter, object, attribute, room, w.length) : MW_OTHER_REASON;
}

static uint8_t insert(const mw_meter_t *meter, uint8_t attribute, const mw_call_t *call, bool by_name)
{
    drop_t drop = { 0, 0, NULL, 0U, false };
    uint32_t size = call->parameter_length;
    const uint8_t *key = (size > 0U) ? mw_part(call->parameter, &size, 1U) : NULL;
    uint8_t result = MW_TYPE_UNMATCHED;

    if (key != NULL) {
        if (by_name) {
            drop.value = key;
            drop.length = size;
        } else {
            drop.first = mw_number(key, size);
            drop.last = drop.first;
        }
        result = replace(meter, call->object, attribute, &drop, call->parameter, call->parameter_length);
    }
    return result;
}

static uint8_t remove_range(const mw_meter_t *meter, const mw_call_t *call)
{
    drop_t drop = { 0, 0, NULL, 0U, false };

    if (call->parameter_length == 3U) {
        drop.first = mw_number(call->parameter, call->parameter_length);
        drop.last = drop.first;
    } else {
        mw_reader_t reader;
        mw_reader(&reader, call->parameter, call->parameter_length);
        (void)mw_take_head(&reader);
        drop.first = mw_take_signed(&reader);
        drop.last = mw_take_signed(&reader);
    }
    return replace(meter, call->object, ENTRIES, &drop, NULL, 0U);
}

/* {first A, last A, first B, last B}: entries of range A are disabled, those of range B enabled. */
static uint8_t enable(const mw_meter_t *meter, const mw_call_t *call)
{
    static uint8_t room[MW_EDIT];
    int64_t bound[4] = { 0, 0, 0, 0 };
    mw_reader_t reader;
    uint32_t length = 0U;
    const uint8_t *value = mw_look(meter, call->object, ENTRIES, room, MW_EDIT, &length);
    uint8_t result = MW_TYPE_UNMATCHED;

    mw_reader(&reader, call->parameter, call->parameter_length);
    if ((value != NULL) && (length <= MW_EDIT) && (mw_take_head(&reader) == 4U)) {
        for (uint32_t i = 0U; i < 4U; i++) {
            bound[i] = mw_take_signed(&reader);
        }
        (void)memmove(room, value, length);
        mw_reader(&reader, room, length);
        for (uint32_t left = mw_take_head(&reader); left > 0U; left--) {
            const uint32_t at = reader.at;
            uint32_t size = 0U;
            if (mw_take_value(&reader, &size) != NULL) {
                const int64_t index = mw_number(&room[at + 2U], 3U);
                const bool on = (index >= bound[2]) && (index <= bound[3]);
                const bool off = (index >= bound[0]) && (index <= bound[1]);
                room[at + ENABLED + 1U] = (on || off) ? (on ? 1U : 0U) : room[at + ENABLED + 1U];
            }
        }
        result = mw_keep(meter, call->object, ENTRIES, room, length);
    }
    return result;
}

static uint8_t of_schedule(const mw_meter_t *meter, const mw_call_t *call)
{
    uint8_t result;

    if (call->method == 1U) {
        result = enable(meter, call);
    } else if (call->method == 2U) {
        result = insert(meter, ENTRIES, call, false);
    } else {
        result = remove_range(meter, call);
    }
    return result;
}

/* add_register, add_mask, delete_mask. */
static uint8_t of_activation(const mw_meter_t *meter, const mw_call_t *call)
{
    drop_t drop = { 0, 0, call->parameter, call->parameter_length, false };
    uint8_t result;

    if (call->method == 1U) {
        drop.whole = true;
        result = replace(meter, call->object, ASSIGNMENT, &drop, call->parameter, call->parameter_length);
    } else if (call->method == 2U) {
        result = insert(meter, MASKS, call, true);
    } else {
        result = replace(meter, call->object, MASKS, &drop, NULL, 0U);
    }
    return result;
}

uint8_t mw_edit(const mw_meter_t *meter, uint16_t class_id, mw_call_t *call)
{
    uint8_t result;

    if ((call->parameter == NULL) || (mw_axdr_length(call->parameter, call->parameter_length) != call->parameter_length)) {
        result = MW_TYPE_UNMATCHED;
    } else if (class_id == ACTIVATION) {
        result = of_activation(meter, call);
    } else if (class_id == SCHEDULE) {
        result = of_schedule(meter, call);
    } else {
        result = (call->method == 1U) ? insert(meter, ENTRIES, call, false) : remove_range(meter, call);
    }
    return result;
}

uint8_t mw_edit_part(const mw_meter_t *meter, uint16_t object, uint8_t attribute, uint8_t part, const uint8_t *value, uint32_t length)
{
    static uint8_t room[MW_EDIT];
    uint8_t buffer[MW_LONGEST];
    mw_reader_t reader;
    mw_writer_t w;
    const uint32_t count = mw_open(meter, object, attribute, buffer, sizeof buffer, &reader);

    mw_writer(&w, room, MW_EDIT);
    mw_put(&w, MW_STRUCTURE);
    mw_write_length(&w, count);
    for (uint32_t i = 1U; i <= count; i++) {
        uint32_t size = 0U;
        const uint8_t *field = mw_take_value(&reader, &size);
        if (i == part) {
            mw_write(&w, value, length);
        } else if (field != NULL) {
            mw_write(&w, field, size);
        } else {
            w.lost = 1U;
        }
    }
    return ((w.lost == 0U) && (count >= part)) ? mw_keep(meter, object, attribute, room, w.length) : MW_OTHER_REASON;
}

#endif
