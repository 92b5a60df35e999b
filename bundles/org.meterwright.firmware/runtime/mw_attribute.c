/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_attribute.h"

#include "mw_find.h"

static uint8_t operation(const mw_meter_t *meter, const mw_shape_t *shape, uint8_t attribute)
{
    uint8_t op = MW_OP_ABSENT;

    if ((attribute >= 2U) && (((uint32_t)attribute - 2U) < shape->count)) {
        op = meter->op[(uint32_t)shape->attribute + attribute - 2U];
    }
    return op;
}

bool mw_in_nvm(uint8_t op)
{
    return (op == MW_OP_NVM_FORM) || (op >= MW_OP_NVM);
}

static bool in_ram(uint8_t op)
{
    return (op == MW_OP_RAM_FORM) || ((op >= MW_OP_RAM) && (op < MW_OP_NVM));
}

/* Returns an object's storage in one of the memories. */
static uint8_t *memory_of(const mw_meter_t *meter, const mw_shape_t *shape, uint32_t slot, uint32_t index, bool nvm)
{
    uint32_t base = slot;
    uint32_t stride = shape->stride;

    if (shape->stride == MW_PAIRED) {
        const mw_pair_t *pair = &meter->pair[slot];
        base = nvm ? pair->nvm : pair->ram;
        stride = nvm ? pair->nvm_stride : pair->ram_stride;
    }
    return nvm ? &meter->nvm[(base << meter->nvm_shift) + (index * stride)] : &meter->ram[(base << meter->ram_shift) + (index * stride)];
}

/* Returns a run in its wide form. */
static inline mw_wide_run_t row_of(const mw_meter_t *meter, uint16_t run)
{
    mw_wide_run_t row;

    if (meter->wide_run != NULL) {
        row = meter->wide_run[run];
    } else {
        const mw_run_t *narrow = &meter->run[run];
        row.first = narrow->first;
        row.slot = narrow->slot;
        row.shape = narrow->shape;
        row.access = narrow->access;
    }
    return row;
}

mw_attribute_t mw_attribute_at(const mw_meter_t *meter, uint16_t run, uint16_t object, uint8_t attribute)
{
    const mw_wide_run_t row = row_of(meter, run);
    const mw_shape_t *shape = &meter->shape[row.shape];
    mw_attribute_t found;

    found.memory = NULL;
    found.object = object;
    found.ref = 0U;
    found.op = operation(meter, shape, attribute);
    if (found.op != MW_OP_ABSENT) {
        found.ref = meter->ref[(uint32_t)shape->attribute + attribute - 2U];
    }
    if (in_ram(found.op) || mw_in_nvm(found.op)) {
        found.memory = memory_of(meter, shape, row.slot, (uint32_t)object - row.first, mw_in_nvm(found.op));
    }
    return found;
}

mw_ref_t mw_column(const mw_meter_t *meter, const mw_list_t *list, uint32_t number)
{
    const bool wide = (list->count & MW_LIST_WIDE) != 0U;
    const mw_column_t *row = &meter->column[(uint32_t)list->first + (wide ? (2U * number) : number)];
    mw_ref_t column;

    column.object = (uint16_t)(((uint32_t)row->high << 8U) | row->low);
    column.attribute = row->attribute;
    column.data_index = wide ? row[1].high : 0U;
    column.newest = wide ? (uint16_t)(((uint32_t)row[1].low << 8U) | row[1].attribute) : 0U;
    return column;
}

mw_attribute_t mw_attribute(const mw_meter_t *meter, uint16_t object, uint8_t attribute)
{
    return mw_attribute_at(meter, mw_run(meter, object), object, attribute);
}
