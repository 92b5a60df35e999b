/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_golden_selftest.h"

#include <string.h>

/* Where the last piece of an answer ended. */
typedef struct {
    mw_expected_t place;
    uint32_t offset;
    uint16_t object;
    uint8_t attribute;
} answer_t;

static uint8_t digit(char c)
{
    return (uint8_t)((c <= '9') ? (c - '0') : ((c - 'A') + 10));
}

uint8_t mw_golden_octet(const char *digits)
{
    return (uint8_t)((uint32_t)((uint32_t)digit(digits[0]) << 4U) | digit(digits[1]));
}

static char *put(char *at, uint32_t octet)
{
    static const char hex[] = "0123456789ABCDEF";

    at[0] = hex[(octet >> 4U) & 0xFU];
    at[1] = hex[octet & 0xFU];
    at[2] = '\0';
    return &at[2];
}

static char *put_digits(char *at, const char *digits)
{
    const size_t length = strlen(digits);

    (void)memcpy(at, digits, length + 1U);
    return &at[length];
}

/* Octets of an octet-string with a name. */
static void begin_name(mw_expected_t *expected, const char *name)
{
    (void)put_digits(put_digits(expected->head, "0906"), name);
    expected->digits = expected->head;
}

/* The tag of an array and the number of its elements. */
static void begin_list(mw_expected_t *expected, uint8_t list)
{
    const mw_golden_run_t *end = &expected->golden->run[expected->golden->runs];
    const mw_golden_run_t *run = expected->golden->run;
    uint32_t elements = 0U;
    char *at = put_digits(expected->head, "01");

    while ((run < end) && (run->list != list)) {
        run++;
    }
    expected->run = run;
    while ((run < end) && (run->list == list)) {
        elements += run->count;
        run++;
    }
    if (elements >= 0x100U) {
        at = put(put(at, 0x82U), elements >> 8U);
    } else if (elements >= 0x80U) {
        at = put(at, 0x81U);
    } else {
        /* the number alone */
    }
    (void)put(at, elements);
    expected->digits = expected->head;
}

/* An element of an object list: its head, made of what is known of the object, before the rights. */
static void begin_element(mw_expected_t *expected)
{
    const mw_golden_object_t *object = &expected->golden->object[expected->run->first + expected->element];
    char *at = put_digits(expected->head, "020412");

    at = put(put(at, (uint32_t)object->class_id >> 8U), object->class_id);
    at = put(put_digits(at, "11"), object->version);
    (void)put_digits(put_digits(at, "0906"), object->name);
    expected->digits = expected->head;
    expected->tail = expected->golden->right[expected->run->right].octets;
    expected->element++;
}

/* Goes on to the next element; false: there is none. */
static bool next_element(mw_expected_t *expected)
{
    const mw_golden_run_t *end = &expected->golden->run[expected->golden->runs];
    bool more = true;

    if (expected->element == expected->run->count) {
        const uint8_t list = expected->run->list;
        expected->run++;
        expected->element = 0U;
        more = (expected->run < end) && (expected->run->list == list);
    }
    if (more) {
        begin_element(expected);
    } else {
        expected->run = NULL;
    }
    return more;
}

/* Tells whether a row goes on with the octets of the row before it. */
static bool goes_on(const mw_golden_t *golden, const mw_golden_value_t *value)
{
    const mw_golden_value_t *next = &value[1];

    return (next < &golden->value[golden->values]) && (next->object == value->object) && (next->attribute == value->attribute) && (next->association == value->association);
}

/* Finds the next piece; false: there is none. */
static bool refill(mw_expected_t *expected)
{
    bool more = false;

    if (expected->tail != NULL) {
        expected->digits = expected->tail;
        expected->tail = NULL;
        more = true;
    } else if (expected->run != NULL) {
        more = next_element(expected);
    } else if ((expected->value != NULL) && goes_on(expected->golden, expected->value)) {
        expected->value++;
        expected->digits = expected->value->octets;
        more = true;
    } else {
        /* that was the last one */
    }
    return more;
}

uint32_t mw_expected_next(mw_expected_t *expected)
{
    uint32_t octet = MW_EXPECTED_END;
    bool more = true;

    while (more && (expected->digits[0] == '\0')) {
        more = refill(expected);
    }
    if (more) {
        octet = mw_golden_octet(expected->digits);
        expected->digits = &expected->digits[2];
    }
    return octet;
}

/* Finds the row of an attribute for an association, MW_NONE8: any row. */
static const mw_golden_value_t *value_of(const mw_golden_t *golden, uint16_t object, uint8_t attribute, uint8_t association)
{
    const mw_golden_value_t *found = NULL;
    uint32_t low = 0U;
    uint32_t high = golden->values;
    const uint32_t wanted = ((uint32_t)object << 8U) | attribute;

    while (low < high) {
        const uint32_t middle = (low + high) >> 1U;
        const mw_golden_value_t *value = &golden->value[middle];
        if ((((uint32_t)value->object << 8U) | value->attribute) < wanted) {
            low = middle + 1U;
        } else {
            high = middle;
        }
    }
    while ((found == NULL) && (low < golden->values) && (golden->value[low].object == object) && (golden->value[low].attribute == attribute)) {
        const uint8_t seen = golden->value[low].association;
        if ((association == MW_NONE8) || (seen == MW_NONE8) || (seen == association)) {
            found = &golden->value[low];
        }
        low++;
    }
    return found;
}

bool mw_expected_begin(mw_expected_t *expected, const mw_golden_t *golden, uint16_t object, uint8_t attribute, uint8_t association)
{
    bool there = true;

    expected->golden = golden;
    expected->value = NULL;
    expected->run = NULL;
    expected->tail = NULL;
    expected->element = 0U;
    if (attribute == 1U) {
        begin_name(expected, golden->object[object].name);
    } else {
        expected->value = value_of(golden, object, attribute, association);
        there = expected->value != NULL;
        if (there && (expected->value->octets == NULL)) {
            begin_list(expected, expected->value->list);
            expected->value = NULL;
        } else if (there) {
            expected->digits = expected->value->octets;
        } else {
            /* the attribute is not there */
        }
    }
    return there;
}

/* Takes up where the last piece ended, else begins anew and passes over what came before; false: nothing is expected there. */
static bool find_place(answer_t *last, const mw_golden_t *golden, uint16_t object, uint8_t attribute, uint32_t offset)
{
    bool there = true;

    if ((last->attribute != attribute) || (last->object != object) || (last->offset != offset)) {
        there = mw_expected_begin(&last->place, golden, object, attribute, MW_NONE8);
        last->object = object;
        last->attribute = there ? attribute : 0U;
        for (last->offset = 0U; there && (last->offset < offset); last->offset++) {
            there = mw_expected_next(&last->place) != MW_EXPECTED_END;
        }
    }
    return there;
}

uint8_t mw_golden_answer(const mw_golden_t *golden, uint16_t object, uint8_t attribute, mw_piece_t *piece)
{
    static answer_t last = { { NULL, NULL, NULL, NULL, NULL, 0U, "" }, 0U, 0U, 0U };
    const bool there = find_place(&last, golden, object, attribute, piece->offset);

    piece->length = 0U;
    piece->more = there;
    while (piece->more && (piece->length < piece->room)) {
        piece->out[piece->length] = (uint8_t)mw_expected_next(&last.place);
        piece->length++;
        piece->more = (last.place.digits[0] != '\0') || refill(&last.place);
    }
    last.offset += piece->length;
    return there ? MW_SUCCESS : MW_OTHER_REASON;
}
