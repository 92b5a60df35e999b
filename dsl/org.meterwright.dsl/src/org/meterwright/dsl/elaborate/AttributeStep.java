// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.AttributeDefinition;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.dsl.cosemDsl.AttributeLine;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;

/**
 * The attributes that the text writes. Scaler and unit come first, because other values are counted in them. What a line says of one object
 * depends on no attribute of another, so that many objects are filled side by side.
 */
final class AttributeStep implements Step {
	@Override
	public void run(Elaboration elaboration) {
		Desk.sideBySide(elaboration, AttributeStep::fill);
	}

	static void fill(List<ObjectHandle> objects, Desk desk) {
		AttributeLines lines = new AttributeLines(desk);
		for (ObjectHandle handle : objects) {
			Map<AttributeDefinition, Body.Line<AttributeLine>> later = new LinkedHashMap<>();
			for (Body.Line<AttributeLine> line : handle.body().attributes().values()) {
				Optional<AttributeDefinition> definition = definition(desk, handle, line);
				if (definition.isPresent() && Scales.isScalerUnit(definition.get())) {
					apply(lines, desk, handle, definition.get(), line);
				} else if (definition.isPresent()) {
					later.put(definition.get(), line);
				}
			}
			later.forEach((definition, line) -> apply(lines, desk, handle, definition, line));
		}
	}

	private static void apply(AttributeLines lines, Desk desk, ObjectHandle handle, AttributeDefinition definition, Body.Line<AttributeLine> line) {
		int before = desk.report().count();
		lines.apply(handle, definition, line);
		desk.note(line.node(), before);
	}

	/** Finds what a line is about; reports when the class of the object has nothing of the name. */
	static Optional<AttributeDefinition> definition(Desk desk, ObjectHandle handle, Body.Line<AttributeLine> line) {
		InterfaceClass type = handle.object().getInterfaceClass();
		String name = line.node().getName();
		Optional<AttributeDefinition> definition = find(type, name);
		if (definition.isEmpty()) {
			List<String> names = type.getAttributes().stream().map(AttributeDefinition::getName).toList();
			Optional<String> near = Suggest.nearest(name, names);
			desk.report().report("MW-LANG-042", line.node(), CosemDslPackage.eINSTANCE.getAttributeLine_Name(),
					"class %s version %d has no attribute %s%s".formatted(type.getName(), type.getVersion(), name,
							near.map("; did you mean %s?"::formatted).orElseGet(() -> "; it has %s".formatted(String.join(", ", names)))),
					near.map(each -> new String[] { each }).orElse(new String[0]));
			return Optional.empty();
		}
		if (definition.get().getIndex() == 1) {
			desk.report().report("MW-LANG-042", line.node(), CosemDslPackage.eINSTANCE.getAttributeLine_Name(),
					"logical_name comes from the object's first line; leave it out here");
			return Optional.empty();
		}
		ClassDeclarations.member(type, name).ifPresent(declaration -> desk.links().add(line.node(), CosemDslPackage.eINSTANCE.getAttributeLine_Name(), declaration));
		return definition;
	}

	private static Optional<AttributeDefinition> find(InterfaceClass type, String name) {
		for (AttributeDefinition each : type.getAttributes()) {
			if (each.getName().equals(name)) {
				return Optional.of(each);
			}
		}
		return Optional.empty();
	}

	/** Tells whether an attribute was written rather than filled in. */
	static boolean isWritten(ObjectHandle handle, Attribute attribute) {
		return handle.body().attributes().containsKey(attribute.getName());
	}
}
