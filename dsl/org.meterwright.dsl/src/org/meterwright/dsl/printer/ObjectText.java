// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.printer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.MethodDefinition;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.query.AttributeReference;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.query.ModelIndex;
import org.meterwright.cosem.query.Script;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.type.TypeCheck;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;
import org.meterwright.dsl.values.Naming;
import org.meterwright.dsl.values.ValueText;

/** Writes what stands in the block of an object: captures, scripts, key slots and attribute lines. */
final class ObjectText {
	private static final int PROFILE_GENERIC = 7;
	private static final int CAPTURE_OBJECTS = 3;
	private static final int SCRIPT_TABLE = 9;
	private static final int SCRIPTS = 2;

	private final LogicalDevice device;
	private final ModelIndex index;
	private final Naming naming;
	private final ValueText values;
	private final AttributeText attributes;

	ObjectText(LogicalDevice device, ModelIndex index, Naming naming, Quantities quantities) {
		this.device = device;
		this.index = index;
		this.naming = naming;
		this.values = new ValueText(naming.words(), name -> naming.named(device, name));
		this.attributes = new AttributeText(naming.words(), values, quantities);
	}

	/** Returns the values as this device's text writes them. */
	ValueText values() {
		return values;
	}

	/** Returns what writes attribute lines. */
	AttributeText attributes() {
		return attributes;
	}

	/** Writes the lines of an object. */
	List<String> lines(CosemObject object) {
		List<String> lines = new ArrayList<>();
		for (Attribute attribute : object.getAttributes()) {
			if (!Unwritten.is(attribute)) {
				lines.addAll(sugar(object, attribute).orElseGet(() -> List.of(attributes.line(attribute))));
			}
		}
		object.getKeys().forEach(key -> lines.add("key %s in slot %d".formatted(naming.words().name(key.getName()), key.getSlot())));
		return lines;
	}

	private Optional<List<String>> sugar(CosemObject object, Attribute attribute) {
		int classId = CosemObjects.classId(object);
		boolean plain = attribute.getValue() != null && attribute.getMinimum() == null && attribute.getMaximumLength() == 0
				&& attribute.getType().equals(attribute.getDefinition().getType());
		if (plain && classId == PROFILE_GENERIC && CosemObjects.index(attribute) == CAPTURE_OBJECTS) {
			return captures(object, attribute);
		}
		return plain && classId == SCRIPT_TABLE && CosemObjects.index(attribute) == SCRIPTS ? scripts(object, attribute) : Optional.empty();
	}

	private Optional<List<String>> captures(CosemObject object, Attribute attribute) {
		List<Value> columns = Values.parts(attribute.getValue());
		List<CosemObject> objects = new ArrayList<>();
		List<Integer> indexes = new ArrayList<>();
		for (Value column : columns) {
			Optional<AttributeReference> reference = AttributeReference.of(column).filter(each -> each.dataIndex() == 0 && each.captureObject().equals(column));
			reference.flatMap(each -> index.target(object, each)).filter(target -> CosemObjects.definition(target.getInterfaceClass(), reference.get().attribute()).isPresent())
					.ifPresent(target -> {
						objects.add(target);
						indexes.add(reference.get().attribute());
					});
		}
		boolean known = attribute.getStorage() == Storage.ROM && !objects.isEmpty() && objects.size() == columns.size();
		return known ? Optional.of(List.of("capture %s".formatted(String.join(", ", naming.attributesInOrder(device, objects, indexes))))) : Optional.empty();
	}

	private Optional<List<String>> scripts(CosemObject object, Attribute attribute) {
		List<Script> scripts = Script.listOf(attribute.getValue());
		boolean whole = new Value.Array(scripts.stream().map(Script::value).toList()).equals(attribute.getValue());
		List<String> lines = new ArrayList<>();
		for (Script script : scripts) {
			Optional<String> name = object.getScripts().stream().filter(each -> each.getScriptId() == script.id()).findFirst().map(each -> naming.words().name(each.getName()));
			List<String> steps = script.steps().stream().map(step -> step(object, step)).flatMap(Optional::stream).toList();
			if (name.isPresent() && steps.size() == script.steps().size()) {
				lines.add("script %s = %d { %s }".formatted(name.get(), script.id(), String.join("  ", steps)));
			}
		}
		return whole && !scripts.isEmpty() && lines.size() == scripts.size() && attribute.getStorage() == Storage.ROM ? Optional.of(lines)
				: Optional.empty();
	}

	private Optional<String> step(CosemObject from, Script.Step step) {
		Optional<CosemObject> target = index.target(from, new AttributeReference(step.classId(), step.logicalName(), step.index()));
		if (step.service() == Script.EXECUTE) {
			return target.flatMap(object -> CosemObjects.method(object.getInterfaceClass(), step.index()).filter(method -> takes(method, step)).map(method -> "call %s(%s)".formatted(
					naming.method(device, object, step.index()), method.getParameter() == null ? "" : values.text(method.getParameter(), step.parameter()))));
		}
		return target.flatMap(object -> CosemObjects.attribute(object, step.index()).filter(attribute -> TypeCheck.fits(attribute.getType(), step.parameter())).map(attribute -> "set %s = %s".formatted(
				naming.attribute(device, object, step.index()), values.text(attribute.getType(), step.parameter()))));
	}

	private static boolean takes(MethodDefinition method, Script.Step step) {
		return method.getParameter() == null ? step.parameter().equals(Values.nothing()) : TypeCheck.fits(method.getParameter(), step.parameter());
	}

	/** Writes a value of an attribute of an object. */
	String value(CosemObject object, int attribute, Value value) {
		return CosemObjects.attribute(object, attribute).map(each -> attributes.value(each, value)).orElseGet(() -> values.text(new DataType.Any(), value));
	}
}
