// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.Workspace;
import org.meterwright.rules.Severity;

/** What the benchmark measures is a meter without faults, of the size that it says. */
class SyntheticMeterTest {

	@ParameterizedTest
	@CsvSource({ "300, 1", "2000, 3" })
	void isAMeterOfThatSizeWithoutFaults(int objects, int files) {
		Workspace workspace = new Workspace();
		SyntheticMeter.of(objects, files).forEach(workspace::put);
		Compilation compilation = workspace.compile();
		assertEquals(List.of(), compilation.findings().stream().filter(finding -> finding.severity() != Severity.INFO).map(Object::toString).toList());
		assertEquals(files, compilation.files().size());
		assertEquals(objects, compilation.meters().getFirst().model().getDevices().getFirst().getObjects().size());
	}
}
