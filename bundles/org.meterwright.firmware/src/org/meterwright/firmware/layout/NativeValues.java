// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import org.meterwright.cosem.axdr.Axdr;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.value.Value;

/** Takes a value apart into the leaves of a native form. */
public final class NativeValues {
	private final Iterator<NativeForm.Leaf> leaves;
	private final List<Part> parts = new ArrayList<>();

	/** A leaf with what it holds at first. */
	public record Part(NativeForm.Leaf leaf, Value value) {
		/** Returns the octets of a string, or the A-XDR octets of a stored value. */
		public Bytes octets() {
			if (leaf instanceof NativeForm.Stored) {
				return Axdr.encode(value);
			}
			return switch (value) {
				case Value.Octets octets -> octets.bytes();
				case Value.Visible text -> Bytes.of(text.text().getBytes(StandardCharsets.US_ASCII));
				case Value.Utf8 text -> Bytes.of(text.text().getBytes(StandardCharsets.UTF_8));
				case Value.Temporal time -> time.bytes();
				case Value.Bits bits -> packed(bits);
				default -> Bytes.EMPTY;
			};
		}

		/** Returns the length that stands before a string: octets, or bits of a bit-string. */
		public int length() {
			return value instanceof Value.Bits bits && !(leaf instanceof NativeForm.Stored) ? bits.bits().length() : octets().length();
		}

		private static Bytes packed(Value.Bits bits) {
			Bytes coded = Axdr.encode(bits);
			return coded.slice(coded.length() - (bits.bits().length() + 7) / 8, coded.length());
		}
	}

	/** Makes a reader for the leaves of one form. */
	public NativeValues(List<NativeForm.Leaf> leaves) {
		this.leaves = leaves.iterator();
	}

	/** Takes a value apart; nothing: it does not fit. */
	public Optional<List<Part>> of(Value value) {
		return add(value) && !leaves.hasNext() ? Optional.of(List.copyOf(parts)) : Optional.empty();
	}

	private boolean add(Value value) {
		if (!leaves.hasNext()) {
			return false;
		}
		return switch (leaves.next()) {
			case NativeForm.Head head -> tagged(value, head.tag()) && size(value) == head.parts() && elements(value).stream().allMatch(this::add);
			case NativeForm.Scalar scalar -> tagged(value, scalar.tag()) && parts.add(new Part(scalar, value));
			case NativeForm.Stored stored -> Axdr.encode(value).length() <= stored.longest() && parts.add(new Part(stored, value));
			case NativeForm.Text text -> tagged(value, text.tag()) && fits(text, new Part(text, value));
		};
	}

	private boolean fits(NativeForm.Text text, Part part) {
		return (text.fixed() ? part.length() == text.length() : part.length() <= text.length()) && parts.add(part);
	}

	private static boolean tagged(Value value, DataTag tag) {
		return value.tag() == tag;
	}

	private static int size(Value value) {
		return elements(value).size();
	}

	private static List<Value> elements(Value value) {
		return switch (value) {
			case Value.Array array -> array.elements();
			case Value.Structure structure -> structure.fields();
			default -> List.of();
		};
	}

	/** Tells whether the octets of a first value are all zero. */
	public static boolean isZero(NativeForm form, Value value) {
		if (form instanceof NativeForm.Scalar scalar) { // as most are
			return isZero(new Part(scalar, value));
		}
		return new NativeValues(form.leaves()).of(value).orElseThrow().stream().allMatch(NativeValues::isZero);
	}

	private static boolean isZero(Part part) {
		if (part.leaf() instanceof NativeForm.Stored) {
			return false;
		}
		return switch (part.value()) {
			case Value.Bool bool -> !bool.value();
			case Value.Int number -> number.value().signum() == 0;
			case Value.Float32 number -> Float.floatToRawIntBits(number.value()) == 0;
			case Value.Float64 number -> Double.doubleToRawLongBits(number.value()) == 0;
			default -> (part.leaf() instanceof NativeForm.Text text && !text.fixed() ? part.length() == 0 : true) && allZero(part.octets());
		};
	}

	private static boolean allZero(Bytes octets) {
		for (int i = 0; i < octets.length(); i++) {
			if (octets.at(i) != 0) {
				return false;
			}
		}
		return true;
	}
}
