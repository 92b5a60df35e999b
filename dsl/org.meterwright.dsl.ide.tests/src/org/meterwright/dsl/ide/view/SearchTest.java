// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** How well names go with what is typed. */
class SearchTest {

	@Test
	void theCloserTheBetter() {
		assertEquals(0, Search.rank("clock", "clock"));
		assertEquals(1, Search.rank("clo", "clock"));
		assertEquals(0, Search.rank("push", "^push"));
		assertEquals(2, Search.rank("CLO", "clock"));
		assertEquals(3, Search.rank("aIP", "activeImportPower"));
		assertEquals(3, Search.rank("su1", "security_unit_1"));
		assertEquals(4, Search.rank("port", "activeImportPower"));
		assertEquals(5, Search.rank("atp", "activeImportPower"));
		assertEquals(-1, Search.rank("xyz", "activeImportPower"));
	}
}
