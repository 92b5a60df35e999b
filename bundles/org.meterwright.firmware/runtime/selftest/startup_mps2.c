/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: vector table and reset handler for the self-test on a Cortex-M without board support. */
#include <stddef.h>
#include <stdint.h>
#include <string.h>

extern uint8_t __data_start[];
extern uint8_t __data_end[];
extern const uint8_t __data_load[];
extern uint32_t __StackTop;
extern void _start(void);

void Reset_Handler(void);
void HardFault_Handler(void);
void _init(void);
void _fini(void);

void Reset_Handler(void)
{
    (void)memcpy(__data_start, __data_load, (size_t)(__data_end - __data_start));
    _start();
    for (;;) {
    }
}

void HardFault_Handler(void)
{
    for (;;) {
    }
}

void _init(void)
{
}

void _fini(void)
{
}

__attribute__((section(".vectors"), used)) static void (*const vectors[16])(void) = {
    (void (*)(void))&__StackTop, Reset_Handler, HardFault_Handler, HardFault_Handler
};
