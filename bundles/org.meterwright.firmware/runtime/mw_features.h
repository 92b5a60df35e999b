/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Meterwright: what of the runtime a product has. Everything is there unless the compiler's command line says otherwise: -DMW_HAVE_PUSH=0. A switch
 * that needs another one is off where that is off; to ask for it all the same is an error.
 */
#ifndef MW_FEATURES_H
#define MW_FEATURES_H

/* SET, ACTION. GET is always there. */
#ifndef MW_HAVE_SET
#define MW_HAVE_SET 1
#endif
#ifndef MW_HAVE_ACTION
#define MW_HAVE_ACTION 1
#endif

/* Block transfer of these services; requests with a list. */
#ifndef MW_HAVE_BLOCKS
#define MW_HAVE_BLOCKS 1
#endif
#ifndef MW_HAVE_LISTS
#define MW_HAVE_LISTS 1
#endif

/* Messages ciphered with security suite 0: mw_security.c, mw_gcm.c, mw_aes.c. */
#ifndef MW_HAVE_SUITE0
#define MW_HAVE_SUITE0 1
#endif

/* Associations with a low level secret (mechanism 1), and with high level security by GMAC (mechanism 5), whose last step is an action. */
#ifndef MW_HAVE_LLS
#define MW_HAVE_LLS 1
#endif
#ifndef MW_HAVE_HLS
#if MW_HAVE_SUITE0 && MW_HAVE_ACTION
#define MW_HAVE_HLS 1
#else
#define MW_HAVE_HLS 0
#endif
#endif

/* Buffers of profiles in the log memory; selecting rows and columns of them. */
#ifndef MW_HAVE_PROFILES
#define MW_HAVE_PROFILES 1
#endif
#ifndef MW_HAVE_SELECTION
#define MW_HAVE_SELECTION MW_HAVE_PROFILES
#endif

/* Events and what follows them, scripts, methods that the runtime executes by itself; without it every method is mw_port_execute's. */
#ifndef MW_HAVE_RUN
#define MW_HAVE_RUN 1
#endif

/*
 * What the meter does by itself: schedules, calendars, captures by period; monitors, Limiters, thresholds; Demand registers and Register activation;
 * Account, Credit, Charge; methods that change arrays; Image transfer; keys that come wrapped. All need MW_HAVE_RUN.
 */
#ifndef MW_HAVE_TIME
#define MW_HAVE_TIME MW_HAVE_RUN
#endif
#ifndef MW_HAVE_WATCH
#define MW_HAVE_WATCH MW_HAVE_RUN
#endif
#ifndef MW_HAVE_DEMAND
#define MW_HAVE_DEMAND MW_HAVE_RUN
#endif
#ifndef MW_HAVE_EDITS
#define MW_HAVE_EDITS MW_HAVE_RUN
#endif
#ifndef MW_HAVE_PAYMENT
#define MW_HAVE_PAYMENT MW_HAVE_EDITS
#endif
#ifndef MW_HAVE_IMAGE
#define MW_HAVE_IMAGE MW_HAVE_RUN
#endif
#ifndef MW_HAVE_KEYS
#if MW_HAVE_RUN && MW_HAVE_SUITE0
#define MW_HAVE_KEYS 1
#else
#define MW_HAVE_KEYS 0
#endif
#endif

/* Types, lengths, ranges and literals of what clients write. */
#ifndef MW_HAVE_RANGES
#define MW_HAVE_RANGES 1
#endif

/* The Data-Notification of Push setup objects. */
#ifndef MW_HAVE_PUSH
#define MW_HAVE_PUSH 1
#endif

/* The loader follows every number in the tables of an image; without it, what the checksum says is believed. */
#ifndef MW_HAVE_LOADER_CHECK
#define MW_HAVE_LOADER_CHECK 1
#endif

/* The two ways to frame APDUs. */
#ifndef MW_HAVE_HDLC
#define MW_HAVE_HDLC 1
#endif
#ifndef MW_HAVE_WRAPPER
#define MW_HAVE_WRAPPER 1
#endif

#if MW_HAVE_HLS && !(MW_HAVE_SUITE0 && MW_HAVE_ACTION)
#error "MW_HAVE_HLS needs MW_HAVE_SUITE0 and MW_HAVE_ACTION"
#endif
#if (MW_HAVE_TIME || MW_HAVE_WATCH || MW_HAVE_DEMAND || MW_HAVE_EDITS || MW_HAVE_IMAGE || MW_HAVE_KEYS) && !MW_HAVE_RUN
#error "MW_HAVE_TIME, _WATCH, _DEMAND, _EDITS, _IMAGE and _KEYS need MW_HAVE_RUN"
#endif
#if MW_HAVE_PAYMENT && !MW_HAVE_EDITS
#error "MW_HAVE_PAYMENT needs MW_HAVE_EDITS"
#endif
#if MW_HAVE_KEYS && !MW_HAVE_SUITE0
#error "MW_HAVE_KEYS needs MW_HAVE_SUITE0"
#endif
#if MW_HAVE_SELECTION && !MW_HAVE_PROFILES
#error "MW_HAVE_SELECTION needs MW_HAVE_PROFILES"
#endif

#endif
