/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_profile.h"

#if MW_HAVE_SELECTION

#include "mw_attribute.h"
#include "mw_find.h"
#include "mw_value.h"

#include <string.h>

#define CAPTURE_OBJECT 18U /* octets of a capture object: structure of four */
#define DATE_TIME      12U
#define WEEKDAY        4U
#define HUNDREDTHS     8U
#define DOUBLE_LONG_UNSIGNED 6U

/* Parameters of an access selector on their way. */
typedef struct {
    const uint8_t *octets;
    uint32_t length;
    uint32_t at;
    bool bad;
} parameters_t;

/* Takes the next A-XDR value. */
static const uint8_t *next_value(parameters_t *p, uint32_t *length)
{
    const uint8_t *value = NULL;

    *length = p->bad ? 0U : mw_axdr_length(&p->octets[p->at], p->length - p->at);
    if (*length == 0U) {
        p->bad = true;
    } else {
        value = &p->octets[p->at];
        p->at += *length;
    }
    return value;
}

static uint32_t next_number(parameters_t *p, uint8_t tag)
{
    uint32_t length = 0U;
    const uint8_t *value = next_value(p, &length);
    uint32_t number = 0U;

    p->bad = p->bad || (value[0] != tag);
    for (uint32_t i = 1U; !p->bad && (i < length); i++) {
        number = (number << 8U) | value[i];
    }
    return number;
}

static bool head(parameters_t *p, uint8_t tag, uint32_t *count)
{
    *count = 0U;
    p->bad = p->bad || (p->at >= p->length) || (p->octets[p->at] != tag);
    p->at++;
    p->bad = p->bad || !mw_read_length(p->octets, p->length, &p->at, count);
    return !p->bad;
}

static void choose(mw_rows_t *rows, uint32_t from, uint32_t to)
{
    (void)memset(rows->columns, 0, sizeof rows->columns);
    for (uint32_t i = from; (i <= to) && (i <= MW_COLUMNS); i++) {
        rows->columns[(i - 1U) / 8U] |= (uint8_t)(1U << ((i - 1U) % 8U));
    }
}

/* entry_descriptor: rows and columns from 1; 0 as the last means all that follow. */
static bool by_entry(parameters_t *p, uint32_t count, uint32_t columns, mw_rows_t *rows)
{
    uint32_t fields = 0U;
    uint32_t first_column;
    uint32_t last_column;
    bool good = head(p, MW_STRUCTURE, &fields) && (fields == 4U);

    rows->first = next_number(p, DOUBLE_LONG_UNSIGNED);
    rows->last = next_number(p, DOUBLE_LONG_UNSIGNED);
    first_column = next_number(p, MW_LONG_UNSIGNED);
    last_column = next_number(p, MW_LONG_UNSIGNED);
    good = good && !p->bad && (rows->first > 0U) && (first_column > 0U) && (first_column <= columns);
    last_column = ((last_column == 0U) || (last_column > columns)) ? columns : last_column;
    rows->last = ((rows->last == 0U) || (rows->last > count)) ? count : rows->last;
    if (rows->first > rows->last) { /* no such rows: an empty array */
        rows->first = 1U;
        rows->last = 0U;
    }
    if (good) {
        choose(rows, first_column, last_column);
    }
    return good;
}

/* Finds the column that a capture object names; columns when there is none. */
static uint32_t find_column(const mw_meter_t *meter, const mw_list_t *list, uint32_t columns, const uint8_t *capture_object)
{
    uint32_t found = columns;

    for (uint32_t i = 0U; (i < columns) && (found == columns); i++) {
        const mw_ref_t column = mw_column(meter, list, i);
        const mw_place_t place = mw_place(meter, column.object);
        const uint16_t class_id = mw_class_of(meter, &place)->class_id;
        uint8_t name[6];
        mw_logical_name(meter, &place, name);
        if ((capture_object[3] == (uint8_t)(class_id >> 8U)) && (capture_object[4] == (uint8_t)(class_id & 0xFFU)) && (memcmp(&capture_object[7], name, sizeof name) == 0)
            && (capture_object[14] == column.attribute) && (capture_object[17] == column.data_index)) {
            found = i;
        }
    }
    return found;
}

static bool is_date_time(const uint8_t *value, uint32_t length)
{
    return ((value[0] == MW_OCTET_STRING) && (length == (DATE_TIME + 2U))) || ((value[0] == 25U) && (length == (DATE_TIME + 1U)));
}

/* Compares dates and times from the year to the hundredths; the day of the week says nothing, what is not specified is equal. */
static int32_t compare_times(const uint8_t *a, const uint8_t *b)
{
    int32_t order = 0;

    for (uint32_t i = 0U; (i <= HUNDREDTHS) && (order == 0); i++) {
        if ((i != WEEKDAY) && (a[i] != 0xFFU) && (b[i] != 0xFFU)) {
            order = (int32_t)a[i] - (int32_t)b[i];
        }
    }
    return order;
}

static bool is_signed(uint8_t tag)
{
    return (tag == 5U) || (tag == 15U) || (tag == 16U) || (tag == 20U);
}

/* Compares values of one type: times, else octet by octet, the sign of numbers first. */
static int32_t compare(const uint8_t *a, uint32_t a_length, const uint8_t *b, uint32_t b_length)
{
    int32_t order = 0;

    if (is_date_time(a, a_length) && is_date_time(b, b_length)) {
        order = compare_times(&a[a_length - DATE_TIME], &b[b_length - DATE_TIME]);
    } else {
        const uint32_t length = (a_length < b_length) ? a_length : b_length;
        const uint8_t flip = is_signed(a[0]) ? 0x80U : 0U;
        for (uint32_t i = 0U; (i < length) && (order == 0); i++) {
            const uint8_t turned = (i == 1U) ? flip : 0U;
            order = (int32_t)(uint8_t)(a[i] ^ turned) - (int32_t)(uint8_t)(b[i] ^ turned);
        }
    }
    return order;
}

/* Reads one column of one row: its A-XDR octets. */
static const uint8_t *cell(const mw_meter_t *meter, uint16_t profile, uint32_t row, uint32_t column, uint8_t *out, uint32_t *length)
{
    mw_cursor_t cursor;
    mw_writer_t w;
    bool good;

    mw_writer(&w, out, MW_VALUE);
    mw_start(&cursor);
    cursor.item = 1U;
    cursor.rows.selected = true;
    cursor.rows.first = row;
    cursor.rows.last = row;
    choose(&cursor.rows, column + 1U, column + 1U);
    good = (mw_put_rows(meter, profile, &cursor, &w) == MW_SUCCESS) && cursor.done && (w.length > 2U);
    *length = good ? (w.length - 2U) : 0U;
    return good ? &out[2] : NULL;
}

/* Finds the rows between two values of a column; rows stand in its order. */
static bool find_rows(const mw_meter_t *meter, uint16_t profile, uint32_t count, uint32_t column, parameters_t *p, mw_rows_t *rows)
{
    uint8_t value[MW_VALUE];
    uint32_t from_length = 0U;
    uint32_t to_length = 0U;
    const uint8_t *from = next_value(p, &from_length);
    const uint8_t *to = next_value(p, &to_length);

    rows->first = 1U;
    rows->last = 0U;
    for (uint32_t i = 1U; !p->bad && (i <= count); i++) {
        uint32_t length = 0U;
        const uint8_t *one = cell(meter, profile, i, column, value, &length);
        p->bad = one == NULL;
        if (!p->bad && (compare(one, length, from, from_length) >= 0) && (compare(one, length, to, to_length) <= 0)) {
            rows->first = (rows->last == 0U) ? i : rows->first;
            rows->last = i;
        }
    }
    return !p->bad;
}

/* selected_values: capture objects; none means all columns. */
static bool choose_columns(const mw_meter_t *meter, const mw_list_t *list, uint32_t columns, parameters_t *p, mw_rows_t *rows)
{
    uint32_t wanted = 0U;
    bool good = head(p, MW_ARRAY, &wanted);

    if (wanted == 0U) {
        choose(rows, 1U, columns);
    } else {
        (void)memset(rows->columns, 0, sizeof rows->columns);
    }
    for (uint32_t i = 0U; good && (i < wanted); i++) {
        uint32_t length = 0U;
        const uint8_t *object = next_value(p, &length);
        const uint32_t found = (!p->bad && (length == CAPTURE_OBJECT)) ? find_column(meter, list, columns, object) : columns;
        good = found < columns;
        if (good) {
            rows->columns[found / 8U] |= (uint8_t)(1U << (found % 8U));
        }
    }
    return good;
}

/* range_descriptor: restricting object, from, to, columns. */
static bool by_range(const mw_meter_t *meter, uint16_t profile, parameters_t *p, const mw_list_t *list, uint32_t columns, mw_rows_t *rows)
{
    uint32_t fields = 0U;
    uint32_t length = 0U;
    uint32_t restricting = columns;
    const uint8_t *object = NULL;
    bool good = head(p, MW_STRUCTURE, &fields) && (fields == 4U);

    if (good) {
        object = next_value(p, &length);
    }
    if ((object != NULL) && (length == CAPTURE_OBJECT)) {
        restricting = find_column(meter, list, columns, object);
    }
    return (restricting < columns) && find_rows(meter, profile, mw_rows(meter, profile), restricting, p, rows) && choose_columns(meter, list, columns, p, rows);
}

uint8_t mw_select(const mw_meter_t *meter, uint16_t object, uint8_t selector, const uint8_t *parameter, uint32_t length, mw_rows_t *rows)
{
    const uint16_t profile = mw_profile(meter, object);
    const mw_attribute_t captured = mw_attribute(meter, object, 3U);
    parameters_t p = { parameter, length, 0U, false };
    bool good = false;

    if ((profile != MW_NONE) && (captured.op == MW_OP_LIST)) {
        const mw_list_t *list = &meter->list[captured.ref];
        const uint32_t columns = (uint32_t)list->count & MW_LIST_COUNT;
        if (selector == MW_BY_RANGE) {
            good = by_range(meter, profile, &p, list, columns, rows);
        } else {
            good = (selector == MW_BY_ENTRY) && by_entry(&p, mw_rows(meter, profile), columns, rows);
        }
    }
    rows->selected = good;
    return good ? MW_SUCCESS : MW_SCOPE_OF_ACCESS_VIOLATED;
}

#endif
