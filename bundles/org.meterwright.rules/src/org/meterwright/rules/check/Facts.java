// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.Association;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.MethodDefinition;
import org.meterwright.cosem.ObjectListEntry;
import org.meterwright.cosem.value.LogicalName;

/**
 * What checks ask about a meter, found once: objects by class and logical name, references in values, who may do what. Every answer
 * takes constant time after the first, so that a check of all objects stays linear. Checks that run side by side share them.
 */
public final class Facts {
	private final Meter meter;
	private final Map<LogicalDevice, Map<LogicalName, List<CosemObject>>> names = new ConcurrentHashMap<>();
	private final Map<Attribute, List<Reference>> references = new ConcurrentHashMap<>();
	private final Map<Attribute, List<NamedObject>> namedObjects = new ConcurrentHashMap<>();
	private final Map<Object, Answer> memory = new ConcurrentHashMap<>();
	/** Who looked for a logical name without checking the object that has it. */
	private final Map<LogicalName, Readers> asked = new ConcurrentHashMap<>();
	/** Checks that may read much of the meter, so that each of them is always the same reader. */
	private final Map<Run, Run> readers = new ConcurrentHashMap<>();
	private final LongAdder effort = new LongAdder();

	Facts(Meter meter) {
		this.meter = meter;
	}

	/** Returns the meter. */
	public Meter meter() {
		return meter;
	}

	/** Returns what a supplier makes, the same to everybody who asks for a key. */
	public <T> T once(Object key, Supplier<T> supplier) {
		Answer answer = memory.computeIfAbsent(key, each -> new Answer());
		Reading.note(answer);
		return answer.get(supplier);
	}

	/** Returns who looked for a logical name without checking the object that has it. */
	Collection<Object> askers(LogicalName name) {
		Readers readers = asked.get(name);
		return readers == null ? List.of() : readers.all();
	}

	/** Returns who reads for a check of an element: the same as before, where the element is none of many. */
	Run reader(Run run) {
		boolean ofMany = run.element() instanceof Attribute || run.element() instanceof CosemObject || run.element() instanceof ObjectListEntry;
		return ofMany ? run : readers.computeIfAbsent(run, same -> same);
	}

	/** Forgets an object that the meter no longer has. */
	void forget(LogicalDevice device, CosemObject object) {
		List<CosemObject> same = names.getOrDefault(device, Map.of()).get(object.getLogicalName());
		if (same != null) {
			same.remove(object);
		}
		object.getAttributes().forEach(this::forget);
	}

	/** Forgets what the value of an attribute names, which is another one now. */
	void forget(Attribute attribute) {
		references.remove(attribute);
		namedObjects.remove(attribute);
	}

	/** Takes in an object that came to a device. */
	void add(LogicalDevice device, CosemObject object) {
		Map<LogicalName, List<CosemObject>> known = names.get(device);
		if (known != null) {
			known.computeIfAbsent(object.getLogicalName(), name -> new ArrayList<>(1)).add(object);
		}
	}

	/** Tells whether a rule counts something from element to element. */
	boolean isCounting(RuleBook.Bound<?> bound) {
		return memory.values().stream().anyMatch(answer -> answer.isCountOf(bound));
	}

	/** Returns the class id of an object; -1 without class. */
	public static int classId(CosemObject object) {
		InterfaceClass kind = object.getInterfaceClass();
		return kind == null ? -1 : kind.getClassId();
	}

	/** Tells whether an object is of a class. */
	public static boolean is(CosemObject object, int classId) {
		return object != null && classId(object) == classId;
	}

	/** Returns the attribute_id of an attribute. */
	public static int index(Attribute attribute) {
		return attribute.getDefinition() == null ? 0 : attribute.getDefinition().getIndex();
	}

	/** Returns the object that an attribute belongs to. */
	public static CosemObject objectOf(Attribute attribute) {
		return (CosemObject) attribute.eContainer();
	}

	/** Finds an attribute of an object. */
	public static Optional<Attribute> attribute(CosemObject object, int index) {
		List<Attribute> attributes = object.getAttributes();
		for (int i = 0; i < attributes.size(); i++) {
			if (index(attributes.get(i)) == index) {
				return Optional.of(attributes.get(i));
			}
		}
		return Optional.empty();
	}

	/** Finds the value of an attribute. */
	public static Optional<TypedValue> value(CosemObject object, int index) {
		return attribute(object, index).flatMap(TypedValue::of);
	}

	/** Returns the number in an attribute. */
	public static Optional<Long> number(CosemObject object, int index) {
		return value(object, index).map(TypedValue::number).filter(number -> number.isPresent()).map(number -> number.getAsLong());
	}

	/** Returns the elements of an array attribute; none without value. */
	public static List<TypedValue> elements(CosemObject object, int index) {
		return value(object, index).map(TypedValue::elements).orElse(List.of());
	}

	/** Tells whether the class of an object has a method; an unknown class has any. */
	public static boolean hasMethod(CosemObject object, int method) {
		InterfaceClass kind = object.getInterfaceClass();
		if (kind == null) {
			return true;
		}
		for (MethodDefinition each : kind.getMethods()) {
			if (each.getIndex() == method) {
				return true;
			}
		}
		return false;
	}

	/** Says how a designer calls an object: name and logical name, such as {@code clock (0-0:1.0.0*255)}. */
	public static String label(CosemObject object) {
		return object == null ? "nothing" : object.getName() == null ? "%s".formatted(object.getLogicalName())
				: "%s (%s)".formatted(object.getName(), object.getLogicalName());
	}

	/** Says how a designer calls an attribute: its name in the class, or its number. */
	public static String label(CosemObject object, int index) {
		InterfaceClass kind = object.getInterfaceClass();
		Stream<String> names = kind == null ? Stream.empty()
				: kind.getAttributes().stream().filter(each -> each.getIndex() == index).map(each -> each.getName());
		return names.filter(name -> name != null).findFirst().orElse("attribute %d".formatted(index));
	}

	/** Says how a designer calls a class, such as {@code Clock (class 8)}. */
	public static String label(InterfaceClass kind) {
		return kind == null ? "no class" : "%s (class %d)".formatted(kind.getName(), kind.getClassId());
	}

	/** Returns the device that an element stands in; nothing for elements of the meter. */
	public static Optional<LogicalDevice> device(EObject element) {
		for (EObject at = element; at != null; at = at.eContainer()) {
			if (at instanceof LogicalDevice device) {
				return Optional.of(device);
			}
		}
		return Optional.empty();
	}

	/** Returns how many elements answers have looked at so far: grows in line with the meter when every check is linear. */
	long effort() {
		return effort.sum();
	}

	/** Returns all objects of the meter. */
	public Stream<CosemObject> objects() {
		effort.add(meter.getDevices().stream().mapToLong(device -> device.getObjects().size()).sum());
		return meter.getDevices().stream().flatMap(device -> device.getObjects().stream());
	}

	/** Returns all associations of the meter. */
	public Stream<Association> associations() {
		effort.add(meter.getDevices().stream().mapToLong(device -> device.getAssociations().size()).sum());
		return meter.getDevices().stream().flatMap(device -> device.getAssociations().stream());
	}

	/** Returns the objects of a device with a logical name. */
	public List<CosemObject> named(LogicalDevice device, LogicalName name) {
		effort.increment();
		Object asker = name == null ? null : Reading.askerFor(name);
		if (asker != null) {
			asked.computeIfAbsent(name, each -> new Readers()).add(asker);
		}
		return names.computeIfAbsent(device, Facts::index).getOrDefault(name, List.of());
	}

	/** Finds an object of a device by class and logical name. */
	public Optional<CosemObject> find(LogicalDevice device, int classId, LogicalName name) {
		for (CosemObject object : named(device, name)) {
			if (is(object, classId)) {
				return Optional.of(object);
			}
		}
		return Optional.empty();
	}

	/** Finds an object anywhere in the meter by class and logical name. */
	public Optional<CosemObject> find(int classId, LogicalName name) {
		return meter.getDevices().stream().flatMap(device -> find(device, classId, name).stream()).findFirst();
	}

	private static Map<LogicalName, List<CosemObject>> index(LogicalDevice device) {
		Map<LogicalName, List<CosemObject>> map = new HashMap<>();
		for (CosemObject object : device.getObjects()) {
			map.computeIfAbsent(object.getLogicalName(), name -> new ArrayList<>()).add(object);
		}
		return map;
	}

	/** Returns the references in an attribute's value. That it has none is not noted as reading: who changes a value asks for that first. */
	public List<Reference> references(Attribute attribute) {
		return WatchedAttribute.mayName(attribute) ? references.computeIfAbsent(attribute, Reference::of) : List.of();
	}

	/** Finds the object that a reference means, in the device that holds the reference. */
	public Optional<CosemObject> target(Reference reference) {
		return device(reference.holder()).flatMap(device -> find(device, reference.classId(), reference.logicalName()));
	}

	/** Returns the logical names in an attribute's value that stand alone: those that a field or attribute called ..._reference holds. */
	public List<NamedObject> namedObjects(Attribute attribute) {
		return WatchedAttribute.mayName(attribute) ? namedObjects.computeIfAbsent(attribute, NamedObject::of) : List.of();
	}

	/** Returns what an association may do with each of its objects. */
	public Rights rights(Association association) {
		return once(association, () -> new Rights(association));
	}

	/** Returns what is known already of what an association may do. */
	Optional<Rights> known(Association association) {
		return Optional.ofNullable(memory.get(association)).map(Answer::value).filter(Rights.class::isInstance).map(Rights.class::cast);
	}

	/** Returns the objects that are in an object list of some association. */
	public Set<CosemObject> listed() {
		return once("listed", this::findListed);
	}

	private Set<CosemObject> findListed() {
		Set<CosemObject> set = Collections.newSetFromMap(new IdentityHashMap<>());
		associations().flatMap(association -> association.getEntries().stream()).map(ObjectListEntry::getObject).forEach(set::add);
		return set;
	}
}
