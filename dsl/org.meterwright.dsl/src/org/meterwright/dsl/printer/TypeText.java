// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.printer;

import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.type.TypeNotation;

/** Writes types as texts do: names without the library's namespace. */
final class TypeText {
	private static final String LIBRARY = "cosem.";

	private TypeText() {
	}

	static String of(DataType type) {
		return TypeNotation.brief(shortened(type));
	}

	/** Returns a type's name without the library's namespace. */
	static String plain(String name) {
		return name.startsWith(LIBRARY) ? name.substring(LIBRARY.length()) : name;
	}

	private static DataType shortened(DataType type) {
		return switch (type) {
			case DataType.Named named -> new DataType.Named(plain(named.name()), named.type());
			case DataType.ArrayOf array -> new DataType.ArrayOf(array.size(), shortened(array.element()));
			case DataType.CompactOf array -> new DataType.CompactOf(shortened(array.element()));
			case DataType.StructureOf structure -> new DataType.StructureOf(
					structure.fields().stream().map(field -> new DataType.Field(field.name(), shortened(field.type()))).toList());
			case DataType.Choice choice -> new DataType.Choice(choice.options().stream().map(TypeText::shortened).toList());
			default -> type;
		};
	}
}
