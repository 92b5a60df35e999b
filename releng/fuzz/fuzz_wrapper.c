/* SPDX-License-Identifier: EPL-2.0 */
/* A connection with the wrapper: headers and messages as they come, each message in memory of its own size; the source decides on the client, as in a meter. */
#include "fuzz.h"

#include "mw_wrapper.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *octets, size_t length);

int LLVMFuzzerTestOneInput(const uint8_t *octets, size_t length)
{
    uint8_t store[256];
    mw_wrapper_t open = { 0U, 0U, 0U };
    mw_wrapper_t wrapper;
    mw_session_t session;
    input_t input;
    bool going;

    fuzz_begin(&input, octets, length);
    going = mw_session(&session, fuzz_meter(), 0U, fuzz_meter()->device[0].sap, store, sizeof store);
    while (going && ((input.length - input.at) >= MW_WRAPPER)) {
        going = mw_unwrap(&octets[input.at], &wrapper);
        input.at += MW_WRAPPER;
        going = going && (wrapper.length <= (input.length - input.at));
        if (going && ((wrapper.source != open.source) || (wrapper.destination != open.destination))) {
            going = mw_session(&session, fuzz_meter(), wrapper.source, wrapper.destination, store, sizeof store);
            open = wrapper;
        }
        if (going) {
            uint8_t header[MW_WRAPPER];
            mw_wrapper_t back;
            fuzz_exchange(&session, &octets[input.at], wrapper.length, 512U);
            mw_wrap(&wrapper, header);
            if (!mw_unwrap(header, &back) || (memcmp(&back, &wrapper, sizeof back) != 0)) {
                abort();
            }
            input.at += wrapper.length;
        }
    }
    return 0;
}
