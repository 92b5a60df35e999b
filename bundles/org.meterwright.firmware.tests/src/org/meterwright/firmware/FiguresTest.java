// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Tables stay small: rights of five associations, capture lists, 120 triggers and the types of what clients write included. */
class FiguresTest {
	@Test
	void threeHundredObjects() {
		MemoryReport memory = FirmwareGenerator.memory(EsmeLikeMeter.of(300));
		assertEquals(300, memory.objects().size());
		assertTrue(memory.flash() <= 22 * 300, () -> memory.sections().toString());
	}

	@Test
	void twoThousandObjects() {
		MemoryReport memory = FirmwareGenerator.memory(EsmeLikeMeter.of(2000));
		assertEquals(2000, memory.objects().size());
		assertTrue(memory.flash() <= 9 * 2000, () -> memory.sections().toString());
	}
}
