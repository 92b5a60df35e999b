// SPDX-License-Identifier: EPL-2.0
package org.meterwright.random;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.AttributeDefinition;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.MethodDefinition;
import org.meterwright.cosem.ScriptName;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.builder.DeviceBuilder;
import org.meterwright.cosem.builder.ObjectBuilder;
import org.meterwright.cosem.builder.Triggers;
import org.meterwright.cosem.query.AttributeReference;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.query.Script;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;

/** Objects of one logical device: alone, in families, in passive and active pairs. */
final class RandomObjects {
	private static final int PROFILE_GENERIC = 7;
	private static final int SCRIPT_TABLE = 9;

	private final Chance chance;
	private final RandomNames names;
	private final RandomValues values;
	private final RandomTypes types;
	private final DeviceBuilder device;
	private final List<InterfaceClass> classes;
	private final InterfaceClass data;
	private final Set<LogicalName> taken = new HashSet<>();
	private final List<CosemObject> known = new ArrayList<>();

	RandomObjects(Chance chance, RandomNames names, RandomValues values, DeviceBuilder device, List<InterfaceClass> classes, InterfaceClass data) {
		this.data = data;
		this.chance = chance;
		this.names = names;
		this.values = values;
		this.types = new RandomTypes(chance);
		this.device = device;
		this.classes = classes;
	}

	DeviceBuilder builder() {
		return device;
	}

	/** Returns the objects that the text will declare. */
	List<CosemObject> known() {
		return known;
	}

	/** Returns a logical name that no object of the device has. */
	LogicalName free(int a, int c) {
		LogicalName name;
		do {
			name = new LogicalName(a, chance.one(0, 0, 0, 1, chance.below(256)), c, chance.below(256), chance.below(256), chance.one(255, 255, 255, chance.below(256)));
		} while (!taken.add(name));
		return name;
	}

	/** Makes the objects. */
	void fill() {
		for (InterfaceClass type : chance.shuffled(classes)) {
			if (chance.percent(15)) {
				family(type);
			} else {
				object(names.fresh(), type, name());
			}
		}
		if (chance.percent(40)) {
			likenesses();
		}
		if (chance.percent(40)) {
			pair();
		}
	}

	private LogicalName name() {
		return chance.percent(50) ? free(0, chance.between(0, 255)) : free(chance.one(0, 1, 1, 7, 128), chance.between(1, 80));
	}

	/** Names the device, with the objects that would be derived otherwise. */
	void named() {
		device.named(chance.one("LRC{serial}", "ABC1234567890123", "x", "a \"b\""));
		for (int c : device.device().getSap() == 1 ? new int[] { 42, 41 } : new int[] { 42 }) {
			LogicalName name = new LogicalName(0, 0, c, 0, 0, 255);
			if (taken.add(name)) {
				object(names.fresh(), data, name);
			}
		}
	}

	private CosemObject object(String name, InterfaceClass type, LogicalName logicalName) {
		CosemObject made = device.object(name, type, logicalName, object -> {
			type.getAttributes().stream().filter(definition -> definition.getIndex() > 1).forEach(definition -> attribute(object, definition));
			if (chance.percent(10)) {
				object.internal();
			}
			if (chance.percent(15)) {
				object.documentation(chance.one("What it is for.", "Two lines:\nthis is the second", "With * / inside and \"quotes\""));
			}
			if (type.getClassId() == 64 || type.getClassId() == 30) {
				object.key("global_unicast", chance.below(200)).key(names.invented(), chance.below(9));
			}
		});
		values.know(logicalName);
		references(made);
		known.add(made);
		return made;
	}

	private void attribute(ObjectBuilder object, AttributeDefinition definition) {
		if (chance.percent(definition.isOptional() ? 50 : 30)) {
			return;
		}
		int index = definition.getIndex();
		DataType type = types.narrowed(definition.getType());
		Optional<Value> value = chance.percent(60) ? values.of(type) : Optional.empty();
		Storage storage = chance.of(List.of(Storage.values()));
		if (storage == Storage.CALL) {
			object.call(index, type.toString(), names.fresh());
			return;
		}
		object.attribute(index, storage, type, value.orElse(null));
		if (type.bare() instanceof DataType.Simple simple && simple.tag().isInteger() && simple.tag() != DataTag.ENUM && chance.percent(15)) {
			range(object, index, type);
		}
		if (storage == Storage.NVM && chance.percent(20)) {
			object.maximumLength(index, chance.between(1, 65_535));
		}
	}

	private void range(ObjectBuilder object, int index, DataType type) {
		Optional<Value> low = values.of(type);
		Optional<Value> high = values.of(type);
		if (low.isPresent() && high.isPresent()) {
			boolean ordered = Values.bigNumber(low.get()).orElseThrow().compareTo(Values.bigNumber(high.get()).orElseThrow()) <= 0;
			object.range(index, ordered ? low.get() : high.get(), ordered ? high.get() : low.get());
		}
	}

	/** Makes a profile capture objects that are there, and a Script table do things to them. */
	private void references(CosemObject object) {
		int classId = CosemObjects.classId(object);
		if (known.isEmpty() || !chance.percent(60)) {
			return;
		}
		if (classId == PROFILE_GENERIC) {
			constant(object, 3, new Value.Array(IntStream.range(0, chance.between(1, 6)).mapToObj(i -> column()).toList()));
		} else if (classId == SCRIPT_TABLE) {
			boolean named = chance.percent(80);
			constant(object, 2, new Value.Array(IntStream.rangeClosed(1, chance.between(1, 4)).mapToObj(i -> script(object, named, 10 * i + chance.below(9))).toList()));
		}
	}

	private static void constant(CosemObject object, int index, Value value) {
		Attribute attribute = CosemObjects.attribute(object, index).orElseThrow();
		attribute.setStorage(Storage.ROM);
		attribute.setHandler(null);
		attribute.setType(attribute.getDefinition().getType());
		attribute.setValue(value);
		attribute.setMaximumLength(0);
	}

	private Value column() {
		CosemObject target = chance.of(known);
		int index = chance.of(target.getAttributes()).getDefinition().getIndex();
		return new AttributeReference(CosemObjects.classId(target), target.getLogicalName(), index, chance.one(0, 0, 0, 0, 1, chance.below(20))).captureObject();
	}

	private Value script(CosemObject table, boolean named, int id) {
		if (named) {
			ScriptName name = CosemFactory.eINSTANCE.createScriptName();
			name.setName("%s%d".formatted(names.invented(), id));
			name.setScriptId(id);
			table.getScripts().add(name);
		}
		return new Script(id, IntStream.range(0, chance.below(4)).mapToObj(i -> step()).flatMap(Optional::stream)
				.filter(each -> named || !(each.parameter() instanceof Value.CompactArray)).toList()).value();
	}

	private Optional<Script.Step> step() {
		CosemObject target = chance.of(known);
		if (chance.percent(50) && !target.getInterfaceClass().getMethods().isEmpty()) {
			MethodDefinition method = chance.of(target.getInterfaceClass().getMethods());
			Optional<Value> parameter = method.getParameter() == null ? Optional.of(Values.nothing()) : values.of(method.getParameter());
			return parameter.map(value -> new Script.Step(Script.EXECUTE, CosemObjects.classId(target), target.getLogicalName(), method.getIndex(), value));
		}
		Attribute attribute = chance.of(target.getAttributes());
		return values.of(attribute.getType()).map(value -> new Script.Step(Script.WRITE, CosemObjects.classId(target), target.getLogicalName(), CosemObjects.index(attribute), value));
	}

	/** Makes objects that say the same, with names and logical names that count. */
	private void family(InterfaceClass type) {
		String base = names.fresh();
		int group = chance.between(2, 5);
		int count = chance.between(2, 5);
		int offset = chance.between(1, 40);
		int first = chance.one(0, 1, 1, 7);
		LogicalName pattern = name();
		boolean named = chance.percent(30);
		CosemObject model = null;
		for (int i = 0; i < count; i++) {
			String name = "%s[%s]".formatted(base, named ? "L%d".formatted(i + 1) : Integer.toString(first + i));
			LogicalName logicalName = with(pattern, group, first + offset + i);
			if (taken.contains(logicalName) && !logicalName.equals(pattern)) {
				return;
			}
			taken.add(logicalName);
			model = model == null ? object(name, type, logicalName) : copy(model, name, logicalName);
		}
	}

	private static LogicalName with(LogicalName name, int group, int number) {
		int[] groups = IntStream.range(0, 6).map(i -> i == group ? number : name.bytes().at(i)).toArray();
		return new LogicalName(groups[0], groups[1], groups[2], groups[3], groups[4], groups[5]);
	}

	private CosemObject copy(CosemObject model, String name, LogicalName logicalName) {
		CosemObject copy = EcoreUtil.copy(model);
		copy.setName(name);
		copy.setLogicalName(logicalName);
		copy.getAttributes().getFirst().setValue(Values.logicalName(logicalName));
		device.device().getObjects().add(copy);
		values.know(logicalName);
		known.add(copy);
		return copy;
	}

	/** Makes objects that say the same as others, but for an attribute now and then. */
	private void likenesses() {
		for (int i = known.isEmpty() ? 0 : chance.between(1, 3); i > 0; i--) {
			CosemObject copy = copy(chance.of(known), names.fresh(), name());
			copy.setInternal(chance.percent(10));
			if (chance.percent(50)) {
				Attribute attribute = chance.of(copy.getAttributes());
				if (CosemObjects.index(attribute) > 1 && attribute.getStorage() != Storage.CALL && copy.getScripts().isEmpty()) {
					values.of(attribute.getType()).ifPresent(attribute::setValue);
				}
			}
		}
	}

	private void pair() {
		if (known.isEmpty()) {
			return;
		}
		CosemObject active = chance.of(known);
		CosemObject passive = object(names.fresh(), active.getInterfaceClass(), name());
		passive.setActive(active);
		if (chance.percent(70)) {
			CosemObject timer = chance.of(known);
			passive.setActivation(Triggers.column(timer, chance.of(timer.getAttributes()).getDefinition().getIndex()));
		}
	}
}
