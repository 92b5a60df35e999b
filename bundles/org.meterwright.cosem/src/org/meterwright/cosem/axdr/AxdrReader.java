// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.axdr;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.value.Value;

/** Reads A-XDR from front to back. Every failure is an {@link AxdrException} that names the octet. */
public final class AxdrReader {
	private final Bytes input;
	private final int end;
	private int position;

	/** Starts at the first octet. */
	public AxdrReader(Bytes input) {
		this(input, 0, input.length());
	}

	/** Starts at an octet and ends before another one. */
	public AxdrReader(Bytes input, int from, int end) {
		this.input = input;
		this.position = from;
		this.end = end;
	}

	/** Returns the offset of the next octet. */
	public int position() {
		return position;
	}

	/** Tells whether everything has been read. */
	public boolean atEnd() {
		return position == end;
	}

	/** Returns how many octets are left. */
	public int remaining() {
		return end - position;
	}

	/** Reads one octet. */
	public int octet() {
		need(1);
		return input.at(position++);
	}

	/** Reads a value with its tag. */
	public Value value() {
		return value(0);
	}

	/** Passes over a value with its tag, without making it. */
	public void skip() {
		skip(0);
	}

	private void skip(int depth) {
		int at = position;
		DataTag tag = tag();
		switch (tag) {
			case ARRAY, STRUCTURE -> {
				limit(at, depth + 1);
				for (int count = length(); count > 0; count--) {
					skip(depth + 1);
				}
			}
			case OCTET_STRING, VISIBLE_STRING, UTF8_STRING -> pass(length());
			case NULL_DATA, DONT_CARE -> pass(0);
			case BOOLEAN -> pass(1);
			case BIT_STRING, COMPACT_ARRAY, FLOAT32, FLOAT64 -> {
				position = at;
				value(depth);
			}
			default -> pass(tag.width());
		}
	}

	private void pass(int count) {
		need(count);
		position += count;
	}

	/** Reads a length or number of elements. */
	public int length() {
		int at = position;
		int first = octet();
		if (first < 0x80) {
			return first;
		}
		int width = first & 0x7F;
		if (width == 0 || width > 4) {
			throw new AxdrException(at, "%02X is no length".formatted(first));
		}
		long length = number(width, false).longValue();
		if (length > Integer.MAX_VALUE) {
			throw new AxdrException(at, "length %d is too large".formatted(length));
		}
		return (int) length;
	}

	/** Reads octets as they are. */
	public Bytes octets(int count) {
		need(count);
		position += count;
		return input.slice(position - count, position);
	}

	private Value value(int depth) {
		int at = position;
		DataTag tag = tag();
		return switch (tag) {
			case ARRAY -> new Value.Array(values(at, depth + 1));
			case STRUCTURE -> new Value.Structure(values(at, depth + 1));
			case COMPACT_ARRAY -> compact(depth + 1);
			default -> leaf(tag);
		};
	}

	private DataTag tag() {
		int at = position;
		int code = octet();
		Optional<DataTag> tag = DataTag.ofCode(code);
		if (tag.isEmpty()) {
			throw new AxdrException(at, "%d is no tag of a data type".formatted(code));
		}
		return tag.get();
	}

	private List<Value> values(int at, int depth) {
		limit(at, depth);
		int count = length();
		if (count > remaining()) {
			throw new AxdrException(at, "%d elements announced, only %d octets left".formatted(count, remaining()));
		}
		List<Value> values = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			values.add(value(depth));
		}
		return values;
	}

	private static void limit(int at, int depth) {
		if (depth > Axdr.MAXIMUM_DEPTH) {
			throw new AxdrException(at, "nested deeper than %d levels".formatted(Axdr.MAXIMUM_DEPTH));
		}
	}

	private Value leaf(DataTag tag) {
		return switch (tag) {
			case NULL_DATA -> new Value.Null();
			case DONT_CARE -> new Value.DontCare();
			case BOOLEAN -> new Value.Bool(octet() != 0);
			case BIT_STRING -> bits();
			case OCTET_STRING -> new Value.Octets(octets(length()));
			case VISIBLE_STRING -> visible();
			case UTF8_STRING -> utf8();
			case FLOAT32 -> new Value.Float32(Float.intBitsToFloat(number(4, true).intValue()));
			case FLOAT64 -> new Value.Float64(Double.longBitsToDouble(number(8, true).longValue()));
			case DATE_TIME, DATE, TIME -> new Value.Temporal(tag, octets(tag.width()));
			default -> new Value.Int(tag, number(tag.width(), tag.signed()));
		};
	}

	private BigInteger number(int width, boolean signed) {
		byte[] octets = octets(width).toArray();
		return signed ? new BigInteger(octets) : new BigInteger(1, octets);
	}

	private Value bits() {
		int at = position;
		int count = length();
		int octets = count / 8 + (count % 8 == 0 ? 0 : 1);
		need(octets);
		StringBuilder bits = new StringBuilder(octets * 8);
		for (Bytes packed = octets(octets); bits.length() < octets * 8;) {
			int octet = packed.at(bits.length() / 8);
			bits.append(Integer.toBinaryString(0x100 | octet), 1, 9);
		}
		if (bits.indexOf("1", count) >= 0) {
			throw new AxdrException(at, "unused bits of a bit-string are not 0");
		}
		return new Value.Bits(bits.substring(0, count));
	}

	private Value visible() {
		int at = position;
		String text = new String(octets(length()).toArray(), StandardCharsets.ISO_8859_1);
		if (text.chars().anyMatch(c -> c < 0x20 || c > 0x7E)) {
			throw new AxdrException(at, "a visible-string holds an octet outside 20 to 7E");
		}
		return new Value.Visible(text);
	}

	private Value utf8() {
		int at = position;
		byte[] octets = octets(length()).toArray();
		try {
			return new Value.Utf8(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString());
		} catch (CharacterCodingException e) {
			throw new AxdrException(at, "a utf8-string is not UTF-8");
		}
	}

	private Value compact(int depth) {
		int at = position;
		DataType element = description(depth);
		int length = length();
		need(length);
		AxdrReader contents = new AxdrReader(input, position, position + length);
		position += length;
		if (length > 0 && CompactTypes.minimumSize(element) == 0) {
			throw new AxdrException(at, "elements of a compact-array without octets");
		}
		List<Value> elements = new ArrayList<>();
		while (!contents.atEnd()) {
			elements.add(contents.untagged(element));
		}
		return new Value.CompactArray(element, elements);
	}

	private DataType description(int depth) {
		int at = position;
		limit(at, depth);
		DataTag tag = tag();
		return switch (tag) {
			case ARRAY -> arrayDescription(at, depth);
			case STRUCTURE -> structureDescription(at, depth);
			case COMPACT_ARRAY -> throw new AxdrException(at, "a compact-array inside a compact-array");
			default -> new DataType.Simple(tag);
		};
	}

	private DataType arrayDescription(int at, int depth) {
		int count = number(2, false).intValue();
		DataType element = description(depth + 1);
		if (CompactTypes.minimumSize(element) == 0) {
			throw new AxdrException(at, "elements of an array in a compact-array without octets");
		}
		return new DataType.ArrayOf(new DataType.Size(count, count), element);
	}

	private DataType structureDescription(int at, int depth) {
		int count = length();
		if (count > remaining()) {
			throw new AxdrException(at, "%d fields announced, only %d octets left".formatted(count, remaining()));
		}
		List<DataType.Field> fields = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			fields.add(new DataType.Field(CompactTypes.fieldName(i), description(depth + 1)));
		}
		return new DataType.StructureOf(fields);
	}

	private Value untagged(DataType type) {
		return switch (type) {
			case DataType.ArrayOf array -> {
				need(CompactTypes.minimumSize(array));
				List<Value> elements = new ArrayList<>();
				for (long i = 0; i < array.size().upper(); i++) {
					elements.add(untagged(array.element()));
				}
				yield new Value.Array(elements);
			}
			case DataType.StructureOf structure -> new Value.Structure(structure.fields().stream().map(field -> untagged(field.type())).toList());
			case DataType.Simple simple -> leaf(simple.tag());
			default -> throw new AxdrException(position, "type %s in a compact-array".formatted(type));
		};
	}

	private void need(long count) {
		if (count > remaining()) {
			throw new AxdrException(position, "%d %s expected, only %d left".formatted(count, count == 1 ? "octet" : "octets", remaining()));
		}
	}
}
