/* SPDX-License-Identifier: EPL-2.0 */
/*
 * The loader of images, given octets of any kind behind a header that is right in length and checksum, so that what stands behind it is looked at. Input: an
 * octet that says how; then either a whole image, or changes of the genuine one, each a place in two octets and its new octet. What is refused leaves the
 * root alone; what is taken lies within the image, each table with as many rows as the root says, and is read from one end to the other: every attribute as
 * the firmware and as each association reads it, every step of every trigger, every right.
 */
#include "fuzz.h"

#include "mw_check.h"
#include "mw_find.h"
#include "mw_get.h"
#include "mw_loader.h"
#include "mw_objects.h"
#include "mw_range.h"
#include "mw_store.h"
#include "mw_trigger.h"

#include <stdlib.h>
#include <string.h>

#define WHOLE   0x01U /* the input is the image                   */
#define AS_IS   0x02U /* length and checksum are the input's too  */
#define CUT     0x04U /* octets are missing at the end, or too many */
#define CHANGES 64U
#define PIECE   200U
#define PIECES  1000U
#define ATTRIBUTES 20U
#define SLOTS      255U

int LLVMFuzzerTestOneInput(const uint8_t *octets, size_t length);

/* What "run" has made of the generated image in Intel HEX. */
static const uint8_t genuine[] = {
#include "fuzz_image.h"
};

static void must(bool condition)
{
    if (!condition) {
        abort();
    }
}

static uint32_t u32(const uint8_t *octets)
{
    return (uint32_t)octets[0] | ((uint32_t)octets[1] << 8U) | ((uint32_t)octets[2] << 16U) | ((uint32_t)octets[3] << 24U);
}

static void put_u32(uint8_t *octets, uint32_t value)
{
    for (uint32_t i = 0U; i < 4U; i++) {
        octets[i] = (uint8_t)((value >> (8U * i)) & 0xFFU);
    }
}

/* Length and checksum as they should be. */
static void seal(uint8_t *image, uint32_t length)
{
    if (length >= MW_LOADER_HEADER) {
        put_u32(&image[8], length);
        put_u32(&image[12], mw_crc32(MW_CRC_START, &image[16], length - 16U) ^ MW_CRC_END);
    }
}

/* Takes memory for an image of exactly its size. */
static uint8_t *make(input_t *input, uint8_t how, uint32_t *length)
{
    const uint8_t *rest;
    uint8_t *image;

    if ((how & WHOLE) != 0U) {
        const uint32_t left = (uint32_t)(input->length - input->at);
        rest = &input->octets[input->at];
        *length = left;
        image = malloc((left == 0U) ? 1U : left);
        must(image != NULL);
        (void)memcpy(image, rest, left);
    } else {
        const uint32_t octets = ((how & CUT) != 0U) ? (((uint32_t)fuzz_octet(input) << 8U) | fuzz_octet(input)) : (uint32_t)sizeof genuine;
        *length = octets;
        image = calloc((octets == 0U) ? 1U : octets, 1U);
        must(image != NULL);
        (void)memcpy(image, genuine, (octets < sizeof genuine) ? octets : sizeof genuine);
        for (uint32_t i = 0U; (i < CHANGES) && (input->at < input->length) && (octets > 0U); i++) {
            const uint32_t at = ((uint32_t)fuzz_octet(input) << 8U) | fuzz_octet(input);
            image[at % octets] = fuzz_octet(input);
        }
    }
    return image;
}

static void inside(const uint8_t *image, uint32_t length, const void *table, uint32_t octets)
{
    const uint8_t *first = table;

    if (first == NULL) {
        must(octets == 0U);
    } else {
        must((first >= image) && (first <= &image[length]) && (octets <= (uint32_t)(&image[length] - first)) && (((uint32_t)(first - image) & 3U) == 0U));
    }
}

#define INSIDE(member, rows) inside(image, length, meter->member, (uint32_t)(rows) * (uint32_t)sizeof *meter->member)

static void check(const uint8_t *image, uint32_t length, const mw_meter_t *meter)
{
    INSIDE(device, meter->devices);
    INSIDE(key, meter->objects);
    if (meter->wide_run == NULL) {
        INSIDE(run, meter->runs);
    } else {
        INSIDE(wide_run, meter->runs);
    }
    INSIDE(association, meter->associations);
    INSIDE(context, meter->associations);
    INSIDE(slot, meter->slots);
    INSIDE(profile, meter->profiles);
    INSIDE(trigger, meter->triggers);
    INSIDE(source, meter->sources);
    INSIDE(push, meter->pushes);
    INSIDE(alert, meter->alerts);
    INSIDE(activation, meter->activations);
    INSIDE(first, meter->firsts);
    INSIDE(threshold, meter->thresholds);
    INSIDE(type, meter->types);
    must(mw_valid(meter));
}

/* Reads an attribute in pieces, as the firmware (association MW_NONE8) or as a client. */
static void read_all(const mw_meter_t *meter, uint16_t object, uint8_t attribute, uint8_t association)
{
    const mw_request_t request = { object, attribute, (association == MW_NONE8) ? 0U : association, MW_AUTHENTICATED | MW_ENCRYPTED };
    static uint8_t piece[PIECE];
    mw_cursor_t cursor;
    uint8_t result = MW_SUCCESS;

    mw_start(&cursor);
    for (uint32_t i = 0U; (i < PIECES) && (result == MW_SUCCESS) && !cursor.done; i++) {
        uint32_t count = 0U;
        result = (association == MW_NONE8) ? mw_read(meter, &request, &cursor, piece, PIECE, &count) : mw_get(meter, &request, &cursor, piece, PIECE, &count);
        must((result != MW_SUCCESS) || (count <= PIECE));
    }
}

/* Goes wherever the tables lead. */
static void follow(const mw_meter_t *meter)
{
    static const uint8_t structure[] = { MW_STRUCTURE, 2U, MW_UNSIGNED, 1U, MW_OCTET_STRING, 1U, 7U };

    mw_restore_ram(meter);
    mw_restore_nvm(meter);
    for (uint32_t object = 0U; object < meter->objects; object++) {
        for (uint8_t attribute = 1U; attribute < ATTRIBUTES; attribute++) {
            read_all(meter, (uint16_t)object, attribute, MW_NONE8);
            (void)mw_check_value(meter, (uint16_t)object, attribute, structure, sizeof structure);
        }
        for (uint32_t a = 0U; a < meter->associations; a++) {
            read_all(meter, (uint16_t)object, 2U, (uint8_t)a);
            (void)mw_method_mode(meter, (uint8_t)a, (uint16_t)object, 1U);
        }
    }
    for (uint32_t t = 0U; t < meter->triggers; t++) {
        (void)mw_guard(meter, (uint16_t)t);
        for (uint32_t n = 0U; n < mw_steps(meter, (uint16_t)t); n++) {
            mw_step_t step;
            mw_step(meter, (uint16_t)t, (uint16_t)n, &step);
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *octets, size_t length)
{
    const mw_meter_t *own = fuzz_meter();
    const mw_firmware_t firmware = { own->handler, own->setter, own->log_memory, own->ram, own->nvm, (uint32_t)genuine[54] | ((uint32_t)genuine[55] << 8U), u32(&genuine[48]),
        own->ram_octets, own->nvm_octets, u32(&genuine[56]), SLOTS };
    mw_meter_t before;
    mw_meter_t meter;
    input_t input = { octets, length, 0U };
    const uint8_t how = fuzz_octet(&input);
    uint32_t size;
    uint8_t *image = make(&input, how, &size);
    uint8_t result;

    if ((how & AS_IS) == 0U) {
        seal(image, size);
    }
    (void)memset(&before, 0xA5, sizeof before);
    meter = before;
    result = mw_loader_load(image, size, &firmware, &meter);
    must(result <= MW_LOADER_TABLES_BAD);
    if (result == MW_LOADER_GOOD) {
        check(image, size, &meter);
        follow(&meter);
    } else {
        must(memcmp(&meter, &before, sizeof meter) == 0);
    }
    free(image);
    return 0;
}
