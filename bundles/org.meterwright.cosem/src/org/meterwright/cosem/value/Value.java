// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.value;

import java.math.BigInteger;
import java.util.List;

import org.meterwright.cosem.axdr.Axdr;
import org.meterwright.cosem.axdr.CompactTypes;
import org.meterwright.cosem.type.DataType;

/**
 * A value of an xDLMS type (IEC 62056-5-3, Data). Values are immutable and equal when their encodings are.
 * {@link #toString()} is the hex of the A-XDR encoding and {@link #valueOf(String)} reads it back: that is how EMF stores values.
 */
public sealed interface Value {

	/** Returns the xDLMS tag. */
	DataTag tag();

	/** Reads the hex of an A-XDR encoding. */
	static Value valueOf(String hex) {
		return Axdr.decode(Bytes.ofHex(hex));
	}

	/** Nothing: null-data. */
	record Null() implements Value {
		@Override
		public DataTag tag() {
			return DataTag.NULL_DATA;
		}

		@Override
		public String toString() {
			return Axdr.hex(this);
		}
	}

	/** Any value will do: dont-care. */
	record DontCare() implements Value {
		@Override
		public DataTag tag() {
			return DataTag.DONT_CARE;
		}

		@Override
		public String toString() {
			return Axdr.hex(this);
		}
	}

	/** A boolean. */
	record Bool(boolean value) implements Value {
		@Override
		public DataTag tag() {
			return DataTag.BOOLEAN;
		}

		@Override
		public String toString() {
			return Axdr.hex(this);
		}
	}

	/** A bit-string as a text of 0 and 1, bit 0 of the standard first. */
	record Bits(String bits) implements Value {
		/** Checks the text. */
		public Bits {
			if (!bits.chars().allMatch(c -> c == '0' || c == '1')) {
				throw new IllegalArgumentException("a bit-string is made of 0 and 1");
			}
		}

		@Override
		public DataTag tag() {
			return DataTag.BIT_STRING;
		}

		@Override
		public String toString() {
			return Axdr.hex(this);
		}
	}

	/** A number without fraction: the eight integer types, enum and bcd (its octet as a number, 0 to 255). */
	record Int(DataTag tag, BigInteger value) implements Value {
		/** Checks the range of the type. */
		public Int {
			if (!tag.isInteger()) {
				throw new IllegalArgumentException("%s is no integer type".formatted(tag.standardName()));
			}
			if (value.compareTo(tag.minimum()) < 0 || value.compareTo(tag.maximum()) > 0) {
				throw new IllegalArgumentException("%s does not fit %s (%s to %s)".formatted(value, tag.standardName(), tag.minimum(), tag.maximum()));
			}
		}

		/** Makes a number from a long. */
		public Int(DataTag tag, long value) {
			this(tag, BigInteger.valueOf(value));
		}

		@Override
		public boolean equals(Object other) {
			return other instanceof Int number && tag == number.tag && value.equals(number.value);
		}

		@Override
		public int hashCode() {
			return tag.code() * 31 + value.hashCode();
		}

		@Override
		public String toString() {
			return Axdr.hex(this);
		}
	}

	/** A float32. */
	record Float32(float value) implements Value {
		@Override
		public DataTag tag() {
			return DataTag.FLOAT32;
		}

		@Override
		public String toString() {
			return Axdr.hex(this);
		}
	}

	/** A float64. */
	record Float64(double value) implements Value {
		@Override
		public DataTag tag() {
			return DataTag.FLOAT64;
		}

		@Override
		public String toString() {
			return Axdr.hex(this);
		}
	}

	/** An octet-string. Dates and times coded as octet-string are octets too. */
	record Octets(Bytes bytes) implements Value {
		@Override
		public DataTag tag() {
			return DataTag.OCTET_STRING;
		}

		@Override
		public String toString() {
			return Axdr.hex(this);
		}
	}

	/** A visible-string: ASCII 0x20 to 0x7E. */
	record Visible(String text) implements Value {
		/** Checks the characters. */
		public Visible {
			if (!text.chars().allMatch(c -> c >= 0x20 && c <= 0x7E)) {
				throw new IllegalArgumentException("a visible-string is made of ASCII characters from space to ~");
			}
		}

		@Override
		public DataTag tag() {
			return DataTag.VISIBLE_STRING;
		}

		@Override
		public String toString() {
			return Axdr.hex(this);
		}
	}

	/** A utf8-string. */
	record Utf8(String text) implements Value {
		@Override
		public DataTag tag() {
			return DataTag.UTF8_STRING;
		}

		@Override
		public String toString() {
			return Axdr.hex(this);
		}
	}

	/** A date-time (12 octets), date (5) or time (4) with COSEM's wildcards. */
	record Temporal(DataTag tag, Bytes bytes) implements Value {
		/** Checks the number of octets. */
		public Temporal {
			if (!tag.isTemporal() || bytes.length() != tag.width()) {
				throw new IllegalArgumentException("%d octets are no %s".formatted(bytes.length(), tag.standardName()));
			}
		}

		@Override
		public String toString() {
			return Axdr.hex(this);
		}
	}

	/** An array: elements of one type. */
	record Array(List<Value> elements) implements Value {
		/** Copies the elements. */
		public Array {
			elements = List.copyOf(elements);
		}

		@Override
		public DataTag tag() {
			return DataTag.ARRAY;
		}

		@Override
		public String toString() {
			return Axdr.hex(this);
		}
	}

	/** A structure. */
	record Structure(List<Value> fields) implements Value {
		/** Copies the fields. */
		public Structure {
			fields = List.copyOf(fields);
		}

		@Override
		public DataTag tag() {
			return DataTag.STRUCTURE;
		}

		@Override
		public String toString() {
			return Axdr.hex(this);
		}
	}

	/** A compact-array: the type of its elements once, then their contents without tags. */
	record CompactArray(DataType element, List<Value> elements) implements Value {
		/** Reduces the type to what the encoding can say, and checks and copies the elements. */
		public CompactArray {
			DataType reduced = CompactTypes.reduce(element);
			if (!elements.stream().allMatch(part -> CompactTypes.fits(reduced, part))) {
				throw new IllegalArgumentException("an element of a compact-array is no %s".formatted(reduced));
			}
			element = reduced;
			elements = List.copyOf(elements);
		}

		@Override
		public DataTag tag() {
			return DataTag.COMPACT_ARRAY;
		}

		@Override
		public String toString() {
			return Axdr.hex(this);
		}
	}
}
