// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.printer;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.AttributeDefinition;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.type.DataType;
import org.meterwright.dsl.values.Words;

/** Finds the named types that a meter uses and the library does not declare. */
final class OwnTypes {
	private final Map<String, DataType> library;
	private final Map<String, DataType> types = new LinkedHashMap<>();

	OwnTypes(Map<String, DataType> library) {
		this.library = library;
	}

	/** Looks into classes that the text declares and objects that it writes. */
	void find(Collection<InterfaceClass> classes, Collection<CosemObject> objects) {
		classes.stream().flatMap(type -> type.getAttributes().stream()).map(AttributeDefinition::getType).filter(Objects::nonNull).forEach(this::walk);
		classes.stream().flatMap(type -> type.getMethods().stream()).flatMap(method -> Stream.of(method.getParameter(), method.getReturned()))
				.filter(Objects::nonNull).forEach(this::walk);
		objects.stream().flatMap(object -> object.getAttributes().stream()).map(Attribute::getType).filter(Objects::nonNull).forEach(this::walk);
	}

	private void walk(DataType type) {
		switch (type) {
			case DataType.Named named -> {
				walk(named.type());
				if (!named.type().equals(library.get(TypeText.plain(named.name())))) {
					types.putIfAbsent(TypeText.plain(named.name()), named.type());
				}
			}
			case DataType.ArrayOf array -> walk(array.element());
			case DataType.CompactOf array -> walk(array.element());
			case DataType.StructureOf structure -> structure.fields().forEach(field -> walk(field.type()));
			case DataType.Choice choice -> choice.options().forEach(this::walk);
			default -> {
				// has no parts
			}
		}
	}

	/** Returns the lines that declare the types, each after those that it uses. */
	List<String> declarations(Words words) {
		return types.entrySet().stream().map(type -> "type %s = %s".formatted(words.name(type.getKey()), TypeText.of(type.getValue()))).toList();
	}
}
