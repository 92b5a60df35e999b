// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meterwright.cosem.Meter;

/** A loaded image answers as the tables that were compiled in; whatever is not a whole image of this layout is refused. */
class TableImageTest {
	private static final String PROGRAM = """
			#include "m.h"
			#include "m_memory.h"
			#include "m_handlers.h"
			#include "meterwright.h"
			#include "mw_loader.h"
			#include "mw_nvm.h"
			#include <stdio.h>
			#include <stdlib.h>
			#include <string.h>
			#define CHECK(what) do { if (!(what)) { printf("%d: %s\\n", __LINE__, #what); return 1; } } while (0)
			static uint8_t other[4096], same[4096];
			/* Reads whatever the tables lead to: the sanitizers say when that is not theirs. */
			static void follow(const mw_meter_t *meter)
			{
			    mw_restore_ram(meter);
			    mw_restore_nvm(meter);
			    for (uint32_t object = 0U; object < meter->objects; object++) {
			        for (uint8_t attribute = 1U; attribute < 12U; attribute++) {
			            const mw_request_t request = { (uint16_t)object, attribute, 0U, MW_REQUEST };
			            uint32_t size = 0U;
			            mw_cursor_t cursor;
			            mw_start(&cursor);
			            (void)mw_read(meter, &request, &cursor, other, sizeof other, &size);
			            for (uint8_t a = 0U; a < meter->associations; a++) {
			                (void)mw_attribute_mode(meter, a, (uint16_t)object, attribute);
			            }
			        }
			    }
			}
			static uint8_t try_load(const uint8_t *image, uint32_t length, const mw_firmware_t *firmware)
			{
			    mw_meter_t meter;
			    uint8_t *copy = malloc((length == 0U) ? 1U : length);
			    uint8_t result;
			    (void)memcpy(copy, image, length);
			    result = mw_loader_load(copy, length, firmware, &meter);
			    if (result == MW_LOADER_GOOD) {
			        follow(&meter);
			    }
			    free(copy);
			    return result;
			}
			static void seal(uint8_t *image, uint32_t length)
			{
			    const uint32_t crc = mw_crc32(MW_CRC_START, &image[16], length - 16U) ^ MW_CRC_END;
			    for (uint32_t i = 0U; i < 4U; i++) {
			        image[12U + i] = (uint8_t)(crc >> (8U * i));
			    }
			}
			int main(void)
			{
			    mw_firmware_t firmware = { m_meter.handler, m_meter.setter, m_meter.log_memory, m_meter.ram, m_meter.nvm, M_HANDLERS, M_HANDLERS_ID,
			        m_meter.ram_octets, m_meter.nvm_octets, 0xFFFFFFFFU, 255U };
			    mw_meter_t meter;
			    FILE *file = fopen("image.bin", "rb");
			    uint8_t *image = malloc(1000000);
			    const uint32_t length = (uint32_t)fread(image, 1, 1000000, file);
			    uint32_t state = 1U;
			    fclose(file);
			    m_restore_ram();
			    m_restore_nvm();
			    CHECK(mw_loader_load(image, length, &firmware, &meter) == MW_LOADER_GOOD);
			    CHECK(mw_valid(&meter));
			    CHECK(meter.objects == m_meter.objects && meter.runs == m_meter.runs && meter.simple_patterns == m_meter.simple_patterns);
			    CHECK(meter.nvm_shift == m_meter.nvm_shift && meter.associations == m_meter.associations && meter.firsts == m_meter.firsts);
			    for (uint16_t object = 0U; object < meter.objects; object++) {
			        for (uint8_t attribute = 1U; attribute < 12U; attribute++) {
			            for (uint8_t association = 0U; association < meter.associations; association++) {
			                const mw_request_t request = { object, attribute, association, MW_REQUEST };
			                mw_cursor_t one, two;
			                uint32_t first = 0U, second = 0U;
			                mw_start(&one);
			                mw_start(&two);
			                CHECK(mw_get(&meter, &request, &one, other, sizeof other, &first) == mw_get(&m_meter, &request, &two, same, sizeof same, &second));
			                CHECK(first == second && memcmp(other, same, first) == 0);
			            }
			        }
			    }
			    for (uint32_t cut = 0U; cut < length; cut += 1U + (cut / 32U)) {
			        CHECK(try_load(image, cut, &firmware) != MW_LOADER_GOOD);
			    }
			    CHECK(try_load(image, 63U, &firmware) == MW_LOADER_MAGIC_BAD);
			    CHECK(try_load(image, length - 1U, &firmware) == MW_LOADER_LENGTH_BAD);
			    for (uint32_t i = 0U; i < length; i += 1U + (i / 32U)) {
			        image[i] ^= 0x10U;
			        CHECK(try_load(image, length, &firmware) != MW_LOADER_GOOD);
			        image[i] ^= 0x10U;
			    }
			    image[20] ^= 1U;
			    CHECK(try_load(image, length, &firmware) == MW_LOADER_CRC_BAD);
			    image[20] ^= 1U;
			    image[6]++;
			    CHECK(try_load(image, length, &firmware) == MW_LOADER_OTHER);
			    image[6]--;
			    image[4]++;
			    CHECK(try_load(image, length, &firmware) == MW_LOADER_OTHER);
			    image[4]--;
			    firmware.nvm_octets--;
			    CHECK(try_load(image, length, &firmware) == MW_LOADER_MISFIT);
			    firmware.nvm_octets++;
			    firmware.handlers_id++;
			    CHECK(try_load(image, length, &firmware) == MW_LOADER_MISFIT);
			    firmware.handlers_id--;
			    for (uint32_t entry = 64U; entry < 64U + (12U * image[52]); entry += 12U) { /* a second form of runs: nobody could tell which one counts */
			        const uint8_t number = image[entry];
			        if ((number != 4U) && (number != 5U) && (number != 0xFFU)) {
			            image[entry] = 5U;
			            seal(image, length);
			            CHECK(try_load(image, length, &firmware) == MW_LOADER_TABLES_BAD);
			            image[entry] = number;
			        }
			    }
			    for (uint32_t entry = 64U; entry < 64U + (12U * image[52]); entry += 12U) { /* numbers that lead out of tables, under a right checksum */
			        static const uint8_t leading[] = { 1U, 2U, 4U, 5U, 7U, 8U, 9U, 10U, 12U, 16U, 19U, 25U, 28U, 30U, 32U };
			        const uint32_t at = image[entry + 4U] | ((uint32_t)image[entry + 5U] << 8U) | ((uint32_t)image[entry + 6U] << 16U);
			        const uint32_t octets = image[entry + 8U] | ((uint32_t)image[entry + 9U] << 8U) | ((uint32_t)image[entry + 10U] << 16U);
			        if ((octets > 0U) && (memchr(leading, image[entry], sizeof leading) != NULL)) {
			            uint8_t *saved = malloc(octets);
			            (void)memcpy(saved, &image[at], octets);
			            (void)memset(&image[at], 0xEE, octets);
			            seal(image, length);
			            if (try_load(image, length, &firmware) != MW_LOADER_TABLES_BAD) { printf("table %u\\n", (unsigned)image[entry]); return 1; }
			            (void)memcpy(&image[at], saved, octets);
			            free(saved);
			        }
			    }
			    seal(image, length);
			    uint8_t *whole = malloc(length);
			    (void)memcpy(whole, image, length);
			    for (uint32_t round = 0U; round < 400U; round++) {
			        const uint32_t most = ((round % 2U) == 0U) ? length : ((length < 1024U) ? length : 1024U);
			        for (uint32_t i = 0U; i < 1U + (round % 4U); i++) {
			            state = (state * 1664525U) + 1013904223U;
			            image[48U + ((state >> 8U) % (most - 48U))] = (uint8_t)(state >> 24U);
			        }
			        seal(image, length);
			        (void)try_load(image, length, &firmware);
			        (void)memcpy(image, whole, length);
			    }
			    free(whole);
			    CHECK(try_load(image, length, &firmware) == MW_LOADER_GOOD);
			    free(image);
			    return 0;
			}
			""";

	@TempDir
	Path folder;

	static Stream<Meter> meters() {
		return Stream.of(new SmallMeter().build(), EsmeLikeMeter.of(300), RandomMeter.of(21, 100, 3));
	}

	@ParameterizedTest
	@MethodSource("meters")
	void aLoadedImageAnswersAndADamagedOneIsRefused(Meter meter) throws IOException {
		new Tool("gcc").require();
		Build build = new Build(folder, meter, FirmwareOptions.of("m").withImage(true));
		Files.write(folder.resolve("image.bin"), build.hex("image/m_tables.hex"));
		build.run(PROGRAM);
	}

	@ParameterizedTest
	@MethodSource("meters")
	void theImageOfNvmIsThatOfTheFactory(Meter meter) throws IOException {
		new Tool("gcc").require();
		Build build = new Build(folder, meter, FirmwareOptions.of("m").withImage(true));
		Files.write(folder.resolve("nvm.bin"), build.hex("image/m_nvm.hex"));
		build.run("""
				#include "m.h"
				#include "m_memory.h"
				#include "mw_nvm.h"
				#include <stdio.h>
				#include <string.h>
				extern const m_nvm_t m_nvm_image;
				extern const mw_nvm_seal_t m_nvm_image_seal;
				int main(void)
				{
				    static uint8_t octets[sizeof(m_nvm_t) + 1U];
				    FILE *file = fopen("nvm.bin", "rb");
				    const size_t length = fread(octets, 1, sizeof octets, file);
				    mw_nvm_seal_t seal = mw_nvm_seal(M_NVM_LAYOUT, octets, (uint32_t)length);
				    fclose(file);
				    if ((length != sizeof(m_nvm_t)) || (memcmp(octets, &m_nvm_image, length) != 0)) {
				        for (size_t i = 0; i < length; i++) {
				            if (octets[i] != ((const uint8_t *)&m_nvm_image)[i]) { printf("octet %zu\\n", i); return 1; }
				        }
				        return 2;
				    }
				    if (memcmp(&seal, &m_nvm_image_seal, sizeof seal) != 0) {
				        return 3;
				    }
				    if (mw_nvm_check(&seal, M_NVM_LAYOUT, octets, (uint32_t)length) != MW_NVM_GOOD
				        || mw_nvm_check(&seal, M_NVM_LAYOUT + 1U, octets, (uint32_t)length) != MW_NVM_OTHER
				        || mw_nvm_check(&seal, M_NVM_LAYOUT, octets, (uint32_t)length - 1U) != MW_NVM_DAMAGED) {
				        return 4;
				    }
				    octets[0] ^= 1U;
				    if (mw_nvm_check(&seal, M_NVM_LAYOUT, octets, (uint32_t)length) != MW_NVM_DAMAGED) {
				        return 5;
				    }
				    seal.magic = 0U;
				    return (mw_nvm_check(&seal, M_NVM_LAYOUT, octets, (uint32_t)length) == MW_NVM_EMPTY) ? 0 : 6;
				}
				""");
	}

	@ParameterizedTest
	@MethodSource("meters")
	void theMapNamesEveryOctetOnce(Meter meter) {
		Build build = new Build(folder, meter, FirmwareOptions.of("m").withImage(true));
		int end = 0;
		for (String line : build.firmware().files().get("image/m_nvm_map.csv").content().lines().skip(1).filter(each -> each.startsWith("nvm,")).toList()) {
			String[] cells = line.split(",");
			assertTrue(Integer.parseInt(cells[1]) >= end, line);
			end = Integer.parseInt(cells[1]) + Integer.parseInt(cells[2]);
		}
		assertTrue(end <= build.firmware().memory().nvm());
	}
}
