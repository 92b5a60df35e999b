// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.Optional;

import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.DataTag;

/** What an attribute of an open type (a choice, or any type) is where the text says nothing of it. */
public final class SilentTypes {
	private static final int VALUE = 2;

	private SilentTypes() {
	}

	/**
	 * Returns the type that is taken without asking: the structure that a choice begins with; null-data, where it is offered and the attribute is not what
	 * the object is for. None: the text must say which.
	 */
	public static Optional<DataType> of(DataType type, int index) {
		return structured(type).or(() -> nothing(type, index));
	}

	/** Tells whether the class leaves the type to the object. */
	public static boolean isOpen(DataType type) {
		return type.bare() instanceof DataType.Choice || type.bare() instanceof DataType.Any;
	}

	/** Returns the structure that a choice begins with. */
	public static Optional<DataType> structured(DataType type) {
		return type.bare() instanceof DataType.Choice choice && !(choice.options().getFirst().bare() instanceof DataType.Simple) ? Optional.of(choice.options().getFirst())
				: Optional.empty();
	}

	private static Optional<DataType> nothing(DataType type, int index) {
		boolean open = type.bare() instanceof DataType.Any;
		boolean offered = type.bare() instanceof DataType.Choice choice && choice.options().stream().anyMatch(option -> TypeAgreement.tag(option) == DataTag.NULL_DATA);
		return index == VALUE || !open && !offered ? Optional.empty() : Optional.of(new DataType.Simple(DataTag.NULL_DATA));
	}
}
