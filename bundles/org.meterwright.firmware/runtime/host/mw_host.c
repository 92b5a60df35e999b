/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Meterwright: a meter on a computer. Serves the tables to DLMS clients over TCP with the wrapper; keeps NVM in a file; takes commands on standard
 * input. For a POSIX system.
 *
 *   mw_host [-s] [-p PORT] [-r PORT] [-n NVM-FILE] [-k KEY-FILE]
 *
 * With -s the connection is a serial line: HDLC frames instead of the wrapper. PORT 0 takes any free one; the first line on standard output says which: "listening 4059". A line of KEY-FILE is a slot and a key or secret
 * in hex: "3 00112233". With -r each push goes to a receiver
 * on this computer that listens at PORT, over a connection of its own, in the wrapper. Commands, each answered by a line that begins with "=":
 *
 *   set CLASS A.B.C.D.E.F ATTRIBUTE HEX   puts an A-XDR value: into RAM or NVM, or as what a function answers; monitors look at it
 *   get CLASS A.B.C.D.E.F ATTRIBUTE       prints one
 *   do CLASS A.B.C.D.E.F METHOD [HEX]     executes a method
 *   event NUMBER                          an event happens
 *   at CLASS A.B.C.D.E.F KIND             what the trigger table says of a schedule or monitor happens: 0, 1, 2
 *   force CLASS A.B.C.D.E.F 0|1|2         a schedule that holds reactions back is not in force, is, is as the clock says
 *   supply CLASS A.B.C.D.E.F 0|1|2|3      by hand off and on, by the meter itself off and on
 *   measure 5 A.B.C.D.E.F AMOUNT          adds to a Demand register
 *   time YEAR MONTH DAY HOUR MINUTE SECOND    begins anew at this time: nothing is made up for
 *   clock YEAR MONTH DAY HOUR MINUTE SECOND   sets the clock as a client does
 *   until YEAR MONTH DAY HOUR MINUTE SECOND   time passes up to then
 *   advance SECONDS                       time passes
 *   now, next                             the time; seconds until something is due
 *   power off|on|SECONDS                  the supply fails, comes back, or both after so long
 *   link up|down                          the network takes pushes or not
 *   seed NUMBER                           random numbers are those that follow from it
 *   confirm NUMBER                        the receiver confirms the push with this long-invoke-id
 *   quit
 *
 * What the meter does is told by lines that begin with its name: written, function, method, acted, alert, push, unsent, lost, key, image, activate.
 */
#define _POSIX_C_SOURCE 200809L

#include "mw_host.h"

#include "mw_find.h"
#include "mw_hdlc.h"
#include "mw_profile.h"
#include "mw_server.h"
#include "mw_store.h"
#include "mw_tick.h"
#include "mw_wrapper.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define METER (*mw_host_meter.meter)

static uint8_t request[MW_HOST_LONGEST];
static uint8_t response[MW_HOST_LONGEST];
static uint8_t store[MW_HOST_LONGEST];

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

/* Answers one message; false: the connection ends. Another client or server address begins another session. */
static bool answer(int connection, mw_session_t *session, mw_wrapper_t *open)
{
    uint8_t header[MW_WRAPPER];
    mw_wrapper_t wrapper;
    bool good = receive(connection, header, MW_WRAPPER) && mw_unwrap(header, &wrapper) && receive(connection, request, wrapper.length);

    if (good && ((wrapper.source != open->source) || (wrapper.destination != open->destination))) {
        good = mw_session(session, &METER, wrapper.source, wrapper.destination, store, MW_HOST_LONGEST);
        *open = wrapper;
    }
    if (good) {
        const uint32_t length = mw_server(session, request, wrapper.length, &response[MW_WRAPPER], 0xFFFFU);
        const mw_wrapper_t back = { wrapper.destination, wrapper.source, (uint16_t)length };
        mw_wrap(&back, response);
        good = (length == 0U) || mw_host_send(connection, response, MW_WRAPPER + length);
    }
    return good;
}

/* Takes octets from the line and answers the frames that they make; false: the connection ends. */
static bool answer_line(int connection, mw_hdlc_t *link)
{
    uint8_t octets[256];
    uint8_t frame[MW_HDLC_FRAME];
    const ssize_t count = recv(connection, octets, sizeof octets, 0);
    bool good = count > 0;

    for (ssize_t i = 0; good && (i < count); i++) {
        if (mw_hdlc_octet(link, octets[i])) {
            const uint32_t length = mw_hdlc(link, frame);
            good = (length == 0U) || mw_host_send(connection, frame, length);
        }
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

static void serve(int listener, bool serial)
{
    static char line[(2U * MW_HOST_LONGEST) + 64U];
    static mw_hdlc_t link;
    mw_session_t session;
    mw_wrapper_t open = { 0U, 0U, 0U };
    int connection = -1;
    bool going = true;

    while (going) {
        struct pollfd wait[2] = { { STDIN_FILENO, POLLIN, 0 }, { (connection < 0) ? listener : connection, POLLIN, 0 } };
        (void)poll(wait, 2U, -1);
        if (wait[0].revents != 0) {
            going = (fgets(line, (int)sizeof line, stdin) != NULL) && mw_host_obey(line);
        }
        if ((connection >= 0) && mw_host_is_off()) {
            (void)close(connection);
            connection = -1;
        } else if ((wait[1].revents == 0) || mw_host_is_off()) {
            /* nothing came, or nobody is there */
        } else if (connection < 0) {
            connection = accept(listener, NULL, NULL);
            open.source = 0U;
            open.destination = 0U;
            mw_hdlc_start(&link, &METER, request, MW_HOST_LONGEST, store, MW_HOST_LONGEST);
        } else if (serial ? !answer_line(connection, &link) : !answer(connection, &session, &open)) {
            (void)close(connection);
            connection = -1;
        } else {
            mw_host_follow_clock();
        }
    }
}

int main(int argc, char **argv)
{
    const char *nvm = NULL;
    uint8_t now[12];
    int listener;
    unsigned port = 4059U;
    bool serial = false;
    int option;

    while ((option = getopt(argc, argv, "sp:r:n:k:")) != -1) {
        if (option == 'p') {
            port = (unsigned)strtoul(optarg, NULL, 10);
        } else if (option == 'r') {
            mw_host_deliver_to((unsigned)strtoul(optarg, NULL, 10));
        } else if (option == 's') {
            serial = true;
        } else if (option == 'n') {
            nvm = optarg;
        } else if ((option != 'k') || !mw_host_keys(optarg)) {
            (void)fprintf(stderr, "usage: mw_host [-s] [-p PORT] [-r PORT] [-n NVM-FILE] [-k KEY-FILE]\n");
            return 2;
        } else {
            /* keys are there */
        }
    }
    if (!mw_valid(&METER)) {
        (void)fprintf(stderr, "mw_host: the tables are of another layout\n");
        return 3;
    }
    listener = listen_on(port);
    mw_restore_ram(&METER);
    mw_host_load(nvm);
    mw_start_profiles(&METER);
    mw_host_now(now);
    mw_power_up(&METER, now);
    serve(listener, serial);
    return 0;
}
