/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Meterwright: what the host program keeps over its end: NVM, what the runtime keeps, counters and keys that came in a file, the log memory in a second
 * one beside it. Both are written anew whenever something in them changes.
 */
#include "mw_host.h"

#include "mw_port.h"
#include "mw_store.h"
#include "mw_work.h"

#include <stdio.h>
#include <string.h>

#define METER   (*mw_host_meter.meter)
#define SLOTS   256U
#define KEYS    64U
#define CLIENTS 65536U
#define NAME    4096U
#define PIECE   256U
/* What stands before the rows of a profile in the log memory. */
#define ROWS    8U

/* A key or secret; came: with a key_transfer, the file of keys does not have it. */
typedef struct {
    uint8_t length;
    uint8_t came;
    uint8_t octets[KEYS];
} secret_t;

static secret_t secrets[SLOTS];
static uint32_t heard[CLIENTS];
static uint32_t sent;
static const char *nvm_file;
static char log_file[NAME];

bool mw_host_keys(const char *name)
{
    FILE *file = fopen(name, "r");
    char line[256];
    char hex[160];
    unsigned slot;

    while ((file != NULL) && (fgets(line, (int)sizeof line, file) != NULL)) {
        if ((sscanf(line, "%u %159s", &slot, hex) == 2) && (slot < SLOTS)) {
            secrets[slot].length = (uint8_t)mw_host_hex(hex, secrets[slot].octets, KEYS);
        }
    }
    if (file != NULL) {
        (void)fclose(file);
    }
    return file != NULL;
}

uint8_t mw_port_secret(uint8_t slot, uint8_t *out, uint8_t room)
{
    const secret_t *secret = &secrets[slot];
    const uint8_t length = (secret->length <= room) ? secret->length : 0U;

    (void)memcpy(out, secret->octets, length);
    return length;
}

bool mw_port_is_new(uint16_t security, uint16_t client, uint32_t counter)
{
    const bool good = counter >= heard[client];

    (void)security;
    if (good) {
        heard[client] = counter + 1U;
        mw_host_save();
    }
    return good;
}

uint32_t mw_port_next_counter(uint16_t security)
{
    (void)security;
    sent++;
    mw_host_save();
    return sent;
}

bool mw_port_keep_key(uint8_t slot, const uint8_t *key, uint8_t length)
{
    const bool good = length <= KEYS;

    if (good) {
        (void)memcpy(secrets[slot].octets, key, length);
        secrets[slot].length = length;
        secrets[slot].came = 1U;
        (void)printf("key %u\n", (unsigned)slot);
        (void)fflush(stdout);
        mw_host_save();
    }
    return good;
}

static void save_keys(FILE *file)
{
    for (uint32_t slot = 0U; slot < SLOTS; slot++) {
        if (secrets[slot].came != 0U) {
            (void)fwrite(&slot, 1U, sizeof slot, file);
            (void)fwrite(&secrets[slot], 1U, sizeof secrets[slot], file);
        }
    }
}

/* The file: NVM, what the runtime keeps, the counter of what was sent, how many clients were heard and their counters, keys that came. */
void mw_host_save(void)
{
    FILE *file = (nvm_file == NULL) ? NULL : fopen(nvm_file, "wb");
    uint32_t count = 0U;

    if (file != NULL) {
        for (uint32_t client = 0U; client < CLIENTS; client++) {
            count += (heard[client] > 0U) ? 1U : 0U;
        }
        (void)fwrite(METER.nvm, 1U, METER.nvm_octets, file);
        (void)fwrite(&mw_kept, 1U, sizeof mw_kept, file);
        (void)fwrite(&sent, 1U, sizeof sent, file);
        (void)fwrite(&count, 1U, sizeof count, file);
        for (uint32_t client = 0U; client < CLIENTS; client++) {
            if (heard[client] > 0U) {
                (void)fwrite(&client, 1U, sizeof client, file);
                (void)fwrite(&heard[client], 1U, sizeof heard[client], file);
            }
        }
        save_keys(file);
        (void)fclose(file);
    }
}

static void load_keys(FILE *file)
{
    uint32_t slot;
    secret_t secret;

    while ((fread(&slot, sizeof slot, 1U, file) == 1U) && (fread(&secret, sizeof secret, 1U, file) == 1U)) {
        if ((slot < SLOTS) && (secret.length <= KEYS)) {
            secrets[slot] = secret;
        }
    }
}

/* Reads what stands behind NVM; a file that ends before is one of a meter that never ran. */
static void load_counters(FILE *file)
{
    uint32_t pair[2];
    uint32_t count = 0U;

    if ((fread(&mw_kept, 1U, sizeof mw_kept, file) != sizeof mw_kept) || (fread(&sent, 1U, sizeof sent, file) != sizeof sent) || (fread(&count, sizeof count, 1U, file) != 1U)) {
        (void)memset(&mw_kept, 0, sizeof mw_kept);
    }
    for (uint32_t i = 0U; (i < count) && (fread(pair, sizeof pair[0], 2U, file) == 2U); i++) {
        if (pair[0] < CLIENTS) {
            heard[pair[0]] = pair[1];
        }
    }
    load_keys(file);
}

/* Returns the octets of the log memory: the buffers of profiles stand one behind the other. */
static uint32_t log_octets(void)
{
    const mw_profile_t *last = &METER.profile[(METER.profiles > 0U) ? (METER.profiles - 1U) : 0U];

    return (METER.profiles > 0U) ? (last->base + ROWS + (last->entries * last->row)) : 0U;
}

void mw_host_save_log(void)
{
    FILE *file = (nvm_file == NULL) ? NULL : fopen(log_file, "wb");
    const uint32_t octets = log_octets();
    uint8_t piece[PIECE];

    for (uint32_t at = 0U; (file != NULL) && (at < octets); at += PIECE) {
        const uint32_t length = ((octets - at) < PIECE) ? (octets - at) : PIECE;
        (void)METER.log_memory->read(at, piece, length);
        (void)fwrite(piece, 1U, length, file);
    }
    if (file != NULL) {
        (void)fclose(file);
    }
}

/* A file that is not as long as the log memory is that of another meter. */
static void load_log(void)
{
    FILE *file = fopen(log_file, "rb");
    const uint32_t octets = log_octets();
    const bool good = (file != NULL) && (fseek(file, 0L, SEEK_END) == 0) && (ftell(file) == (long)octets) && (fseek(file, 0L, SEEK_SET) == 0);
    uint8_t piece[PIECE];

    for (uint32_t at = 0U; good && (at < octets); at += PIECE) {
        const uint32_t length = ((octets - at) < PIECE) ? (octets - at) : PIECE;
        if (fread(piece, 1U, length, file) == length) {
            (void)METER.log_memory->write(at, piece, length);
        }
    }
    if (file != NULL) {
        (void)fclose(file);
    }
}

void mw_host_load(const char *name)
{
    FILE *file = (name == NULL) ? NULL : fopen(name, "rb");
    const size_t read = (file == NULL) ? 0U : fread(METER.nvm, 1U, METER.nvm_octets, file);

    if (file != NULL) {
        load_counters(file);
        (void)fclose(file);
    }
    if (read != METER.nvm_octets) {
        mw_restore_nvm(&METER);
    }
    if ((name != NULL) && (snprintf(log_file, sizeof log_file, "%s.log", name) < (int)sizeof log_file)) {
        load_log();
        nvm_file = name;
    }
}

void mw_port_kept(void)
{
    mw_host_save();
}
