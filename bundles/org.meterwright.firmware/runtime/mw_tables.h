/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: the shape of the configuration tables. Offsets and indexes only; the root alone holds addresses. */
#ifndef MW_TABLES_H
#define MW_TABLES_H

#include "mw_features.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Version of the table layout; generated tables check it. */
#define MW_LAYOUT 4U
#define MW_MAGIC  0x4D575431U

/* Fails to compile when a condition does not hold; the name is that of a type which nobody uses. */
#define MW_CHECK(name, condition) typedef char (name)[(condition) ? 1 : -1]

/* Where a member stands in a memory, as tables say it: in units of 2 to the power of shift. */
#define MW_AT(type, member, shift) ((uint16_t)((uint32_t)offsetof(type, member) >> (shift)))

/* "No such row" in every 16-bit index. */
#define MW_NONE   0xFFFFU
#define MW_NONE8  0xFFU

/* Last three varying value groups of a logical name; one row per object, sorted by device, class, version, logical name. */
typedef struct {
    uint8_t c;
    uint8_t d;
    uint8_t e;
} mw_key_t;

/* Consecutive objects of one class that share value groups A, B and F. A last row holds the number of objects. */
typedef struct {
    uint16_t first;
    uint8_t a;
    uint8_t b;
    uint8_t f;
    uint8_t cls;
} mw_group_t;

/* A class in one version in one device, sorted by device, class_id, version. A last row holds the number of groups. */
typedef struct {
    uint16_t class_id;
    uint16_t group;
    uint8_t version;
    uint8_t attributes;
    uint8_t methods;
    uint8_t device;
} mw_class_t;

/* Consecutive objects with one shape and one access row; their storage follows at the shape's stride. */
typedef struct {
    uint16_t first;
    uint16_t slot;
    uint8_t shape;
    uint8_t access;
} mw_run_t;

/* The same for models with more than 256 shapes or access rows. */
typedef struct {
    uint16_t first;
    uint16_t slot;
    uint16_t shape;
    uint16_t access;
} mw_wide_run_t;

/* What equal objects share: the descriptors of attributes 2 to count + 1. */
typedef struct {
    uint16_t attribute;
    uint8_t count;
    uint8_t stride;
} mw_shape_t;

/* Stride of shapes with storage in both memories: a run's slot is then a row of pair[]. */
#define MW_PAIRED 0xFFU

/* Slots of runs whose objects have storage in both memories. */
typedef struct {
    uint16_t ram;
    uint16_t nvm;
    uint16_t ram_stride;
    uint16_t nvm_stride;
} mw_pair_t;

/* Attribute operations; op[] and ref[] run in parallel. */
#define MW_OP_ABSENT      0x00U /* not there                                            */
#define MW_OP_ROM         0x01U /* ref: A-XDR in the pool                               */
#define MW_OP_CALL        0x02U /* ref: handler                                         */
#define MW_OP_LIST        0x03U /* ref: reference list                                  */
#define MW_OP_OBJECT_LIST 0x04U /* ref: association; MW_NONE: the current one           */
#define MW_OP_RAM_FORM    0x05U /* ref: form                                            */
#define MW_OP_NVM_FORM    0x06U /* ref: form                                            */
#define MW_OP_BUFFER      0x07U /* ref: profile                                         */
#define MW_OP_RAM         0x40U /* + tag, ref: offset of a native value in the slot     */
#define MW_OP_NVM         0x80U /* + tag, ref: offset of a native value in the slot     */
#define MW_OP_TAG         0x1FU

/* Storage that is more than one number: where in the slot, and how it is coded (program in the pool). */
typedef struct {
    uint16_t offset;
    uint16_t program;
} mw_form_t;

/* Program octets; a scalar's octet is its tag. */
#define MW_FORM_FIXED  0x40U /* + string tag, u16 length (bits of a bit-string)         */
#define MW_FORM_STORED 0x7FU /* u16 longest: A-XDR octets behind their 16-bit length    */

/* Tags of xDLMS Data. */
#define MW_NULL         0U
#define MW_ARRAY        1U
#define MW_STRUCTURE    2U
#define MW_BOOLEAN      3U
#define MW_BIT_STRING   4U
#define MW_OCTET_STRING 9U
#define MW_VISIBLE      10U
#define MW_UTF8         12U
#define MW_INTEGER      15U
#define MW_UNSIGNED     17U
#define MW_LONG_UNSIGNED 18U
#define MW_COMPACT      19U
#define MW_ENUM         22U

/* Mark of selectors of a listed attribute that are bits; without it they are the number of a row of selectors[], 0: none. */
#define MW_PLAIN_SET 0x80U

/* Elements of a capture list or of a push: an attribute of an object, whose number stands in two octets. */
typedef struct {
    uint8_t high;
    uint8_t low;
    uint8_t attribute;
} mw_column_t;

/* The same in full: which part of the value, and how many of a buffer's newest entries, 0: all. */
typedef struct {
    uint16_t object;
    uint16_t newest;
    uint8_t attribute;
    uint8_t data_index;
} mw_ref_t;

#define MW_LIST_COUNT     0x3FFFU
#define MW_LIST_WIDE      0x8000U /* behind each row a second one: part of the value; newest entries, high octet first */
#define MW_LIST_RESTRICT  0x4000U /* elements have a fifth field: no restriction          */

typedef struct {
    uint16_t first;
    uint16_t count;
} mw_list_t;

/* A logical device. */
typedef struct {
    uint16_t sap;
    uint16_t access;  /* first octet of its access rows */
    uint16_t current; /* current association 0-0:40.0.0, or MW_NONE */
    uint8_t cls;
    uint8_t classes;
    uint8_t association;
    uint8_t associations;
} mw_device_t;

/* An application association. order: place in order[] of {extras, {position, pattern}*, object*}, or MW_NONE: as sorted. */
typedef struct {
    uint16_t object;
    uint16_t client;
    uint16_t entries;
    uint16_t order;
    uint8_t version;
    uint8_t device;
    uint8_t column;
    uint8_t reserved;
} mw_association_t;

/* How an association is opened; parallel to its row. security: Security setup object or MW_NONE; secret: slot of the key store or MW_NONE8. */
typedef struct {
    uint32_t conformance; /* the conformance block's 24 bits, bit 0 first */
    uint16_t security;
    uint16_t pdu;         /* longest APDU that the server takes           */
    uint8_t mechanism;
    uint8_t ciphered;     /* application context: 1 with ciphering        */
    uint8_t secret;
    uint8_t reserved;
} mw_context_t;

/* Where a key of a Security setup object is in the key store; sorted by object, key. */
typedef struct {
    uint16_t object;
    uint8_t key;
    uint8_t slot;
} mw_slot_t;

#define MW_KEY_GLOBAL_UNICAST   0U
#define MW_KEY_GLOBAL_BROADCAST 1U
#define MW_KEY_AUTHENTICATION   2U
#define MW_KEY_MASTER           3U
#define MW_KEY_OTHER            255U

/*
 * A profile whose buffer lies in the log memory at `base`: how many rows it holds and where the next goes (two numbers of 32 bits), then
 * `entries` rows of `row` octets, coded as the program in the pool says. is_volatile: the rows go when the supply fails.
 */
typedef struct {
    uint32_t base;
    uint32_t entries;
    uint16_t object;
    uint16_t program;
    uint16_t row;
    uint16_t is_volatile;
} mw_profile_t;

/* Reads and writes the log memory; false when it cannot. */
typedef struct {
    bool (*read)(uint32_t at, uint8_t *out, uint32_t length);
    bool (*write)(uint32_t at, const uint8_t *octets, uint32_t length);
} mw_log_t;

/* What an event sets off: row of log[], alert code, push. In a block: the alert is the number of a block, and the other two are none. */
typedef struct {
    uint16_t event;
    uint16_t alert;
    uint8_t log;
    uint8_t push;
} mw_trigger_t;

#define MW_WITH_ALERT    0x80U /* mark of a log: the alert's code is its argument; of a push: it carries the alert */
#define MW_TRIGGER_ROW   0x7FU
#define MW_TRIGGER_NONE  0x7FU
#define MW_TRIGGER_BLOCK 0x7EU

/* Guard and all steps of a trigger that has more than log, alert and push in this order. */
typedef struct {
    uint16_t guard;
    uint16_t first;
    uint16_t count;
} mw_block_t;

#define MW_STEP_LOG     1U /* target: profile, param: arguments        */
#define MW_STEP_ALERT   2U /* target: alert code                       */
#define MW_STEP_PUSH    3U /* target: push, index: 1 carries the alert */
#define MW_STEP_RAISE   4U /* target: event                            */
#define MW_STEP_CAPTURE 5U /* target: profile                          */
#define MW_STEP_SCRIPT  6U /* target: script table, param: script      */
#define MW_STEP_METHOD  7U /* target: object, index: method, param     */
#define MW_STEP_SET     8U /* target: object, index: attribute, param  */

/* param of a log step: the code of the alert that the same trigger raises. */
#define MW_PARAM_ALERT 0xFFFEU

typedef struct {
    uint8_t op;
    uint8_t index;
    uint16_t target;
    uint16_t param;
} mw_step_t;

/*
 * A schedule or monitor that raises the event of this row; an object beyond the last one is a row of the threshold table. way: how a threshold is
 * passed. Sorted by object, kind, way.
 */
typedef struct {
    uint16_t object;
    uint8_t kind;
    uint8_t way;
} mw_source_t;

#define MW_WAY_UP     0x01U /* upwards                                                  */
#define MW_WAY_EQUAL  0x02U /* a value that equals the threshold counts as above it      */
#define MW_WAY_NUMBER 4U    /* the number of the threshold stands from this bit on       */

/*
 * A reaction to a threshold, or to times, that no object implements. object: whose attribute is watched, or MW_NONE: threshold is an array of {time, date}.
 * threshold and back, or MW_NONE, are A-XDR in the pool; durations in seconds.
 */
typedef struct {
    uint32_t duration;
    uint32_t back_duration;
    uint16_t object;
    uint16_t threshold;
    uint16_t back;
    uint16_t reserved;
    uint8_t attribute;
    uint8_t part;
    uint8_t comparison;
    uint8_t unused;
} mw_threshold_t;

#define MW_LESS             0U
#define MW_LESS_OR_EQUAL    1U
#define MW_GREATER          2U
#define MW_GREATER_OR_EQUAL 3U
#define MW_EQUAL            4U

/* What clients may write into an attribute of `count` objects: a program in the pool. Sorted by attribute, object. */
typedef struct {
    uint16_t first;
    uint16_t program;
    uint8_t count;
    uint8_t attribute;
} mw_type_t;

/* Octets of such a program: a tag, or a tag and one of these. */
#define MW_TYPE_RANGE    0x20U /* + least and most: of a number in its own size, of a length or of elements in 16 bits */
#define MW_TYPE_LITERALS 0x40U /* + number of ranges, first and last of each             */
#define MW_TYPE_CHOICE   0x80U /* alone: + number of options, each behind its 16-bit length */
#define MW_TYPE_ANY      0xFFU /* alone: any value                                      */

#define MW_SOURCE_FIRES  0U /* the schedule's time has come                        */
#define MW_SOURCE_BEGINS 1U /* the condition of the text holds, whichever way that is */
#define MW_SOURCE_ENDS   2U /* it does not hold any more                              */
/* Events of sources are numbered from here. */
#define MW_SOURCE_EVENT  0x8000U

/* A push set-up. */
typedef struct {
    uint16_t object;
    uint16_t list;
    uint16_t security;
    uint8_t partner;
    uint8_t protection;
} mw_push_t;

/* An alert that carries more than its code, or is always sent. Sorted by code. */
typedef struct {
    uint16_t code;
    uint16_t list;
    uint16_t protection;
    uint8_t push;
    uint8_t flags;
} mw_alert_t;

#define MW_ALERT_CRITICAL 1U
#define MW_ALERT_ALWAYS   2U

/* A passive object that replaces an active one at the time in an attribute. */
typedef struct {
    uint16_t passive;
    uint16_t active;
    uint16_t object;
    uint8_t attribute;
    uint8_t reserved;
} mw_activation_t;

/* First value of an attribute in RAM or NVM whose octets are not all zero: A-XDR in the pool. */
typedef struct {
    uint16_t object;
    uint16_t value;
    uint8_t attribute;
    uint8_t reserved;
} mw_first_t;

/* A piece of an encoding: the handler fills at most `room` octets, beginning `offset` octets into the encoding. */
typedef struct {
    uint8_t *out;
    uint32_t room;
    uint32_t offset;
    uint32_t length;
    bool more;
} mw_piece_t;

/* Provides an attribute's A-XDR encoding; returns a data access result. */
typedef uint8_t (*mw_handler_t)(uint16_t object, uint8_t attribute, mw_piece_t *piece);

/* Takes a value that is written to an attribute behind a handler: A-XDR, whole; returns a data access result, or MW_NO_SETTER. */
typedef uint8_t (*mw_setter_t)(uint16_t handler, uint16_t object, uint8_t attribute, const uint8_t *octets, uint32_t length);

/* What mw_setter_t returns where no client writes: no data access result. */
#define MW_NO_SETTER 0xFFU

/* The root. setter: NULL when no client writes behind a function. Offsets into pool, patterns, ram and nvm are multiplied by 2 to the power of the shifts. */
typedef struct {
    uint32_t magic;
    uint32_t ram_octets;
    uint32_t nvm_octets;
    uint16_t layout;
    uint16_t objects;
    uint16_t runs;
    uint16_t simple_patterns;
    uint16_t triggers;
    uint16_t sources;
    uint16_t alerts;
    uint16_t pushes;
    uint16_t activations;
    uint16_t firsts;
    uint16_t slots;
    uint16_t profiles;
    uint16_t thresholds;
    uint16_t types;
    uint8_t devices;
    uint8_t associations;
    uint8_t pool_shift;
    uint8_t pattern_shift;
    uint8_t ram_shift;
    uint8_t nvm_shift;
    const mw_device_t *device;
    const mw_class_t *cls;
    const mw_group_t *group;
    const mw_key_t *key;
    const mw_run_t *run;
    const mw_wide_run_t *wide_run;
    const mw_pair_t *pair;
    const mw_shape_t *shape;
    const uint8_t *op;
    const uint16_t *ref;
    const mw_form_t *form;
    const uint8_t *pool;
    const mw_list_t *list;
    const mw_column_t *column;
    const uint8_t *access;
    const uint16_t *wide_access;
    const uint16_t *pattern;
    const uint8_t *mode;
    const uint16_t *selectors;
    const mw_association_t *association;
    const mw_context_t *context;
    const mw_slot_t *slot;
    const mw_profile_t *profile;
    const uint16_t *order;
    const mw_trigger_t *trigger;
    const uint16_t *log;
    const mw_block_t *block;
    const mw_step_t *step;
    const mw_source_t *source;
    const mw_push_t *push;
    const mw_alert_t *alert;
    const mw_activation_t *activation;
    const mw_first_t *first;
    const mw_threshold_t *threshold;
    const mw_type_t *type;
    const mw_handler_t *handler;
    mw_setter_t setter;
    const mw_log_t *log_memory;
    uint8_t *ram;
    uint8_t *nvm;
} mw_meter_t;

#ifdef __cplusplus
}
#endif

#endif
