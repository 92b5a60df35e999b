// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypeNotationTest {
	@ParameterizedTest
	@ValueSource(strings = {"null-data", "boolean", "octet-string(6)", "octet-string(0..16)", "visible-string(1..*)", "long(-720..840)", "integer(0)", "any", "enum",
			"structure", "array", "compact-array", "dont-care", "enum { Wh = 30, makers = 200..255 }", "bits(24) { get = 19, set = 20 }", "bits(8)",
			"bits of enum { authenticated_request = 2 }", "bits of unsigned { a = 0 }", "array of unsigned", "array[0..16] of structure { at: date-time, flux: long }",
			"choice { null-data, array of any, compact-array }", "compact-array of structure { a: long }", "cosem.octet_date_time = octet-string(12)",
			"structure { start: cosem.octet_date_time = octet-string(12), list: array of x = enum { a = 1 }, version: unsigned }"})
	void whatIsPrintedIsReadBack(String text) {
		DataType type = DataType.valueOf(text);
		assertEquals(text, type.toString());
		assertEquals(type, DataType.valueOf(type.toString()));
	}

	@Test
	void aLiteralKeepsWhatItsTextSays() {
		DataType.Literal told = new DataType.Literal("mode_4", 4, 4, "a \"quoted\" back\\slash, {brace} = 3");
		DataType type = new DataType.Enumeration(List.of(told, new DataType.Literal("makers", 200, 255, "the maker's"), new DataType.Literal("none", 0)));
		assertEquals(type, DataType.valueOf(type.toString()));
	}

	@Test
	void whiteSpaceDoesNotMatter() {
		assertEquals(DataType.valueOf("structure { a: octet-string(0..6), b: enum { x = -1 } }"),
				DataType.valueOf("structure{a:octet-string ( 0 .. 6 ),b :enum{x=-1}}"));
	}

	@Test
	void briefWritesNamesAlone() {
		assertEquals("array of cosem.octet_date_time", TypeNotation.brief(DataType.valueOf("array of cosem.octet_date_time = octet-string(12)")));
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "octets", "structure { a }", "structure { a: integer", "array[ of integer", "integer integer", "enum { a }", "bits(x)", "bits of boolean",
			"integer(1..)", "x =", "integer(99999999999999999999)", "enum { a = 99999999999 }", "%"})
	void nonsenseIsRefused(String text) {
		assertThrows(RuntimeException.class, () -> DataType.valueOf(text));
	}

	@Test
	void endlessNestingIsRefused() {
		IllegalArgumentException problem = assertThrows(IllegalArgumentException.class, () -> DataType.valueOf("array of ".repeat(100_000) + "any"));
		assertTrue(problem.getMessage().contains("deeper"), problem.getMessage());
	}
}
