// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meterwright.cosem.xmi.ModelEquality;
import org.meterwright.cosem.xmi.ModelFileException;
import org.meterwright.cosem.xmi.ModelFiles;

/** Models that were saved come back as text that means the same. */
class ImportModelTest {
	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "prepayment-esme", "three-phase" })
	void theTextOfASavedModelMeansTheSame(String example) throws IOException, ModelFileException {
		Path saved = folder.resolve("saved.xmi");
		assertEquals(ExitCode.FINE, CliRun.of("check", Path.of("../../dsl/examples", example), "--model", saved).exitCode());
		Path text = folder.resolve("meter.cosem");
		CliRun imported = CliRun.of("import", "model", saved, "-o", text);
		assertEquals(ExitCode.FINE, imported.exitCode(), imported.toString());
		assertEquals(ExitCode.FINE, CliRun.of("format", "--check", text).exitCode());
		Path again = folder.resolve("again.xmi");
		assertEquals(ExitCode.FINE, CliRun.of("check", text, "--model", again).exitCode());
		assertEquals(Optional.empty(), ModelEquality.difference(ModelFiles.load(saved), ModelFiles.load(again)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "no model\n", "<?xml version=\"1.0\"?>\n<a>\n<b></a>\n", "<?xml version=\"1.0\"?>\n<a/>\n" })
	void whatIsNoModelIsToldInOneSentence(String content) throws IOException {
		Path file = Files.writeString(folder.resolve("odd.xmi"), content);
		CliRun run = CliRun.of("import", "model", file, "-o", folder.resolve("m.cosem"));
		assertEquals(ExitCode.FAILURE, run.exitCode(), run.toString());
		assertTrue(run.lastNote().startsWith("%s is no Meterwright model".formatted(file)), run.toString());
		assertTrue(run.lastNote().endsWith(". Nothing was written."), run.toString());
		assertFalse(Files.exists(folder.resolve("m.cosem")));
	}

	@Test
	void aTextThatIsThereIsKept() throws IOException {
		Path saved = folder.resolve("saved.xmi");
		CliRun.of("check", Path.of("../../dsl/examples/three-phase"), "--model", saved);
		Path text = Files.writeString(folder.resolve("meter.cosem"), "mine");
		assertEquals(ExitCode.FAILURE, CliRun.of("import", "model", saved, "-o", text).exitCode());
		assertEquals("mine", Files.readString(text));
		assertEquals(ExitCode.FINE, CliRun.of("import", "model", saved, "-o", text, "--overwrite", "--name", "other one").exitCode());
		assertTrue(Files.readString(text).contains("meter OtherOne {"));
	}
}
