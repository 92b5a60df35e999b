// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.type;

import java.util.List;

import org.meterwright.cosem.value.DataTag;

/**
 * An xDLMS type to the leaf. Types are immutable. {@link #toString()} is the notation of the language, in which
 * {@link #valueOf(String)} reads it back: {@code structure { scaler: integer, unit: enum { Wh = 30 } }}.
 */
public sealed interface DataType {

	/** Reads the notation of the language. */
	static DataType valueOf(String text) {
		return TypeNotation.parse(text);
	}

	/** Returns this type without the names given to it. */
	default DataType bare() {
		return this;
	}

	/**
	 * A type without parts: numbers, strings, dates. The size bounds the length of a string (octets or bits) and the value of an integer.
	 * With the tags enum, array, structure and compact-array: such a value whose literals or parts are not specified.
	 */
	record Simple(DataTag tag, Size size) implements DataType {
		/** Makes a type without bound. */
		public Simple(DataTag tag) {
			this(tag, Size.ANY);
		}

		@Override
		public String toString() {
			return TypeNotation.print(this);
		}
	}

	/** Any type: decided in the object. */
	record Any() implements DataType {
		@Override
		public String toString() {
			return TypeNotation.print(this);
		}
	}

	/**
	 * A type that the library names. Names carry meaning: an octet-string(12) named {@code date_time} is written as a date and time.
	 */
	record Named(String name, DataType type) implements DataType {
		@Override
		public DataType bare() {
			return type.bare();
		}

		@Override
		public String toString() {
			return TypeNotation.print(this);
		}
	}

	/** An enum with named literals. */
	record Enumeration(List<Literal> literals) implements DataType {
		/** Copies the literals. */
		public Enumeration {
			literals = List.copyOf(literals);
		}

		@Override
		public String toString() {
			return TypeNotation.print(this);
		}
	}

	/**
	 * Named bits; the literal's value is the bit number. In a bit-string of {@code size} bits, bit 0 is the first on the wire; in an
	 * enum or integer carrier bit n weighs 2^n and size is 0.
	 */
	record BitField(DataTag carrier, int size, List<Literal> literals) implements DataType {
		/** Copies the literals. */
		public BitField {
			literals = List.copyOf(literals);
		}

		@Override
		public String toString() {
			return TypeNotation.print(this);
		}
	}

	/** An array. */
	record ArrayOf(Size size, DataType element) implements DataType {
		@Override
		public String toString() {
			return TypeNotation.print(this);
		}
	}

	/** A compact-array; a bare {@code compact-array} whose element type is not specified is a {@link Simple}. */
	record CompactOf(DataType element) implements DataType {
		@Override
		public String toString() {
			return TypeNotation.print(this);
		}
	}

	/** A structure. */
	record StructureOf(List<Field> fields) implements DataType {
		/** Copies the fields. */
		public StructureOf {
			fields = List.copyOf(fields);
		}

		@Override
		public String toString() {
			return TypeNotation.print(this);
		}
	}

	/** One of several types: the object says which. */
	record Choice(List<DataType> options) implements DataType {
		/** Copies the options. */
		public Choice {
			options = List.copyOf(options);
		}

		@Override
		public String toString() {
			return TypeNotation.print(this);
		}
	}

	/** A field of a structure. */
	record Field(String name, DataType type) {
	}

	/**
	 * A named value of an enum, a named range of values that makers fill, or a named bit.
	 *
	 * @param name  name in texts
	 * @param value value, or number of the bit
	 * @param upper last value of a range; else value
	 * @param text  what it means, where the name does not say it; empty: nothing to add
	 */
	record Literal(String name, int value, int upper, String text) {
		/** Makes a literal that its name explains. */
		public Literal(String name, int value, int upper) {
			this(name, value, upper, "");
		}

		/** Makes a literal with one value. */
		public Literal(String name, int value) {
			this(name, value, value);
		}

		/** Tells whether the literal is a range: a number inside is legal, its name alone is no value. */
		public boolean isRange() {
			return upper > value;
		}

		/** Tells whether a number is this literal or inside its range. */
		public boolean covers(long number) {
			return number >= value && number <= upper;
		}
	}

	/**
	 * Bounds of a length in octets, bits or elements, or of an integer's value.
	 *
	 * @param lower smallest
	 * @param upper largest; {@link #UNBOUNDED}: none
	 */
	record Size(long lower, long upper) {
		/** No bound. */
		public static final long UNBOUNDED = Long.MAX_VALUE;
		/** Any length or value. */
		public static final Size ANY = new Size(Long.MIN_VALUE, UNBOUNDED);

		/** Tells whether a length or value fits. */
		public boolean contains(long length) {
			return length >= lower && length <= upper;
		}

		@Override
		public boolean equals(Object other) {
			return other instanceof Size size && lower == size.lower && upper == size.upper;
		}

		@Override
		public int hashCode() {
			return Long.hashCode(lower) * 31 + Long.hashCode(upper);
		}
	}
}
