// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.value;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The tags of xDLMS Data (IEC 62056-5-3, ASN.1 module COSEMpdu) with the standard's names. */
public enum DataTag {
	NULL_DATA(0, "null-data", 0),
	ARRAY(1, "array", -1),
	STRUCTURE(2, "structure", -1),
	BOOLEAN(3, "boolean", 1),
	BIT_STRING(4, "bit-string", -1),
	DOUBLE_LONG(5, "double-long", 4),
	DOUBLE_LONG_UNSIGNED(6, "double-long-unsigned", 4),
	OCTET_STRING(9, "octet-string", -1),
	VISIBLE_STRING(10, "visible-string", -1),
	UTF8_STRING(12, "utf8-string", -1),
	BCD(13, "bcd", 1),
	INTEGER(15, "integer", 1),
	LONG(16, "long", 2),
	UNSIGNED(17, "unsigned", 1),
	LONG_UNSIGNED(18, "long-unsigned", 2),
	COMPACT_ARRAY(19, "compact-array", -1),
	LONG64(20, "long64", 8),
	LONG64_UNSIGNED(21, "long64-unsigned", 8),
	ENUM(22, "enum", 1),
	FLOAT32(23, "float32", 4),
	FLOAT64(24, "float64", 8),
	DATE_TIME(25, "date-time", 12),
	DATE(26, "date", 5),
	TIME(27, "time", 4),
	DONT_CARE(255, "dont-care", 0);

	private static final List<Optional<DataTag>> BY_CODE = new ArrayList<>(Collections.nCopies(256, Optional.empty()));

	static {
		for (DataTag tag : values()) {
			BY_CODE.set(tag.code, Optional.of(tag));
			tag.bound();
		}
	}

	private static final Map<String, DataTag> BY_NAME = Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(DataTag::standardName, Function.identity()));

	private final int code;
	private final String standardName;
	private final int width;
	private BigInteger minimum = BigInteger.ZERO;
	private BigInteger maximum = BigInteger.ZERO;

	DataTag(int code, String standardName, int width) {
		this.code = code;
		this.standardName = standardName;
		this.width = width;
	}

	/** Computes the bounds; every number that is made asks for them. */
	private void bound() {
		int bits = 8 * width;
		minimum = signed() ? BigInteger.ONE.shiftLeft(bits - 1).negate() : BigInteger.ZERO;
		maximum = BigInteger.ONE.shiftLeft(signed() ? bits - 1 : bits).subtract(BigInteger.ONE);
	}

	/** Returns the tag octet. */
	public int code() {
		return code;
	}

	/** Returns the standard's name, such as {@code double-long-unsigned}. */
	public String standardName() {
		return standardName;
	}

	/** Returns the number of content octets after the tag; -1: it depends on the value. */
	public int width() {
		return width;
	}

	/** Tells whether values are numbers without fraction: the eight integer types, enum and bcd. */
	public boolean isInteger() {
		return switch (this) {
			case DOUBLE_LONG, DOUBLE_LONG_UNSIGNED, BCD, INTEGER, LONG, UNSIGNED, LONG_UNSIGNED, LONG64, LONG64_UNSIGNED, ENUM -> true;
			default -> false;
		};
	}

	/** Tells whether an integer type has negative numbers. */
	public boolean signed() {
		return switch (this) {
			case DOUBLE_LONG, INTEGER, LONG, LONG64 -> true;
			default -> false;
		};
	}

	/** Tells whether values are strings of octets, characters or bits. */
	public boolean isString() {
		return this == OCTET_STRING || this == VISIBLE_STRING || this == UTF8_STRING || this == BIT_STRING;
	}

	/** Tells whether values are dates or times of their own types. */
	public boolean isTemporal() {
		return this == DATE_TIME || this == DATE || this == TIME;
	}

	/** Tells whether values consist of values: array, structure, compact-array. */
	public boolean hasParts() {
		return this == ARRAY || this == STRUCTURE || this == COMPACT_ARRAY;
	}

	/** Returns the smallest number of an integer type. */
	public BigInteger minimum() {
		return minimum;
	}

	/** Returns the largest number of an integer type. */
	public BigInteger maximum() {
		return maximum;
	}

	/** Finds the tag of an octet. */
	public static Optional<DataTag> ofCode(int code) {
		return code >= 0 && code < BY_CODE.size() ? BY_CODE.get(code) : Optional.empty();
	}

	/** Finds the tag of a standard's name. */
	public static Optional<DataTag> ofName(String name) {
		return Optional.ofNullable(BY_NAME.get(name));
	}
}
