/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: values as the meter's own behaviour reads and writes them. */
#ifndef MW_LOOK_H
#define MW_LOOK_H

#include "mw_reader.h"
#include "mw_tables.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Finds the next object of a class, in any version and device, from an object's number on; MW_NONE when there is none. */
uint16_t mw_next_of_class(const mw_meter_t *meter, uint16_t class_id, uint16_t from);

/* Returns the class of an object. */
uint16_t mw_class_id(const mw_meter_t *meter, uint16_t object);

/* Returns the device of an object. */
uint8_t mw_device_of(const mw_meter_t *meter, uint16_t object);

/*
 * Returns an attribute's A-XDR value: where it lies, when it is kept as such, else in the buffer. NULL, and length 0, when there is none or it is
 * longer than `room`.
 */
const uint8_t *mw_look(const mw_meter_t *meter, uint16_t object, uint8_t attribute, uint8_t *buffer, uint32_t room, uint32_t *length);

/* Begins to read an attribute that is an array or structure: the reader stands behind its head. Returns the number of its parts. */
uint32_t mw_open(const mw_meter_t *meter, uint16_t object, uint8_t attribute, uint8_t *buffer, uint32_t room, mw_reader_t *reader);

/* Takes the head of an array or structure; returns the number of its parts. */
uint32_t mw_take_head(mw_reader_t *reader);

/*
 * Turns a number of A-XDR into one that can be compared: integers are themselves, enumerations and booleans too; unsigned 64-bit numbers and floating
 * point numbers keep their order among their own kind. 0 for what is no number.
 */
int64_t mw_number(const uint8_t *value, uint32_t length);

/* Takes a value and returns it as a number. */
int64_t mw_take_signed(mw_reader_t *reader);

/* Reads an attribute that is a number; `otherwise` when there is none. */
int64_t mw_number_of(const mw_meter_t *meter, uint16_t object, uint8_t attribute, int64_t otherwise);

/* Takes an octet-string of exactly `length` octets; NULL when it is another value. */
const uint8_t *mw_take_string(mw_reader_t *reader, uint32_t length);

/*
 * Takes what names an attribute: class, logical name, index: {long-unsigned, octet-string(6), integer}. Returns the object, or MW_NONE.
 */
uint16_t mw_take_definition(const mw_meter_t *meter, uint8_t device, mw_reader_t *reader, uint8_t *attribute);

/*
 * Writes an attribute for the meter itself: into storage, or through its setter or mw_port_write where a function answers; tells the port, and those that watch it.
 * Returns a data access result.
 */
uint8_t mw_keep(const mw_meter_t *meter, uint16_t object, uint8_t attribute, const uint8_t *octets, uint32_t length);

/* The same for a number, in the type that the attribute has. */
uint8_t mw_keep_number(const mw_meter_t *meter, uint16_t object, uint8_t attribute, int64_t number);

/* The same for a value that is copied from another attribute. */
uint8_t mw_keep_copy(const mw_meter_t *meter, uint16_t object, uint8_t attribute, uint16_t from, uint8_t from_attribute);

/* The same for a moment: an octet-string of 12 octets, or a date-time, as the attribute has it. */
uint8_t mw_keep_time(const mw_meter_t *meter, uint16_t object, uint8_t attribute, const uint8_t date_time[12]);

/* Codes a number with a tag; returns its octets. `out` has room for 9. */
uint32_t mw_code_number(uint8_t tag, int64_t number, uint8_t *out);

#ifdef __cplusplus
}
#endif

#endif
