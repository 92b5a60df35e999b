/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_setter.h"

#include "mw_attribute.h"
#include "mw_value.h"

#define SIGN 0x80U

uint8_t mw_set_by_function(const mw_meter_t *meter, uint16_t object, uint8_t attribute, const uint8_t *octets, uint32_t length)
{
    const mw_attribute_t found = mw_attribute(meter, object, attribute);
    const bool taken = (found.op == MW_OP_CALL) && (meter->setter != NULL);

    return taken ? meter->setter(found.ref, object, attribute, octets, length) : MW_NO_SETTER;
}

bool mw_is_number(const uint8_t *octets, uint32_t length, uint8_t tag)
{
    const uint32_t size = mw_tag_size(tag);

    return (length > 0U) && (octets[0] == tag) && (size > 0U) && (size <= 8U) && (length == (size + 1U));
}

uint64_t mw_unsigned_number(const uint8_t *octets, uint32_t length)
{
    uint64_t number = 0U;

    for (uint32_t i = 1U; i < length; i++) {
        number = (number << 8U) | octets[i];
    }
    return number;
}

int64_t mw_signed_number(const uint8_t *octets, uint32_t length)
{
    const bool below_zero = (length > 1U) && ((octets[1] & SIGN) != 0U);
    const uint64_t number = mw_unsigned_number(octets, length);
    const uint32_t sign = (length > 1U) ? ((8U * (length - 1U)) - 1U) : 0U;
    const uint64_t one = 1U;
    const uint64_t bits = (one << sign) - one; /* all but the sign */
    int64_t result;

    if (below_zero) {
        const uint64_t turned = ~number & bits;
        result = -(int64_t)turned - 1;
    } else {
        result = (int64_t)number;
    }
    return result;
}
