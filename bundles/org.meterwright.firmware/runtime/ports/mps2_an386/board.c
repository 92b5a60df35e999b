/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Meterwright: the board. Registers of the CMSDK UART 0 and of SysTick as Arm's documents have them (AN386, ARMv7-M architecture reference manual); vector
 * table and reset handler.
 */
#include "board.h"

#include <stddef.h>
#include <string.h>

/* UART 0. */
#define UART_DATA    (*(volatile uint32_t *)0x40004000U)
#define UART_STATE   (*(volatile uint32_t *)0x40004004U)
#define UART_CONTROL (*(volatile uint32_t *)0x40004008U)
#define UART_DIVIDER (*(volatile uint32_t *)0x40004010U)
#define TX_FULL      1U
#define RX_FULL      2U
#define TX_AND_RX_ON 3U

/* SysTick. */
#define TICK_CONTROL (*(volatile uint32_t *)0xE000E010U)
#define TICK_RELOAD  (*(volatile uint32_t *)0xE000E014U)
#define TICK_CURRENT (*(volatile uint32_t *)0xE000E018U)
#define TICK_ON      7U

#define CLOCK_HERTZ  25000000U
#define BAUD         115200U

extern uint8_t board_data_start[];
extern uint8_t board_data_end[];
extern const uint8_t board_data_load[];
extern uint8_t board_bss_start[];
extern uint8_t board_bss_end[];
extern int main(void);

void Reset_Handler(void);
void SysTick_Handler(void);
void Fault_Handler(void);

static volatile uint32_t milliseconds;

void board_start(void)
{
    UART_DIVIDER = CLOCK_HERTZ / BAUD;
    UART_CONTROL = TX_AND_RX_ON;
    TICK_RELOAD = (CLOCK_HERTZ / 1000U) - 1U;
    TICK_CURRENT = 0U;
    TICK_CONTROL = TICK_ON;
}

bool board_receive(uint8_t *octet)
{
    const bool there = (UART_STATE & RX_FULL) != 0U;

    if (there) {
        *octet = (uint8_t)(UART_DATA & 0xFFU);
    }
    return there;
}

void board_send(const uint8_t *octets, uint32_t length)
{
    for (uint32_t i = 0U; i < length; i++) {
        while ((UART_STATE & TX_FULL) != 0U) {
        }
        UART_DATA = octets[i];
    }
}

uint32_t board_milliseconds(void)
{
    return milliseconds;
}

void SysTick_Handler(void)
{
    milliseconds++;
}

void Fault_Handler(void)
{
    for (;;) {
    }
}

void Reset_Handler(void)
{
    (void)memcpy(board_data_start, board_data_load, (size_t)(board_data_end - board_data_start));
    (void)memset(board_bss_start, 0, (size_t)(board_bss_end - board_bss_start));
    (void)main();
    Fault_Handler();
}

/* The linker script puts the top of the stack before them. */
__attribute__((section(".vectors"), used)) static void (*const vectors[15])(void) = {
    Reset_Handler, Fault_Handler, Fault_Handler, Fault_Handler, Fault_Handler, Fault_Handler, NULL,
    NULL, NULL, NULL, Fault_Handler, Fault_Handler, NULL, Fault_Handler, SysTick_Handler
};
