// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.value;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Short ways to make values and to look into them. */
public final class Values {
	private Values() {
	}

	/** Makes null-data. */
	public static Value nothing() {
		return new Value.Null();
	}

	/** Makes a boolean. */
	public static Value bool(boolean value) {
		return new Value.Bool(value);
	}

	/** Makes an integer (8 bits, signed). */
	public static Value integer(long number) {
		return new Value.Int(DataTag.INTEGER, number);
	}

	/** Makes an unsigned (8 bits). */
	public static Value unsigned(long number) {
		return new Value.Int(DataTag.UNSIGNED, number);
	}

	/** Makes a long-unsigned (16 bits). */
	public static Value longUnsigned(long number) {
		return new Value.Int(DataTag.LONG_UNSIGNED, number);
	}

	/** Makes a double-long-unsigned (32 bits). */
	public static Value doubleLongUnsigned(long number) {
		return new Value.Int(DataTag.DOUBLE_LONG_UNSIGNED, number);
	}

	/** Makes a double-long (32 bits, signed). */
	public static Value doubleLong(long number) {
		return new Value.Int(DataTag.DOUBLE_LONG, number);
	}

	/** Makes an enum. */
	public static Value enumerated(long number) {
		return new Value.Int(DataTag.ENUM, number);
	}

	/** Makes an octet-string from values 0 to 255. */
	public static Value octets(int... octets) {
		return new Value.Octets(Bytes.ofInts(octets));
	}

	/** Makes an octet-string from hex. */
	public static Value octets(String hex) {
		return new Value.Octets(Bytes.ofHex(hex));
	}

	/** Makes an octet-string that holds a logical name. */
	public static Value logicalName(LogicalName name) {
		return new Value.Octets(name.bytes());
	}

	/** Makes an octet-string that holds a logical name such as {@code 1-0:1.8.0*255}. */
	public static Value logicalName(String name) {
		return logicalName(LogicalName.valueOf(name));
	}

	/** Makes a structure. */
	public static Value structure(Value... fields) {
		return new Value.Structure(List.of(fields));
	}

	/** Makes an array. */
	public static Value array(Value... elements) {
		return new Value.Array(List.of(elements));
	}

	/** Returns the number that a value is; nothing: it is none, or needs more than 63 bits. */
	public static OptionalLong number(Value value) {
		return value instanceof Value.Int number && number.value().bitLength() < Long.SIZE ? OptionalLong.of(number.value().longValue())
				: OptionalLong.empty();
	}

	/** Returns the number that a value is. */
	public static Optional<BigInteger> bigNumber(Value value) {
		return value instanceof Value.Int number ? Optional.of(number.value()) : Optional.empty();
	}

	/** Returns the logical name that an octet-string of 6 octets holds. */
	public static Optional<LogicalName> asLogicalName(Value value) {
		return value instanceof Value.Octets octets && octets.bytes().length() == 6 ? Optional.of(LogicalName.of(octets.bytes())) : Optional.empty();
	}

	/** Returns the elements of an array or fields of a structure; of anything else none. */
	public static List<Value> parts(Value value) {
		return switch (value) {
			case Value.Array array -> array.elements();
			case Value.Structure structure -> structure.fields();
			case Value.CompactArray array -> array.elements();
			default -> List.of();
		};
	}
}
