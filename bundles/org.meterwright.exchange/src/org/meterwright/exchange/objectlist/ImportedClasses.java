// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.objectlist;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.meterwright.cosem.AttributeDefinition;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.Dynamics;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.MethodDefinition;
import org.meterwright.cosem.builder.ClassBuilder;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.Origin;
import org.meterwright.exchange.ClassCatalogue;
import org.meterwright.exchange.ImportReport;

/**
 * Decides the interface class of every listed object: the catalogue's; the catalogue's with the attributes and methods that this meter has
 * more; another version's for a version that is not known; or one made of numbers alone.
 */
final class ImportedClasses {
	private static final int FIRST_MAKER_CLASS = 8192;
	private static final int LAST_MAKER_CLASS = 32767;
	private static final CosemFactory FACTORY = CosemFactory.eINSTANCE;

	private final ClassCatalogue catalogue;
	private final ImportReport report;
	private final Map<Key, InterfaceClass> classes = new LinkedHashMap<>();

	private record Key(int classId, int version) implements Comparable<Key> {
		@Override
		public int compareTo(Key other) {
			return classId == other.classId ? Integer.compare(version, other.version) : Integer.compare(classId, other.classId);
		}
	}

	private static final class Usage {
		private final SortedSet<Integer> attributes = new TreeSet<>(List.of(1));
		private final SortedSet<Integer> methods = new TreeSet<>();
		private final Origin place;

		Usage(GatheredObject first) {
			place = first.place();
		}
	}

	ImportedClasses(Collection<GatheredObject> objects, ClassCatalogue catalogue, ImportReport report) {
		this.catalogue = catalogue;
		this.report = report;
		Map<Key, Usage> usages = new TreeMap<>();
		for (GatheredObject object : objects) {
			Usage usage = usages.computeIfAbsent(new Key(object.classId(), object.version()), key -> new Usage(object));
			usage.attributes.addAll(object.attributes());
			usage.methods.addAll(object.methods());
		}
		usages.forEach((key, usage) -> classes.put(key, decide(key, usage)));
	}

	/** Returns the classes, by id and version. */
	Collection<InterfaceClass> all() {
		return classes.values();
	}

	/** Returns the class of an object. */
	InterfaceClass of(GatheredObject object) {
		return classes.get(new Key(object.classId(), object.version()));
	}

	private InterfaceClass decide(Key key, Usage usage) {
		Optional<InterfaceClass> known = catalogue.find(key.classId, key.version);
		if (known.isPresent()) {
			return extended(known.get(), usage);
		}
		return nearest(key).map(other -> otherVersion(other, key, usage)).orElseGet(() -> unknown(key, usage));
	}

	private InterfaceClass extended(InterfaceClass known, Usage usage) {
		InterfaceClass copy = EcoreUtil.copy(known);
		String added = addMissing(copy, usage);
		if (!added.isEmpty()) {
			copy.setName("%sExtended".formatted(known.getName()));
			copy.setOpaque(true);
			report.warning("MW-IMP-003", usage.place, "class %d version %d has %s that the catalogue does not know; their types are not known"
					.formatted(known.getClassId(), known.getVersion(), added));
		}
		return copy;
	}

	private Optional<InterfaceClass> nearest(Key key) {
		List<Integer> versions = catalogue.versions(key.classId);
		return versions.stream().filter(version -> version < key.version).reduce((a, b) -> b).or(() -> versions.stream().findFirst())
				.flatMap(version -> catalogue.find(key.classId, version));
	}

	private InterfaceClass otherVersion(InterfaceClass other, Key key, Usage usage) {
		InterfaceClass copy = EcoreUtil.copy(other);
		copy.setName("%sVersion%d".formatted(other.getName(), key.version));
		copy.setVersion(key.version);
		copy.setOpaque(true);
		copy.setDocumentation("%s in a version that the catalogue does not know; names and types are those of version %d.".formatted(other.getName(), other.getVersion()));
		copy.getAttributes().removeIf(attribute -> !usage.attributes.contains(attribute.getIndex()));
		copy.getMethods().removeIf(method -> !usage.methods.contains(method.getIndex()));
		addMissing(copy, usage);
		report.warning("MW-IMP-002", usage.place, "class %d (%s) has no version %d in the catalogue; attributes are taken from version %d"
				.formatted(key.classId, other.getName(), key.version, other.getVersion()));
		return copy;
	}

	private InterfaceClass unknown(Key key, Usage usage) {
		boolean maker = key.classId >= FIRST_MAKER_CLASS && key.classId <= LAST_MAKER_CLASS;
		ClassBuilder builder = new ClassBuilder("%s%dVersion%d".formatted(maker ? "MakerClass" : "Class", key.classId, key.version), key.classId, key.version).opaque();
		addMissing(builder.interfaceClass(), usage);
		builder.interfaceClass().setDocumentation("A class that the catalogue does not know, as an object list shows it.");
		report.warning("MW-IMP-001", usage.place, "class %d version %d is not in the catalogue; its objects are kept with attributes of unknown type"
				.formatted(key.classId, key.version));
		return builder.interfaceClass();
	}

	/** Adds attributes and methods that the class does not have and says which. */
	private static String addMissing(InterfaceClass interfaceClass, Usage usage) {
		StringBuilder added = new StringBuilder();
		for (int index : usage.attributes) {
			if (CosemObjects.definition(interfaceClass, index).isEmpty()) {
				interfaceClass.getAttributes().add(attribute(index));
				added.append(added.isEmpty() ? "" : ", ").append("attribute ").append(index);
			}
		}
		for (int index : usage.methods) {
			if (CosemObjects.method(interfaceClass, index).isEmpty()) {
				interfaceClass.getMethods().add(method(index));
				added.append(added.isEmpty() ? "" : ", ").append("method ").append(index);
			}
		}
		return added.toString();
	}

	private static AttributeDefinition attribute(int index) {
		AttributeDefinition attribute = FACTORY.createAttributeDefinition();
		attribute.setIndex(index);
		attribute.setName(index == 1 ? "logical_name" : numbered("attribute", index));
		attribute.setType(new DataType.Any());
		attribute.setDynamics(Dynamics.DYNAMIC);
		attribute.setOptional(index != 1);
		return attribute;
	}

	private static MethodDefinition method(int index) {
		MethodDefinition method = FACTORY.createMethodDefinition();
		method.setIndex(index);
		method.setName(numbered("method", index));
		method.setParameter(new DataType.Any());
		method.setOptional(true);
		return method;
	}

	private static String numbered(String what, int index) {
		return index < 0 ? "%s_minus_%d".formatted(what, -index) : "%s_%d".formatted(what, index);
	}
}
