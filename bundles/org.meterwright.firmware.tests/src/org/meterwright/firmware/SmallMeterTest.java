// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The small meter compiles and answers as its model says. */
class SmallMeterTest {
	@TempDir
	Path folder;

	@Test
	void answersAsTheModelSays() {
		new Tool("gcc").require();
		new Build(folder, new SmallMeter().build(), "small").selfTest("gcc", List.of("-std=c99", "-O1", "-g"));
	}
}
