// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images and migrations on the command line. */
class FieldUpdateTest {
	private static final Path EXAMPLE = Path.of("../../dsl/examples/three-phase/tp3.cosem");

	@TempDir
	private Path folder;

	@Test
	void aNewerModelBringsAMigrationFromTheOlder() throws IOException {
		Path model = folder.resolve("old.xmi");
		assertEquals(ExitCode.FINE, CliRun.of("generate", EXAMPLE, "-o", folder.resolve("old"), "--model", model).exitCode());
		Path text = Files.writeString(folder.resolve("tp3.cosem"), Files.readString(EXAMPLE).replace("visible-string(0..16) = \"Birch\"", "visible-string(0..24) = \"Birch\"")
				.replace("aBoolean: Data 0-0:96.128.2*255 { value: boolean = true in nvm }", "aBoolean: Data 0-0:96.128.2*255 { value: boolean = true }"));
		Path out = folder.resolve("new");
		CliRun run = CliRun.of("generate", text, "-o", out, "--image", "--migrate-from", model);
		assertEquals(ExitCode.FINE, run.exitCode(), run.toString());
		List<String> table = Files.readAllLines(out.resolve("migrate/tp3_migrate.csv"));
		assertTrue(table.stream().anyMatch(line -> line.contains(",gone,aBoolean 0-0:96.128.2*255.value,boolean,")), table.toString());
		assertTrue(table.stream().anyMatch(line -> line.contains(",converted,aVisibleString 0-0:96.128.15*255.value,")), table.toString());
		assertTrue(Files.readString(out.resolve("image/tp3_tables.hex")).endsWith(":00000001FF\n"));
		assertTrue(Files.readString(out.resolve("image/tp3_nvm_map.csv")).contains("log,0,"), "places of logs");
	}

	@Test
	void whatIsNoModelIsRefusedInOneSentence() throws IOException {
		CliRun missing = CliRun.of("generate", EXAMPLE, "-o", folder.resolve("o"), "--migrate-from", folder.resolve("none.xmi"));
		assertEquals(ExitCode.FAILURE, missing.exitCode(), missing.toString());
		assertTrue(missing.lastNote().contains("none.xmi cannot be read"), missing.toString());
		CliRun wrong = CliRun.of("generate", EXAMPLE, "-o", folder.resolve("o"), "--migrate-from", EXAMPLE);
		assertEquals(ExitCode.FAILURE, wrong.exitCode(), wrong.toString());
		CliRun many = CliRun.of("generate", EXAMPLE.resolve("../../polyphase-family").normalize(), "-o", folder.resolve("o"), "--migrate-from", folder.resolve("none.xmi"));
		assertEquals(ExitCode.USAGE, many.exitCode(), many.toString());
		assertTrue(Files.notExists(folder.resolve("o")));
	}
}
