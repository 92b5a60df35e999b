// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.axdr;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.value.Value;

/** Writes A-XDR: values with and without their tags, lengths, type descriptions of compact arrays. */
public final class AxdrWriter {
	private byte[] out = new byte[32];
	private int size;

	/** Returns what has been written. */
	public Bytes bytes() {
		return Bytes.of(out, 0, size);
	}

	/** Writes one octet. */
	public AxdrWriter octet(int octet) {
		grow(1);
		out[size++] = (byte) octet;
		return this;
	}

	/** Writes octets as they are. */
	public AxdrWriter octets(Bytes octets) {
		grow(octets.length());
		octets.copyTo(out, size);
		size += octets.length();
		return this;
	}

	private void grow(int more) {
		if (size + more > out.length) {
			out = Arrays.copyOf(out, Math.max(size + more, 2 * out.length));
		}
	}

	/** Writes a length or number of elements in its shortest form: one octet up to 127, else 81 to 84 and the number. */
	public AxdrWriter length(int length) {
		if (length < 0x80) {
			return octet(length);
		}
		int width = (39 - Integer.numberOfLeadingZeros(length)) / 8;
		return octet(0x80 | width).number(length, width);
	}

	/** Writes a value with its tag. */
	public AxdrWriter value(Value value) {
		return octet(value.tag().code()).content(value);
	}

	/** Writes the two's complement of a number in a fixed number of octets. */
	public AxdrWriter number(BigInteger number, int width) {
		return number(number.longValue(), width);
	}

	/** Writes the two's complement of a number in at most eight octets. */
	public AxdrWriter number(long number, int width) {
		for (int shift = 8 * (width - 1); shift >= 0; shift -= 8) {
			octet((int) (number >> shift) & 0xFF);
		}
		return this;
	}

	private AxdrWriter content(Value value) {
		return switch (value) {
			case Value.Array array -> length(array.elements().size()).values(array.elements());
			case Value.Structure structure -> length(structure.fields().size()).values(structure.fields());
			case Value.CompactArray array -> compact(array);
			default -> leaf(value);
		};
	}

	private AxdrWriter values(List<Value> values) {
		values.forEach(this::value);
		return this;
	}

	private AxdrWriter leaf(Value value) {
		return switch (value) {
			case Value.Null nothing -> this;
			case Value.DontCare nothing -> this;
			case Value.Bool bool -> octet(bool.value() ? 1 : 0);
			case Value.Bits bits -> length(bits.bits().length()).packed(bits.bits());
			case Value.Int number -> number(number.value(), number.tag().width());
			case Value.Float32 number -> number(Float.floatToIntBits(number.value()), 4);
			case Value.Float64 number -> number(Double.doubleToLongBits(number.value()), 8);
			case Value.Octets octets -> length(octets.bytes().length()).octets(octets.bytes());
			case Value.Visible text -> text(text.text().getBytes(StandardCharsets.US_ASCII));
			case Value.Utf8 text -> text(text.text().getBytes(StandardCharsets.UTF_8));
			case Value.Temporal time -> octets(time.bytes());
			default -> throw new IllegalArgumentException("%s has parts".formatted(value.tag().standardName()));
		};
	}

	private AxdrWriter text(byte[] octets) {
		return length(octets.length).octets(Bytes.of(octets));
	}

	private AxdrWriter packed(String bits) {
		for (int from = 0; from < bits.length(); from += 8) {
			int octet = 0;
			for (int i = from; i < Math.min(from + 8, bits.length()); i++) {
				octet |= bits.charAt(i) == '1' ? 0x80 >> i - from : 0;
			}
			octet(octet);
		}
		return this;
	}

	private AxdrWriter compact(Value.CompactArray array) {
		AxdrWriter contents = new AxdrWriter();
		array.elements().forEach(element -> contents.untagged(array.element(), element));
		return description(array.element()).length(contents.size).octets(contents.bytes());
	}

	/** Writes a TypeDescription: arrays with the number of their elements in two octets, structures with their fields. */
	private AxdrWriter description(DataType type) {
		return switch (type) {
			case DataType.ArrayOf array -> octet(DataTag.ARRAY.code()).number(array.size().upper(), 2).description(array.element());
			case DataType.StructureOf structure -> {
				octet(DataTag.STRUCTURE.code()).length(structure.fields().size());
				structure.fields().forEach(field -> description(field.type()));
				yield this;
			}
			case DataType.Simple simple -> octet(simple.tag().code());
			default -> throw new IllegalArgumentException("a compact array cannot hold %s".formatted(type));
		};
	}

	private void untagged(DataType type, Value value) {
		switch (type) {
			case DataType.ArrayOf array -> ((Value.Array) value).elements().forEach(element -> untagged(array.element(), element));
			case DataType.StructureOf structure -> {
				List<Value> fields = ((Value.Structure) value).fields();
				for (int i = 0; i < fields.size(); i++) {
					untagged(structure.fields().get(i).type(), fields.get(i));
				}
			}
			default -> content(value);
		}
	}
}
