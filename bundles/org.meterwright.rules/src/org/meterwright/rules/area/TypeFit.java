// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.type.DataType.ArrayOf;
import org.meterwright.cosem.type.DataType.BitField;
import org.meterwright.cosem.type.DataType.Enumeration;
import org.meterwright.cosem.type.DataType.Simple;
import org.meterwright.cosem.type.DataType.Size;
import org.meterwright.cosem.type.DataType.StructureOf;
import org.meterwright.cosem.value.DataTag;

/** Tells whether an object's type is one that its class allows: an option of a choice, or the same with closer bounds. */
final class TypeFit {
	private TypeFit() {
	}

	static boolean specialises(DataType own, DataType declared) {
		DataType mine = own.bare();
		return switch (declared.bare()) {
			case DataType.Any any -> true;
			case DataType.Choice choice -> mine instanceof DataType.Choice some
					? some.options().stream().allMatch(option -> specialises(option, choice))
					: choice.options().stream().anyMatch(option -> specialises(mine, option));
			case DataType allowed -> mine instanceof DataType.Any || specialisesOne(mine, allowed);
		};
	}

	private static boolean specialisesOne(DataType own, DataType allowed) {
		return switch (own) {
			case Simple simple -> simple(simple, allowed);
			case Enumeration ignored -> allowed instanceof Enumeration || isSimple(allowed, DataTag.ENUM);
			case BitField bits -> isSimple(allowed, bits.carrier()) || allowed instanceof BitField other && other.carrier() == bits.carrier();
			case ArrayOf array -> isSimple(allowed, DataTag.ARRAY)
					|| allowed instanceof ArrayOf other && within(array.size(), other.size()) && specialises(array.element(), other.element());
			case StructureOf structure -> isSimple(allowed, DataTag.STRUCTURE)
					|| allowed instanceof StructureOf other && structure(structure, other);
			default -> true;
		};
	}

	private static boolean simple(Simple own, DataType allowed) {
		return switch (allowed) {
			case Simple other -> own.tag() == other.tag() && within(own.size(), other.size());
			case Enumeration ignored -> own.tag() == DataTag.ENUM;
			case BitField bits -> own.tag() == bits.carrier();
			case ArrayOf ignored -> own.tag() == DataTag.ARRAY;
			case StructureOf ignored -> own.tag() == DataTag.STRUCTURE;
			default -> false;
		};
	}

	private static boolean isSimple(DataType type, DataTag tag) {
		return type instanceof Simple simple && simple.tag() == tag;
	}

	private static boolean within(Size own, Size allowed) {
		return own.equals(Size.ANY) || own.lower() >= allowed.lower() && own.upper() <= allowed.upper();
	}

	private static boolean structure(StructureOf own, StructureOf allowed) {
		if (allowed.fields().isEmpty()) {
			return true;
		}
		if (own.fields().size() != allowed.fields().size()) {
			return false;
		}
		for (int i = 0; i < own.fields().size(); i++) {
			if (!specialises(own.fields().get(i).type(), allowed.fields().get(i).type())) {
				return false;
			}
		}
		return true;
	}
}
