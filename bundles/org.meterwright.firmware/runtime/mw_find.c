/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_find.h"

/* Octets of a listed attribute {index, mode, selectors} and of a listed method {index, mode}. */
#define LISTED_ATTRIBUTE 3U
#define LISTED_METHOD    2U

bool mw_valid(const mw_meter_t *meter)
{
    return (meter->magic == MW_MAGIC) && (meter->layout == MW_LAYOUT);
}

static uint32_t key_of(const mw_key_t *key)
{
    return ((uint32_t)key->c << 16U) | ((uint32_t)key->d << 8U) | (uint32_t)key->e;
}

/* Compares a group's first object with a logical name: true when it does not stand behind it. */
static bool not_behind(const mw_meter_t *meter, uint32_t row, uint32_t high, uint32_t low)
{
    const mw_group_t *group = &meter->group[row];
    const mw_key_t *key = &meter->key[group->first];
    const uint32_t first = ((uint32_t)group->a << 24U) | ((uint32_t)group->b << 16U) | ((uint32_t)key->c << 8U) | (uint32_t)key->d;

    return (first < high) || ((first == high) && ((((uint32_t)key->e << 8U) | (uint32_t)group->f) <= low));
}

static uint16_t find_in_group(const mw_meter_t *meter, uint32_t row, const uint8_t ln[6])
{
    const mw_group_t *group = &meter->group[row];
    const uint32_t wanted = ((uint32_t)ln[2] << 16U) | ((uint32_t)ln[3] << 8U) | (uint32_t)ln[4];
    uint32_t base = group->first;
    uint32_t count = (uint32_t)meter->group[row + 1U].first - base;
    uint16_t found = MW_NONE;

    if ((group->a == ln[0]) && (group->b == ln[1]) && (group->f == ln[5])) {
        while (count > 1U) {
            const uint32_t half = count >> 1U;
            if (key_of(&meter->key[base + half]) <= wanted) {
                base += half;
            }
            count -= half;
        }
        if (key_of(&meter->key[base]) == wanted) {
            found = (uint16_t)base;
        }
    }
    return found;
}

static uint16_t find_in_class(const mw_meter_t *meter, const mw_class_t *cls, const uint8_t ln[6], uint16_t *group)
{
    const uint32_t high = ((uint32_t)ln[0] << 24U) | ((uint32_t)ln[1] << 16U) | ((uint32_t)ln[2] << 8U) | (uint32_t)ln[3];
    const uint32_t low = ((uint32_t)ln[4] << 8U) | (uint32_t)ln[5];
    uint32_t base = cls[0].group;
    uint32_t count = (uint32_t)cls[1].group - base;

    while (count > 1U) {
        const uint32_t half = count >> 1U;
        if (not_behind(meter, base + half, high, low)) {
            base += half;
        }
        count -= half;
    }
    *group = (uint16_t)base;
    return find_in_group(meter, base, ln);
}

static uint16_t find(const mw_meter_t *meter, uint8_t device, uint16_t class_id, const uint8_t logical_name[6], uint16_t *group)
{
    const mw_device_t *dev = &meter->device[device];
    const mw_class_t *cls = &meter->cls[dev->cls];
    uint32_t low = 0U;
    uint32_t high = dev->classes;
    uint16_t found = MW_NONE;

    while (low < high) {
        const uint32_t middle = (low + high) >> 1U;
        if (cls[middle].class_id < class_id) {
            low = middle + 1U;
        } else {
            high = middle;
        }
    }
    while ((found == MW_NONE) && (low < dev->classes) && (cls[low].class_id == class_id)) {
        found = find_in_class(meter, &cls[low], logical_name, group);
        low++;
    }
    return found;
}

bool mw_find_place(const mw_meter_t *meter, uint8_t device, uint16_t class_id, const uint8_t logical_name[6], mw_place_t *place)
{
    place->object = find(meter, device, class_id, logical_name, &place->group);
    place->run = (place->object == MW_NONE) ? 0U : mw_run(meter, place->object);
    return place->object != MW_NONE;
}

uint16_t mw_find(const mw_meter_t *meter, uint8_t device, uint16_t class_id, const uint8_t logical_name[6])
{
    uint16_t group;

    return find(meter, device, class_id, logical_name, &group);
}

static uint16_t group_of(const mw_meter_t *meter, uint16_t object)
{
    const mw_device_t *last = &meter->device[meter->devices - 1U];
    uint32_t base = 0U;
    uint32_t count = meter->cls[(uint32_t)last->cls + last->classes].group;

    while (count > 1U) {
        const uint32_t half = count >> 1U;
        if (meter->group[base + half].first <= object) {
            base += half;
        }
        count -= half;
    }
    return (uint16_t)base;
}

static uint16_t wide_run_of(const mw_meter_t *meter, uint16_t object)
{
    uint32_t base = 0U;
    uint32_t count = meter->runs;

    while (count > 1U) {
        const uint32_t half = count >> 1U;
        if (meter->wide_run[base + half].first <= object) {
            base += half;
        }
        count -= half;
    }
    return (uint16_t)base;
}

static uint16_t narrow_run_of(const mw_meter_t *meter, uint16_t object)
{
    uint32_t base = 0U;
    uint32_t count = meter->runs;

    while (count > 1U) {
        const uint32_t half = count >> 1U;
        if (meter->run[base + half].first <= object) {
            base += half;
        }
        count -= half;
    }
    return (uint16_t)base;
}

uint16_t mw_run(const mw_meter_t *meter, uint16_t object)
{
    return (meter->wide_run != NULL) ? wide_run_of(meter, object) : narrow_run_of(meter, object);
}

mw_place_t mw_place(const mw_meter_t *meter, uint16_t object)
{
    mw_place_t place;

    place.object = object;
    place.group = group_of(meter, object);
    place.run = mw_run(meter, object);
    return place;
}

void mw_logical_name(const mw_meter_t *meter, const mw_place_t *place, uint8_t logical_name[6])
{
    const mw_group_t *group = &meter->group[place->group];
    const mw_key_t *key = &meter->key[place->object];

    logical_name[0] = group->a;
    logical_name[1] = group->b;
    logical_name[2] = key->c;
    logical_name[3] = key->d;
    logical_name[4] = key->e;
    logical_name[5] = group->f;
}

uint16_t mw_pattern(const mw_meter_t *meter, uint8_t association, const mw_place_t *place)
{
    const mw_association_t *assoc = &meter->association[association];
    const mw_device_t *dev = &meter->device[assoc->device];
    const uint32_t row = (meter->wide_run != NULL) ? meter->wide_run[place->run].access : meter->run[place->run].access;
    const uint32_t at = (uint32_t)dev->access + (row * dev->associations) + assoc->column;

    return (meter->wide_access != NULL) ? meter->wide_access[at] : meter->access[at];
}

mw_rights_t mw_rights(const mw_meter_t *meter, uint16_t pattern, const mw_class_t *cls)
{
    mw_rights_t rights;

    rights.modes = &meter->mode[(uint32_t)meter->pattern[pattern] << meter->pattern_shift];
    rights.listed = pattern >= meter->simple_patterns;
    if (rights.listed) {
        rights.attributes = rights.modes[0];
        rights.methods = rights.modes[1];
        rights.modes = &rights.modes[2];
        rights.attribute_runs = 0U;
        rights.method_runs = 0U;
    } else {
        rights.attributes = cls->attributes;
        rights.methods = cls->methods;
        rights.attribute_runs = (uint8_t)(rights.modes[0] >> 4U);
        rights.method_runs = (uint8_t)(rights.modes[0] & 0x0FU);
        rights.modes = &rights.modes[1];
    }
    return rights;
}

static uint8_t listed_mode(const uint8_t *rows, uint8_t count, uint32_t width, uint8_t index)
{
    uint8_t mode = 0U;

    for (uint32_t i = 0U; i < count; i++) {
        if (rows[i * width] == index) {
            mode |= rows[(i * width) + 1U];
        }
    }
    return mode;
}

/* Finds the mode of an index in runs. */
static uint8_t mode_in_runs(const uint8_t *modes, uint8_t runs, uint8_t index)
{
    mw_mode_run_t run = mw_runs(modes, runs);

    do {
        mw_next_run(&run, index);
    } while (run.last < index);
    return run.mode;
}

/* Reads the rights of an association to an object; false: it is not in the object list, and nothing is put. */
static bool rights_at(const mw_meter_t *meter, uint8_t association, const mw_place_t *place, mw_rights_t *rights)
{
    const mw_class_t *cls = mw_class_of(meter, place);
    bool seen = false;

    if (cls->device == meter->association[association].device) {
        const uint16_t pattern = mw_pattern(meter, association, place);
        seen = pattern != 0U;
        if (seen) {
            *rights = mw_rights(meter, pattern, cls);
        }
    }
    return seen;
}

static uint8_t mode_of_attribute(const mw_rights_t *rights, uint8_t attribute)
{
    uint8_t mode = 0U;

    if (rights->listed) {
        mode = listed_mode(rights->modes, rights->attributes, LISTED_ATTRIBUTE, attribute);
    } else if ((attribute >= 1U) && (attribute <= rights->attributes)) {
        mode = mode_in_runs(rights->modes, rights->attribute_runs, attribute);
    } else {
        /* not in the object list */
    }
    return mode;
}

bool mw_mode_at(const mw_meter_t *meter, uint8_t association, const mw_place_t *place, uint8_t attribute, uint8_t *mode)
{
    mw_rights_t rights;
    const bool seen = rights_at(meter, association, place, &rights);

    *mode = seen ? mode_of_attribute(&rights, attribute) : 0U;
    return seen;
}

static uint8_t mode_of_method(const mw_rights_t *rights, uint8_t method)
{
    uint8_t mode = 0U;

    if (rights->listed) {
        mode = listed_mode(&rights->modes[(uint32_t)rights->attributes * LISTED_ATTRIBUTE], rights->methods, LISTED_METHOD, method);
    } else if ((method >= 1U) && (method <= rights->methods)) {
        mode = mode_in_runs(mw_method_modes(rights), rights->method_runs, method);
    } else {
        /* not in the object list */
    }
    return mode;
}

bool mw_visible(const mw_meter_t *meter, uint8_t association, uint16_t object)
{
    const mw_place_t place = mw_place(meter, object);
    mw_rights_t rights;

    return rights_at(meter, association, &place, &rights);
}

uint8_t mw_attribute_mode(const mw_meter_t *meter, uint8_t association, uint16_t object, uint8_t attribute)
{
    const mw_place_t place = mw_place(meter, object);
    uint8_t mode;

    (void)mw_mode_at(meter, association, &place, attribute, &mode);
    return mode;
}

uint8_t mw_method_mode(const mw_meter_t *meter, uint8_t association, uint16_t object, uint8_t method)
{
    const mw_place_t place = mw_place(meter, object);
    mw_rights_t rights;

    return rights_at(meter, association, &place, &rights) ? mode_of_method(&rights, method) : 0U;
}
