/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_image.h"

#if MW_HAVE_IMAGE

#include "mw_get.h"
#include "mw_look.h"
#include "mw_run.h"
#include "mw_service.h"
#include "mw_store.h"
#include "mw_value.h"
#include "mw_work.h"
#include "mw_writer.h"

#include <string.h>

#define BLOCK_SIZE      2U
#define BITMAP          3U
#define FIRST_MISSING   4U
#define TRANSFER_ENABLED 5U
#define STATUS          6U
#define INFO            7U

#define INITIATED              1
#define VERIFICATION_INITIATED 2
#define VERIFIED               3
#define VERIFICATION_FAILED    4
#define ACTIVATION_INITIATED   5
#define ACTIVATED              6
#define ACTIVATION_FAILED      7

static uint8_t bitmap[MW_EDIT];

static uint32_t block_size(const mw_meter_t *meter, uint16_t object)
{
    const int64_t size = mw_number_of(meter, object, BLOCK_SIZE, 0);

    return (size > 0) ? (uint32_t)size : 0U;
}

/* Reads the bitmap; returns the number of its blocks and where its bits are. */
static uint32_t read_bitmap(const mw_meter_t *meter, uint16_t object, uint32_t *length, uint32_t *at)
{
    uint32_t blocks = 0U;
    const uint8_t *value = mw_look(meter, object, BITMAP, bitmap, MW_EDIT, length);

    *at = 1U;
    if ((value == NULL) || (*length > MW_EDIT) || (value[0] != MW_BIT_STRING) || !mw_read_length(value, *length, at, &blocks)) {
        blocks = 0U;
    } else if (value != bitmap) {
        (void)memcpy(bitmap, value, *length);
    } else {
        /* it is there */
    }
    return blocks;
}

static uint8_t keep_missing(const mw_meter_t *meter, uint16_t object, uint32_t blocks, uint32_t at)
{
    uint32_t first = 0U;

    while ((first < blocks) && ((bitmap[at + (first / 8U)] & (0x80U >> (first % 8U))) != 0U)) {
        first++;
    }
    return mw_keep_number(meter, object, FIRST_MISSING, (int64_t)first);
}

/* {identifier, size}: what came before is lost. */
static uint8_t initiate(const mw_meter_t *meter, const mw_call_t *call)
{
    mw_reader_t reader;
    mw_writer_t w;
    uint32_t length = 0U;
    uint8_t result = MW_TYPE_UNMATCHED;

    mw_reader(&reader, call->parameter, call->parameter_length);
    (void)mw_take_head(&reader);
    const uint8_t *identifier = mw_take_value(&reader, &length);
    const int64_t size = mw_take_signed(&reader);
    const uint32_t block = block_size(meter, call->object);
    if ((identifier != NULL) && !reader.bad && (size > 0) && (block > 0U) && (identifier[0] == MW_OCTET_STRING)) {
        const uint32_t blocks = (uint32_t)((uint64_t)size / block) + ((((uint64_t)size % block) != 0U) ? 1U : 0U);
        mw_writer(&w, bitmap, MW_EDIT);
        mw_put(&w, MW_BIT_STRING);
        mw_write_length(&w, blocks);
        for (uint32_t i = 0U; (i < ((blocks + 7U) / 8U)) && (w.lost == 0U); i++) {
            mw_put(&w, 0U);
        }
        result = (w.lost == 0U) ? mw_keep(meter, call->object, BITMAP, bitmap, w.length) : MW_OTHER_REASON;
        result = (result == MW_SUCCESS) ? mw_port_image_begin(call->object, &identifier[2], length - 2U, (uint32_t)size) : result;
        if (result == MW_SUCCESS) {
            (void)mw_keep_number(meter, call->object, FIRST_MISSING, 0);
            (void)mw_keep_number(meter, call->object, STATUS, INITIATED);
        }
    }
    return result;
}

/* {number, octets}: a block may come again. */
static uint8_t take_block(const mw_meter_t *meter, const mw_call_t *call)
{
    mw_reader_t reader;
    uint32_t length = 0U;
    uint32_t size = 0U;
    uint32_t at = 0U;
    uint32_t from = 1U;
    uint32_t octets = 0U;
    const uint32_t blocks = read_bitmap(meter, call->object, &length, &at);
    uint8_t result = MW_TYPE_UNMATCHED;

    mw_reader(&reader, call->parameter, call->parameter_length);
    (void)mw_take_head(&reader);
    const int64_t number = mw_take_signed(&reader);
    const uint8_t *value = mw_take_value(&reader, &size);
    if ((value == NULL) || (value[0] != MW_OCTET_STRING) || !mw_read_length(value, size, &from, &octets)) {
        /* no block */
    } else if ((number < 0) || (number >= (int64_t)blocks) || (octets > block_size(meter, call->object))) {
        result = MW_OTHER_REASON;
    } else {
        const uint32_t block = (uint32_t)number;
        result = mw_port_image_write(call->object, block * block_size(meter, call->object), &value[from], octets);
        if (result == MW_SUCCESS) {
            bitmap[at + (block / 8U)] = (uint8_t)(bitmap[at + (block / 8U)] | (uint8_t)(0x80U >> (block % 8U)));
            result = mw_keep(meter, call->object, BITMAP, bitmap, length);
            (void)keep_missing(meter, call->object, blocks, at);
        }
    }
    return result;
}

static uint8_t verify(const mw_meter_t *meter, const mw_call_t *call)
{
    uint32_t length = 0U;
    uint32_t at = 0U;
    const uint32_t blocks = read_bitmap(meter, call->object, &length, &at);
    uint8_t result = MW_OTHER_REASON;

    if ((blocks > 0U) && (mw_number_of(meter, call->object, FIRST_MISSING, 0) == (int64_t)blocks)) {
        (void)mw_keep_number(meter, call->object, STATUS, VERIFICATION_INITIATED);
        result = mw_port_image_verify(call->object);
        if (result != MW_TEMPORARY_FAILURE) {
            (void)mw_keep_number(meter, call->object, STATUS, (result == MW_SUCCESS) ? VERIFIED : VERIFICATION_FAILED);
        }
    }
    return result;
}

void mw_image_activated(const mw_meter_t *meter, uint16_t object, bool good)
{
    (void)mw_keep_number(meter, object, STATUS, good ? ACTIVATED : ACTIVATION_FAILED);
    (void)mw_drain(meter);
}

static uint8_t activate(const mw_meter_t *meter, const mw_call_t *call)
{
    uint8_t result = MW_OTHER_REASON;

    if (mw_number_of(meter, call->object, STATUS, 0) == VERIFIED) {
        (void)mw_keep_number(meter, call->object, STATUS, ACTIVATION_INITIATED);
        result = mw_port_image_activate(call->object);
        if (result == MW_SUCCESS) {
            (void)mw_keep_number(meter, call->object, STATUS, ACTIVATED);
        } else if (result != MW_TEMPORARY_FAILURE) {
            (void)mw_keep_number(meter, call->object, STATUS, ACTIVATION_FAILED);
        } else {
            /* mw_image_activated says how it ends */
        }
    }
    return result;
}

uint8_t mw_image(const mw_meter_t *meter, mw_call_t *call)
{
    uint8_t result = MW_OTHER_REASON;

    if (mw_number_of(meter, call->object, TRANSFER_ENABLED, 0) == 0) {
        /* no image may be transferred */
    } else if (call->method == 1U) {
        result = initiate(meter, call);
    } else if (call->method == 2U) {
        result = take_block(meter, call);
    } else if (call->method == 3U) {
        result = verify(meter, call);
    } else {
        result = activate(meter, call);
    }
    return result;
}

#endif
