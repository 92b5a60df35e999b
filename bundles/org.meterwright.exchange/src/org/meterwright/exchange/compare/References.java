// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.Column;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Element;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.query.AttributeReference;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.query.Script;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.type.Zero;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;

/** Says what references point to. */
final class References {
	private static final int REFERENCE = 4;

	private References() {
	}

	/** Names an element; an object without a name by class and logical name. */
	static String name(Element element) {
		if (element == null) {
			return "nothing";
		}
		String name = Subjects.text(element.getName());
		return name.isEmpty() && element instanceof CosemObject object ? Subjects.className(object) : name;
	}

	/** Names an attribute of an object. */
	static String attribute(CosemObject object, int index) {
		if (index == 0) {
			return name(object);
		}
		String attribute = object == null ? "attribute %d".formatted(index)
				: CosemObjects.attribute(object, index).map(AttributeComparer::name).or(() -> definition(object, index)).orElse("attribute %d".formatted(index));
		return "%s.%s".formatted(name(object), attribute);
	}

	private static Optional<String> definition(CosemObject object, int index) {
		return Optional.ofNullable(object.getInterfaceClass()).flatMap(type -> CosemObjects.definition(type, index)).map(Element::getName);
	}

	/** Names a method of an object. */
	static String method(CosemObject object, int index) {
		String method = object == null || object.getInterfaceClass() == null ? "" : CosemObjects.method(object.getInterfaceClass(), index).map(Element::getName).orElse("");
		return "%s.%s".formatted(name(object), Subjects.text(method).isEmpty() ? "method %d".formatted(index) : method);
	}

	/** Names what a column holds. */
	static String column(Column column) {
		String attribute = attribute(column.getObject(), column.getAttribute());
		String part = column.getDataIndex() == 0 ? attribute : "%s[%d]".formatted(attribute, column.getDataIndex());
		return switch (column.getSelection()) {
			case ALL -> part;
			case NEWEST -> "newest %s".formatted(part);
			case LAST -> "last %d %s".formatted(column.getCount(), part);
		};
	}

	/** Names what an element of capture_objects or push_object_list refers to, and what else it says. */
	static String element(View view, LogicalDevice device, DataType type, Value element) {
		Optional<AttributeReference> reference = AttributeReference.of(element);
		if (reference.isEmpty()) {
			return view.wording().value(type, element);
		}
		List<String> words = new ArrayList<>(List.of(reference(view, device, reference.get())));
		List<Value> fields = Values.parts(element);
		for (int i = REFERENCE; i < fields.size(); i++) {
			DataType field = type.bare() instanceof DataType.StructureOf structure && structure.fields().size() == fields.size() ? structure.fields().get(i).type() : new DataType.Any();
			if (!fields.get(i).equals(Zero.of(field))) {
				words.add(view.wording().value(field, fields.get(i)));
			}
		}
		return String.join(", ", words);
	}

	private static String reference(View view, LogicalDevice device, AttributeReference reference) {
		String name = view.index().object(device, reference.classId(), reference.logicalName()).map(object -> attribute(object, reference.attribute()))
				.orElseGet(() -> "class %d %s attribute %d".formatted(reference.classId(), reference.logicalName(), reference.attribute()));
		return reference.dataIndex() == 0 ? name : "%s[%d]".formatted(name, reference.dataIndex());
	}

	/** Says what a script does. */
	static String script(View view, LogicalDevice device, Script script) {
		return String.join("; ", script.steps().stream().map(step -> step(view, device, step)).toList());
	}

	private static String step(View view, LogicalDevice device, Script.Step step) {
		Optional<CosemObject> object = view.index().object(device, step.classId(), step.logicalName());
		boolean write = step.service() == Script.WRITE;
		String target = object.map(it -> write ? attribute(it, step.index()) : method(it, step.index()))
				.orElseGet(() -> unknown(step.classId(), step.logicalName(), write ? "attribute" : "method", step.index()));
		DataType type = object.flatMap(it -> write ? CosemObjects.attribute(it, step.index()).map(Attribute::getType)
				: CosemObjects.method(it.getInterfaceClass(), step.index()).map(method -> method.getParameter())).orElse(new DataType.Any());
		String parameter = view.wording().value(type, step.parameter());
		return write ? "set %s = %s".formatted(target, parameter) : "call %s(%s)".formatted(target, parameter);
	}

	private static String unknown(int classId, LogicalName name, String what, int index) {
		return "class %d %s %s %d".formatted(classId, name, what, index);
	}
}
