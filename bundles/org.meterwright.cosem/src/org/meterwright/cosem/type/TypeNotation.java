// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.type;

import java.util.List;
import java.util.stream.Collectors;

import org.meterwright.cosem.value.DataTag;

/**
 * The notation of types in the language. Stored types carry the meaning of library names along, as
 * {@code octet_date_time = octet-string(12)}; {@link #brief(DataType)} writes the name alone, as texts do.
 */
public final class TypeNotation {
	private TypeNotation() {
	}

	/**
	 * Reads a type.
	 *
	 * @throws IllegalArgumentException when the text is no type
	 */
	public static DataType parse(String text) {
		return new TypeParser(text).parse();
	}

	/** Writes a type so that {@link #parse(String)} gives it back. */
	public static String print(DataType type) {
		return print(type, false);
	}

	/** Writes a type for people: named types by their names. */
	public static String brief(DataType type) {
		return print(type, true);
	}

	private static String print(DataType type, boolean brief) {
		return switch (type) {
			case DataType.Any any -> "any";
			case DataType.Simple simple -> simple.tag().standardName() + bounds(simple.size(), '(', ')');
			case DataType.Named named -> brief ? named.name() : "%s = %s".formatted(named.name(), print(named.type(), false));
			case DataType.Enumeration enumeration -> "enum %s".formatted(literals(enumeration.literals()));
			case DataType.BitField field -> "bits%s%s".formatted(carrier(field), field.literals().isEmpty() ? "" : ' ' + literals(field.literals()));
			case DataType.ArrayOf array -> "array%s of %s".formatted(bounds(array.size(), '[', ']'), print(array.element(), brief));
			case DataType.CompactOf array -> "compact-array of %s".formatted(print(array.element(), brief));
			case DataType.StructureOf structure -> structure.fields().stream()
					.map(field -> "%s: %s".formatted(field.name(), print(field.type(), brief))).collect(Collectors.joining(", ", "structure { ", " }"));
			case DataType.Choice choice -> choice.options().stream().map(option -> print(option, brief))
					.collect(Collectors.joining(", ", "choice { ", " }"));
		};
	}

	private static String carrier(DataType.BitField field) {
		return field.carrier() == DataTag.BIT_STRING ? "(%d)".formatted(field.size()) : " of %s".formatted(field.carrier().standardName());
	}

	private static String literals(List<DataType.Literal> literals) {
		return literals.stream().map(TypeNotation::literal).collect(Collectors.joining(", ", "{ ", " }"));
	}

	private static String literal(DataType.Literal literal) {
		return "%s = %d%s%s".formatted(literal.name(), literal.value(), literal.isRange() ? "..%d".formatted(literal.upper()) : "",
				literal.text().isEmpty() ? "" : " \"%s\"".formatted(literal.text().replace("\\", "\\\\").replace("\"", "\\\"")));
	}

	private static String bounds(DataType.Size size, char open, char close) {
		if (size.equals(DataType.Size.ANY)) {
			return "";
		}
		String upper = size.upper() == DataType.Size.UNBOUNDED ? "..*" : "..%d".formatted(size.upper());
		return "%c%d%s%c".formatted(open, size.lower(), size.lower() == size.upper() ? "" : upper, close);
	}
}
