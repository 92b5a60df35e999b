/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: what the worked port needs of the MPS2 board with a Cortex-M4 (AN386): a UART, a counter of milliseconds. */
#ifndef BOARD_H
#define BOARD_H

#include <stdbool.h>
#include <stdint.h>

/* Starts the UART and the counter. */
void board_start(void);

/* Takes an octet that has come; false: none has. */
bool board_receive(uint8_t *octet);

/* Sends octets; returns when the last one is on its way. */
void board_send(const uint8_t *octets, uint32_t length);

/* Milliseconds since the start; goes round after 49 days. */
uint32_t board_milliseconds(void);

#endif
