// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.meterwright.cosem.value.Values.enumerated;
import static org.meterwright.cosem.value.Values.integer;
import static org.meterwright.cosem.value.Values.structure;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.rules.RuleChecker;
import org.meterwright.rules.check.Traversal;

/** The effort for large meters, counted instead of timed. */
class LargeMeterTest {
	private static Sample sample(int registers) {
		Sample s = new Sample();
		for (int i = 0; i < registers; i++) {
			LogicalName name = new LogicalName(1, i / 40_000, 128 + i / 10_000 % 4, i / 100 % 100, 100 + i % 100, 255);
			s.shown("register%d".formatted(i), "3 0", name.toString(),
					each -> each.nvm(2, "double-long-unsigned").rom(3, structure(integer(0), enumerated(30))));
		}
		return s;
	}

	private static long effort(int registers) {
		Traversal traversal = new Traversal(new RuleChecker().book(), rule -> true);
		traversal.run(sample(registers).meter);
		return traversal.effort();
	}

	@Test
	void theEffortGrowsInLineWithTheObjects() {
		long small = effort(1_000);
		long large = effort(4_000);
		assertTrue(large < 4 * small, "%d checks and look-ups for 1,000 objects, %d for 4,000".formatted(small, large));
	}

	@Test
	void twentyThousandObjectsAreFine() {
		Sample s = sample(20_000);
		s.supplying.setMaximumPdu(0);
		assertEquals(List.of(), new RuleChecker().check(s.meter));
	}
}
