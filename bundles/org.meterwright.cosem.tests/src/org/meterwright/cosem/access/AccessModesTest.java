// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;

class AccessModesTest {
	@ParameterizedTest
	@CsvSource({"0,0,0", "0,1,1", "0,2,2", "0,3,3", "1,3,3", "1,4,5", "1,5,6", "2,6,7", "3,4,4", "3,255,255"})
	void attributeModesGoBothWays(int version, int wire, int bits) {
		assertEquals(OptionalInt.of(bits), AccessModes.attributeBits(version, wire));
		assertEquals(OptionalInt.of(wire), AccessModes.attributeWire(version, bits));
	}

	@ParameterizedTest
	@CsvSource({"0,4", "1,7", "2,255", "3,256"})
	void unknownAttributeModesHaveNoBits(int version, int wire) {
		assertEquals(OptionalInt.empty(), AccessModes.attributeBits(version, wire));
	}

	@Test
	void olderVersionsCannotSayEncryptedOrSigned() {
		assertEquals(OptionalInt.empty(), AccessModes.attributeWire(1, 1 | AccessModes.ENCRYPTED_REQUEST));
		assertEquals(OptionalInt.empty(), AccessModes.attributeWire(0, 1 | AccessModes.AUTHENTICATED_REQUEST));
		assertEquals(OptionalInt.of(4), AccessModes.attributeWire(1, 1 | AccessModes.AUTHENTICATED_REQUEST | AccessModes.AUTHENTICATED_RESPONSE));
		assertEquals(OptionalInt.of(0), AccessModes.attributeWire(1, AccessModes.SIGNED_REQUEST));
		assertEquals(Optional.empty(), AccessModes.methodWire(2, 1 | AccessModes.SIGNED_REQUEST));
		assertEquals(Optional.empty(), AccessModes.methodWire(0, 1 | AccessModes.AUTHENTICATED_REQUEST));
	}

	@Test
	void methodModesGoBothWays() {
		methods(0, Values.bool(false), 0);
		methods(0, Values.bool(true), 1);
		methods(1, Values.enumerated(0), 0);
		methods(1, Values.enumerated(1), 1);
		methods(2, Values.enumerated(2), 5);
		methods(3, Values.enumerated(0x55), 0x55);
	}

	private static void methods(int version, Value wire, int bits) {
		assertEquals(OptionalInt.of(bits), AccessModes.methodBits(version, wire));
		assertEquals(Optional.of(wire), AccessModes.methodWire(version, bits));
	}

	@Test
	void unexpectedMethodCodingsAreUnderstood() {
		assertEquals(OptionalInt.of(1), AccessModes.methodBits(1, Values.bool(true)));
		assertEquals(OptionalInt.of(1), AccessModes.methodBits(0, Values.enumerated(1)));
		assertEquals(OptionalInt.empty(), AccessModes.methodBits(1, Values.enumerated(3)));
		assertEquals(OptionalInt.empty(), AccessModes.methodBits(1, Values.nothing()));
	}
}
