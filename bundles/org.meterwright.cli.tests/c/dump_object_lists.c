/* SPDX-License-Identifier: Apache-2.0 */
/* Prints the object list of each association as the tables stream it: logical name of the association, then the octets in hex. */
#include <stdio.h>

#include METER_HEADER

int main(void)
{
    uint8_t association;

    for (association = 0U; association < METER.associations; association++) {
        const mw_request_t request = { METER.association[association].object, 2U, association, 0U };
        const mw_place_t place = mw_place(&METER, request.object);
        uint8_t octets[97]; /* an odd size, so that pieces end anywhere */
        uint32_t length = 0U;
        uint32_t i;
        mw_cursor_t cursor;

        mw_logical_name(&METER, &place, octets);
        for (i = 0U; i < 6U; i++) {
            (void)printf("%u%s", (unsigned)octets[i], (i < 5U) ? "." : " ");
        }
        mw_start(&cursor);
        while (!cursor.done) {
            if (mw_read(&METER, &request, &cursor, octets, (uint32_t)sizeof(octets), &length) != MW_SUCCESS) {
                return 1;
            }
            for (i = 0U; i < length; i++) {
                (void)printf("%02x", (unsigned)octets[i]);
            }
        }
        (void)printf("\n");
    }
    return 0;
}
