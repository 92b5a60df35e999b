// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.meterwright.rules.RuleChecker;

class SampleTest {
	@Test
	void nothingIsWrongWithTheSample() {
		assertEquals(List.of(), new RuleChecker().check(new Sample().meter));
	}
}
