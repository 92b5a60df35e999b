/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_loader_check.h"

#if MW_HAVE_LOADER_CHECK

#include "mw_attribute.h"
#include "mw_find.h"
#include "mw_get.h"
#include "mw_value.h"

#define MOST_SHIFT 15U
#define LAST_TAG   27U
#define MODES      2U
/* Alignment of the widest numbers. */
#define WIDEST     8U

/* Classes follow one another by device, groups by class, objects by group; each table ends with a row of its own. */
static bool are_classes_sound(const mw_meter_t *meter, const mw_loader_rows_t *rows)
{
    uint32_t next = 0U;
    bool good = (meter->devices > 0U) && (meter->objects > 0U) && (rows->classes > 1U) && (rows->groups > 1U);

    for (uint32_t i = 0U; good && (i < meter->devices); i++) {
        const mw_device_t *device = &meter->device[i];
        good = (device->cls == next) && ((next + device->classes) < rows->classes)
            && ((device->current == MW_NONE) || (device->current < meter->objects))
            && (((uint32_t)device->association + device->associations) <= meter->associations);
        for (uint32_t c = 0U; good && (c < device->classes); c++) {
            good = meter->cls[next + c].device == i;
        }
        next += device->classes;
    }
    good = good && ((next + 1U) == rows->classes) && (meter->cls[0].group == 0U) && (meter->cls[next].group == (rows->groups - 1U));
    for (uint32_t c = 0U; good && (c < next); c++) {
        good = (meter->cls[c].group < meter->cls[c + 1U].group) && (meter->cls[c + 1U].group < rows->groups);
        for (uint32_t g = meter->cls[c].group; good && (g < meter->cls[c + 1U].group); g++) {
            good = meter->group[g].cls == c;
        }
    }
    return good;
}

static bool are_groups_sound(const mw_meter_t *meter, const mw_loader_rows_t *rows)
{
    bool good = (meter->group[0].first == 0U) && (meter->group[rows->groups - 1U].first == meter->objects);

    for (uint32_t g = 0U; good && ((g + 1U) < rows->groups); g++) {
        good = meter->group[g].first < meter->group[g + 1U].first;
    }
    good = good && (meter->runs > 0U) && (mw_first_of(meter, 0U) == 0U) && (mw_first_of(meter, (uint32_t)meter->runs - 1U) < meter->objects);
    for (uint32_t r = 0U; good && ((r + 1U) < meter->runs); r++) {
        good = mw_first_of(meter, r) < mw_first_of(meter, r + 1U);
    }
    return good;
}

static uint32_t identity_of(const mw_class_t *cls)
{
    return ((uint32_t)cls->class_id << 8U) | cls->version;
}

/* Classes of a device stand in the order of class_id and version: who looks for one halves what is left. */
static bool are_classes_sorted(const mw_meter_t *meter, const mw_loader_rows_t *rows)
{
    bool good = true;

    for (uint32_t c = 1U; (c + 1U) < rows->classes; c++) {
        good = good && ((meter->cls[c - 1U].device != meter->cls[c].device) || (identity_of(&meter->cls[c - 1U]) < identity_of(&meter->cls[c])));
    }
    return good;
}

/* Returns a logical name as a number. */
static uint64_t name_of(const mw_meter_t *meter, uint32_t group, uint32_t object)
{
    const mw_place_t place = { (uint16_t)object, (uint16_t)group, 0U };
    uint8_t name[6];
    uint64_t number = 0U;

    mw_logical_name(meter, &place, name);
    for (uint32_t i = 0U; i < sizeof name; i++) {
        number = (number << 8U) | name[i];
    }
    return number;
}

/* Objects of a class stand in the order of their logical names, none twice. */
static bool are_names_sorted(const mw_meter_t *meter, const mw_loader_rows_t *rows)
{
    uint64_t before = 0U;
    bool good = true;

    for (uint32_t g = 0U; (g + 1U) < rows->groups; g++) {
        bool first = (g == 0U) || (meter->group[g - 1U].cls != meter->group[g].cls);
        for (uint32_t object = meter->group[g].first; good && (object < meter->group[g + 1U].first); object++) {
            const uint64_t name = name_of(meter, g, object);
            good = first || (before < name);
            before = name;
            first = false;
        }
    }
    return good;
}

bool mw_loader_value_sound(const mw_meter_t *meter, const mw_loader_rows_t *rows, uint16_t ref)
{
    const uint32_t at = (uint32_t)ref << meter->pool_shift;

    return (ref == MW_NONE) || ((at < rows->pool) && (mw_axdr_length(&meter->pool[at], rows->pool - at) > 0U));
}

/* Adds octets to storage at an address that `alignment` divides. */
static void add(mw_loader_extent_t *extent, uint32_t alignment, uint32_t octets)
{
    extent->size = mw_aligned(extent->size, alignment) + octets;
    extent->alignment = (extent->alignment < alignment) ? alignment : extent->alignment;
}

/* Returns what divides the address of a number; dates and times lie anywhere. */
static uint32_t alignment_of(uint8_t tag)
{
    const uint32_t width = mw_tag_size(tag);

    return ((width > 1U) && !mw_is_temporal(tag)) ? width : 1U;
}

/* Adds what one step of a program stores; returns how many octets of the program it takes behind its code. */
static uint32_t step_size(uint8_t code, uint32_t number, mw_loader_extent_t *extent)
{
    const uint8_t tag = code & MW_OP_TAG;
    uint32_t octets = 2U;

    if (code == MW_FORM_STORED) {
        add(extent, 2U, 2U + number);
    } else if ((tag == MW_STRUCTURE) || (tag == MW_ARRAY)) {
        octets = 1U;
    } else if ((code & MW_FORM_FIXED) != 0U) {
        add(extent, 1U, mw_octets_of(tag, number));
    } else if ((tag == MW_BIT_STRING) || (tag == MW_OCTET_STRING) || (tag == MW_VISIBLE) || (tag == MW_UTF8)) {
        uint32_t prefix = 1U;
        if (number > 0xFFU) {
            prefix = 2U;
        }
        add(extent, prefix, prefix + mw_octets_of(tag, number));
    } else {
        add(extent, alignment_of(tag), mw_tag_size(tag));
        octets = 0U;
    }
    return octets;
}

bool mw_loader_form_extent(const mw_meter_t *meter, const mw_loader_rows_t *rows, uint16_t program, mw_loader_extent_t *extent)
{
    uint32_t at = (uint32_t)program << meter->pool_shift;
    uint32_t open = 1U;
    bool good = true;

    extent->size = 0U;
    extent->alignment = 1U;
    while (good && (open > 0U)) {
        good = (at < rows->pool) && (((meter->pool[at] & MW_OP_TAG) <= LAST_TAG) || (meter->pool[at] == MW_FORM_STORED));
        if (good) {
            const uint8_t code = meter->pool[at];
            const uint8_t tag = code & MW_OP_TAG;
            const uint32_t left = rows->pool - at;
            const uint32_t high = (left > 1U) ? meter->pool[at + 1U] : 0U;
            const uint32_t number = (high << 8U) | ((left > 2U) ? meter->pool[at + 2U] : 0U);
            const uint32_t octets = 1U + step_size(code, number, extent);
            open--;
            if ((code != MW_FORM_STORED) && ((tag == MW_STRUCTURE) || (tag == MW_ARRAY))) {
                open += high;
            }
            good = (octets <= left) && (extent->size <= 0xFFFFU);
            at += octets;
        }
    }
    return good;
}

/* Returns where the storage of an object of a run begins in the memory of an operation. */
static uint64_t place_of(const mw_meter_t *meter, const mw_shape_t *shape, uint32_t slot, uint32_t index, bool nvm)
{
    uint64_t base = slot;
    uint64_t stride = shape->stride;

    if (shape->stride == MW_PAIRED) {
        base = nvm ? meter->pair[slot].nvm : meter->pair[slot].ram;
        stride = nvm ? meter->pair[slot].nvm_stride : meter->pair[slot].ram_stride;
    }
    return (base << (nvm ? meter->nvm_shift : meter->ram_shift)) + (index * stride);
}

/* Tells whether storage lies in its memory. */
static bool is_stored(const mw_meter_t *meter, const mw_attribute_t *found, uint64_t at, uint32_t from, uint32_t size)
{
    const bool nvm = mw_in_nvm(found->op);

    return ((nvm ? meter->nvm : meter->ram) != NULL) && ((at + from + size) <= (nvm ? meter->nvm_octets : meter->ram_octets));
}

/* A native value is one number, date or time, or null-data: its program is its tag alone. */
static bool is_scalar(uint8_t tag)
{
    return (tag == MW_NULL) || ((tag <= LAST_TAG) && (mw_tag_size(tag) > 0U));
}

static bool is_attribute_sound(const mw_meter_t *meter, const mw_loader_rows_t *rows, const mw_attribute_t *found, uint64_t at)
{
    mw_loader_extent_t extent;
    bool good;

    switch (found->op) {
    case MW_OP_ABSENT:
        good = true;
        break;
    case MW_OP_ROM:
        good = (found->ref != MW_NONE) && mw_loader_value_sound(meter, rows, found->ref);
        break;
    case MW_OP_CALL:
        good = found->ref < rows->handlers;
        break;
    case MW_OP_LIST:
        good = found->ref < rows->lists;
        break;
    case MW_OP_OBJECT_LIST:
        good = (found->ref == MW_NONE) || (found->ref < meter->associations);
        break;
    case MW_OP_BUFFER:
        good = found->ref < meter->profiles;
        break;
    case MW_OP_RAM_FORM:
    case MW_OP_NVM_FORM:
        good = (found->ref < rows->forms) && mw_loader_form_extent(meter, rows, meter->form[found->ref].program, &extent)
            && is_stored(meter, found, at, meter->form[found->ref].offset, extent.size);
        break;
    default:
        good = (found->op >= MW_OP_RAM) && is_scalar(found->op & MW_OP_TAG)
            && is_stored(meter, found, at, found->ref, mw_tag_size(found->op & MW_OP_TAG));
        break;
    }
    return good;
}

/* Returns the object behind the last one of a run. */
static uint32_t end_of(const mw_meter_t *meter, uint32_t run)
{
    return ((run + 1U) < meter->runs) ? mw_first_of(meter, run + 1U) : meter->objects;
}

static uint32_t shape_of(const mw_meter_t *meter, uint32_t run)
{
    return (meter->wide_run != NULL) ? meter->wide_run[run].shape : meter->run[run].shape;
}

static uint32_t slot_of(const mw_meter_t *meter, uint32_t run)
{
    return (meter->wide_run != NULL) ? meter->wide_run[run].slot : meter->run[run].slot;
}

/* Tells whether an operation keeps its value in RAM, or in NVM. */
static bool is_kept(uint8_t op, bool nvm)
{
    return (mw_in_nvm(op) == nvm) && (nvm || (op == MW_OP_RAM_FORM) || (op >= MW_OP_RAM));
}

/* Looks at the attributes of the last object of a run: those before it lie before its storage. */
static bool is_run_sound(const mw_meter_t *meter, const mw_loader_rows_t *rows, uint16_t run)
{
    const uint32_t end = end_of(meter, run);
    const uint32_t index = (end - 1U) - mw_first_of(meter, run);
    const uint32_t row = shape_of(meter, run);
    const uint32_t slot = slot_of(meter, run);
    bool good = (row < rows->shapes) && (((uint32_t)meter->shape[row].attribute + meter->shape[row].count) <= rows->attributes);

    good = good && ((meter->shape[row].stride != MW_PAIRED) || (slot < rows->pairs));
    for (uint32_t i = 0U; good && (i < meter->shape[row].count); i++) {
        const uint8_t op = meter->op[(uint32_t)meter->shape[row].attribute + i];
        const bool nvm = mw_in_nvm(op);
        const bool kept = is_kept(op, nvm);
        const uint64_t at = kept ? place_of(meter, &meter->shape[row], slot, index, nvm) : 0U;
        good = !kept || (((nvm ? meter->nvm : meter->ram) != NULL) && (at <= (nvm ? meter->nvm_octets : meter->ram_octets)));
        if (good) {
            const mw_attribute_t found = mw_attribute_at(meter, run, (uint16_t)(end - 1U), (uint8_t)((i + 2U) & 0xFFU));
            good = is_attribute_sound(meter, rows, &found, at);
        }
    }
    return good;
}

/* Finds where an attribute lies in the storage of its object, and what it takes there. */
static uint32_t extent_of(const mw_meter_t *meter, const mw_loader_rows_t *rows, uint32_t row, mw_loader_extent_t *extent)
{
    const uint8_t op = meter->op[row];
    const uint16_t ref = meter->ref[row];
    uint32_t at = ref;

    if ((op == MW_OP_RAM_FORM) || (op == MW_OP_NVM_FORM)) {
        (void)mw_loader_form_extent(meter, rows, meter->form[ref].program, extent);
        at = meter->form[ref].offset;
    } else {
        extent->size = mw_tag_size(op & MW_OP_TAG);
        extent->alignment = alignment_of(op & MW_OP_TAG);
    }
    return at;
}

/* Finds what an object of a shape takes in a memory: attributes with the widest alignment lie first, others behind them; false: two overlap. */
static bool shape_extent(const mw_meter_t *meter, const mw_loader_rows_t *rows, const mw_shape_t *shape, bool nvm, mw_loader_extent_t *all)
{
    bool good = true;

    all->size = 0U;
    all->alignment = 1U;
    for (uint32_t alignment = WIDEST; alignment > 0U; alignment >>= 1U) {
        for (uint32_t i = 0U; i < shape->count; i++) {
            const uint32_t row = (uint32_t)shape->attribute + i;
            if (is_kept(meter->op[row], nvm)) {
                mw_loader_extent_t extent;
                const uint32_t at = extent_of(meter, rows, row, &extent);
                if (extent.alignment == alignment) {
                    good = good && (at >= all->size);
                    all->size = at + extent.size;
                    all->alignment = (all->alignment < alignment) ? alignment : all->alignment;
                }
            }
        }
    }
    return good;
}

/* Objects lie behind one another as their attributes do: runs with the widest alignment first. Storage of two is never the same. */
static bool is_storage_apart(const mw_meter_t *meter, const mw_loader_rows_t *rows, bool nvm)
{
    uint64_t end = 0U;
    bool good = true;

    for (uint32_t alignment = WIDEST; alignment > 0U; alignment >>= 1U) {
        for (uint32_t run = 0U; good && (run < meter->runs); run++) {
            const mw_shape_t *shape = &meter->shape[shape_of(meter, run)];
            const uint32_t last = (end_of(meter, run) - 1U) - mw_first_of(meter, run);
            mw_loader_extent_t extent;
            good = shape_extent(meter, rows, shape, nvm, &extent);
            if (good && (extent.size > 0U) && (extent.alignment == alignment)) {
                const uint64_t first = place_of(meter, shape, slot_of(meter, run), 0U, nvm);
                const uint64_t second = place_of(meter, shape, slot_of(meter, run), 1U, nvm);
                good = (first >= end) && ((last == 0U) || ((second - first) >= extent.size));
                end = place_of(meter, shape, slot_of(meter, run), last, nvm) + extent.size;
            }
        }
    }
    return good;
}

/* A pattern's modes: of attributes and methods as runs, or listed one by one. */
static bool is_pattern_sound(const mw_meter_t *meter, const mw_loader_rows_t *rows, uint32_t pattern)
{
    const uint32_t at = (uint32_t)meter->pattern[pattern] << meter->pattern_shift;
    bool good = (at + ((pattern < meter->simple_patterns) ? 1U : MODES)) <= rows->modes;
    uint32_t octets = 0U;

    if (!good) {
        /* outside */
    } else if (pattern < meter->simple_patterns) {
        const uint32_t attributes = (uint32_t)meter->mode[at] >> 4U;
        const uint32_t methods = (uint32_t)meter->mode[at] & 0x0FU;
        octets = 1U + ((attributes > 0U) ? ((2U * attributes) - 1U) : 0U) + ((methods > 0U) ? ((2U * methods) - 1U) : 0U);
    } else {
        octets = 2U + (3U * (uint32_t)meter->mode[at]) + (2U * (uint32_t)meter->mode[at + 1U]);
        for (uint32_t i = 0U; ((at + octets) <= rows->modes) && good && (i < meter->mode[at]); i++) {
            const uint8_t selectors = meter->mode[at + 4U + (3U * i)];
            good = (selectors == 0U) || ((selectors & MW_PLAIN_SET) != 0U) || (selectors < rows->selectors);
        }
    }
    return good && ((at + octets) <= rows->modes);
}

/* Runs of modes end at indexes that rise: else whoever follows them never ends. */
static bool do_modes_rise(const mw_meter_t *meter, uint32_t pattern)
{
    const uint8_t *modes = &meter->mode[(uint32_t)meter->pattern[pattern] << meter->pattern_shift];
    const uint32_t counts[2] = { (uint32_t)modes[0] >> 4U, (uint32_t)modes[0] & 0x0FU };
    uint32_t at = 1U;
    bool good = true;

    for (uint32_t part = 0U; part < 2U; part++) {
        uint32_t last = 0U;
        for (uint32_t i = 0U; (i + 1U) < counts[part]; i++) {
            good = good && (modes[at] > last);
            last = modes[at];
            at += 2U;
        }
        at += (counts[part] > 0U) ? 1U : 0U;
    }
    return good;
}

/* Pattern 0, not in the object list, leads nowhere. */
static bool are_patterns_sound(const mw_meter_t *meter, const mw_loader_rows_t *rows)
{
    bool good = (meter->simple_patterns > 0U) && (meter->simple_patterns <= rows->patterns);

    for (uint32_t i = 1U; good && (i < rows->patterns); i++) {
        good = is_pattern_sound(meter, rows, i) && ((i >= meter->simple_patterns) || do_modes_rise(meter, i));
    }
    for (uint32_t i = 0U; good && (i < rows->selectors); i++) {
        const uint32_t at = (uint32_t)meter->selectors[i] << meter->pool_shift;
        good = (i == 0U) || (((at + 2U) <= rows->pool) && ((at + 2U + (2U * (uint32_t)meter->pool[at + 1U])) <= rows->pool));
    }
    return good;
}

/* Returns the last index that runs of modes name, before the one that ends them. */
static uint32_t last_of_runs(const uint8_t *modes, uint32_t runs)
{
    return (runs > 1U) ? modes[2U * (runs - 2U)] : 0U;
}

/* The runs of a simple pattern end within the attributes and methods of a class: a list of rights is as long as the class. */
bool mw_loader_pattern_sound(const mw_meter_t *meter, uint16_t pattern, const mw_class_t *cls)
{
    bool good = true;

    if ((pattern > 0U) && (pattern < meter->simple_patterns)) {
        const mw_rights_t rights = mw_rights(meter, pattern, cls);
        good = (last_of_runs(rights.modes, rights.attribute_runs) <= cls->attributes)
            && (last_of_runs(mw_method_modes(&rights), rights.method_runs) <= cls->methods);
    }
    return good;
}

/* Each class in a run has the access row of its own device. */
static bool is_access_sound(const mw_meter_t *meter, const mw_loader_rows_t *rows, uint16_t object)
{
    const mw_place_t place = mw_place(meter, object);
    const mw_class_t *cls = mw_class_of(meter, &place);
    const mw_device_t *device = &meter->device[cls->device];
    const uint32_t row = (meter->wide_run != NULL) ? meter->wide_run[place.run].access : meter->run[place.run].access;
    const uint32_t at = (uint32_t)device->access + (row * device->associations);
    bool good = (at + device->associations) <= rows->access;

    for (uint32_t i = 0U; good && (i < device->associations); i++) {
        const uint16_t pattern = (meter->wide_access != NULL) ? meter->wide_access[at + i] : meter->access[at + i];
        good = (pattern < rows->patterns) && mw_loader_pattern_sound(meter, pattern, cls);
    }
    return good;
}

bool mw_loader_objects_sound(const mw_meter_t *meter, const mw_loader_rows_t *rows)
{
    bool good = (meter->pool_shift <= MOST_SHIFT) && (meter->pattern_shift <= MOST_SHIFT) && (meter->ram_shift <= MOST_SHIFT) && (meter->nvm_shift <= MOST_SHIFT);

    good = good && are_classes_sound(meter, rows) && are_groups_sound(meter, rows) && are_classes_sorted(meter, rows) && are_names_sorted(meter, rows)
        && are_patterns_sound(meter, rows);
    for (uint32_t run = 0U; good && (run < meter->runs); run++) {
        good = is_run_sound(meter, rows, (uint16_t)run);
    }
    good = good && is_storage_apart(meter, rows, false) && is_storage_apart(meter, rows, true);
    for (uint32_t object = 0U; good && (object < meter->objects); object++) {
        good = is_access_sound(meter, rows, (uint16_t)object);
    }
    return good;
}

#endif
