// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessRightsTest {
	private static final AccessRights RIGHTS = AccessRights.of(List.of(new AttributeAccess(1, 1), new AttributeAccess(2, 3, List.of(1, 2))), List.of(new MethodAccess(1, 5)));

	@Test
	void aTextSaysEverything() {
		assertEquals("1=1 2=3[1,2] | 1=5", RIGHTS.toString());
		assertEquals(RIGHTS, AccessRights.valueOf(RIGHTS.toString()));
		assertEquals(RIGHTS.hashCode(), AccessRights.valueOf(RIGHTS.toString()).hashCode());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "1=0", "| 1=1", "2=1 1=1", "1=1 1=2", "-1=255[-3]" })
	void everyTextIsReadBack(String text) {
		assertEquals(text, AccessRights.valueOf(text).toString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "1", "1=", "=1", "1=1[]", "1=1[1,]", "1=1 | 1=1 | 1=1", "read", "| 1=1[1]x" })
	void otherTextsAreRefused(String text) {
		assertThrows(IllegalArgumentException.class, () -> AccessRights.valueOf(text));
	}

	@Test
	void orderAndSelectorsCount() {
		assertNotEquals(AccessRights.valueOf("1=1 2=1"), AccessRights.valueOf("2=1 1=1"));
		assertNotEquals(AccessRights.valueOf("1=1"), AccessRights.valueOf("1=1[1]"));
		assertNotEquals(AccessRights.valueOf("1=1"), AccessRights.valueOf("| 1=1"));
	}

	@Test
	void modesAreFoundByIndex() {
		assertEquals(3, RIGHTS.attributeMode(2));
		assertEquals(0, RIGHTS.attributeMode(3));
		assertEquals(5, RIGHTS.methodMode(1));
		assertEquals(0, RIGHTS.methodMode(2));
		assertEquals(7, RIGHTS.modes());
	}

	@Test
	void aRightTakesThePlaceOfTheOneBefore() {
		assertEquals("1=2 2=3[1,2] | 1=5", RIGHTS.with(new AttributeAccess(1, 2)).toString());
		assertEquals("1=1 2=3[1,2] | 1=5 2=1", RIGHTS.with(new MethodAccess(2, 1)).toString());
	}

	@Test
	void nothingIsOne() {
		assertSame(AccessRights.NONE, AccessRights.valueOf(""));
		assertSame(AccessRights.NONE, AccessRights.of(List.of(), List.of()));
	}
}
