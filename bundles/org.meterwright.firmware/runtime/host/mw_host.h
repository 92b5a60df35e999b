/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: what the host program is told of a meter. */
#ifndef MW_HOST_H
#define MW_HOST_H

#include "mw_tables.h"

#if !(MW_HAVE_RUN && MW_HAVE_PUSH && MW_HAVE_HDLC && MW_HAVE_WRAPPER)
#error "the host program shows all that the runtime does: it wants MW_HAVE_RUN, MW_HAVE_PUSH, MW_HAVE_HDLC and MW_HAVE_WRAPPER"
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* What an attribute behind a function answers at first: `length` octets of A-XDR from `from` on. */
typedef struct {
    uint32_t from;
    uint32_t length;
    uint16_t object;
    uint8_t attribute;
} mw_host_value_t;

typedef struct {
    const mw_meter_t *meter;
    const mw_host_value_t *value;
    const uint8_t *octets;
    uint32_t values;
} mw_host_meter_t;

extern const mw_host_meter_t mw_host_meter;

/* Longest message and command. */
#define MW_HOST_LONGEST 65536U

/* Takes octets in hex; returns how many. */
uint32_t mw_host_hex(const char *text, uint8_t *out, uint32_t room);

/* Reads key slots from a file; false when it cannot. */
bool mw_host_keys(const char *name);

/*
 * Loads NVM, what the runtime keeps, counters and keys that came from a file, and the log memory from the file with ".log" behind its name; or sets NVM to its
 * first values. Saves them from then on: mw_host_save_log when the log memory was written. NULL: no file.
 */
void mw_host_load(const char *name);
void mw_host_save(void);
void mw_host_save_log(void);

/*
 * Virtual time, in seconds since 2000: local time as the meter shows it. mw_host_begin_at: as if the meter had always had this time, nothing is made up for;
 * mw_host_set_clock: as a client sets it; mw_host_until, mw_host_advance: time passes, and all that is due is done at its moment. False: no such time.
 */
bool mw_host_begin_at(uint32_t moment);
bool mw_host_set_clock(uint32_t moment);
bool mw_host_until(uint32_t moment);
void mw_host_advance(uint32_t seconds);

/* Lets the meter follow its clock after a client has set it. */
void mw_host_follow_clock(void);

/* Puts the time as text. */
void mw_host_text_of_now(char *text, size_t room);

/* Puts the time as a date-time of 12 octets. */
void mw_host_now(uint8_t time[12]);

/* The supply fails, or comes back: RAM is lost, NVM and log memory stay. */
void mw_host_power(bool on);
bool mw_host_is_off(void);

/* The network takes pushes or does not. */
void mw_host_link(bool up);

/* Sends all octets over a connection; false: it ended. */
bool mw_host_send(int connection, const uint8_t *octets, uint32_t length);

/*
 * Where pushes go: a port of this computer; 0, as at first: they are told on standard output alone. mw_host_deliver: false when the receiver does not take
 * one, which is then tried again like any push that cannot be sent.
 */
void mw_host_deliver_to(unsigned port);
bool mw_host_deliver(const uint8_t *apdu, uint32_t length);

/* Random numbers from a seed, the same each time. */
void mw_host_seed(uint32_t seed);

/* Says whether a schedule is in force: 0 no, 1 yes, 2 as its entries and the clock say. */
void mw_host_force(uint16_t schedule, uint8_t in_force);

/* The world around the meter as at first: what functions answer, schedules in force, the network; random numbers always begin with the same. */
void mw_host_forget(void);

/* Puts what a function answers; false when there is no room. */
bool mw_host_put(uint16_t object, uint8_t attribute, const uint8_t *octets, uint32_t length);

/* Takes a number that is written to an attribute behind a function. */
uint8_t mw_host_take(uint16_t object, uint8_t attribute, uint8_t tag, int64_t number);

/* Obeys a command and answers it on standard output; false: the end. */
bool mw_host_obey(const char *line);

/* Answers for a function of the firmware: what was put there, the clock, or the first value. */
uint8_t mw_host_answer(uint16_t object, uint8_t attribute, mw_piece_t *piece);

#ifdef __cplusplus
}
#endif

#endif
