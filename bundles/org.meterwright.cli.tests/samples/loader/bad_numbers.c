/* SPDX-License-Identifier: EPL-2.0 */
/*
 * Loads the images that the command line names, with as much storage as each asks for, and says "refused NAME" of one that is not taken. Then, unless the first word is "genuine", it makes each number
 * that leads somewhere lead nowhere, one at a time and under a right checksum: the loader must refuse what comes out. It says "bad FIELD" of each field that a
 * table of the image has, and "taken FIELD" where the loader took a bad one. The same of rows that are swapped with their neighbours where others look for them by halves, and of numbers that
 * are repeated from the row before, so that two rows claim the same name, key or storage.
 */
#include "mw_check.h"
#include "mw_loader.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DIRECTORY 64U
#define ENTRY     12U
#define ROOT      0xFFU
/* Rows of a table that are spoilt, if it has more. */
#define ROWS      24U
/* Slots of the key store: no number of a slot leads nowhere but the one that means none. */
#define KEY_SLOTS 255U

/* All rows; all but the first, which leads nowhere; all but the last, which ends the table; some row: others do not use the number. */
typedef enum { ALL, BEHIND_FIRST, BEFORE_LAST, SOME } which_t;

/* A number of a table: where in a row, how wide, and a value that leads nowhere. */
typedef struct {
    const char *name;
    uint32_t table;
    uint32_t row;
    uint32_t at;
    uint32_t width;
    uint32_t bad;
    which_t which;
} field_t;

#define FIELD(number, type, member, bad, which) { #type "." #member, number, sizeof(type), offsetof(type, member), sizeof(((type *)NULL)->member), bad, which }
#define NUMBERS(number, name, octets, bad, which) { name, number, octets, 0U, octets, bad, which }
#define AT_ROOT(name, at, width, bad) { "root." name, ROOT, 0U, at, width, bad, ALL }

static const field_t fields[] = {
    AT_ROOT("magic", 0U, 4U, 7U), AT_ROOT("layout", 12U, 2U, 1U), AT_ROOT("objects", 14U, 2U, 0xFFF0U), AT_ROOT("runs", 16U, 2U, 0xFFF0U),
    AT_ROOT("simple_patterns", 18U, 2U, 0xFFF0U), AT_ROOT("simple_patterns of none", 18U, 2U, 0U), AT_ROOT("triggers", 20U, 2U, 0xFFF0U),
    AT_ROOT("sources", 22U, 2U, 0xFFF0U), AT_ROOT("alerts", 24U, 2U, 0xFFF0U), AT_ROOT("pushes", 26U, 2U, 0xFFF0U), AT_ROOT("activations", 28U, 2U, 0xFFF0U),
    AT_ROOT("firsts", 30U, 2U, 0xFFF0U), AT_ROOT("slots", 32U, 2U, 0xFFF0U), AT_ROOT("profiles", 34U, 2U, 0xFFF0U), AT_ROOT("thresholds", 36U, 2U, 0xFFF0U),
    AT_ROOT("types", 38U, 2U, 0xFFF0U), AT_ROOT("devices", 40U, 1U, 0xFEU), AT_ROOT("associations", 41U, 1U, 0xFEU), AT_ROOT("pool_shift", 42U, 1U, 31U),
    AT_ROOT("pattern_shift", 43U, 1U, 31U), AT_ROOT("ram_shift", 44U, 1U, 31U), AT_ROOT("nvm_shift", 45U, 1U, 31U),
    FIELD(0U, mw_device_t, access, 0xFFF0U, SOME), FIELD(0U, mw_device_t, current, 0xFFF0U, ALL), FIELD(0U, mw_device_t, cls, 0xFEU, ALL),
    FIELD(0U, mw_device_t, classes, 0xFEU, ALL), FIELD(0U, mw_device_t, association, 0xFEU, ALL), FIELD(0U, mw_device_t, associations, 0xFEU, ALL),
    FIELD(1U, mw_class_t, group, 0xFFF0U, ALL), FIELD(1U, mw_class_t, device, 0xFEU, BEFORE_LAST),
    FIELD(2U, mw_group_t, first, 0xFFF0U, ALL), FIELD(2U, mw_group_t, cls, 0xFEU, BEFORE_LAST),
    FIELD(4U, mw_run_t, first, 0xFFF0U, ALL), FIELD(4U, mw_run_t, slot, 0xFFF0U, SOME), FIELD(4U, mw_run_t, shape, 0xFEU, ALL), FIELD(4U, mw_run_t, access, 0xFEU, SOME),
    FIELD(5U, mw_wide_run_t, first, 0xFFF0U, ALL), FIELD(5U, mw_wide_run_t, slot, 0xFFF0U, SOME), FIELD(5U, mw_wide_run_t, shape, 0xFFF0U, ALL),
    FIELD(5U, mw_wide_run_t, access, 0xFFF0U, ALL),
    FIELD(6U, mw_pair_t, ram, 0xFFF0U, SOME), FIELD(6U, mw_pair_t, nvm, 0xFFF0U, SOME), FIELD(6U, mw_pair_t, ram_stride, 0xFFF0U, SOME),
    FIELD(6U, mw_pair_t, nvm_stride, 0xFFF0U, SOME),
    FIELD(7U, mw_shape_t, attribute, 0xFFF0U, ALL), FIELD(7U, mw_shape_t, count, 0xFFU, SOME), FIELD(7U, mw_shape_t, stride, MW_PAIRED, SOME), { "mw_shape_t.stride of 1", 7U, sizeof(mw_shape_t), offsetof(mw_shape_t, stride), 1U, 1U, SOME },
    NUMBERS(8U, "op", 1U, 0x1FU, ALL), NUMBERS(8U, "op of no tag", 1U, MW_OP_RAM | MW_OP_TAG, ALL), NUMBERS(9U, "ref", 2U, 0xFFF0U, SOME),
    FIELD(10U, mw_form_t, offset, 0xFFFFU, SOME), FIELD(10U, mw_form_t, program, 0xFFF0U, ALL), NUMBERS(11U, "pool", 1U, 0xEEU, SOME),
    FIELD(12U, mw_list_t, first, 0xFFF0U, ALL), FIELD(12U, mw_list_t, count, MW_LIST_COUNT, ALL), FIELD(13U, mw_column_t, high, 0xFEU, SOME),
    NUMBERS(14U, "access", 1U, 0xFEU, ALL), NUMBERS(15U, "wide_access", 2U, 0xFFF0U, ALL), NUMBERS(16U, "pattern", 2U, 0xFFF0U, BEHIND_FIRST),
    NUMBERS(17U, "mode", 1U, 0xFFU, SOME), NUMBERS(18U, "selectors", 2U, 0xFFF0U, BEHIND_FIRST),
    FIELD(19U, mw_association_t, object, 0xFFF0U, ALL), FIELD(19U, mw_association_t, entries, 0xFFF0U, ALL), FIELD(19U, mw_association_t, order, 0xFFF0U, ALL),
    FIELD(19U, mw_association_t, device, 0xFEU, ALL), FIELD(19U, mw_association_t, column, 0xFEU, ALL), FIELD(20U, mw_context_t, security, 0xFFF0U, ALL),
    FIELD(21U, mw_slot_t, object, 0xFFF0U, ALL), FIELD(21U, mw_slot_t, key, 0xFEU, ALL), FIELD(21U, mw_slot_t, slot, KEY_SLOTS, ALL),
    FIELD(22U, mw_profile_t, base, 0xFFFFFFF0U, ALL), FIELD(22U, mw_profile_t, entries, 0xFFFFFFF0U, ALL), { "mw_profile_t.entries of none", 22U, 16U, 4U, 4U, 0U, ALL },
    FIELD(22U, mw_profile_t, object, 0xFFF0U, ALL), FIELD(22U, mw_profile_t, program, 0xFFF0U, ALL), FIELD(22U, mw_profile_t, row, 0U, ALL),
    NUMBERS(23U, "order", 2U, 0xFFF0U, ALL),
    FIELD(24U, mw_trigger_t, alert, 0xFFF0U, SOME), FIELD(24U, mw_trigger_t, log, 0x7DU, SOME), FIELD(24U, mw_trigger_t, push, 0x7DU, SOME),
    NUMBERS(25U, "log", 2U, 0xFFF0U, ALL), FIELD(26U, mw_block_t, guard, 0xFFF0U, ALL), FIELD(26U, mw_block_t, first, 0xFFF0U, ALL),
    FIELD(26U, mw_block_t, count, 0xFFF0U, ALL), FIELD(27U, mw_step_t, op, 0x77U, ALL), FIELD(27U, mw_step_t, target, 0xFFF0U, SOME),
    FIELD(27U, mw_step_t, param, 0xFFF0U, SOME), FIELD(28U, mw_source_t, object, 0xFFF0U, ALL),
    FIELD(29U, mw_push_t, object, 0xFFF0U, ALL), FIELD(29U, mw_push_t, list, 0xFFF0U, ALL), FIELD(29U, mw_push_t, security, 0xFFF0U, ALL),
    FIELD(29U, mw_push_t, partner, 0xFEU, ALL), FIELD(30U, mw_alert_t, list, 0xFFF0U, ALL), FIELD(30U, mw_alert_t, push, 0xFEU, ALL),
    FIELD(31U, mw_activation_t, passive, 0xFFF0U, ALL), FIELD(31U, mw_activation_t, active, 0xFFF0U, ALL), FIELD(31U, mw_activation_t, object, 0xFFF0U, ALL),
    FIELD(32U, mw_first_t, object, 0xFFF0U, ALL), FIELD(32U, mw_first_t, value, 0xFFF0U, ALL),
    FIELD(33U, mw_threshold_t, object, 0xFFF0U, ALL), FIELD(33U, mw_threshold_t, threshold, 0xFFF0U, ALL), FIELD(33U, mw_threshold_t, back, 0xFFF0U, ALL),
    FIELD(34U, mw_type_t, first, 0xFFF0U, ALL), FIELD(34U, mw_type_t, program, 0xFFF0U, ALL), FIELD(34U, mw_type_t, count, 0xFFU, SOME)
};

#define FIELDS (sizeof fields / sizeof fields[0])

/* Octets of a row that change places with those of the next one, or that are those of the row before. */
typedef struct {
    const char *name;
    uint32_t table;
    uint32_t row;
    uint32_t at;
    uint32_t width;
    bool swapped;
    which_t which;
} pair_t;

#define SWAP(number, type, which) { "swapped " #type, number, sizeof(type), 0U, sizeof(type), true, which }
#define REPEAT(number, type, member, which) { "repeated " #type "." #member, number, sizeof(type), offsetof(type, member), sizeof(((type *)NULL)->member), false, which }

static const pair_t pairs[] = {
    SWAP(1U, mw_class_t, SOME), { "repeated class", 1U, sizeof(mw_class_t), 0U, 5U, false, SOME }, SWAP(2U, mw_group_t, SOME), SWAP(3U, mw_key_t, SOME),
    { "repeated mw_key_t", 3U, sizeof(mw_key_t), 0U, sizeof(mw_key_t), false, SOME }, SWAP(4U, mw_run_t, ALL), SWAP(5U, mw_wide_run_t, ALL), REPEAT(4U, mw_run_t, slot, SOME),
    REPEAT(5U, mw_wide_run_t, slot, SOME), REPEAT(6U, mw_pair_t, ram, SOME), REPEAT(6U, mw_pair_t, nvm, SOME), { "repeated ref", 9U, 2U, 0U, 2U, false, SOME }, SWAP(21U, mw_slot_t, SOME),
    REPEAT(21U, mw_slot_t, key, SOME), REPEAT(22U, mw_profile_t, base, ALL), SWAP(24U, mw_trigger_t, SOME), SWAP(28U, mw_source_t, SOME), SWAP(30U, mw_alert_t, ALL),
    REPEAT(30U, mw_alert_t, code, ALL), SWAP(34U, mw_type_t, ALL), { "repeated mw_type_t", 34U, sizeof(mw_type_t), 0U, sizeof(mw_type_t), false, ALL }
};

#define PAIRS (sizeof pairs / sizeof pairs[0])

static uint8_t ram[1U << 22U];
static uint8_t nvm[1U << 22U];
static mw_handler_t handlers[1U << 16U];

static uint8_t answer(uint16_t object, uint8_t attribute, mw_piece_t *piece)
{
    (void)object;
    (void)attribute;
    piece->length = 0U;
    piece->more = false;
    return 11U;
}

static uint32_t number_at(const uint8_t *octets, uint32_t width)
{
    uint32_t number = 0U;

    for (uint32_t i = 0U; i < width; i++) {
        number |= (uint32_t)octets[i] << (8U * i);
    }
    return number;
}

static void put_number(uint8_t *octets, uint32_t width, uint32_t number)
{
    for (uint32_t i = 0U; i < width; i++) {
        octets[i] = (uint8_t)((number >> (8U * i)) & 0xFFU);
    }
}

static uint8_t load(uint8_t *image, uint32_t length)
{
    const mw_firmware_t firmware = { handlers, NULL, NULL, ram, nvm, number_at(&image[54], 2U), number_at(&image[48], 4U), sizeof ram, sizeof nvm, number_at(&image[56], 4U), KEY_SLOTS };
    mw_meter_t meter;

    put_number(&image[12], 4U, mw_crc32(MW_CRC_START, &image[16], length - 16U) ^ MW_CRC_END);
    return mw_loader_load(image, length, &firmware, &meter);
}

static bool is_refused(uint8_t *image, uint32_t length)
{
    const uint8_t result = load(image, length);

    return (result == MW_LOADER_TABLES_BAD) || (result == MW_LOADER_MISFIT);
}

/* Puts a bad number into one row after another; returns how many of the images were taken, of `tried`. */
static uint32_t spoil(uint8_t *image, uint32_t length, const field_t *field, uint8_t *table, uint32_t octets, uint32_t *tried)
{
    const uint32_t row = (field->row == 0U) ? octets : field->row;
    const uint32_t rows = octets / row;
    const uint32_t end = (field->which == BEFORE_LAST) ? (rows - 1U) : rows;
    uint32_t taken = 0U;

    *tried = 0U;
    for (uint32_t i = (field->which == BEHIND_FIRST) ? 1U : 0U; i < end; i += 1U + (rows / ROWS)) {
        uint8_t *octet = &table[(i * row) + field->at];
        const uint32_t good = number_at(octet, field->width);
        if (good != field->bad) {
            put_number(octet, field->width, field->bad);
            taken += is_refused(image, length) ? 0U : 1U;
            (*tried)++;
            put_number(octet, field->width, good);
        }
    }
    return taken;
}

/* Changes octets of two rows that follow one another, in one pair after another; returns how many of the images were taken, of `tried`. */
static uint32_t disorder(uint8_t *image, uint32_t length, const pair_t *pair, uint8_t *table, uint32_t octets, uint32_t *tried)
{
    const uint32_t rows = octets / pair->row;
    uint32_t taken = 0U;

    *tried = 0U;
    for (uint32_t i = 1U; i < rows; i += 1U + (rows / (8U * ROWS))) {
        uint8_t first[sizeof(mw_threshold_t)];
        uint8_t second[sizeof(mw_threshold_t)];
        uint8_t *octet = &table[(i * pair->row) + pair->at];
        uint8_t *before = &table[((i - 1U) * pair->row) + pair->at];
        if (memcmp(before, octet, pair->width) != 0) {
            (void)memcpy(first, before, pair->width);
            (void)memcpy(second, octet, pair->width);
            (void)memcpy(octet, first, pair->width);
            (void)memcpy(before, pair->swapped ? second : first, pair->width);
            taken += is_refused(image, length) ? 0U : 1U;
            (*tried)++;
            (void)memcpy(before, first, pair->width);
            (void)memcpy(octet, second, pair->width);
        }
    }
    return taken;
}

static void tell(const char *name, which_t which, uint32_t taken, uint32_t tried)
{
    if (tried == 0U) {
        /* no row to spoil */
    } else if ((which == SOME) ? (taken < tried) : (taken == 0U)) {
        printf("bad %s\n", name);
    } else if (which != SOME) {
        printf("taken %s: %u of %u\n", name, (unsigned)taken, (unsigned)tried);
    } else {
        /* no row of this image uses the number */
    }
}

static void try_pair(uint8_t *image, uint32_t length, const pair_t *pair)
{
    const uint32_t end = DIRECTORY + (ENTRY * number_at(&image[52], 2U));

    for (uint32_t entry = DIRECTORY; entry < end; entry += ENTRY) {
        if (image[entry] == pair->table) {
            uint32_t tried;
            const uint32_t taken = disorder(image, length, pair, &image[number_at(&image[entry + 4U], 4U)], number_at(&image[entry + 8U], 4U), &tried);
            tell(pair->name, pair->which, taken, tried);
        }
    }
}

/* Lets each section begin where the one before it does. */
static void try_sections(uint8_t *image, uint32_t length)
{
    uint32_t tried;
    const pair_t offset = { "repeated section", 0U, ENTRY, 4U, 4U, false, ALL };
    const uint32_t taken = disorder(image, length, &offset, &image[DIRECTORY], ENTRY * number_at(&image[52], 2U), &tried);

    tell(offset.name, offset.which, taken, tried);
}

static void try_field(uint8_t *image, uint32_t length, const field_t *field)
{
    const uint32_t end = DIRECTORY + (ENTRY * number_at(&image[52], 2U));

    for (uint32_t entry = DIRECTORY; entry < end; entry += ENTRY) {
        if (image[entry] == field->table) {
            uint32_t tried;
            const uint32_t taken = spoil(image, length, field, &image[number_at(&image[entry + 4U], 4U)], number_at(&image[entry + 8U], 4U), &tried);
            tell(field->name, field->which, taken, tried);
        }
    }
}

int main(int count, char **names)
{
    const bool genuine = (count > 1) && (strcmp(names[1], "genuine") == 0);

    for (uint32_t i = 0U; i < (uint32_t)(sizeof handlers / sizeof handlers[0]); i++) {
        handlers[i] = answer;
    }
    for (int i = genuine ? 2 : 1; i < count; i++) {
        static uint8_t read[1U << 22U];
        FILE *file = fopen(names[i], "rb");
        const uint32_t length = (file == NULL) ? 0U : (uint32_t)fread(read, 1U, sizeof read, file);
        uint8_t *image = malloc(length + 1U); /* of its own size: whatever reads behind it is seen */
        if ((image == NULL) || (length < DIRECTORY) || (fclose(file) != 0)) {
            return 1;
        }
        (void)memcpy(image, read, length);
        if (load(image, length) != MW_LOADER_GOOD) {
            printf("refused %s\n", names[i]);
        } else {
            for (uint32_t f = 0U; (f < FIELDS) && !genuine; f++) {
                try_field(image, length, &fields[f]);
            }
            for (uint32_t p = 0U; (p < PAIRS) && !genuine; p++) {
                try_pair(image, length, &pairs[p]);
            }
            if (!genuine) {
                try_sections(image, length);
            }
        }
        free(image);
    }
    for (uint32_t f = 0U; f < FIELDS; f++) {
        printf("field %s\n", fields[f].name);
    }
    for (uint32_t p = 0U; p < PAIRS; p++) {
        printf("field %s\n", pairs[p].name);
    }
    printf("field repeated section\n");
    return 0;
}
