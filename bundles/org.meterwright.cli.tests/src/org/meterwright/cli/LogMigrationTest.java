// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that an old meter captured, a new one shows after migration: the log memory is a file that the old tables wrote. */
class LogMigrationTest {

	private static final String MODEL = """
			namespace birch.logs

			import cosem.*

			meter M {
			  device management at 1 named "BIRLOGS000000001" {
			    deviceName: Data 0-0:42.0.0*255 { value = octet-string("BIRLOGS000000001") }
			    deviceList: SAPAssignment 0-0:41.0.0*255 { SAP_assignment_list = [{ SAP: 1, logical_device_name: "BIRLOGS000000001" }] }
			    number: Data 0-0:96.1.0*255 { value: %s in nvm }
			    label: Data 0-0:96.1.1*255 { value: octet-string(0..%d) in nvm }
			    flag: Data 0-0:96.1.2*255 { value: %s in nvm }
			    %s
			    kept: ProfileGeneric version 1 1-0:99.1.0*255 {
			      capture %s
			      sort_method = fifo
			      profile_entries = %d
			      buffer: in nvm
			    }
			    cleared: ProfileGeneric version 1 1-0:99.2.0*255 {
			      capture number.value, flag.value
			      sort_method = fifo
			      profile_entries = 4
			      buffer: in nvm
			    }
			  }
			  association public client 16 to management 0-0:40.0.1*255 {
			    context logical_name plain
			    mechanism lowest
			    conformance get
			    pdu 1024
			    grant read on *
			  }
			}
			""";

	private static final String COMMON = """
			#include "m.h"
			#include "m_handlers.h"
			#include "m_memory.h"
			#include "meterwright.h"
			#include <stdio.h>
			#include <string.h>
			static uint8_t rows[65536];
			static uint8_t older[65536];
			bool m_log_read(uint32_t at, uint8_t *out, uint32_t length) { (void)memcpy(out, &rows[at], length); return true; }
			bool m_log_write(uint32_t at, const uint8_t *octets, uint32_t length) { (void)memcpy(&rows[at], octets, length); return true; }
			static bool read_older(uint32_t at, uint8_t *out, uint32_t length) { (void)memcpy(out, &older[at], length); return true; }
			""";

	/** Captures five rows into a buffer of four: numbers 2 to 5, the third of which is too large for the new model. */
	private static final String WRITE = """
			int main(void)
			{
			    (void)read_older;
			    (void)older;
			    m_restore_nvm();
			    mw_start_profiles(&m_meter);
			    for (uint8_t i = 1U; i <= 5U; i++) {
			        const uint8_t number[5] = { 6U, 0U, (i == 3U) ? 1U : 0U, 0U, i };
			        const uint8_t label[4] = { 9U, 2U, 'a', (uint8_t)('a' + i) };
			        if ((mw_store(&m_meter, M_NUMBER, 2U, number, sizeof number) != 0U) || (mw_store(&m_meter, M_LABEL, 2U, label, sizeof label) != 0U)
			            || (mw_capture(&m_meter, M_KEPT) != 0U) || (mw_capture(&m_meter, M_CLEARED) != 0U)) {
			            return 1;
			        }
			    }
			    FILE *file = fopen("../log.bin", "wb");
			    fwrite(rows, sizeof rows, 1, file);
			    fclose(file);
			    printf("%lu", (unsigned long)M_LOG_LAYOUT);
			    return 0;
			}
			""";

	private static final String READ = """
			#include "migrate/m_migrate.h"
			static void show(uint16_t object)
			{
			    const mw_request_t request = { object, 2U, 0U, 0U };
			    uint8_t value[256];
			    mw_cursor_t cursor;
			    uint32_t length = 0U;
			    mw_start(&cursor);
			    if (mw_read(&m_meter, &request, &cursor, value, sizeof value, &length) != 0U) {
			        printf("?");
			    }
			    for (uint32_t i = 0U; i < length; i++) {
			        printf("%02x", (unsigned)value[i]);
			    }
			    printf("\\n");
			}
			int main(void)
			{
			    uint32_t lost = 99U;
			    FILE *file = fopen("../log.bin", "rb");
			    if (fread(older, sizeof older, 1, file) != 1U) {
			        return 1;
			    }
			    fclose(file);
			    m_restore_nvm();
			    memset(rows, 0x01, sizeof rows);
			    if ((m_migrate_log(1U, read_older, &lost) != MW_NVM_OTHER) || (m_migrate_log(BEFORE, read_older, &lost) != MW_NVM_GOOD)) {
			        return 2;
			    }
			    printf("lost %u\\n", (unsigned)lost);
			    show(M_KEPT);
			    show(M_CLEARED);
			    return 0;
			}
			""";

	@TempDir
	private Path folder;

	@Test
	void rowsAreKeptWhoseColumnsStillFit() throws IOException {
		String layout = generated("old", MODEL.formatted("double-long-unsigned", 4, "unsigned", "", "number.value, label.value, flag.value", 4), WRITE);
		String said = generated("new", MODEL.formatted("long-unsigned", 20, "octet-string(0..2)", "added: Data 0-0:96.1.3*255 { value: unsigned in nvm }", "label.value, number.value", 3),
				READ.replace("BEFORE", "%sUL".formatted(layout)), "--migrate-from", folder.resolve("old.xmi").toString());
		assertEquals("""
				lost 1
				0102020209026165120004020209026166120005
				0100
				""", said);
		List<String> table = Files.readAllLines(folder.resolve("new/migrate/m_migrate.csv"));
		assertTrue(table.stream().anyMatch(line -> line.endsWith(",buffer kept,kept 1-0:99.1.0*255,,")), table.toString());
		assertTrue(table.stream().anyMatch(line -> line.contains(",buffer cleared,cleared 1-0:99.2.0*255,column flag 0-0:96.1.2*255.value,")), table.toString());
	}

	/** A column that was not captured before has nothing to show: the buffer begins empty, and the larger one keeps all rows. */
	@Test
	void aNewColumnClears() throws IOException {
		String layout = generated("old", MODEL.formatted("double-long-unsigned", 4, "unsigned", "", "number.value, label.value", 4), WRITE);
		String said = generated("new", MODEL.formatted("double-long-unsigned", 4, "unsigned", "", "number.value, label.value, flag.value", 9),
				READ.replace("BEFORE", "%sUL".formatted(layout)), "--migrate-from", folder.resolve("old.xmi").toString());
		assertEquals("""
				lost 0
				0100
				0104020206000000021100020206000100031100020206000000041100020206000000051100
				""", said);
	}

	/** Generates a model, compiles it with a program and runs that. */
	private String generated(String name, String model, String program, String... more) throws IOException {
		Path out = folder.resolve(name);
		Path text = Files.writeString(Files.createDirectory(folder.resolve("text_%s".formatted(name))).resolve("m.cosem"), model);
		List<String> arguments = new ArrayList<>(List.of("generate", text.toString(), "-o", out.toString(), "--model", folder.resolve("%s.xmi".formatted(name)).toString()));
		arguments.addAll(List.of(more));
		CliRun run = CliRun.of(arguments.toArray());
		assertEquals(ExitCode.FINE, run.exitCode(), run.toString());
		Files.writeString(out.resolve("main.c"), COMMON + program);
		List<String> compile = new ArrayList<>(List.of("-std=c99", "-pedantic", "-Wall", "-Wextra", "-Wconversion", "-Wmissing-prototypes", "-Wno-unused-function", "-Werror",
				"-fsanitize=address,undefined", "-I.", "-Itables", "-Iruntime", "-o", "program", "m_tables.c", "m_memory.c", "main.c"));
		for (String part : List.of("tables", "runtime", "migrate")) {
			if (Files.isDirectory(out.resolve(part))) {
				try (Stream<Path> files = Files.list(out.resolve(part))) {
					files.filter(file -> file.toString().endsWith(".c")).map(file -> "%s/%s".formatted(part, file.getFileName())).forEach(compile::add);
				}
			}
		}
		new CTool("gcc").require().run(out, compile);
		return new CTool(out.resolve("program").toAbsolutePath().toString()).run(out, List.of());
	}
}
