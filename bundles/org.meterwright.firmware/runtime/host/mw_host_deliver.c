/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: pushes go to a receiver on this computer, each over a TCP connection of its own, in the wrapper. */
#define _POSIX_C_SOURCE 200809L

#include "mw_host.h"

#include "mw_attribute.h"
#include "mw_port.h"
#include "mw_wrapper.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define METER (*mw_host_meter.meter)
/* A receiver that is no client of any association. */
#define RECEIVER 1U

static unsigned receiver;

void mw_host_deliver_to(unsigned port)
{
    receiver = port;
}

bool mw_host_send(int connection, const uint8_t *octets, uint32_t length)
{
    uint32_t at = 0U;
    ssize_t written = 1;

    while ((at < length) && (written > 0)) {
        written = send(connection, &octets[at], length - at, MSG_NOSIGNAL);
        at += (written > 0) ? (uint32_t)written : 0U;
    }
    return at == length;
}

bool mw_host_deliver(const uint8_t *apdu, uint32_t length)
{
    bool good = true;

    if ((receiver != 0U) && (length > 0U)) { /* without octets: the list is the firmware's own */
        const int connection = socket(AF_INET, SOCK_STREAM, 0);
        const mw_wrapper_t wrapper = { METER.device[0].sap, RECEIVER, (uint16_t)length };
        struct sockaddr_in address;
        uint8_t header[MW_WRAPPER];
        (void)memset(&address, 0, sizeof address);
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        address.sin_port = htons((uint16_t)receiver);
        mw_wrap(&wrapper, header);
        good = (connection >= 0) && (connect(connection, (struct sockaddr *)&address, (socklen_t)sizeof address) == 0);
        good = good && mw_host_send(connection, header, MW_WRAPPER) && mw_host_send(connection, apdu, length);
        if (connection >= 0) {
            (void)close(connection);
        }
    }
    return good;
}
