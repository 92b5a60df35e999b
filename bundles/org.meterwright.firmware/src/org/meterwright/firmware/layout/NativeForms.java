// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.axdr.Axdr;
import org.meterwright.cosem.axdr.AxdrWriter;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.type.EncodedSize;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.value.Value;
import org.meterwright.firmware.FirmwareException;

/** Chooses the native form of an attribute and codes it as the program that the access code follows. */
final class NativeForms {
	private static final int FIXED = 0x40;
	private static final int STORED = 0x7F;
	private static final int MOST_PARTS = 64;
	private static final int LONGEST = 0xFFF0;

	private NativeForms() {
	}

	/** Chooses the form of an attribute that has a value. */
	static NativeForm of(Attribute attribute, Value value) {
		DataType type = attribute.getType() == null ? new DataType.Any() : attribute.getType();
		List<NativeForm.Leaf> leaves = new ArrayList<>();
		if (!collect(type, "", attribute.getMaximumLength(), leaves) || leaves.size() > MOST_PARTS || !fits(leaves, value)) {
			leaves = List.of(new NativeForm.Stored("octets", longest(attribute, value)));
		}
		return leaves.size() == 1 && leaves.getFirst() instanceof NativeForm.Scalar scalar ? scalar : new NativeForm.Parts(leaves);
	}

	/** Chooses the form of values of a type; nothing: they have no longest. */
	static Optional<NativeForm> of(DataType type, int maximumLength) {
		List<NativeForm.Leaf> leaves = new ArrayList<>();
		if (!collect(type, "", maximumLength, leaves) || leaves.size() > MOST_PARTS) {
			OptionalLong longest = EncodedSize.maximum(type, maximumLength);
			if (longest.isEmpty() || longest.getAsLong() > LONGEST) {
				return Optional.empty();
			}
			leaves = List.of(new NativeForm.Stored("octets", (int) longest.getAsLong()));
		}
		return Optional.of(new NativeForm.Parts(leaves));
	}

	private static int longest(Attribute attribute, Value value) {
		long first = Axdr.encode(value).length();
		DataType type = attribute.getType() == null ? new DataType.Any() : attribute.getType();
		long longest = Math.max(first, EncodedSize.maximum(type, attribute.getMaximumLength()).orElse(first));
		if (longest > LONGEST) {
			throw new FirmwareException(Text.of("%s needs %d octets of storage; at most %d are possible", attribute.getDefinition().getName(), longest, LONGEST), attribute);
		}
		return (int) longest;
	}

	/** Collects the leaves of a type; false: it has no fixed shape. */
	private static boolean collect(DataType type, String name, int maximumLength, List<NativeForm.Leaf> leaves) {
		return switch (type.bare()) {
			case DataType.Simple simple -> simple(simple, name, maximumLength, leaves);
			case DataType.Enumeration enumeration -> leaves.add(new NativeForm.Scalar(name, DataTag.ENUM));
			case DataType.BitField field -> bits(field, name, leaves);
			case DataType.StructureOf structure -> structure(structure, name, leaves);
			case DataType.ArrayOf array -> array(array, name, leaves);
			default -> false;
		};
	}

	private static boolean bits(DataType.BitField field, String name, List<NativeForm.Leaf> leaves) {
		if (field.carrier() != DataTag.BIT_STRING) {
			return leaves.add(new NativeForm.Scalar(name, field.carrier()));
		}
		return field.size() > 0 && leaves.add(new NativeForm.Text(name, DataTag.BIT_STRING, field.size(), true));
	}

	private static boolean simple(DataType.Simple simple, String name, int maximumLength, List<NativeForm.Leaf> leaves) {
		DataTag tag = simple.tag();
		if (tag.isString() || tag == DataTag.BIT_STRING) {
			return text(simple, name, maximumLength, leaves);
		}
		return !tag.hasParts() && tag != DataTag.DONT_CARE && leaves.add(new NativeForm.Scalar(name, tag));
	}

	private static boolean text(DataType.Simple simple, String name, int maximumLength, List<NativeForm.Leaf> leaves) {
		long upper = simple.size().upper();
		long longest = maximumLength > 0 ? Math.min(maximumLength, upper) : upper;
		if (longest > LONGEST || longest < 0) {
			return false;
		}
		boolean fixed = simple.size().lower() == upper && upper > 0 && simple.tag() != DataTag.UTF8_STRING;
		return leaves.add(new NativeForm.Text(name, simple.tag(), (int) Math.max(1, longest), fixed));
	}

	private static boolean structure(DataType.StructureOf structure, String name, List<NativeForm.Leaf> leaves) {
		if (structure.fields().size() > 0x7F) {
			return false;
		}
		leaves.add(new NativeForm.Head(DataTag.STRUCTURE, structure.fields().size()));
		return structure.fields().stream().allMatch(field -> collect(field.type(), join(name, field.name()), 0, leaves));
	}

	private static boolean array(DataType.ArrayOf array, String name, List<NativeForm.Leaf> leaves) {
		long count = array.size().upper();
		if (array.size().lower() != count || count > MOST_PARTS) {
			return false;
		}
		leaves.add(new NativeForm.Head(DataTag.ARRAY, (int) count));
		return IntStream.range(0, (int) count).allMatch(i -> collect(array.element(), join(name, Integer.toString(i)), 0, leaves));
	}

	private static String join(String name, String part) {
		return name.isEmpty() ? part : Text.of("%s_%s", name, part);
	}

	/** Tells whether a value can be put into leaves: a value that the type does not describe is stored as A-XDR instead. */
	private static boolean fits(List<NativeForm.Leaf> leaves, Value value) {
		return new NativeValues(leaves).of(value).isPresent();
	}

	/** Tells whether a program keeps the value as A-XDR octets. */
	static boolean isStored(Bytes program) {
		return (program.at(0) & 0xFF) == STORED;
	}

	/** Codes a form as the program in the pool. */
	static Bytes program(NativeForm form) {
		AxdrWriter out = new AxdrWriter();
		form.leaves().forEach(leaf -> step(leaf, out));
		return out.bytes();
	}

	private static void step(NativeForm.Leaf leaf, AxdrWriter out) {
		switch (leaf) {
			case NativeForm.Scalar scalar -> out.octet(scalar.tag().code());
			case NativeForm.Head head -> out.octet(head.tag().code()).octet(head.parts());
			case NativeForm.Stored stored -> out.octet(STORED).octet(stored.longest() >> 8).octet(stored.longest() & 0xFF);
			case NativeForm.Text text -> out.octet(text.tag().code() | (text.fixed() ? FIXED : 0)).octet(text.length() >> 8).octet(text.length() & 0xFF);
		}
	}
}
