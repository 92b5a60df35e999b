// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meterwright.cosem.axdr.Axdr;
import org.meterwright.cosem.axdr.RandomValues;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;

class TypeCheckTest {
	private static String problem(String type, Value value) {
		return TypeCheck.problem(DataType.valueOf(type), value).orElse("");
	}

	@ParameterizedTest
	@EnumSource(DataTag.class)
	void aSimpleTypeTakesItsOwnValuesAndNoOthers(DataTag tag) {
		RandomValues values = new RandomValues(1);
		for (DataTag other : DataTag.values()) {
			assertEquals(tag == other, TypeCheck.fits(new DataType.Simple(tag), values.value(other, 1)), other.standardName());
		}
	}

	@Test
	void boundsHoldForNumbersAndLengths() {
		assertEquals("", problem("long(-720..840)", new Value.Int(DataTag.LONG, -720)));
		assertEquals("number 841 is outside -720 to 840", problem("long(-720..840)", new Value.Int(DataTag.LONG, 841)));
		assertEquals("number 1 is outside 0", problem("integer(0)", Values.integer(1)));
		assertEquals("length 5 is outside 6", problem("octet-string(6)", Values.octets(1, 2, 3, 4, 5)));
		assertEquals("", problem("octet-string(0..6)", Values.octets("")));
		assertEquals("length 0 is outside 1 and up", problem("visible-string(1..*)", new Value.Visible("")));
		assertEquals("length 3 is outside 2", problem("utf8-string(2)", new Value.Utf8("€")));
	}

	@Test
	void enumsTakeLiteralsAndRanges() {
		String type = "enum { off = 0, makers = 200..255 }";
		assertEquals("", problem(type, Values.enumerated(0)));
		assertEquals("", problem(type, Values.enumerated(230)));
		assertEquals("1 is no literal of enum { off = 0, makers = 200..255 }", problem(type, Values.enumerated(1)));
		assertEquals("unsigned instead of enum { off = 0, makers = 200..255 }", problem(type, Values.unsigned(0)));
		assertEquals("", problem("enum", Values.enumerated(99)));
	}

	@Test
	void bitsHaveTheirCarrierAndNumber() {
		assertEquals("", problem("bits(3) { a = 0 }", new Value.Bits("101")));
		assertEquals("2 bits instead of 3", problem("bits(3)", new Value.Bits("10")));
		assertEquals("", problem("bits of enum { a = 2 }", Values.enumerated(0xFF)));
		assertEquals("bit-string instead of bits of unsigned", problem("bits of unsigned", new Value.Bits("1")));
	}

	@Test
	void partsAreNamedOnTheWay() {
		String type = "array of structure { scaler: integer, unit: enum { Wh = 30 } }";
		Value bad = Values.array(Values.structure(Values.integer(0), Values.enumerated(30)), Values.structure(Values.integer(0), Values.enumerated(9)));
		assertEquals("element 2, field unit: 9 is no literal of enum { Wh = 30 }", problem(type, bad));
		assertEquals("element 1: 1 fields instead of 2", problem(type, Values.array(Values.structure(Values.integer(0)))));
		assertEquals("3 elements, outside 0 to 2", problem("array[0..2] of any", Values.array(Values.nothing(), Values.nothing(), Values.nothing())));
		assertEquals("", problem("structure", bad instanceof Value.Array array ? array.elements().getFirst() : bad));
	}

	@Test
	void aChoiceSaysWhatIsWrongWithTheOptionThatWasMeant() {
		assertEquals("", problem("choice { null-data, octet-string(6) }", Values.nothing()));
		assertEquals("length 2 is outside 6", problem("choice { null-data, octet-string(6) }", Values.octets(1, 2)));
		assertEquals("boolean instead of choice { null-data, octet-string(6) }", problem("choice { null-data, octet-string(6) }", Values.bool(true)));
	}

	@ParameterizedTest
	@ValueSource(strings = {"null-data", "boolean", "bit-string", "bit-string(3)", "double-long(5..9)", "double-long(-9..-5)", "octet-string(6)", "visible-string(2)",
			"utf8-string(1)", "bcd", "long64-unsigned(1..*)", "enum { a = 3 }", "enum", "bits(4)", "bits of unsigned", "array[2..5] of unsigned(1..2)", "array of any",
			"structure { a: integer, b: octet_date = octet-string(5) }", "choice { null-data, integer }", "float32", "float64", "date", "time", "date-time", "any",
			"compact-array", "compact-array of unsigned", "dont-care", "structure", "array", "octet_date_time = octet-string(12)"})
	void zeroIsOfItsType(String text) {
		DataType type = DataType.valueOf(text);
		assertEquals(Optional.empty(), TypeCheck.problem(type, Zero.of(type)));
	}

	@Test
	void zeroOfDatesIsNotSpecified() {
		assertEquals("090CFFFFFFFFFFFFFFFFFF8000FF", Zero.of(DataType.valueOf("cosem.octet_date_time = octet-string(12)")).toString());
		assertEquals("1BFFFFFFFF", Zero.of(DataType.valueOf("time")).toString());
		assertEquals("0904FFFFFFFF", Zero.of(DataType.valueOf("octet_time = octet-string(4)")).toString());
	}

	@Test
	void zeroThatTheTypeRefusesIsNone() {
		assertTrue(Zero.fitting(DataType.valueOf("unsigned(300..400)")).isEmpty());
		assertTrue(Zero.fitting(DataType.valueOf("unsigned(3..4)")).isPresent());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			null-data                       | 1
			boolean                         | 2
			double-long-unsigned            | 5
			enum { a = 1 }                  | 2
			bits(24)                        | 5
			bits of enum                    | 2
			bit-string(0..9)                | 4
			octet-string(6)                 | 8
			octet-string(0..200)            | 203
			date-time                       | 13
			array[0..4] of unsigned         | 10
			structure { a: integer, b: long } | 7
			choice { null-data, long64 }    | 9
			array[200] of unsigned          | 403
			octet-string                    | -1
			array of unsigned               | -1
			any                             | -1
			structure                       | -1
			compact-array                   | -1
			structure { a: octet-string }   | -1
			choice { unsigned, octet-string } | -1
			""")
	void largestEncodings(String type, long octets) {
		assertEquals(octets < 0 ? OptionalLong.empty() : OptionalLong.of(octets), EncodedSize.maximum(DataType.valueOf(type)));
	}

	@Test
	void anAttributesOwnLengthBoundsItsType() {
		assertEquals(OptionalLong.of(18), EncodedSize.maximum(DataType.valueOf("octet-string"), 16));
		assertEquals(OptionalLong.of(2 + 3 * 7), EncodedSize.maximum(DataType.valueOf("array of structure { a: integer, b: long }"), 3));
	}

	@Test
	void encodedSizeIsNeverExceeded() {
		RandomValues values = new RandomValues(5);
		for (int i = 0; i < 500; i++) {
			Value value = values.value();
			DataType type = Narrowing.infer(value);
			assertTrue(TypeCheck.fits(type, value) || value instanceof Value.Array, () -> "%s %s".formatted(type, value));
			EncodedSize.maximum(type).ifPresent(size -> assertTrue(Axdr.encode(value).length() <= size, type::toString));
		}
	}

	@Test
	void narrowingTakesTheOptionThatFits() {
		DataType register = DataType.valueOf("choice { null-data, bit-string, double-long, double-long-unsigned, octet-string(6) }");
		assertEquals("double-long", Narrowing.byValue(register, Values.doubleLong(1)).toString());
		assertEquals("double-long-unsigned", Narrowing.plausible(register).toString());
		assertEquals("array of any", Narrowing.plausible(DataType.valueOf("choice { array of any, compact-array }")).toString());
		assertEquals("unsigned", Narrowing.byValue(DataType.valueOf("any"), Values.unsigned(1)).toString());
		assertEquals("double-long-unsigned", Narrowing.plausible(DataType.valueOf("any")).toString());
	}

	@Test
	void datesAreKnownByTheirNames() {
		assertEquals(Optional.of(DataTag.DATE), TemporalTypes.kind(DataType.valueOf("cosem.octet_date = octet-string(5)")));
		assertEquals(Optional.empty(), TemporalTypes.kind(DataType.valueOf("octet-string(5)")));
		assertTrue(TemporalTypes.inOctets(DataType.valueOf("octet_time = octet-string(4)")));
		assertEquals(false, TemporalTypes.inOctets(DataType.valueOf("time")));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			any                                  | octet-string      | true
			choice { null-data, unsigned }       | unsigned          | true
			choice { null-data, unsigned }       | long              | false
			choice { null-data, unsigned }       | choice { unsigned } | true
			octet-string(6)                      | octet-string(6)   | true
			octet-string(0..6)                   | octet-string(4)   | true
			octet-string(0..6)                   | octet-string(7)   | false
			unsigned                             | unsigned(0..3)    | true
			enum { a = 1 }                       | enum              | true
			enum { a = 1 }                       | unsigned          | false
			array of any                         | array[3] of long  | true
			array of unsigned                    | array of long     | false
			structure { a: any, b: integer }     | structure { x: long, y: integer } | true
			structure { a: any, b: integer }     | structure { x: long } | false
			compact-array                        | compact-array of unsigned | true
			bits(8)                              | bit-string(8)     | true
			""")
	void anObjectsTypeIsNarrowerThanItsClass(String declared, String chosen, boolean allowed) {
		assertEquals(allowed, Subtypes.allows(DataType.valueOf(declared), DataType.valueOf(chosen)));
	}
}
