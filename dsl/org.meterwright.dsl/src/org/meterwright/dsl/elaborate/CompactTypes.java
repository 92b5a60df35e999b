// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.List;
import java.util.Optional;

import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.DataTag;

/**
 * The type {@code compact-array of T}. The COSEM model has no type of its own for it: it is a compact-array under the name that keeps the
 * type of the elements.
 */
public final class CompactTypes {
	private static final String NAME = "compact_array_of";

	private CompactTypes() {
	}

	static DataType of(DataType element) {
		return new DataType.Named(NAME, new DataType.Choice(List.of(new DataType.Simple(DataTag.COMPACT_ARRAY), element)));
	}

	/** Returns the type of the elements, when a type is a compact-array of something. */
	public static Optional<DataType> element(DataType type) {
		return type instanceof DataType.Named named && named.name().equals(NAME) && named.type() instanceof DataType.Choice choice ? Optional.of(choice.options().get(1))
				: Optional.empty();
	}
}
