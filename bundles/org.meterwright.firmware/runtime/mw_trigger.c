/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_trigger.h"

#if MW_HAVE_RUN

uint16_t mw_trigger(const mw_meter_t *meter, uint16_t event)
{
    uint32_t low = 0U;
    uint32_t high = meter->triggers;

    while (low < high) {
        const uint32_t middle = (low + high) >> 1U;
        if (meter->trigger[middle].event < event) {
            low = middle + 1U;
        } else {
            high = middle;
        }
    }
    return ((low < meter->triggers) && (meter->trigger[low].event == event)) ? (uint16_t)low : MW_NONE;
}

uint16_t mw_source_event(const mw_meter_t *meter, uint16_t object, uint8_t kind)
{
    uint32_t low = 0U;
    uint32_t high = meter->sources;
    const uint32_t wanted = ((uint32_t)object << 8U) | kind;

    while (low < high) {
        const uint32_t middle = (low + high) >> 1U;
        const mw_source_t *source = &meter->source[middle];
        if ((((uint32_t)source->object << 8U) | source->kind) < wanted) {
            low = middle + 1U;
        } else {
            high = middle;
        }
    }
    return ((low < meter->sources) && (meter->source[low].object == object) && (meter->source[low].kind == kind))
        ? (uint16_t)(MW_SOURCE_EVENT + low) : MW_NONE;
}

static const mw_block_t *block_of(const mw_meter_t *meter, uint16_t trigger)
{
    const mw_trigger_t *row = &meter->trigger[trigger];

    return (row->log == MW_TRIGGER_BLOCK) ? &meter->block[row->alert] : NULL;
}

uint16_t mw_guard(const mw_meter_t *meter, uint16_t trigger)
{
    const mw_block_t *block = block_of(meter, trigger);

    return (block == NULL) ? MW_NONE : block->guard;
}

/* Puts the steps that stand in the row itself: log, alert, push. Returns their number. */
static uint16_t own_steps(const mw_meter_t *meter, const mw_trigger_t *row, uint16_t number, mw_step_t *step)
{
    uint16_t count = 0U;

    if ((row->log & MW_TRIGGER_ROW) != MW_TRIGGER_NONE) {
        if (number == count) {
            step->op = MW_STEP_LOG;
            step->index = 0U;
            step->target = meter->log[row->log & MW_TRIGGER_ROW];
            step->param = ((row->log & MW_WITH_ALERT) != 0U) ? MW_PARAM_ALERT : MW_NONE;
        }
        count++;
    }
    if (row->alert != MW_NONE) {
        if (number == count) {
            step->op = MW_STEP_ALERT;
            step->index = 0U;
            step->target = row->alert;
            step->param = MW_NONE;
        }
        count++;
    }
    if ((row->push & MW_TRIGGER_ROW) != MW_TRIGGER_NONE) {
        if (number == count) {
            step->op = MW_STEP_PUSH;
            step->index = ((row->push & MW_WITH_ALERT) != 0U) ? 1U : 0U;
            step->target = row->push & MW_TRIGGER_ROW;
            step->param = MW_NONE;
        }
        count++;
    }
    return count;
}

uint16_t mw_steps(const mw_meter_t *meter, uint16_t trigger)
{
    const mw_block_t *block = block_of(meter, trigger);
    mw_step_t step;

    return (block == NULL) ? own_steps(meter, &meter->trigger[trigger], MW_NONE, &step) : block->count;
}

void mw_step(const mw_meter_t *meter, uint16_t trigger, uint16_t number, mw_step_t *step)
{
    const mw_block_t *block = block_of(meter, trigger);

    if (block == NULL) {
        (void)own_steps(meter, &meter->trigger[trigger], number, step);
    } else {
        *step = meter->step[(uint32_t)block->first + number];
    }
}

const mw_alert_t *mw_alert(const mw_meter_t *meter, uint16_t code)
{
    const mw_alert_t *found = NULL;

    for (uint32_t i = 0U; (i < meter->alerts) && (found == NULL); i++) {
        if (meter->alert[i].code == code) {
            found = &meter->alert[i];
        }
    }
    return found;
}

#endif
