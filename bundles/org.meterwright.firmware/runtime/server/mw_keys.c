/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_keys.h"

#if MW_HAVE_KEYS

#include "mw_get.h"
#include "mw_look.h"
#include "mw_store.h"
#include "mw_unwrap.h"
#include "mw_work.h"

#include <string.h>

#define POLICY          2U
#define KEY             16U
#define WRAPPED         24U
#define MOST_KEY        3

/* A policy can only grow stronger: what is required stays so. */
static uint8_t strengthen(const mw_meter_t *meter, const mw_call_t *call)
{
    const uint64_t wanted = (uint64_t)mw_number(call->parameter, call->parameter_length);
    const uint64_t is = (uint64_t)mw_number_of(meter, call->object, POLICY, 0);

    return ((wanted & is) == is) ? mw_keep_number(meter, call->object, POLICY, (int64_t)wanted) : MW_OTHER_REASON;
}

/* Finds the slot of a key; MW_NONE8 when the Security setup has none. */
static uint8_t slot_of(const mw_meter_t *meter, uint16_t security, uint8_t key)
{
    uint8_t found = MW_NONE8;

    for (uint32_t i = 0U; i < meter->slots; i++) {
        const mw_slot_t *slot = &meter->slot[i];
        found = ((slot->object == security) && (slot->key == key)) ? slot->slot : found;
    }
    return found;
}

void mw_keep_keys(void)
{
    for (uint32_t i = 0U; i < mw_work.stages; i++) {
        (void)mw_port_keep_key(mw_work.staged[i].slot, mw_work.staged[i].key, (uint8_t)KEY);
    }
    (void)memset(mw_work.staged, 0, sizeof mw_work.staged);
    mw_work.stages = 0U;
}

/* Takes one {key_id, wrapped key}: it waits until the answer has been made. */
static uint8_t take_key(const mw_meter_t *meter, uint16_t security, const uint8_t *master, mw_reader_t *reader)
{
    (void)mw_take_head(reader);
    const int64_t id = mw_take_signed(reader);
    const uint8_t *wrapped = mw_take_string(reader, WRAPPED);
    const uint8_t slot = ((id >= 0) && (id <= MOST_KEY)) ? slot_of(meter, security, (uint8_t)id) : MW_NONE8;
    uint8_t result = MW_OTHER_REASON;

    if ((wrapped != NULL) && (slot != MW_NONE8) && (mw_work.stages < MW_STAGED) && mw_unwrap_key(master, wrapped, mw_work.staged[mw_work.stages].key)) {
        mw_work.staged[mw_work.stages].slot = slot;
        mw_work.stages++;
        result = MW_SUCCESS;
    }
    return result;
}

/* All keys or none. */
static uint8_t transfer(const mw_meter_t *meter, const mw_call_t *call)
{
    const uint8_t slot = slot_of(meter, call->object, MW_KEY_MASTER);
    uint8_t master[KEY];
    uint8_t result = ((slot != MW_NONE8) && (mw_port_secret(slot, master, (uint8_t)KEY) == KEY)) ? MW_SUCCESS : MW_OTHER_REASON;
    mw_reader_t reader;

    mw_reader(&reader, call->parameter, call->parameter_length);
    for (uint32_t left = mw_take_head(&reader); (left > 0U) && (result == MW_SUCCESS); left--) {
        result = take_key(meter, call->object, master, &reader);
    }
    result = reader.bad ? MW_TYPE_UNMATCHED : result;
    mw_work.stages = (result == MW_SUCCESS) ? mw_work.stages : 0U;
    (void)memset(master, 0, sizeof master);
    return result;
}

uint8_t mw_keys(const mw_meter_t *meter, mw_call_t *call)
{
    const int64_t suite = mw_number_of(meter, call->object, 3U, 0);
    uint8_t result;

    if (call->method == 1U) {
        result = strengthen(meter, call);
    } else if ((call->method == 2U) && (suite == 0)) {
        result = transfer(meter, call);
    } else {
        result = mw_port_execute(call);
    }
    return result;
}

#endif
