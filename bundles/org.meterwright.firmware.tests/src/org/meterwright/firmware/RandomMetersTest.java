// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Meters nobody has designed: what the tables answer is what the model says, under the address and undefined behaviour sanitizers. */
class RandomMetersTest {
	private static final List<String> SANITIZED = List.of("-std=c99", "-O1", "-g", "-fsanitize=address,undefined", "-fno-sanitize-recover=all");

	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(longs = {1, 2, 3, 4})
	void answersAsTheModelSays(long seed) {
		new Tool("gcc").require();
		new Build(folder, RandomMeter.of(seed, 100, 5), "random").selfTest("gcc", SANITIZED);
	}

	@Test
	void threeHundredObjectsWithFiveAssociations() {
		new Tool("gcc").require();
		new Build(folder, RandomMeter.of(300, 300, 5), "random").selfTest("gcc", SANITIZED);
	}

	/** More than 256 shapes, access rows and patterns: the wide rows, and memories beyond 64 KiB. */
	@Test
	void twoThousandObjectsWithWideRows() {
		new Tool("gcc").require();
		Build build = new Build(folder, RandomMeter.of(2000, 2000, 5), "random");
		assertTrue(build.firmware().memory().sections().stream().anyMatch(section -> section.name().equals("wide_run")));
		assertTrue(build.firmware().memory().sections().stream().anyMatch(section -> section.name().equals("wide_access")));
		build.selfTest("gcc", List.of("-std=c99", "-O1"));
	}
}
