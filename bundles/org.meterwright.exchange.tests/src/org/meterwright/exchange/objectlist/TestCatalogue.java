// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.objectlist;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.meterwright.cosem.Dynamics;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.builder.ClassBuilder;
import org.meterwright.exchange.ClassCatalogue;

/** A few classes, so that known, extended and unknown ones can be tested. */
final class TestCatalogue implements ClassCatalogue {
	private final List<InterfaceClass> classes = List.of(type("Data", 1, 0, c -> c.attribute(2, "value", "any", Dynamics.INSTANCE)), type("Register", 3, 0, c -> c
			.attribute(2, "value", "choice { null-data, double-long-unsigned, octet-string }", Dynamics.DYNAMIC)
			.attribute(3, "scaler_unit", "structure { scaler: integer, unit: enum { Wh = 30, W = 27, count = 255 } }", Dynamics.STATIC).method(1, "reset", "integer(0)")),
			type("ProfileGeneric", 7, 1, c -> c.attribute(2, "buffer", "array of any", Dynamics.DYNAMIC).attribute(3, "capture_objects", "array of structure", Dynamics.STATIC)
					.attribute(4, "capture_period", "double-long-unsigned", Dynamics.STATIC).method(1, "reset", "integer(0)").method(2, "capture", "integer(0)")),
			association(0), association(1), association(2), association(3));

	private static InterfaceClass type(String name, int classId, int version, Consumer<ClassBuilder> content) {
		ClassBuilder builder = new ClassBuilder(name, classId, version);
		content.accept(builder);
		return builder.interfaceClass();
	}

	private static InterfaceClass association(int version) {
		return type("AssociationLN", 15, version, c -> c.attribute(2, "object_list", "array of structure", Dynamics.STATIC).method(1, "reply", "octet-string"));
	}

	@Override
	public Optional<InterfaceClass> find(int classId, int version) {
		return classes.stream().filter(type -> type.getClassId() == classId && type.getVersion() == version).findFirst();
	}

	@Override
	public List<Integer> versions(int classId) {
		return classes.stream().filter(type -> type.getClassId() == classId).map(InterfaceClass::getVersion).sorted().toList();
	}
}
