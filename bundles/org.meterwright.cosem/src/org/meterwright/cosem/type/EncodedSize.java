// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.type;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.axdr.Axdr;
import org.meterwright.cosem.value.DataTag;

/** The most octets that values of a type can take in A-XDR, tag included. */
public final class EncodedSize {
	/** Bound of a string or array in a type, an attribute or both: nothing is said. */
	private static final long UNBOUNDED = -1;

	private EncodedSize() {
	}

	/** Returns the most octets of an attribute's value; nothing: there is no bound. */
	public static OptionalLong maximum(Attribute attribute) {
		if (attribute.getStorage() == Storage.ROM && attribute.getValue() != null) {
			return OptionalLong.of(Axdr.encode(attribute.getValue()).length());
		}
		return maximum(attribute.getType(), attribute.getMaximumLength());
	}

	/** Returns the most octets of a type's values; nothing: there is no bound. */
	public static OptionalLong maximum(DataType type) {
		return maximum(type, 0);
	}

	/**
	 * Returns the most octets of a type's values.
	 *
	 * @param maximumLength longest string or array at the top, in octets, bits or elements; 0: only the type bounds it
	 */
	public static OptionalLong maximum(DataType type, int maximumLength) {
		long size = size(type.bare(), maximumLength);
		return size == UNBOUNDED ? OptionalLong.empty() : OptionalLong.of(size);
	}

	private static long size(DataType type, int maximumLength) {
		return switch (type.bare()) {
			case DataType.Simple simple -> simple(simple, maximumLength);
			case DataType.Enumeration enumeration -> 2;
			case DataType.BitField field -> field.carrier() == DataTag.BIT_STRING ? string((field.size() + 7L) / 8, field.size())
					: 1 + field.carrier().width();
			case DataType.ArrayOf array -> repeated(bound(array.size(), maximumLength), size(array.element(), 0));
			case DataType.StructureOf structure -> structure(structure.fields());
			case DataType.Choice choice -> largest(choice.options().stream().mapToLong(option -> size(option, maximumLength)));
			default -> UNBOUNDED;
		};
	}

	private static long simple(DataType.Simple type, int maximumLength) {
		if (type.tag().width() >= 0) {
			return 1 + type.tag().width();
		}
		long bound = bound(type.size(), maximumLength);
		if (!type.tag().isString() || bound == UNBOUNDED) {
			return UNBOUNDED;
		}
		return type.tag() == DataTag.BIT_STRING ? string((bound + 7) / 8, bound) : string(bound, bound);
	}

	private static long bound(DataType.Size size, int maximumLength) {
		if (maximumLength > 0) {
			return Math.min(size.upper(), maximumLength);
		}
		return size.upper() == DataType.Size.UNBOUNDED ? UNBOUNDED : size.upper();
	}

	private static long string(long octets, long length) {
		return 1 + lengthOctets(length) + octets;
	}

	private static long repeated(long count, long element) {
		return count == UNBOUNDED || element == UNBOUNDED ? UNBOUNDED : 1 + lengthOctets(count) + count * element;
	}

	private static long structure(List<DataType.Field> fields) {
		if (fields.isEmpty()) {
			return UNBOUNDED;
		}
		long sum = 1 + lengthOctets(fields.size());
		for (DataType.Field field : fields) {
			long size = size(field.type(), 0);
			if (size == UNBOUNDED) {
				return UNBOUNDED;
			}
			sum += size;
		}
		return sum;
	}

	private static long largest(LongStream sizes) {
		long[] all = sizes.toArray();
		return LongStream.of(all).anyMatch(size -> size == UNBOUNDED) ? UNBOUNDED : LongStream.of(all).max().orElse(UNBOUNDED);
	}

	/** Returns how many octets a length or number of elements takes. */
	public static int lengthOctets(long length) {
		return length < 0x80 ? 1 : 1 + (71 - Long.numberOfLeadingZeros(length)) / 8;
	}
}
