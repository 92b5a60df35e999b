// SPDX-License-Identifier: EPL-2.0
package org.meterwright.random.fault;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.meterwright.cosem.Association;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Element;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.ObjectListEntry;
import org.meterwright.cosem.Reaction;
import org.meterwright.cosem.access.AccessModes;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Value;

/** What kinds of faults ask of a model, and the changes that several of them make. */
final class Models {
	/** A logical name that no meter has. */
	static final LogicalName NOWHERE = LogicalName.valueOf("0-0:96.143.213*77");

	private Models() {
	}

	static Stream<LogicalDevice> devices(Meter meter) {
		return meter.getDevices().stream();
	}

	static Stream<CosemObject> objects(Meter meter) {
		return devices(meter).flatMap(device -> device.getObjects().stream());
	}

	static Stream<CosemObject> objects(Meter meter, int... classIds) {
		Set<Integer> wanted = new HashSet<>();
		for (int classId : classIds) {
			wanted.add(classId);
		}
		return objects(meter).filter(object -> wanted.contains(CosemObjects.classId(object)));
	}

	static Stream<Association> associations(Meter meter) {
		return devices(meter).flatMap(device -> device.getAssociations().stream());
	}

	static Stream<ObjectListEntry> entries(Meter meter) {
		return associations(meter).flatMap(association -> association.getEntries().stream());
	}

	static Stream<Attribute> attributes(Meter meter) {
		return objects(meter).flatMap(object -> object.getAttributes().stream());
	}

	static Stream<Part> parts(Meter meter) {
		return attributes(meter).flatMap(Part::all);
	}

	/** Lists the parts of the values of attributes with a number, in objects of a class. */
	static Stream<Part> parts(Meter meter, int classId, int index) {
		return objects(meter, classId).flatMap(object -> CosemObjects.attribute(object, index).stream()).flatMap(Part::all);
	}

	/** Lists the values of attributes with a number, in objects of a class. */
	static Stream<Part> values(Meter meter, int classId, int index) {
		return parts(meter, classId, index).filter(part -> part.path().isEmpty());
	}

	static Optional<Part> value(CosemObject object, int index) {
		return CosemObjects.attribute(object, index).flatMap(attribute -> Part.all(attribute).findFirst());
	}

	static long number(CosemObject object, int index) {
		return value(object, index).map(Part::number).orElse(-1L);
	}

	static boolean has(CosemObject object, int index) {
		return CosemObjects.attribute(object, index).isPresent();
	}

	static LogicalDevice device(CosemObject object) {
		return (LogicalDevice) object.eContainer();
	}

	static Optional<CosemObject> find(CosemObject near, int classId, LogicalName name) {
		return device(near).getObjects().stream().filter(object -> CosemObjects.classId(object) == classId && name.equals(object.getLogicalName())).findFirst();
	}

	/** Finds the object that a structure with class_id and logical_name means. */
	static Optional<CosemObject> target(Part reference) {
		Optional<LogicalName> name = reference.get("logical_name").flatMap(Part::logicalName);
		return name.flatMap(given -> find(reference.object(), reference.number("class_id").orElse(0L).intValue(), given));
	}

	/** Lists structures that refer to something there: with class_id and logical_name. */
	static Stream<Part> references(Meter meter) {
		return parts(meter).filter(part -> part.value() instanceof Value.Structure && target(part).isPresent());
	}

	/** Lists structures that run a script of a table that is there. */
	static Stream<Part> scriptReferences(Meter meter) {
		return parts(meter).filter(part -> part.value() instanceof Value.Structure && part.number("script_selector").orElse(0L) > 0
				&& part.get("script_logical_name").flatMap(Part::logicalName).flatMap(name -> find(part.object(), 9, name)).isPresent());
	}

	/** Tells whether something outside an object refers to it by value, or a reaction, push or Alert by itself. */
	static boolean isUsed(CosemObject object) {
		Meter meter = (Meter) device(object).eContainer();
		return references(meter).anyMatch(part -> part.object() != object && target(part).orElse(null) == object);
	}

	/** Tells whether a Push setup object belongs to a push of the model. */
	static boolean pushed(Meter meter, CosemObject object) {
		return meter.getPushes().stream().anyMatch(push -> push.getObject() == object);
	}

	/** Tells whether some client may write an attribute. */
	static boolean isWritable(Meter meter, CosemObject object, int index) {
		return entries(meter).anyMatch(entry -> entry.getObject() == object && (entry.getRights().attributeMode(index) & AccessModes.WRITE) != 0);
	}

	static Stream<Reaction> reactions(Meter meter) {
		return meter.getReactions().stream();
	}

	/** Takes an object out of its device, and out of all object lists, as somebody does who deletes its lines. */
	static void remove(CosemObject object) {
		LogicalDevice device = device(object);
		device.getObjects().remove(object);
		device.getAssociations().forEach(association -> association.getEntries().removeIf(entry -> entry.getObject() == object));
	}

	/** Takes away every reference to an element, where it stands alone. */
	static void forget(Meter meter, EObject gone) {
		List<EObject> all = new ArrayList<>();
		meter.eAllContents().forEachRemaining(all::add);
		for (EObject each : all) {
			for (EReference reference : each.eClass().getEAllReferences()) {
				if (!reference.isContainment() && reference.isMany()) {
					((List<?>) each.eGet(reference)).removeIf(target -> target == gone);
				}
			}
		}
	}

	/** Says what an element is called. */
	static String label(Element element) {
		return element instanceof CosemObject object ? "%s (%s)".formatted(object.getName(), object.getLogicalName()) : String.valueOf(element.getName());
	}

	static <T extends Element> Site site(T element, Consumer<T> spoil) {
		return Site.of(label(element), element, () -> spoil.accept(element));
	}

	/** Makes a site on each attribute with a number of objects of some classes, where it is there. */
	static Stream<Site> onValues(Meter meter, int classId, int index, Predicate<Part> suits, Consumer<Part> spoil) {
		return values(meter, classId, index).filter(suits).map(part -> part.site(() -> spoil.accept(part)));
	}
}
