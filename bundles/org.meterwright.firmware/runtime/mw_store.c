/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_store.h"

#include "mw_attribute.h"
#include "mw_native.h"
#include "mw_value.h"

#include <string.h>

/* Octets on the way into storage; without storage they are only looked at. */
typedef struct {
    const uint8_t *octets;
    uint32_t length;
    uint32_t at;
    uint8_t *storage;
    uint32_t place;
} store_t;

static uint32_t get_u16(const uint8_t *octets)
{
    return ((uint32_t)octets[0] << 8U) | (uint32_t)octets[1];
}

static void keep(const store_t *store, uint32_t place, const uint8_t *octets, uint32_t count)
{
    uint8_t *storage = store->storage;

    if ((storage != NULL) && (count > 0U)) {
        (void)memcpy(&storage[place], octets, count);
    }
}

/* Puts a length before octets, in two octets. */
static void keep_u16(const store_t *store, uint32_t place, uint32_t number)
{
    uint8_t *storage = store->storage;

    if (storage != NULL) {
        mw_save_u16(&storage[place], (uint16_t)number);
    }
}

static bool take_tag(store_t *store, uint8_t tag)
{
    const bool good = (store->at < store->length) && (store->octets[store->at] == tag);

    if (good) {
        store->at++;
    }
    return good;
}

/* Puts a number that came with its most significant octet first. */
static void keep_number(const store_t *store, uint32_t place, uint32_t size)
{
    uint8_t *storage = store->storage;
    uint64_t number = 0U;

    for (uint32_t i = 0U; i < size; i++) {
        number = (number << 8U) | store->octets[store->at + i];
    }
    if (storage == NULL) {
        /* only looked at */
    } else if (size == 2U) {
        mw_save_u16(&storage[place], (uint16_t)number);
    } else if (size == 4U) {
        mw_save_u32(&storage[place], (uint32_t)number);
    } else {
        mw_save_u64(&storage[place], number);
    }
}

static bool store_scalar(store_t *store, uint8_t tag)
{
    const uint32_t size = mw_tag_size(tag);
    bool good = take_tag(store, tag) && (size <= (store->length - store->at));

    if (good) {
        if ((size == 1U) || mw_is_temporal(tag)) {
            keep(store, store->place, &store->octets[store->at], size);
        } else if (size > 1U) {
            store->place = mw_aligned(store->place, size);
            keep_number(store, store->place, size);
        } else {
            /* null-data has no octets */
        }
        good = (tag != MW_BOOLEAN) || (store->octets[store->at] <= 1U);
        store->place += size;
        store->at += size;
    }
    return good;
}

static bool store_fixed(store_t *store, uint8_t tag, uint32_t wanted)
{
    const uint32_t count = mw_octets_of(tag, wanted);
    uint32_t length = 0U;
    bool good = take_tag(store, tag) && mw_read_length(store->octets, store->length, &store->at, &length);

    good = good && (length == wanted) && (count <= (store->length - store->at));
    if (good) {
        keep(store, store->place, &store->octets[store->at], count);
        store->place += count;
        store->at += count;
    }
    return good;
}

static bool store_variable(store_t *store, uint8_t tag, uint32_t most)
{
    uint32_t length = 0U;
    uint32_t count;
    bool good = take_tag(store, tag) && mw_read_length(store->octets, store->length, &store->at, &length) && (length <= most);

    count = good ? mw_octets_of(tag, length) : 0U;
    good = good && (count <= (store->length - store->at));
    if (good) {
        if (most <= 0xFFU) {
            const uint8_t narrow = (uint8_t)length;
            keep(store, store->place, &narrow, 1U);
            store->place += 1U;
        } else {
            store->place = mw_aligned(store->place, 2U);
            keep_u16(store, store->place, length);
            store->place += 2U;
        }
        keep(store, store->place, &store->octets[store->at], count);
        store->place += mw_octets_of(tag, most);
        store->at += count;
    }
    return good;
}

static bool store_octets(store_t *store, uint32_t most)
{
    const uint32_t length = mw_axdr_length(&store->octets[store->at], store->length - store->at);
    const bool good = (length > 0U) && (length <= most);

    if (good) {
        store->place = mw_aligned(store->place, 2U);
        keep_u16(store, store->place, length);
        keep(store, store->place + 2U, &store->octets[store->at], length);
        store->place += 2U + most;
        store->at += length;
    }
    return good;
}

static bool store_head(store_t *store, uint8_t tag, uint32_t parts)
{
    uint32_t count = 0U;

    return take_tag(store, tag) && mw_read_length(store->octets, store->length, &store->at, &count) && (count == parts);
}

/* Follows a program for one value: looks only, or puts everything. */
static bool store_value(store_t *store, const uint8_t *program, uint32_t *from)
{
    uint32_t step = *from;
    uint32_t open = 1U;
    bool good = true;

    while (good && (open > 0U)) {
        const uint8_t code = program[step];
        const uint8_t tag = code & MW_OP_TAG;
        open--;
        step++;
        if (code == MW_FORM_STORED) {
            good = store_octets(store, get_u16(&program[step]));
            step += 2U;
        } else if ((tag == MW_STRUCTURE) || (tag == MW_ARRAY)) {
            good = store_head(store, tag, program[step]);
            open += program[step];
            step++;
        } else if ((code & MW_FORM_FIXED) != 0U) {
            good = store_fixed(store, tag, get_u16(&program[step]));
            step += 2U;
        } else if ((tag == MW_BIT_STRING) || (tag == MW_OCTET_STRING) || (tag == MW_VISIBLE) || (tag == MW_UTF8)) {
            good = store_variable(store, tag, get_u16(&program[step]));
            step += 2U;
        } else {
            good = store_scalar(store, tag);
        }
    }
    *from = step;
    return good;
}

static bool store_form(store_t *store, const uint8_t *program)
{
    uint32_t step = 0U;

    return store_value(store, program, &step);
}

bool mw_store_part(const uint8_t *program, uint32_t *step, uint8_t *storage, uint32_t *place, const uint8_t *octets, uint32_t length)
{
    store_t store = { octets, length, 0U, NULL, *place };
    uint32_t from = *step;
    bool good = store_value(&store, program, &from) && (store.at == length);

    if (good) {
        store.at = 0U;
        store.place = *place;
        store.storage = storage;
        good = store_value(&store, program, step);
        *place = store.place;
    }
    return good;
}

uint8_t mw_store(const mw_meter_t *meter, uint16_t object, uint8_t attribute, const uint8_t *octets, uint32_t length)
{
    const mw_attribute_t found = mw_attribute(meter, object, attribute);
    const bool formed = (found.op == MW_OP_RAM_FORM) || (found.op == MW_OP_NVM_FORM);
    const uint8_t scalar[1] = { (uint8_t)(found.op & MW_OP_TAG) };
    uint8_t result = MW_READ_WRITE_DENIED;

    if (found.memory != NULL) {
        const mw_form_t *form = formed ? &meter->form[found.ref] : NULL;
        const uint8_t *program = formed ? &meter->pool[(uint32_t)form->program << meter->pool_shift] : scalar;
        store_t store = { octets, length, 0U, NULL, 0U };
        result = MW_TYPE_UNMATCHED;
        if (store_form(&store, program) && (store.at == length)) {
            store.at = 0U;
            store.place = 0U;
            store.storage = &found.memory[formed ? form->offset : found.ref];
            (void)store_form(&store, program);
            result = MW_SUCCESS;
        }
    }
    return result;
}

static void restore(const mw_meter_t *meter, bool nvm)
{
    for (uint32_t i = 0U; i < meter->firsts; i++) {
        const mw_first_t *first = &meter->first[i];
        const mw_attribute_t found = mw_attribute(meter, first->object, first->attribute);
        if (mw_in_nvm(found.op) == nvm) {
            const uint8_t *value = &meter->pool[(uint32_t)first->value << meter->pool_shift];
            (void)mw_store(meter, first->object, first->attribute, value, mw_axdr_length(value, MW_TRUSTED));
        }
    }
}

void mw_restore_ram(const mw_meter_t *meter)
{
    if (meter->ram != NULL) {
        (void)memset(meter->ram, 0, meter->ram_octets);
        restore(meter, false);
    }
}

void mw_restore_nvm(const mw_meter_t *meter)
{
    if (meter->nvm != NULL) {
        (void)memset(meter->nvm, 0, meter->nvm_octets);
        restore(meter, true);
    }
}
