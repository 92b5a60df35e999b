/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_look.h"

#if MW_HAVE_RUN || MW_HAVE_SUITE0

#include "mw_attribute.h"
#include "mw_find.h"
#include "mw_get.h"
#include "mw_native.h"
#include "mw_port.h"
#include "mw_setter.h"
#include "mw_store.h"
#include "mw_value.h"
#include "mw_watch.h"
#include "mw_work.h"

#include <string.h>

#define INTEGER_8   15U
#define INTEGER_16  16U
#define INTEGER_32  5U
#define INTEGER_64  20U
#define UNSIGNED_64 21U
#define FLOAT_32    23U
#define FLOAT_64    24U
#define DATE_TIME   25U
#define NUMBER      9U

uint16_t mw_next_of_class(const mw_meter_t *meter, uint16_t class_id, uint16_t from)
{
    const mw_device_t *last = &meter->device[meter->devices - 1U];
    const uint32_t classes = (uint32_t)last->cls + last->classes;
    uint16_t found = MW_NONE;

    for (uint32_t i = 0U; (i < classes) && (found == MW_NONE); i++) {
        if (meter->cls[i].class_id == class_id) {
            const uint16_t first = meter->group[meter->cls[i].group].first;
            const uint16_t end = meter->group[meter->cls[i + 1U].group].first;
            if (from < end) {
                found = (from > first) ? from : first;
            }
        }
    }
    return found;
}

uint16_t mw_class_id(const mw_meter_t *meter, uint16_t object)
{
    const mw_place_t place = mw_place(meter, object);

    return mw_class_of(meter, &place)->class_id;
}

uint8_t mw_device_of(const mw_meter_t *meter, uint16_t object)
{
    const mw_place_t place = mw_place(meter, object);

    return mw_class_of(meter, &place)->device;
}

/* Finds storage that holds A-XDR octets behind their length; NULL when it is of another form. */
static const uint8_t *stored(const mw_meter_t *meter, const mw_attribute_t *found, uint32_t *length)
{
    const mw_form_t *form = &meter->form[found->ref];
    const uint8_t *program = &meter->pool[(uint32_t)form->program << meter->pool_shift];
    const uint8_t *octets = NULL;

    if (program[0] == MW_FORM_STORED) {
        const uint8_t *storage = &found->memory[form->offset];
        *length = mw_load_u16(storage);
        octets = (*length > 0U) ? &storage[2] : NULL;
    }
    return octets;
}

static const uint8_t *read_into(const mw_meter_t *meter, uint16_t object, uint8_t attribute, uint8_t *buffer, uint32_t room, uint32_t *length)
{
    const mw_request_t request = { object, attribute, 0U, 0U };
    mw_cursor_t cursor;
    bool good;

    mw_start(&cursor);
    good = (mw_read(meter, &request, &cursor, buffer, room, length) == MW_SUCCESS) && cursor.done && (*length > 0U);
    return good ? buffer : NULL;
}

const uint8_t *mw_look(const mw_meter_t *meter, uint16_t object, uint8_t attribute, uint8_t *buffer, uint32_t room, uint32_t *length)
{
    const mw_attribute_t found = mw_attribute(meter, object, attribute);
    const uint8_t *value = NULL;

    *length = 0U;
    if (found.op == MW_OP_ROM) {
        value = &meter->pool[(uint32_t)found.ref << meter->pool_shift];
        *length = mw_axdr_length(value, MW_TRUSTED);
    } else if ((found.op == MW_OP_RAM_FORM) || (found.op == MW_OP_NVM_FORM)) {
        value = stored(meter, &found, length);
    } else {
        /* it has to be put together */
    }
    if ((value == NULL) && (found.op != MW_OP_ABSENT)) {
        value = read_into(meter, object, attribute, buffer, room, length);
    }
    *length = (value == NULL) ? 0U : *length;
    return value;
}

uint32_t mw_take_head(mw_reader_t *reader)
{
    const uint8_t tag = mw_take(reader);
    uint32_t count = 0U;

    if ((tag == MW_ARRAY) || (tag == MW_STRUCTURE)) {
        count = mw_take_length(reader);
    } else {
        reader->bad = true;
    }
    return reader->bad ? 0U : count;
}

uint32_t mw_open(const mw_meter_t *meter, uint16_t object, uint8_t attribute, uint8_t *buffer, uint32_t room, mw_reader_t *reader)
{
    uint32_t length = 0U;
    const uint8_t *value = mw_look(meter, object, attribute, buffer, room, &length);

    mw_reader(reader, (value == NULL) ? buffer : value, length);
    return mw_take_head(reader);
}

static bool is_signed(uint8_t tag)
{
    return (tag == INTEGER_8) || (tag == INTEGER_16) || (tag == INTEGER_32) || (tag == INTEGER_64) || (tag == FLOAT_32) || (tag == FLOAT_64);
}

/* Numbers of 64 bits without a sign keep their order when their first bit is turned round; so do negative floating point numbers when all others are. */
static uint64_t ordered(uint8_t tag, uint64_t number)
{
    const uint64_t sign = (uint64_t)1U << 63U;
    uint64_t found = number;

    if (tag == UNSIGNED_64) {
        found = number ^ sign;
    } else if (((tag == FLOAT_32) || (tag == FLOAT_64)) && ((number & sign) != 0U)) {
        found = number ^ (sign - 1U);
    } else {
        /* as it is */
    }
    return found;
}

int64_t mw_number(const uint8_t *value, uint32_t length)
{
    const uint8_t tag = (length > 0U) ? value[0] : 0U;
    const uint32_t size = mw_tag_size(tag);
    uint64_t number = 0U;
    int64_t result;

    if ((size > 0U) && (size <= 8U) && (length == (size + 1U))) {
        number = (is_signed(tag) && ((value[1] & 0x80U) != 0U)) ? ~(uint64_t)0U : 0U;
        for (uint32_t i = 1U; i <= size; i++) {
            number = (number << 8U) | value[i];
        }
        number = ordered(tag, number);
    }
    if (number > (uint64_t)INT64_MAX) {
        const uint64_t turned = ~number;
        result = -(int64_t)turned - 1;
    } else {
        result = (int64_t)number;
    }
    return result;
}

int64_t mw_take_signed(mw_reader_t *reader)
{
    uint32_t length = 0U;
    const uint8_t *value = mw_take_value(reader, &length);

    return (value == NULL) ? 0 : mw_number(value, length);
}

int64_t mw_number_of(const mw_meter_t *meter, uint16_t object, uint8_t attribute, int64_t otherwise)
{
    uint8_t octets[NUMBER];
    uint32_t length = 0U;
    const uint8_t *value = mw_look(meter, object, attribute, octets, sizeof octets, &length);

    return (value == NULL) ? otherwise : mw_number(value, length);
}

const uint8_t *mw_take_string(mw_reader_t *reader, uint32_t length)
{
    uint32_t size = 0U;
    const uint8_t *value = mw_take_value(reader, &size);
    const bool good = (value != NULL) && (length < 0x80U) && (size == (length + 2U)) && (value[0] == MW_OCTET_STRING);

    return good ? &value[2] : NULL;
}

uint16_t mw_take_definition(const mw_meter_t *meter, uint8_t device, mw_reader_t *reader, uint8_t *attribute)
{
    const uint32_t fields = mw_take_head(reader);
    const int64_t class_id = mw_take_signed(reader);
    const uint8_t *name = mw_take_string(reader, 6U);
    const int64_t index = mw_take_signed(reader);
    const bool good = (fields >= 3U) && (name != NULL) && !reader->bad;

    *attribute = (uint8_t)((uint64_t)index & 0xFFU);
    return good ? mw_find(meter, device, (uint16_t)((uint64_t)class_id & 0xFFFFU), name) : MW_NONE;
}

#if MW_HAVE_RUN

uint8_t mw_keep(const mw_meter_t *meter, uint16_t object, uint8_t attribute, const uint8_t *octets, uint32_t length)
{
    uint8_t result = mw_store(meter, object, attribute, octets, length);

    if (result == MW_SUCCESS) {
        mw_port_written(object, attribute);
    } else if (mw_attribute(meter, object, attribute).op == MW_OP_CALL) {
        result = mw_set_by_function(meter, object, attribute, octets, length);
        if (result == MW_NO_SETTER) {
            result = mw_port_write(object, attribute, octets, length);
        }
    } else {
        /* it cannot be written */
    }
    if (result == MW_SUCCESS) {
        mw_work.replan = true;
#if MW_HAVE_WATCH
        mw_note_change(meter, object, attribute);
#endif
    }
    return result;
}

uint32_t mw_code_number(uint8_t tag, int64_t number, uint8_t *out)
{
    const uint32_t size = mw_tag_size(tag);
    uint64_t left = (number < 0) ? ~(uint64_t)(-(number + 1)) : (uint64_t)number;

    out[0] = tag;
    for (uint32_t i = (size <= 8U) ? size : 0U; i > 0U; i--) {
        out[i] = (uint8_t)(left & 0xFFU);
        left >>= 8U;
    }
    return size + 1U;
}

/* Returns the tag of an attribute's value. */
static uint8_t tag_of(const mw_meter_t *meter, uint16_t object, uint8_t attribute)
{
    const mw_attribute_t found = mw_attribute(meter, object, attribute);
    uint8_t tag = (uint8_t)(found.op & MW_OP_TAG);

    if (found.op < MW_OP_RAM) {
        uint8_t buffer[MW_LONGEST];
        uint32_t length = 0U;
        const uint8_t *value = mw_look(meter, object, attribute, buffer, sizeof buffer, &length);
        tag = (value == NULL) ? MW_NULL : value[0];
    }
    return tag;
}

uint8_t mw_keep_number(const mw_meter_t *meter, uint16_t object, uint8_t attribute, int64_t number)
{
    uint8_t octets[NUMBER];
    const uint8_t tag = tag_of(meter, object, attribute);
    const uint32_t size = mw_tag_size(tag);

    return ((size > 0U) && (size <= 8U)) ? mw_keep(meter, object, attribute, octets, mw_code_number(tag, number, octets)) : MW_TYPE_UNMATCHED;
}

uint8_t mw_keep_copy(const mw_meter_t *meter, uint16_t object, uint8_t attribute, uint16_t from, uint8_t from_attribute)
{
    uint8_t buffer[MW_LONGEST];
    uint32_t length = 0U;
    const uint8_t *value = mw_look(meter, from, from_attribute, buffer, sizeof buffer, &length);

    return (value == NULL) ? MW_OBJECT_UNAVAILABLE : mw_keep(meter, object, attribute, value, length);
}

uint8_t mw_keep_time(const mw_meter_t *meter, uint16_t object, uint8_t attribute, const uint8_t date_time[12])
{
    uint8_t octets[14];
    const bool native = tag_of(meter, object, attribute) == DATE_TIME;
    uint8_t result;

    (void)memcpy(&octets[2], date_time, 12U);
    octets[0] = MW_OCTET_STRING;
    octets[1] = native ? DATE_TIME : 12U;
    if (native) {
        result = mw_keep(meter, object, attribute, &octets[1], 13U);
    } else {
        result = mw_keep(meter, object, attribute, octets, 14U);
    }
    return result;
}

#endif

#endif
