/* SPDX-License-Identifier: Apache-2.0 */
/* Meterwright: what the meter's behaviour remembers: in RAM, and over a loss of power. */
#ifndef MW_WORK_H
#define MW_WORK_H

#include "mw_config.h"
#include "mw_tables.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Most events and scripts that wait at a time; what is raised beyond is lost, and mw_happen says so. */
#ifndef MW_WAITING
#define MW_WAITING 16U
#endif

/* Most pushes that wait to be sent or tried again. */
#ifndef MW_JOBS
#define MW_JOBS 8U
#endif

/* A clock that is set back by no more seconds than this runs nothing a second time. */
#ifndef MW_BACK
#define MW_BACK 86400U
#endif

/* What waits for its turn: an event (table is MW_NONE) or a script of a table. */
typedef struct {
    uint16_t table;
    uint16_t number;
} mw_waiting_t;

#define MW_WATCH_MONITOR   0U
#define MW_WATCH_LIMITER   1U
#define MW_WATCH_THRESHOLD 2U

/*
 * What watches an attribute: a Register monitor, a Limiter, or row `object` of the threshold table. A bit of `above` and `known` stands for each
 * threshold; `waits`: the value is on the other side since `since`, but not for long enough; `held`: a schedule holds back what has begun.
 */
typedef struct {
    uint32_t since;
    uint16_t object;
    uint16_t watched;
    uint8_t attribute;
    uint8_t part;
    uint8_t kind;
    uint8_t above;
    uint8_t known;
    uint8_t held;
    bool waits;
} mw_watch_t;

/* The sums of a Demand register: of the period under way, and of those before it. */
typedef struct {
    int64_t sum;
    int64_t past[MW_PERIODS];
    uint32_t seconds;
    uint32_t start;
    uint16_t object;
    uint8_t periods;
} mw_demand_t;

/* Octets of the longest message that is pushed. */
#ifndef MW_PUSH_ROOM
#define MW_PUSH_ROOM 2048U
#endif

/* A push that waits: for its first try, for the next one, or for a confirmation; state 0: a free place. */
typedef struct {
    uint32_t invoke;
    uint32_t left;   /* seconds until it is due                 */
    uint16_t object; /* Push setup object, or MW_NONE           */
    uint16_t alert;  /* what it carries, or MW_NONE             */
    uint8_t row;     /* row of the push table, or MW_NONE8      */
    uint8_t tries;
    uint8_t state;
    uint8_t always;  /* the Alert is one that is always sent    */
} mw_job_t;

/* Keys that have come and are kept when the answer has gone: it is still protected by the old ones. */
#define MW_STAGED 4U

typedef struct {
    uint8_t slot;
    uint8_t key[16];
} mw_staged_t;

/* Accounts whose max_provision is kept over payments; of others it bounds each payment by itself. */
#ifndef MW_ACCOUNTS
#define MW_ACCOUNTS 2U
#endif

/* What charges have taken of payments since a moment of local time. */
typedef struct {
    uint32_t since;
    uint32_t taken;
} mw_provision_t;

/* In RAM. */
typedef struct {
    uint32_t running;  /* seconds since power-up */
    uint32_t local;    /* the clock, local time; MW_NEVER: nobody knows */
    uint32_t due;      /* when a schedule is next due, local time */
    uint32_t preset;   /* method preset_adjusting_time of the clock: the time, and when it may be set */
    uint32_t preset_from;
    uint32_t preset_until;
    mw_waiting_t waiting[MW_WAITING];
    uint32_t count;
    uint16_t watches;
    uint16_t demands;
    uint8_t date_time[12];
    bool busy;
    bool lost;
    bool replan;
    mw_watch_t watch[MW_WATCHES];
    mw_demand_t demand[MW_DEMANDS];
    mw_staged_t staged[MW_STAGED];
    uint32_t stages;
} mw_work_t;

/* Over a loss of power. Zeros are a meter that never ran. */
typedef struct {
    uint32_t through;  /* schedules have run up to this moment of local time */
    uint32_t standard; /* captures by period have run up to this moment of standard time */
    uint32_t invoke;   /* pushes sent so far */
    uint32_t block;    /* image transfer: blocks that came without a gap */
    mw_provision_t provision[MW_ACCOUNTS];
    mw_job_t job[MW_JOBS];
} mw_kept_t;

extern mw_work_t mw_work;

/* Have your firmware keep it with NVM: mw_port_kept says when it has changed. */
extern mw_kept_t mw_kept;

#ifdef __cplusplus
}
#endif

#endif
