/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Meterwright: a meter on a computer. Serves the tables to DLMS clients over TCP with the wrapper; keeps NVM in a file; takes commands on standard
 * input. For a POSIX system.
 *
 *   mw_host [-p PORT] [-n NVM-FILE] [-k KEY-FILE]
 *
 * PORT 0 takes any free one; the first line on standard output says which: "listening 4059". A line of KEY-FILE is a slot and a key or secret
 * in hex: "3 00112233". Commands, each answered by a line that begins with "=":
 *
 *   set CLASS A.B.C.D.E.F ATTRIBUTE HEX   puts an A-XDR value: into RAM or NVM, or as what a function answers
 *   get CLASS A.B.C.D.E.F ATTRIBUTE       prints one
 *   do CLASS A.B.C.D.E.F METHOD [HEX]     executes a method
 *   event NUMBER                          an event happens
 *   at CLASS A.B.C.D.E.F KIND             a schedule's time has come, a monitor's condition begins or ends: 0, 1, 2
 *   time YEAR MONTH DAY HOUR MINUTE SECOND WEEKDAY   sets the clock
 *   force CLASS A.B.C.D.E.F 0|1           a schedule that holds reactions back is in force or not
 *   quit
 *
 * What the meter does is told by lines that begin with its name: written, function, method, acted, alert, push.
 */
#define _POSIX_C_SOURCE 200809L

#include "mw_host.h"

#include "mw_find.h"
#include "mw_port.h"
#include "mw_profile.h"
#include "mw_run.h"
#include "mw_server.h"
#include "mw_store.h"
#include "mw_wrapper.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define LONGEST 65536U
#define SLOTS   256U
#define KEYS    64U
#define CLIENTS 65536U

#define METER   (*mw_host_meter.meter)
#define PUT     64U
#define CLOCK   8U
#define FORCED  256U

typedef struct {
    uint8_t length;
    uint8_t octets[KEYS];
} secret_t;

/* What was put in place of a function's answer. */
typedef struct {
    uint16_t object;
    uint8_t attribute;
    uint32_t length;
    uint8_t octets[1024];
} put_t;

static put_t puts_[PUT];
static uint32_t put_count;
static uint8_t now[12] = { 0x07U, 0xEAU, 1U, 1U, 4U, 0U, 0U, 0U, 0U, 0x80U, 0U, 0U };
static bool forced[FORCED];
static secret_t secrets[SLOTS];
static uint32_t heard[CLIENTS];
static uint32_t sent;
static const char *nvm_file;
static uint8_t request[LONGEST];
static uint8_t response[LONGEST];
static uint8_t store[LONGEST];

/* ---- the port */

uint8_t mw_port_secret(uint8_t slot, uint8_t *out, uint8_t room)
{
    const secret_t *secret = &secrets[slot];
    const uint8_t length = (secret->length <= room) ? secret->length : 0U;

    (void)memcpy(out, secret->octets, length);
    return length;
}

void mw_port_random(uint8_t *out, uint8_t length)
{
    FILE *file = fopen("/dev/urandom", "rb");
    const size_t read = (file == NULL) ? 0U : fread(out, 1U, length, file);

    if (file != NULL) {
        (void)fclose(file);
    }
    if (read != length) {
        (void)fprintf(stderr, "mw_host: there are no random numbers\n");
        exit(3);
    }
}

void mw_port_system_title(uint8_t title[8])
{
    static const uint8_t own[8] = { 'M', 'W', 'R', 0U, 0U, 0U, 0U, 1U };

    (void)memcpy(title, own, sizeof own);
}

bool mw_port_is_new(uint16_t security, uint16_t client, uint32_t counter)
{
    const bool good = counter >= heard[client];

    (void)security;
    if (good) {
        heard[client] = counter + 1U;
    }
    return good;
}

uint32_t mw_port_next_counter(uint16_t security)
{
    (void)security;
    sent++;
    return sent;
}

static void save_nvm(void)
{
    FILE *file = (nvm_file == NULL) ? NULL : fopen(nvm_file, "wb");

    if (file != NULL) {
        (void)fwrite(METER.nvm, 1U, METER.nvm_octets, file);
        (void)fclose(file);
    }
}

static void load_nvm(void)
{
    FILE *file = (nvm_file == NULL) ? NULL : fopen(nvm_file, "rb");
    const size_t read = (file == NULL) ? 0U : fread(METER.nvm, 1U, METER.nvm_octets, file);

    if (file != NULL) {
        (void)fclose(file);
    }
    if (read != METER.nvm_octets) {
        mw_restore_nvm(&METER);
    }
}

void mw_port_written(uint16_t object, uint8_t attribute)
{
    (void)printf("written %u %u\n", (unsigned)object, (unsigned)attribute);
    (void)fflush(stdout);
    save_nvm();
}

/* Finds what was put in place of a function's answer, or room for it; NULL when there is none. */
static put_t *put_of(uint16_t object, uint8_t attribute, bool make)
{
    put_t *found = NULL;

    for (uint32_t i = 0U; (i < put_count) && (found == NULL); i++) {
        found = ((puts_[i].object == object) && (puts_[i].attribute == attribute)) ? &puts_[i] : NULL;
    }
    if ((found == NULL) && make && (put_count < PUT)) {
        found = &puts_[put_count];
        put_count++;
        found->object = object;
        found->attribute = attribute;
    }
    return found;
}

static bool put(uint16_t object, uint8_t attribute, const uint8_t *octets, uint32_t length)
{
    put_t *place = (length <= sizeof puts_[0].octets) ? put_of(object, attribute, true) : NULL;

    if (place != NULL) {
        (void)memcpy(place->octets, octets, length);
        place->length = length;
    }
    return place != NULL;
}

uint8_t mw_port_write(uint16_t object, uint8_t attribute, const uint8_t *octets, uint32_t length)
{
    (void)printf("function %u %u %lu\n", (unsigned)object, (unsigned)attribute, (unsigned long)length);
    (void)fflush(stdout);
    return put(object, attribute, octets, length) ? MW_SUCCESS : MW_OTHER_REASON;
}

static uint8_t answer_with(const uint8_t *octets, uint32_t length, mw_piece_t *piece)
{
    const uint32_t left = length - piece->offset;

    piece->length = (left < piece->room) ? left : piece->room;
    piece->more = piece->length < left;
    (void)memcpy(piece->out, &octets[piece->offset], piece->length);
    return MW_SUCCESS;
}

static uint16_t class_of(uint16_t object)
{
    const mw_place_t place = mw_place(&METER, object);

    return mw_class_of(&METER, &place)->class_id;
}

uint8_t mw_host_answer(uint16_t object, uint8_t attribute, mw_piece_t *piece)
{
    const put_t *found = put_of(object, attribute, false);
    uint8_t result = MW_OTHER_REASON;

    if (found != NULL) {
        result = answer_with(found->octets, found->length, piece);
    } else if ((class_of(object) == CLOCK) && (attribute == 2U)) {
        uint8_t time[14] = { MW_OCTET_STRING, 12U };
        (void)memcpy(&time[2], now, sizeof now);
        result = answer_with(time, sizeof time, piece);
    } else {
        for (uint32_t i = 0U; i < mw_host_meter.values; i++) {
            const mw_host_value_t *value = &mw_host_meter.value[i];
            if ((value->object == object) && (value->attribute == attribute)) {
                result = answer_with(&mw_host_meter.octets[value->from], value->length, piece);
            }
        }
    }
    return result;
}

void mw_port_acted(uint16_t object, uint8_t method)
{
    (void)printf("acted %u %u\n", (unsigned)object, (unsigned)method);
    (void)fflush(stdout);
}

void mw_port_alert(uint16_t code)
{
    (void)printf("alert %u\n", (unsigned)code);
    (void)fflush(stdout);
}

void mw_port_push(uint16_t object)
{
    (void)printf("push %u\n", (unsigned)object);
    (void)fflush(stdout);
}

bool mw_port_in_force(uint16_t schedule)
{
    return (schedule < FORCED) && forced[schedule];
}

uint8_t mw_port_execute(mw_call_t *call)
{
    (void)printf("method %u %u %lu\n", (unsigned)call->object, (unsigned)call->method, (unsigned long)call->parameter_length);
    (void)fflush(stdout);
    return MW_SUCCESS;
}

/* ---- octets in hex */

static uint32_t from_hex(const char *text, uint8_t *out, uint32_t room)
{
    uint32_t length = 0U;
    unsigned value;

    while ((length < room) && (sscanf(text, "%2x", &value) == 1)) {
        out[length] = (uint8_t)value;
        length++;
        text += 2;
        if (text[-1] == '\0') {
            break;
        }
    }
    return length;
}

static void print_hex(const uint8_t *octets, uint32_t length)
{
    for (uint32_t i = 0U; i < length; i++) {
        (void)printf("%02x", (unsigned)octets[i]);
    }
}

static bool load_keys(const char *name)
{
    FILE *file = fopen(name, "r");
    char line[256];
    char hex[160];
    unsigned slot;

    while ((file != NULL) && (fgets(line, (int)sizeof line, file) != NULL)) {
        if ((sscanf(line, "%u %159s", &slot, hex) == 2) && (slot < SLOTS)) {
            secrets[slot].length = (uint8_t)from_hex(hex, secrets[slot].octets, KEYS);
        }
    }
    if (file != NULL) {
        (void)fclose(file);
    }
    return file != NULL;
}

/* ---- commands */

/* Finds an object in any device. */
static uint16_t find(unsigned class_id, const unsigned name[6])
{
    uint8_t logical_name[6];
    uint16_t object = MW_NONE;

    for (uint32_t i = 0U; i < 6U; i++) {
        logical_name[i] = (uint8_t)name[i];
    }
    for (uint8_t device = 0U; (device < METER.devices) && (object == MW_NONE); device++) {
        object = mw_find(&METER, device, (uint16_t)class_id, logical_name);
    }
    return object;
}

static void print_attribute(uint16_t object, uint8_t attribute)
{
    const mw_request_t asked = { object, attribute, 0U, 0U };
    mw_cursor_t cursor;
    uint32_t length = 0U;
    uint8_t result;

    mw_start(&cursor);
    result = mw_read(&METER, &asked, &cursor, store, LONGEST, &length);
    if (result == MW_SUCCESS) {
        (void)printf("= ");
        print_hex(store, length);
        (void)printf("\n");
    } else {
        (void)printf("= refused %u\n", (unsigned)result);
    }
}

static void set_value(uint16_t object, uint8_t attribute, uint32_t length)
{
    uint8_t result = mw_store(&METER, object, attribute, store, length);

    if ((result == MW_READ_WRITE_DENIED) && put(object, attribute, store, length)) {
        result = MW_SUCCESS;
    }
    (void)printf("= result %u\n", (unsigned)result);
    save_nvm();
}

static void do_method(uint16_t object, uint8_t method, uint32_t length)
{
    mw_call_t call;

    (void)memset(&call, 0, sizeof call);
    call.parameter = store;
    call.parameter_length = length;
    call.object = object;
    call.method = method;
    call.association = MW_NONE8;
    (void)printf("= result %u\n", (unsigned)mw_do(&METER, &call));
}

/* Commands about an object: verb, class, logical name, number, octets. */
static bool about_object(const char *line)
{
    char verb[8];
    unsigned class_id;
    unsigned n[6];
    unsigned number;
    int at = 0;
    const bool good = sscanf(line, "%7s %u %u.%u.%u.%u.%u.%u %u %n", verb, &class_id, &n[0], &n[1], &n[2], &n[3], &n[4], &n[5], &number, &at) >= 9;
    const uint16_t object = good ? find(class_id, n) : MW_NONE;
    const uint32_t length = good ? from_hex(&line[at], store, LONGEST) : 0U;
    bool known = good;

    if (good && (object == MW_NONE)) {
        (void)printf("= no such object\n");
    } else if (good && (strcmp(verb, "set") == 0)) {
        set_value(object, (uint8_t)number, length);
    } else if (good && (strcmp(verb, "get") == 0)) {
        print_attribute(object, (uint8_t)number);
    } else if (good && (strcmp(verb, "do") == 0)) {
        do_method(object, (uint8_t)number, length);
    } else if (good && (strcmp(verb, "at") == 0)) {
        (void)printf("= result %u\n", mw_happen_at(&METER, object, (uint8_t)number) ? 0U : 1U);
    } else if (good && (strcmp(verb, "force") == 0) && (object < FORCED)) {
        forced[object] = number != 0U;
        (void)printf("= result 0\n");
    } else {
        known = false;
    }
    return known;
}

static bool set_time(const char *line)
{
    unsigned t[7];
    const bool good = sscanf(line, "time %u %u %u %u %u %u %u", &t[0], &t[1], &t[2], &t[3], &t[4], &t[5], &t[6]) == 7;

    if (good) {
        now[0] = (uint8_t)((t[0] >> 8U) & 0xFFU);
        now[1] = (uint8_t)(t[0] & 0xFFU);
        now[2] = (uint8_t)t[1];
        now[3] = (uint8_t)t[2];
        now[4] = (uint8_t)t[6];
        now[5] = (uint8_t)t[3];
        now[6] = (uint8_t)t[4];
        now[7] = (uint8_t)t[5];
        (void)printf("= result 0\n");
    }
    return good;
}

static bool obey(const char *line)
{
    unsigned number;
    const bool ends = strncmp(line, "quit", 4U) == 0;

    if (ends) {
        /* the end */
    } else if (sscanf(line, "event %u", &number) == 1) {
        (void)printf("= result %u\n", mw_happen(&METER, (uint16_t)number) ? 0U : 1U);
    } else if (!set_time(line) && !about_object(line)) {
        (void)printf("= set, get, do, event, at, time, force or quit\n");
    } else {
        /* done */
    }
    (void)fflush(stdout);
    return !ends;
}

/* ---- connections */

static bool receive(int connection, uint8_t *out, uint32_t length)
{
    uint32_t at = 0U;
    ssize_t read = 1;

    while ((at < length) && (read > 0)) {
        read = recv(connection, &out[at], length - at, 0);
        at += (read > 0) ? (uint32_t)read : 0U;
    }
    return at == length;
}

static bool send_all(int connection, const uint8_t *octets, uint32_t length)
{
    uint32_t at = 0U;
    ssize_t written = 1;

    while ((at < length) && (written > 0)) {
        written = send(connection, &octets[at], length - at, MSG_NOSIGNAL);
        at += (written > 0) ? (uint32_t)written : 0U;
    }
    return at == length;
}

/* Answers one message; false: the connection ends. Another client or server address begins another session. */
static bool answer(int connection, mw_session_t *session, mw_wrapper_t *open)
{
    uint8_t header[MW_WRAPPER];
    mw_wrapper_t wrapper;
    bool good = receive(connection, header, MW_WRAPPER) && mw_unwrap(header, &wrapper) && receive(connection, request, wrapper.length);

    if (good && ((wrapper.source != open->source) || (wrapper.destination != open->destination))) {
        good = mw_session(session, &METER, wrapper.source, wrapper.destination, store, LONGEST);
        *open = wrapper;
    }
    if (good) {
        const uint32_t length = mw_server(session, request, wrapper.length, &response[MW_WRAPPER], 0xFFFFU);
        const mw_wrapper_t back = { wrapper.destination, wrapper.source, (uint16_t)length };
        mw_wrap(&back, response);
        good = (length == 0U) || send_all(connection, response, MW_WRAPPER + length);
    }
    return good;
}

static int listen_on(unsigned port)
{
    const int listener = socket(AF_INET, SOCK_STREAM, 0);
    const int yes = 1;
    struct sockaddr_in address;
    socklen_t size = (socklen_t)sizeof address;

    (void)memset(&address, 0, sizeof address);
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons((uint16_t)port);
    (void)setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, (socklen_t)sizeof yes);
    if ((listener < 0) || (bind(listener, (struct sockaddr *)&address, size) != 0) || (listen(listener, 1) != 0) || (getsockname(listener, (struct sockaddr *)&address, &size) != 0)) {
        perror("mw_host");
        exit(3);
    }
    (void)printf("listening %u\n", (unsigned)ntohs(address.sin_port));
    (void)fflush(stdout);
    return listener;
}

static void serve(int listener)
{
    static char line[(2U * LONGEST) + KEYS];
    mw_session_t session;
    mw_wrapper_t open = { 0U, 0U, 0U };
    int connection = -1;
    bool going = true;

    while (going) {
        struct pollfd wait[2] = { { STDIN_FILENO, POLLIN, 0 }, { (connection < 0) ? listener : connection, POLLIN, 0 } };
        (void)poll(wait, 2U, -1);
        if (wait[0].revents != 0) {
            going = (fgets(line, (int)sizeof line, stdin) != NULL) && obey(line);
        }
        if (wait[1].revents == 0) {
            /* nothing came */
        } else if (connection < 0) {
            connection = accept(listener, NULL, NULL);
            open.source = 0U;
            open.destination = 0U;
        } else if (!answer(connection, &session, &open)) {
            (void)close(connection);
            connection = -1;
        } else {
            /* answered */
        }
    }
}

int main(int argc, char **argv)
{
    unsigned port = 4059U;
    int option;

    while ((option = getopt(argc, argv, "p:n:k:")) != -1) {
        if (option == 'p') {
            port = (unsigned)strtoul(optarg, NULL, 10);
        } else if (option == 'n') {
            nvm_file = optarg;
        } else if ((option != 'k') || !load_keys(optarg)) {
            (void)fprintf(stderr, "usage: mw_host [-p PORT] [-n NVM-FILE] [-k KEY-FILE]\n");
            return 2;
        } else {
            /* keys are there */
        }
    }
    if (!mw_valid(&METER)) {
        (void)fprintf(stderr, "mw_host: the tables are of another layout\n");
        return 3;
    }
    mw_restore_ram(&METER);
    load_nvm();
    mw_start_profiles(&METER);
    serve(listen_on(port));
    return 0;
}
