/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_loader_check.h"

#if MW_HAVE_LOADER_CHECK

#include "mw_attribute.h"
#include "mw_find.h"
#include "mw_profile.h"
#include "mw_value.h"

#define TAG      0x1FU
#define ARRAY    (4U + 2U)
#define NESTING  16U
#define ROW_HEAD 8U

static bool is_object(const mw_meter_t *meter, uint16_t object)
{
    return object < meter->objects;
}

static bool is_object_or_none(const mw_meter_t *meter, uint16_t object)
{
    return (object == MW_NONE) || is_object(meter, object);
}

/* Tells whether an object is one that an association may list, with a pattern of its own or, MW_NONE, that of its access row. */
static bool is_listed(const mw_meter_t *meter, const mw_loader_rows_t *rows, uint8_t association, uint16_t object, uint16_t pattern)
{
    bool good = is_object(meter, object);

    if (good) {
        const mw_place_t place = mw_place(meter, object);
        const mw_class_t *cls = mw_class_of(meter, &place);
        good = cls->device == meter->association[association].device;
        if (good && (pattern == MW_NONE)) {
            good = mw_pattern(meter, association, &place) != 0U;
        } else {
            good = good && (pattern > 0U) && (pattern < rows->patterns) && mw_loader_pattern_sound(meter, pattern, cls);
        }
    }
    return good;
}

/* Elements of an object list in an order of its own: those with a pattern of their own, by position, then all. */
static bool is_order_sound(const mw_meter_t *meter, const mw_loader_rows_t *rows, uint8_t association)
{
    const uint32_t entries = meter->association[association].entries;
    const uint32_t at = meter->association[association].order;
    bool good = at < rows->orders;
    const uint32_t extras = good ? meter->order[at] : 0U;
    const uint32_t objects = at + 1U + (2U * extras);

    good = good && ((objects + entries) <= rows->orders);
    for (uint32_t i = 0U; good && (i < extras); i++) {
        const uint32_t position = meter->order[at + 1U + (2U * i)];
        good = (position < entries) && is_listed(meter, rows, association, meter->order[objects + position], meter->order[at + 2U + (2U * i)]);
    }
    for (uint32_t i = 0U; good && (i < entries); i++) {
        good = is_listed(meter, rows, association, meter->order[objects + i], MW_NONE);
    }
    return good;
}

/* An object list that is sorted has as many elements as the association says. */
static bool is_sorted_list_sound(const mw_meter_t *meter, uint8_t association)
{
    uint32_t listed = 0U;

    for (uint32_t object = 0U; object < meter->objects; object++) {
        listed += mw_visible(meter, association, (uint16_t)object) ? 1U : 0U;
    }
    return listed == meter->association[association].entries;
}

static bool are_associations_sound(const mw_meter_t *meter, const mw_loader_rows_t *rows)
{
    bool good = true;

    for (uint32_t i = 0U; good && (i < meter->associations); i++) {
        const mw_association_t *association = &meter->association[i];
        good = is_object(meter, association->object) && (association->device < meter->devices)
            && (association->column < meter->device[association->device].associations) && is_object_or_none(meter, meter->context[i].security)
            && ((association->order == MW_NONE) ? is_sorted_list_sound(meter, (uint8_t)i) : is_order_sound(meter, rows, (uint8_t)i));
    }
    return good;
}

/* Slots of keys stand in the order of objects and keys; of keys that tables have no number for there may be several. */
static bool are_slots_sound(const mw_meter_t *meter)
{
    bool good = true;

    for (uint32_t i = 0U; good && (i < meter->slots); i++) {
        const mw_slot_t *slot = &meter->slot[i];
        good = is_object(meter, slot->object) && ((slot->key <= MW_KEY_MASTER) || (slot->key == MW_KEY_OTHER));
        if (good && (i > 0U)) {
            const mw_slot_t *before = &meter->slot[i - 1U];
            good = (before->object < slot->object)
                || ((before->object == slot->object) && ((before->key < slot->key) || ((before->key == slot->key) && (slot->key == MW_KEY_OTHER))));
        }
    }
    return good;
}

static bool are_lists_sound(const mw_meter_t *meter, const mw_loader_rows_t *rows)
{
    bool good = true;

    for (uint32_t i = 0U; good && (i < rows->lists); i++) {
        const mw_list_t *list = &meter->list[i];
        const uint32_t count = (uint32_t)list->count & MW_LIST_COUNT;
        good = ((uint32_t)list->first + (((list->count & MW_LIST_WIDE) != 0U) ? (2U * count) : count)) <= rows->columns;
        for (uint32_t n = 0U; good && (n < count); n++) {
            good = is_object(meter, mw_column(meter, list, n).object);
        }
    }
    return good;
}

/* Buffers lie in the log memory, one behind another. */
static bool are_profiles_sound(const mw_meter_t *meter, const mw_loader_rows_t *rows)
{
    uint64_t end = 0U;
    bool good = true;

    for (uint32_t i = 0U; good && (i < meter->profiles); i++) {
        const mw_profile_t *profile = &meter->profile[i];
        mw_loader_extent_t extent;
        good = (profile->base >= end) && is_object(meter, profile->object) && (profile->entries > 0U) && mw_loader_form_extent(meter, rows, profile->program, &extent) && (extent.size <= profile->row)
            && (meter->pool[(uint32_t)profile->program << meter->pool_shift] == MW_STRUCTURE)
            && (((uint64_t)profile->base + ROW_HEAD + ((uint64_t)profile->entries * profile->row)) <= rows->log_octets);
        end = (uint64_t)profile->base + ROW_HEAD + ((uint64_t)profile->entries * profile->row);
    }
    return good;
}

static bool is_step_sound(const mw_meter_t *meter, const mw_loader_rows_t *rows, const mw_step_t *step)
{
    bool good = true;

    if ((step->op == MW_STEP_LOG) || (step->op == MW_STEP_METHOD) || (step->op == MW_STEP_SET)) {
        good = is_object(meter, step->target) && ((step->param == MW_PARAM_ALERT) || mw_loader_value_sound(meter, rows, step->param));
    } else if (step->op == MW_STEP_PUSH) {
        good = step->target < meter->pushes;
    } else if ((step->op == MW_STEP_CAPTURE) || (step->op == MW_STEP_SCRIPT)) {
        good = is_object(meter, step->target);
    } else {
        good = (step->op == MW_STEP_ALERT) || (step->op == MW_STEP_RAISE); /* codes and events: who has not got one looks in vain */
    }
    return good;
}

static bool is_trigger_sound(const mw_meter_t *meter, const mw_loader_rows_t *rows, const mw_trigger_t *trigger)
{
    const uint8_t log = trigger->log & MW_TRIGGER_ROW;
    const uint8_t sent = trigger->push & MW_TRIGGER_ROW;
    bool good;

    if (trigger->log == MW_TRIGGER_BLOCK) {
        good = trigger->alert < rows->blocks;
    } else {
        good = ((log == MW_TRIGGER_NONE) || (log < rows->logs)) && ((sent == MW_TRIGGER_NONE) || (sent < meter->pushes));
    }
    return good;
}

static bool are_triggers_sound(const mw_meter_t *meter, const mw_loader_rows_t *rows)
{
    bool good = true;

    for (uint32_t i = 0U; good && (i < meter->triggers); i++) {
        good = is_trigger_sound(meter, rows, &meter->trigger[i]) && ((i == 0U) || (meter->trigger[i - 1U].event <= meter->trigger[i].event));
    }
    for (uint32_t i = 0U; good && (i < rows->logs); i++) {
        good = is_object(meter, meter->log[i]);
    }
    for (uint32_t i = 0U; good && (i < rows->blocks); i++) {
        const mw_block_t *block = &meter->block[i];
        good = is_object_or_none(meter, block->guard) && (((uint32_t)block->first + block->count) <= rows->steps);
    }
    for (uint32_t i = 0U; good && (i < rows->steps); i++) {
        good = is_step_sound(meter, rows, &meter->step[i]);
    }
    return good;
}

/* Sources stand in the order of objects, kinds and ways. */
static uint64_t order_of(const mw_source_t *source)
{
    return ((uint64_t)source->object << 16U) | ((uint32_t)source->kind << 8U) | source->way;
}

static bool are_pushes_sound(const mw_meter_t *meter, const mw_loader_rows_t *rows)
{
    bool good = true;

    for (uint32_t i = 0U; good && (i < meter->pushes); i++) {
        const mw_push_t *row = &meter->push[i];
        good = is_object_or_none(meter, row->object) && ((row->list == MW_NONE) || (row->list < rows->lists)) && is_object_or_none(meter, row->security)
            && ((row->partner == MW_NONE8) || (row->partner < meter->associations));
    }
    for (uint32_t i = 0U; good && (i < meter->alerts); i++) {
        const mw_alert_t *alert = &meter->alert[i];
        good = ((i == 0U) || (meter->alert[i - 1U].code < alert->code)) && ((alert->list == MW_NONE) || (alert->list < rows->lists)) && ((alert->push == MW_NONE8) || (alert->push < meter->pushes));
    }
    for (uint32_t i = 0U; good && (i < meter->sources); i++) {
        good = (meter->source[i].object < ((uint32_t)meter->objects + meter->thresholds))
            && ((i == 0U) || (order_of(&meter->source[i - 1U]) <= order_of(&meter->source[i])));
    }
    return good;
}

static bool are_values_sound(const mw_meter_t *meter, const mw_loader_rows_t *rows)
{
    bool good = true;

    for (uint32_t i = 0U; good && (i < meter->activations); i++) {
        const mw_activation_t *row = &meter->activation[i];
        good = is_object(meter, row->passive) && is_object(meter, row->active) && is_object(meter, row->object);
    }
    for (uint32_t i = 0U; good && (i < meter->firsts); i++) {
        good = is_object(meter, meter->first[i].object) && (meter->first[i].value != MW_NONE) && mw_loader_value_sound(meter, rows, meter->first[i].value);
    }
    for (uint32_t i = 0U; good && (i < meter->thresholds); i++) {
        const mw_threshold_t *row = &meter->threshold[i];
        good = is_object_or_none(meter, row->object) && ((row->object != MW_NONE) || (row->threshold != MW_NONE))
            && mw_loader_value_sound(meter, rows, row->threshold) && mw_loader_value_sound(meter, rows, row->back);
    }
    return good;
}

/* What is open in the program of a type: values that follow, and where they must end; 0: anywhere. */
typedef struct {
    uint32_t left;
    uint32_t end;
    bool options; /* each value stands behind its length */
} open_t;

typedef struct {
    const uint8_t *pool;
    uint32_t octets;
    uint32_t at;
    uint32_t depth;
    bool good;
    open_t open[NESTING];
} walk_t;

static uint32_t octet_at(const walk_t *walk, uint32_t at)
{
    return (at < walk->octets) ? walk->pool[at] : 0U;
}

static void push(walk_t *walk, uint32_t left, uint32_t end, bool options)
{
    if (walk->depth < NESTING) {
        walk->open[walk->depth].left = left;
        walk->open[walk->depth].end = end;
        walk->open[walk->depth].options = options;
        walk->depth++;
    } else {
        walk->good = false;
    }
}

/* Takes a code and what belongs to it; what it holds is open then. */
static void take_code(walk_t *walk)
{
    const uint8_t code = (uint8_t)octet_at(walk, walk->at);
    const uint8_t tag = code & TAG;

    walk->at++;
    if (code == MW_TYPE_ANY) {
        /* that is all */
    } else if (code == MW_TYPE_CHOICE) {
        push(walk, octet_at(walk, walk->at), 0U, true);
        walk->at++;
    } else if (tag == MW_STRUCTURE) {
        push(walk, octet_at(walk, walk->at), 0U, false);
        walk->at++;
    } else if (tag == MW_ARRAY) {
        const uint32_t length = (octet_at(walk, walk->at + 4U) << 8U) | octet_at(walk, walk->at + 5U);
        walk->at += ARRAY;
        push(walk, 1U, walk->at + length, false);
    } else if ((code & MW_TYPE_LITERALS) != 0U) {
        walk->at += 1U + (2U * octet_at(walk, walk->at));
    } else if ((code & MW_TYPE_RANGE) != 0U) {
        const bool string = (tag == MW_BIT_STRING) || (tag == MW_OCTET_STRING) || (tag == MW_VISIBLE) || (tag == MW_UTF8);
        walk->at += string ? 4U : (2U * mw_tag_size(tag));
    } else {
        /* a tag alone */
    }
}

static void follow_type(walk_t *walk)
{
    open_t *top = &walk->open[walk->depth - 1U];

    if (top->left == 0U) {
        walk->good = (top->end == 0U) || (top->end == walk->at);
        walk->depth--;
    } else {
        top->left--;
        if (top->options) {
            const uint32_t length = (octet_at(walk, walk->at) << 8U) | octet_at(walk, walk->at + 1U);
            walk->at += 2U;
            push(walk, 1U, walk->at + length, false);
        } else {
            take_code(walk);
        }
    }
    walk->good = walk->good && (walk->at <= walk->octets);
}

/* Types stand in the order of attributes and objects, and no attribute of an object has two. */
static bool are_types_apart(const mw_type_t *before, const mw_type_t *type)
{
    return (before->attribute < type->attribute) || ((before->attribute == type->attribute) && (((uint32_t)before->first + before->count) <= type->first));
}

static bool are_types_sound(const mw_meter_t *meter, const mw_loader_rows_t *rows)
{
    bool good = true;

    for (uint32_t i = 0U; good && (i < meter->types); i++) {
        walk_t walk;
        walk.pool = meter->pool;
        walk.octets = rows->pool;
        walk.at = (uint32_t)meter->type[i].program << meter->pool_shift;
        walk.depth = 0U;
        walk.good = true;
        push(&walk, 1U, 0U, false);
        while (walk.good && (walk.depth > 0U)) {
            follow_type(&walk);
        }
        good = walk.good && (((uint32_t)meter->type[i].first + meter->type[i].count) <= meter->objects)
            && ((i == 0U) || are_types_apart(&meter->type[i - 1U], &meter->type[i]));
    }
    return good;
}

bool mw_loader_rest_sound(const mw_meter_t *meter, const mw_loader_rows_t *rows)
{
    return are_associations_sound(meter, rows) && are_slots_sound(meter) && are_lists_sound(meter, rows) && are_profiles_sound(meter, rows) && are_triggers_sound(meter, rows)
        && are_pushes_sound(meter, rows) && are_values_sound(meter, rows) && are_types_sound(meter, rows);
}

#endif
