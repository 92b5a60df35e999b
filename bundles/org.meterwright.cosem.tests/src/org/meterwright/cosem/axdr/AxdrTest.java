// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.axdr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;

class AxdrTest {
	private static void vector(String hex, Value value) {
		assertEquals(hex.replace(" ", ""), Axdr.hex(value));
		assertEquals(value, Axdr.decode(Bytes.ofHex(hex)));
	}

	@Test
	void numbersAreTwosComplementOfTheirWidth() {
		vector("0F 80", Values.integer(-128));
		vector("10 FFFE", new Value.Int(DataTag.LONG, -2));
		vector("05 FFFFFFFF", Values.doubleLong(-1));
		vector("14 8000000000000000", new Value.Int(DataTag.LONG64, Long.MIN_VALUE));
		vector("15 FFFFFFFFFFFFFFFF", new Value.Int(DataTag.LONG64_UNSIGNED, BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE)));
		vector("11 FF", Values.unsigned(255));
		vector("12 0102", Values.longUnsigned(258));
		vector("06 00000E10", Values.doubleLongUnsigned(3600));
		vector("16 1E", Values.enumerated(30));
		vector("0D 42", new Value.Int(DataTag.BCD, 0x42));
	}

	@Test
	void stringsBooleansAndFloats() {
		vector("00", Values.nothing());
		vector("FF", new Value.DontCare());
		vector("03 01", Values.bool(true));
		vector("09 06 0100010800FF", Values.logicalName("1-0:1.8.0*255"));
		vector("0A 03 41434D", new Value.Visible("ACM"));
		vector("0C 02 C2B0", new Value.Utf8("°"));
		vector("04 0A AA80", new Value.Bits("1010101010"));
		vector("04 00", new Value.Bits(""));
		vector("17 3F800000", new Value.Float32(1));
		vector("18 C000000000000000", new Value.Float64(-2));
		vector("19 07DC0C1FFF173B3B00800000", new Value.Temporal(DataTag.DATE_TIME, Bytes.ofHex("07DC0C1FFF173B3B00800000")));
		vector("1A FFFFFFFFFF", new Value.Temporal(DataTag.DATE, Bytes.ofHex("FFFFFFFFFF")));
		vector("1B 00000000", new Value.Temporal(DataTag.TIME, Bytes.ofHex("00000000")));
	}

	@Test
	void structuresAndArrays() {
		vector("02 02 0F FF 16 23", Values.structure(Values.integer(-1), Values.enumerated(35)));
		vector("01 00", Values.array());
		vector("01 02 02 01 11 01 02 01 11 02", Values.array(Values.structure(Values.unsigned(1)), Values.structure(Values.unsigned(2))));
	}

	@Test
	void aCompactArrayStatesTheTypeOnceAndTheContentsWithoutTags() {
		vector("13 02 02 12 11 06 0001 02 0003 04",
				new Value.CompactArray(DataType.valueOf("structure { field1: long-unsigned, field2: unsigned }"),
						List.of(Values.structure(Values.longUnsigned(1), Values.unsigned(2)), Values.structure(Values.longUnsigned(3), Values.unsigned(4)))));
		vector("13 11 03 010203",
				new Value.CompactArray(DataType.valueOf("unsigned"), List.of(Values.unsigned(1), Values.unsigned(2), Values.unsigned(3))));
		vector("13 01 0002 11 04 01020304", new Value.CompactArray(DataType.valueOf("array[2] of unsigned"),
				List.of(Values.array(Values.unsigned(1), Values.unsigned(2)), Values.array(Values.unsigned(3), Values.unsigned(4)))));
		vector("13 09 05 01AA 02BBCC", new Value.CompactArray(DataType.valueOf("octet-string"), List.of(Values.octets("AA"), Values.octets("BBCC"))));
	}

	@ParameterizedTest
	@CsvSource({"127,7F", "128,8180", "255,81FF", "256,820100", "65535,82FFFF", "65536,83010000"})
	void lengthsTakeTheirShortestForm(int length, String hex) {
		Value value = new Value.Octets(Bytes.of(new byte[length]));
		Bytes encoded = Axdr.encode(value);
		assertEquals("09" + hex, encoded.slice(0, 1 + hex.length() / 2).hex());
		assertEquals(value, Axdr.decode(encoded));
	}

	@Test
	void lengthsThatAreLongerThanNeededAreRead() {
		assertEquals(Values.octets("AABB"), Axdr.decode(Bytes.ofHex("09 82 0002 AABB")));
	}

	@ParameterizedTest
	@EnumSource(DataTag.class)
	void everyTagRoundTrips(DataTag tag) {
		RandomValues values = new RandomValues(tag.code());
		for (int i = 0; i < 200; i++) {
			Value value = values.value(tag, 2);
			assertEquals(tag, value.tag());
			assertEquals(value, Axdr.decode(Axdr.encode(value)));
			assertEquals(value, Value.valueOf(value.toString()));
			AxdrReader reader = new AxdrReader(Axdr.encode(value).plus(Bytes.ofHex("00")));
			reader.skip();
			assertEquals(1, reader.remaining());
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			''                  | 0 | 1 octet expected
			07                  | 0 | 7 is no tag
			12 01               | 1 | 2 octets expected
			11 01 02            | 2 | 1 more octets after the value
			09 80               | 1 | 80 is no length
			09 85 00000000 01   | 1 | 85 is no length
			09 84 FFFFFFFF      | 1 | too large
			09 84 7FFFFFFF AA   | 6 | octets expected
			01 84 7FFFFFFF 00   | 0 | 2147483647 elements announced
			02 03 11 01 11 02   | 6 | 1 octet expected
			04 03 FF            | 1 | unused bits
			04 84 7FFFFFFF 00   | 6 | octets expected
			0A 01 80            | 1 | visible-string
			0C 01 80            | 1 | not UTF-8
			13 13 00            | 1 | compact-array inside
			13 00 01 00         | 1 | without octets
			13 11 02 01         | 3 | octets expected
			13 12 03 010203     | 5 | octets expected
			13 01 0002 00 00    | 1 | without octets
			13 01 FFFF 01 FFFF 01 FFFF 11 01 00 | 12 | octets expected
			19 01               | 1 | 12 octets expected
			""")
	void badInputIsRefusedWithItsPlace(String hex, int offset, String message) {
		AxdrException problem = assertThrows(AxdrException.class, () -> Axdr.decode(Bytes.ofHex(hex)));
		assertEquals(offset, problem.offset(), problem.getMessage());
		assertTrue(problem.getMessage().contains(message), problem.getMessage());
	}

	@ParameterizedTest
	@ValueSource(strings = {"0101", "0201", "13010001"})
	void endlessNestingIsRefused(String level) {
		String nested = level.startsWith("13") ? "13" + "010001".repeat(100_000) : level.repeat(100_000);
		AxdrException problem = assertThrows(AxdrException.class, () -> Axdr.decode(Bytes.ofHex(nested + "00")));
		assertTrue(problem.getMessage().contains("deeper than 64"), problem.getMessage());
	}

	@Test
	void nestingUpToTheLimitIsRead() {
		assertInstanceOf(Value.Array.class, Axdr.decode(Bytes.ofHex("0101".repeat(64) + "00")));
	}

	@Test
	void everyTruncationIsRefusedAndNoMutationDoesAnythingElseThanFail() {
		RandomValues values = new RandomValues(7);
		Random random = new Random(8);
		for (int i = 0; i < 300; i++) {
			Bytes encoded = Axdr.encode(values.value());
			for (int end = 0; end < encoded.length(); end++) {
				Bytes part = encoded.slice(0, end);
				assertThrows(AxdrException.class, () -> Axdr.decode(part));
			}
			byte[] mutated = encoded.toArray();
			mutated[random.nextInt(mutated.length)] ^= (byte) (1 << random.nextInt(8));
			decodeOrRefuse(Bytes.of(mutated));
		}
	}

	private static void decodeOrRefuse(Bytes input) {
		try {
			Value value = Axdr.decode(input);
			assertEquals(value, Axdr.decode(Axdr.encode(value)));
		} catch (AxdrException e) {
			assertTrue(e.offset() <= input.length(), e.getMessage());
		}
	}

	@Test
	void valuesCheckThemselves() {
		assertThrows(IllegalArgumentException.class, () -> Values.unsigned(256));
		assertThrows(IllegalArgumentException.class, () -> Values.integer(-129));
		assertThrows(IllegalArgumentException.class, () -> new Value.Int(DataTag.ARRAY, 1));
		assertThrows(IllegalArgumentException.class, () -> new Value.Bits("012"));
		assertThrows(IllegalArgumentException.class, () -> new Value.Visible("ü"));
		assertThrows(IllegalArgumentException.class, () -> new Value.Temporal(DataTag.DATE, Bytes.EMPTY));
		assertThrows(IllegalArgumentException.class, () -> new Value.CompactArray(DataType.valueOf("unsigned"), List.of(Values.integer(1))));
		assertThrows(IllegalArgumentException.class, () -> new Value.CompactArray(DataType.valueOf("any"), List.of()));
	}

	@Test
	void tagsHaveDistinctCodesAndNames() {
		List<DataTag> tags = Arrays.asList(DataTag.values());
		Set<Integer> codes = tags.stream().map(DataTag::code).collect(Collectors.toSet());
		assertEquals(tags.size(), codes.size());
		tags.forEach(tag -> assertEquals(tag, DataTag.ofCode(tag.code()).orElseThrow()));
		tags.forEach(tag -> assertEquals(tag, DataTag.ofName(tag.standardName()).orElseThrow()));
		assertEquals(Collections.emptyList(), List.of(7, 8, 11, 14, 28, 254, -1, 256).stream().filter(code -> DataTag.ofCode(code).isPresent()).toList());
	}
}
