/* SPDX-License-Identifier: Apache-2.0 */
#include "mw_write.h"

#include "mw_attribute.h"
#include "mw_find.h"
#include "mw_look.h"
#include "mw_range.h"
#include "mw_run.h"
#include "mw_service.h"
#include "mw_setter.h"
#include "mw_store.h"

#define REPLY_TO_HLS 1U
#define OCTETS_HEAD  2U

#if MW_HAVE_SET || MW_HAVE_ACTION
/* What keeps a client from an attribute or method of these mode bits: `wanted` is the bit that allows it. */
static uint8_t refusal(uint8_t mode, uint8_t wanted, uint8_t protection)
{
    const uint8_t missing = (uint8_t)(mode & MW_REQUEST & (uint8_t)~protection);

    return (((mode & wanted) == 0U) || (missing != 0U)) ? MW_READ_WRITE_DENIED : MW_SUCCESS;
}

/* The current association 0-0:40.0.0 stands for the association that asks. */
static uint16_t meant(const mw_meter_t *meter, const mw_request_t *request)
{
    const mw_association_t *association = &meter->association[request->association];

    return (meter->device[association->device].current == request->object) ? association->object : request->object;
}
#endif

#if MW_HAVE_SET
/* Puts a value that fits its type where it belongs: the firmware may object before, and is told afterwards. */
static uint8_t put(const mw_meter_t *meter, uint16_t object, uint8_t attribute, const uint8_t *octets, uint32_t length)
{
    uint8_t result = mw_port_may_write(object, attribute, octets, length);

    if (result == MW_SUCCESS) {
#if MW_HAVE_RUN
        result = mw_keep(meter, object, attribute, octets, length);
        (void)mw_drain(meter);
#else
        result = mw_store(meter, object, attribute, octets, length);
        if (result == MW_SUCCESS) {
            mw_port_written(object, attribute);
        } else if (mw_attribute(meter, object, attribute).op == MW_OP_CALL) {
            result = mw_set_by_function(meter, object, attribute, octets, length);
            if (result == MW_NO_SETTER) {
                result = mw_port_write(object, attribute, octets, length);
            }
        } else {
            /* it cannot be written */
        }
#endif
    }
    return result;
}

static uint8_t write(const mw_meter_t *meter, uint16_t object, uint8_t attribute, const uint8_t *octets, uint32_t length)
{
    uint8_t result = MW_SUCCESS;

    if (mw_attribute(meter, object, attribute).op == MW_OP_ABSENT) {
        result = MW_OBJECT_UNAVAILABLE;
    }
#if MW_HAVE_RANGES
    if (result == MW_SUCCESS) {
        result = mw_check_value(meter, object, attribute, octets, length);
    }
#endif
    return (result == MW_SUCCESS) ? put(meter, object, attribute, octets, length) : result;
}

uint8_t mw_set(const mw_meter_t *meter, const mw_request_t *request, const uint8_t *octets, uint32_t length)
{
    uint8_t result = MW_OBJECT_UNDEFINED;

    if ((request->object != MW_NONE) && mw_visible(meter, request->association, request->object)) {
        result = refusal(mw_attribute_mode(meter, request->association, request->object, request->attribute), MW_WRITE, request->protection);
    }
    if (result == MW_SUCCESS) {
        result = write(meter, meant(meter, request), request->attribute, octets, length);
    }
    return result;
}
#endif

#if MW_HAVE_HLS
/* Method 1 of the session's own association: the client's answer to the challenge. */
static uint8_t reply(mw_session_t *session, mw_call_t *call)
{
    uint32_t length = 0U;
    uint8_t result = MW_TYPE_UNMATCHED;

    if ((call->parameter_length > OCTETS_HEAD) && (call->parameter[0] == MW_OCTET_STRING) && (call->parameter[1] == (call->parameter_length - OCTETS_HEAD)) && (call->room > MW_CHALLENGE)) {
        result = mw_reply_to_hls(session, &call->parameter[OCTETS_HEAD], call->parameter_length - OCTETS_HEAD, &call->result[OCTETS_HEAD], &length);
    }
    if (result == MW_SUCCESS) {
        call->result[0] = MW_OCTET_STRING;
        call->result[1] = (uint8_t)length;
        call->result_length = OCTETS_HEAD + length;
    }
    return result;
}

static bool is_reply(const mw_session_t *session, const mw_request_t *request)
{
    return (request->attribute == REPLY_TO_HLS) && (meant(session->meter, request) == session->meter->association[session->association].object);
}
#endif

#if MW_HAVE_ACTION
uint8_t mw_execute(mw_session_t *session, const mw_request_t *request, mw_call_t *call)
{
    const mw_meter_t *meter = session->meter;
    uint8_t result = MW_OBJECT_UNDEFINED;

    call->result_length = 0U;
    if (request->object == MW_NONE) {
        /* there is no such object */
#if MW_HAVE_HLS
    } else if (is_reply(session, request)) { /* the way in: no right is asked for it */
        result = reply(session, call);
#endif
    } else if (session->state != MW_ASSOCIATED) {
        result = MW_READ_WRITE_DENIED;
    } else if (mw_visible(meter, request->association, request->object)) {
        result = refusal(mw_method_mode(meter, request->association, request->object, request->attribute), MW_READ, request->protection);
        if (result == MW_SUCCESS) {
            call->object = meant(meter, request);
            call->method = request->attribute;
            call->association = request->association;
#if MW_HAVE_RUN
            result = mw_do(meter, call);
#else
            result = mw_port_execute(call);
#endif
        }
    } else {
        /* an object that is not in the object list is not there */
    }
    return result;
}
#endif
