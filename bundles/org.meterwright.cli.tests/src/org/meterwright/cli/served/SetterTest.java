// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.served;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meterwright.cli.CTool;
import org.meterwright.cli.CliRun;
import org.meterwright.cli.ExitCode;
import org.meterwright.scenario.client.DlmsClient;

/** What clients write to attributes behind functions comes to typed functions. */
class SetterTest extends LivingMeter {

	private static final Path MODEL = Path.of("samples/behaviour");

	@TempDir
	private Path generated;

	/** Each value makes its way through the function's type in C and back. */
	@ParameterizedTest
	@CsvSource({ "5, 1107", "6, 107fff", "6, 108000", "6, 10ffff", "6, 100000", "7, 0301", "7, 0300", "8, 15fffffffffffffffe", "8, 150000000000000001", "9, 0903414243", "9, 0900" })
	void aValueComesAsItIs(int e, String value) throws IOException {
		try (DlmsClient client = local()) {
			assertEquals(0, client.set(1, name("0-0:96.14.%d*255".formatted(e)), 2, hex(value)));
			assertEquals(value, get("1 0.0.96.14.%d.255 2".formatted(e)));
			assertEquals(List.of("function 1 0.0.96.14.%d.255 2 %s".formatted(e, value)), told("function"));
		}
	}

	/** What is not of the type comes to no function, whoever writes it. */
	@ParameterizedTest
	@CsvSource({ "5, 1108, 250", "6, 1100, 12", "7, 1101, 12", "8, 1100, 12", "9, 0909414243444546474849, 12" })
	void anotherTypeIsRefused(int e, String value, int result) throws IOException {
		try (DlmsClient client = local()) {
			assertEquals(result, client.set(1, name("0-0:96.14.%d*255".formatted(e)), 2, hex(value)));
			assertEquals(List.of(), told("function"));
		}
	}

	/** The firmware itself may write what the model's range forbids, but no other type than the function takes. */
	@Test
	void theFirmwareWritesTheSameType() throws IOException {
		does("set 1 0.0.96.14.5.255 2 1109");
		assertEquals("result 12", meter().command("set 1 0.0.96.14.5.255 2 120009"));
		assertEquals("result 12", meter().command("set 1 0.0.96.14.6.255 2 10ff"));
	}

	/** A team gets one function for each attribute that somebody may write, in a file that is theirs and compiles as it comes. */
	@Test
	void firstVersionsRefuseAndAreYours() throws IOException {
		generate();
		String header = Files.readString(generated.resolve("behaviour_handlers.h"));
		assertTrue(header.contains("uint8_t behaviour_set_shift(uint16_t object, uint8_t attribute, int16_t value);"), header);
		assertTrue(header.contains("uint8_t behaviour_set_lamp(uint16_t object, uint8_t attribute, bool value);"), header);
		assertTrue(header.contains("uint8_t behaviour_set_largest(uint16_t object, uint8_t attribute, uint64_t value);"), header);
		assertTrue(header.contains("uint8_t behaviour_set_label(uint16_t object, uint8_t attribute, const uint8_t *octets, uint32_t length);"), header);
		assertTrue(header.contains("behaviour_get_systemTitle(") || header.contains("behaviour_get_system_title("), header);
		assertFalse(header.contains("behaviour_set_system"), header);
		new CTool("gcc").require().run(generated, List.of("-std=c99", "-pedantic", "-Wall", "-Wextra", "-Wconversion", "-Wmissing-prototypes", "-Werror", "-I.", "-Iruntime",
				"-Iruntime/server", "-c", "behaviour_handlers.c"));
		Path own = generated.resolve("behaviour_handlers.c");
		assertTrue(Files.readString(own).contains("return MW_READ_WRITE_DENIED;"));
		Files.writeString(own, "/* ours */\n");
		generate();
		assertEquals("/* ours */\n", Files.readString(own));
	}

	private void generate() {
		CliRun run = CliRun.of("generate", MODEL, "-o", generated);
		assertEquals(ExitCode.FINE, run.exitCode(), run.toString());
	}
}
