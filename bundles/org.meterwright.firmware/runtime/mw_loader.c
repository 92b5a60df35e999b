/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_loader.h"

#include "mw_check.h"
#include "mw_config.h"
#include "mw_loader_check.h"

/* Places in the header. */
#define AT_VERSION     4U
#define AT_LAYOUT      6U
#define AT_LENGTH      8U
#define AT_CRC         12U
#define AT_MODEL       16U
#define AT_HANDLERS_ID 48U
#define AT_SECTIONS    52U
#define AT_HANDLERS    54U
#define AT_LOG         56U

#define ROOT 0xFFU
#define MOST 64U

/* The directory: where tables begin, by number, and their octets. */
typedef struct {
    const uint8_t *at[MOST];
    uint32_t octets[MOST];
    const uint8_t *root;
    uint32_t root_octets;
} directory_t;

/* Reads the root's numbers one after another. */
typedef struct {
    const uint8_t *at;
    uint32_t left;
    bool bad;
} numbers_t;

static uint32_t u16(const uint8_t *octets)
{
    return (uint32_t)octets[0] | ((uint32_t)octets[1] << 8U);
}

static uint32_t u32(const uint8_t *octets)
{
    return u16(octets) | (u16(&octets[2]) << 16U);
}

static uint32_t take(numbers_t *numbers, uint32_t width)
{
    uint32_t number = 0U;

    if (numbers->left < width) {
        numbers->bad = true;
    } else {
        for (uint32_t i = 0U; i < width; i++) {
            number |= (uint32_t)numbers->at[i] << (8U * i);
        }
        numbers->at = &numbers->at[width];
        numbers->left -= width;
    }
    return number;
}

static uint16_t take16(numbers_t *numbers)
{
    return (uint16_t)take(numbers, 2U);
}

static uint8_t take8(numbers_t *numbers)
{
    return (uint8_t)take(numbers, 1U);
}

/* Reads the directory; false when a section lies outside or in another one, is not aligned, or is there twice. */
static bool read_directory(const uint8_t *image, uint32_t length, directory_t *directory)
{
    const uint32_t sections = u16(&image[AT_SECTIONS]);
    const uint32_t begin = MW_LOADER_HEADER + (sections * MW_LOADER_ENTRY);
    uint32_t end = begin;
    bool good = (sections <= MOST) && (begin <= length);

    for (uint32_t i = 0U; i < MOST; i++) {
        directory->at[i] = NULL;
        directory->octets[i] = 0U;
    }
    directory->root = NULL;
    directory->root_octets = 0U;
    for (uint32_t i = 0U; good && (i < sections); i++) {
        const uint8_t *entry = &image[MW_LOADER_HEADER + (i * MW_LOADER_ENTRY)];
        const uint32_t offset = u32(&entry[4]);
        const uint32_t octets = u32(&entry[8]);
        good = (offset >= end) && ((offset & 3U) == 0U) && (offset <= length) && (octets <= (length - offset));
        end = offset + octets;
        if (!good) {
            /* outside */
        } else if (entry[0] == ROOT) {
            directory->root = &image[offset];
            directory->root_octets = octets;
        } else if ((entry[0] < MOST) && (directory->at[entry[0]] == NULL)) {
            directory->at[entry[0]] = &image[offset];
            directory->octets[entry[0]] = octets;
        } else {
            good = false;
        }
    }
    return good && (directory->root != NULL);
}

static bool read_root(const directory_t *directory, mw_meter_t *meter)
{
    numbers_t numbers = { directory->root, directory->root_octets, false };

    meter->magic = take(&numbers, 4U);
    meter->ram_octets = take(&numbers, 4U);
    meter->nvm_octets = take(&numbers, 4U);
    meter->layout = take16(&numbers);
    meter->objects = take16(&numbers);
    meter->runs = take16(&numbers);
    meter->simple_patterns = take16(&numbers);
    meter->triggers = take16(&numbers);
    meter->sources = take16(&numbers);
    meter->alerts = take16(&numbers);
    meter->pushes = take16(&numbers);
    meter->activations = take16(&numbers);
    meter->firsts = take16(&numbers);
    meter->slots = take16(&numbers);
    meter->profiles = take16(&numbers);
    meter->thresholds = take16(&numbers);
    meter->types = take16(&numbers);
    meter->devices = take8(&numbers);
    meter->associations = take8(&numbers);
    meter->pool_shift = take8(&numbers);
    meter->pattern_shift = take8(&numbers);
    meter->ram_shift = take8(&numbers);
    meter->nvm_shift = take8(&numbers);
    return !numbers.bad && (numbers.left == 0U);
}

/* Tells whether a table has as many rows as the root says. */
static bool holds(const directory_t *directory, uint32_t table, size_t row, uint32_t rows)
{
    return directory->octets[table] == (rows * (uint32_t)row);
}

#define TABLE(number, type) ((const type *)(const void *)directory->at[number])

static bool place_tables(const directory_t *directory, mw_meter_t *meter)
{
    meter->device = TABLE(0, mw_device_t);
    meter->cls = TABLE(1, mw_class_t);
    meter->group = TABLE(2, mw_group_t);
    meter->key = TABLE(3, mw_key_t);
    meter->run = TABLE(4, mw_run_t);
    meter->wide_run = TABLE(5, mw_wide_run_t);
    meter->pair = TABLE(6, mw_pair_t);
    meter->shape = TABLE(7, mw_shape_t);
    meter->op = TABLE(8, uint8_t);
    meter->ref = TABLE(9, uint16_t);
    meter->form = TABLE(10, mw_form_t);
    meter->pool = TABLE(11, uint8_t);
    meter->list = TABLE(12, mw_list_t);
    meter->column = TABLE(13, mw_column_t);
    meter->access = TABLE(14, uint8_t);
    meter->wide_access = TABLE(15, uint16_t);
    meter->pattern = TABLE(16, uint16_t);
    meter->mode = TABLE(17, uint8_t);
    meter->selectors = TABLE(18, uint16_t);
    meter->association = TABLE(19, mw_association_t);
    meter->context = TABLE(20, mw_context_t);
    meter->slot = TABLE(21, mw_slot_t);
    meter->profile = TABLE(22, mw_profile_t);
    meter->order = TABLE(23, uint16_t);
    meter->trigger = TABLE(24, mw_trigger_t);
    meter->log = TABLE(25, uint16_t);
    meter->block = TABLE(26, mw_block_t);
    meter->step = TABLE(27, mw_step_t);
    meter->source = TABLE(28, mw_source_t);
    meter->push = TABLE(29, mw_push_t);
    meter->alert = TABLE(30, mw_alert_t);
    meter->activation = TABLE(31, mw_activation_t);
    meter->first = TABLE(32, mw_first_t);
    meter->threshold = TABLE(33, mw_threshold_t);
    meter->type = TABLE(34, mw_type_t);
    return holds(directory, 3U, sizeof(mw_key_t), meter->objects)
        && ((meter->run == NULL) ? holds(directory, 5U, sizeof(mw_wide_run_t), meter->runs) : holds(directory, 4U, sizeof(mw_run_t), meter->runs))
        && ((meter->run == NULL) != (meter->wide_run == NULL)) && ((meter->access == NULL) || (meter->wide_access == NULL))
        && holds(directory, 0U, sizeof(mw_device_t), meter->devices)
        && holds(directory, 9U, 2U, directory->octets[8]) && holds(directory, 19U, sizeof(mw_association_t), meter->associations)
        && holds(directory, 20U, sizeof(mw_context_t), meter->associations) && holds(directory, 21U, sizeof(mw_slot_t), meter->slots)
        && holds(directory, 22U, sizeof(mw_profile_t), meter->profiles) && holds(directory, 24U, sizeof(mw_trigger_t), meter->triggers)
        && holds(directory, 28U, sizeof(mw_source_t), meter->sources) && holds(directory, 29U, sizeof(mw_push_t), meter->pushes)
        && holds(directory, 30U, sizeof(mw_alert_t), meter->alerts) && holds(directory, 31U, sizeof(mw_activation_t), meter->activations)
        && holds(directory, 32U, sizeof(mw_first_t), meter->firsts) && holds(directory, 33U, sizeof(mw_threshold_t), meter->thresholds)
        && holds(directory, 34U, sizeof(mw_type_t), meter->types);
}

static uint8_t check_header(const uint8_t *image, uint32_t length)
{
    uint8_t result = MW_LOADER_GOOD;

    if ((length < MW_LOADER_HEADER) || (u32(image) != MW_LOADER_MAGIC)) {
        result = MW_LOADER_MAGIC_BAD;
    } else if (u32(&image[AT_LENGTH]) != length) {
        result = MW_LOADER_LENGTH_BAD;
    } else if ((mw_crc32(MW_CRC_START, &image[AT_MODEL], length - AT_MODEL) ^ MW_CRC_END) != u32(&image[AT_CRC])) {
        result = MW_LOADER_CRC_BAD;
    } else if ((u16(&image[AT_VERSION]) != MW_LOADER_VERSION) || (u16(&image[AT_LAYOUT]) != MW_LAYOUT)) {
        result = MW_LOADER_OTHER;
    } else {
        /* good so far */
    }
    return result;
}

#if MW_HAVE_LOADER_CHECK

/* Tells whether the tables lead nowhere but into one another, the storage and the log memory of the firmware. */
static bool is_sound(const directory_t *directory, const mw_meter_t *meter, const mw_firmware_t *firmware)
{
    const mw_loader_rows_t rows = {
        directory->octets[1] / (uint32_t)sizeof(mw_class_t), directory->octets[2] / (uint32_t)sizeof(mw_group_t), directory->octets[6] / (uint32_t)sizeof(mw_pair_t),
        directory->octets[7] / (uint32_t)sizeof(mw_shape_t), directory->octets[8], directory->octets[10] / (uint32_t)sizeof(mw_form_t), directory->octets[11],
        directory->octets[12] / (uint32_t)sizeof(mw_list_t), directory->octets[13] / (uint32_t)sizeof(mw_column_t),
        (meter->wide_access != NULL) ? (directory->octets[15] / 2U) : directory->octets[14], directory->octets[16] / 2U, directory->octets[17],
        directory->octets[18] / 2U, directory->octets[23] / 2U, directory->octets[25] / 2U, directory->octets[26] / (uint32_t)sizeof(mw_block_t),
        directory->octets[27] / (uint32_t)sizeof(mw_step_t), firmware->handlers, firmware->log_octets
    };

    return mw_loader_objects_sound(meter, &rows) && mw_loader_rest_sound(meter, &rows);
}

#endif

/* Tells whether the key store has the slots of all keys and secrets. */
static bool has_slots(const mw_firmware_t *firmware, const mw_meter_t *meter)
{
    bool good = true;

    for (uint32_t i = 0U; i < meter->slots; i++) {
        good = good && (meter->slot[i].slot < firmware->key_slots);
    }
    for (uint32_t i = 0U; i < meter->associations; i++) {
        good = good && ((meter->context[i].secret == MW_NONE8) || (meter->context[i].secret < firmware->key_slots));
    }
    return good;
}

/* Tells whether the firmware has what an image wants: functions, memories, key slots, and room for the longest row of a profile. */
static bool fits(const uint8_t *image, const mw_firmware_t *firmware, const mw_meter_t *meter)
{
    bool rows = true;

    for (uint32_t i = 0U; i < meter->profiles; i++) {
        rows = rows && (meter->profile[i].row <= MW_ROW);
    }
    return rows && has_slots(firmware, meter) && (u16(&image[AT_HANDLERS]) == firmware->handlers) && (u32(&image[AT_HANDLERS_ID]) == firmware->handlers_id)
        && (u32(&image[AT_LOG]) <= firmware->log_octets) && (meter->ram_octets <= firmware->ram_octets) && (meter->nvm_octets <= firmware->nvm_octets);
}

uint8_t mw_loader_load(const uint8_t *image, uint32_t length, const mw_firmware_t *firmware, mw_meter_t *meter)
{
    directory_t directory;
    mw_meter_t made;
    uint8_t result = check_header(image, length);

    if (result != MW_LOADER_GOOD) {
        /* said already */
    } else if (!read_directory(image, length, &directory) || !read_root(&directory, &made) || (made.magic != MW_MAGIC) || (made.layout != MW_LAYOUT)
               || !place_tables(&directory, &made)) {
        result = MW_LOADER_TABLES_BAD;
    } else if (!fits(image, firmware, &made)) {
        result = MW_LOADER_MISFIT;
    } else {
        made.handler = firmware->handler;
        made.setter = firmware->setter;
        made.log_memory = firmware->log_memory;
        made.ram = firmware->ram;
        made.nvm = firmware->nvm;
#if MW_HAVE_LOADER_CHECK
        result = is_sound(&directory, &made, firmware) ? MW_LOADER_GOOD : MW_LOADER_TABLES_BAD;
#endif
        if (result == MW_LOADER_GOOD) {
            *meter = made;
        }
    }
    return result;
}

const uint8_t *mw_loader_model(const uint8_t *image)
{
    return &image[AT_MODEL];
}
