// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The cryptography of the runtime keeps published vectors, on this machine and on each core. */
class VectorsTest {
	private static final List<String> SOURCES = List.of("runtime/server/mw_aes.c", "runtime/server/mw_aes_decrypt.c", "runtime/server/mw_gcm.c", "runtime/server/mw_unwrap.c",
			"selftest/vectors/mw_vectors.c");

	@TempDir
	Path folder;

	@Test
	void vectorsHoldHere() {
		new Tool("gcc").require();
		Build build = new Build(folder, new SmallMeter().build(), "small");
		build.compileEach("gcc", Build.C_WARNINGS, SOURCES);
		assertHolds(build.run("gcc", List.of("-std=c99", "-O1", "-g", "-fsanitize=address,undefined", "-fno-sanitize-recover=all"), SOURCES));
	}

	@ParameterizedTest
	@EnumSource(Board.class)
	void vectorsHoldOnEachCore(Board board) {
		new Tool("arm-none-eabi-gcc").require();
		new Tool("qemu-system-arm").require();
		assertHolds(new Build(folder, new SmallMeter().build(), "small").runInQemu(board, SOURCES));
	}

	private static void assertHolds(String said) {
		assertTrue(said.contains("15 vectors: 0 failures"), said);
	}
}
