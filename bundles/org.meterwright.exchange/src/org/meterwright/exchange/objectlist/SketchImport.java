// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.objectlist;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.meterwright.cosem.AttributeDefinition;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.type.TypeCheck;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;
import org.meterwright.exchange.ClassCatalogue;
import org.meterwright.exchange.ImportReport;
import org.meterwright.exchange.objectlist.ListedObject.Identity;

/** Makes a meter of what another tool's file says. */
public final class SketchImport {
	private static final int BOOLEAN_METHODS = 0;

	private final Sketch sketch;
	private final ClassCatalogue catalogue;
	private final ImportReport report;
	private final SortedMap<Identity, GatheredObject> gathered = new TreeMap<>();

	private SketchImport(Sketch sketch, ClassCatalogue catalogue, ImportReport report) {
		this.sketch = sketch.distinct();
		this.catalogue = catalogue;
		this.report = report;
	}

	/**
	 * Imports a sketch.
	 *
	 * @param name   name of the meter
	 * @param report what reading the file found; more is added
	 */
	public static ImportResult run(String name, Sketch sketch, ClassCatalogue catalogue, ImportReport report) {
		return new SketchImport(sketch, catalogue, report).run(name);
	}

	private ImportResult run(String name) {
		sketch.objects().forEach(this::object);
		List<Listing> listings = sketch.associations().stream().map(this::listing).toList();
		return new ImportResult(new ImportedMeter(name, listings, gathered, catalogue, report).build(), report.findings());
	}

	private void object(Sketch.SeenObject seen) {
		GatheredObject object = new GatheredObject(seen.place(), seen.classId(), seen.version(), seen.logicalName());
		seen.name().ifPresent(object::name);
		seen.attributes().forEach((index, attribute) -> {
			object.mention(index);
			attribute.type().ifPresent(type -> object.type(index, type));
			attribute.value().filter(value -> fits(seen, index, value)).ifPresent(value -> object.value(index, value));
		});
		gathered.put(new Identity(seen.classId(), seen.logicalName()), object);
	}

	private boolean fits(Sketch.SeenObject seen, int index, Value value) {
		Optional<String> problem = catalogue.find(seen.classId(), seen.version()).flatMap(type -> CosemObjects.definition(type, index)).map(AttributeDefinition::getType)
				.flatMap(type -> TypeCheck.problem(type, value));
		problem.ifPresent(why -> report.warning("MW-IMP-017", seen.place(),
				"class %d %s: the value of attribute %d is left out: %s".formatted(seen.classId(), seen.logicalName(), index, why)));
		return problem.isEmpty();
	}

	private Listing listing(Sketch.SeenAssociation association) {
		Identity own = new Identity(Listing.ASSOCIATION_LN, association.logicalName());
		gathered.computeIfAbsent(own, missing -> new GatheredObject(association.place(), Listing.ASSOCIATION_LN, association.version(), association.logicalName()));
		List<ListedObject> listed = new ArrayList<>();
		for (Sketch.SeenRights rights : association.rights()) {
			ListedObject object = listed(rights, association.version());
			gathered.computeIfAbsent(object.identity(), missing -> new GatheredObject(rights.place(), rights.classId(), 0, rights.object())).add(object, association.version());
			listed.add(object);
		}
		return new Listing(new ListFile(association.place().file(), org.meterwright.cosem.value.Bytes.ofInts(), Optional.of(association.logicalName())), Optional.empty(),
				association.logicalName(), listed, Optional.of(association));
	}

	/** A meter lists every attribute and method of an object: what the file does not mention has no access, and the logical name can be read. */
	private ListedObject listed(Sketch.SeenRights rights, int version) {
		int classVersion = Optional.ofNullable(gathered.get(new Identity(rights.classId(), rights.object()))).map(GatheredObject::version).orElse(0);
		rights.attributes().putIfAbsent(1, 1);
		catalogue.find(rights.classId(), classVersion).ifPresent(type -> {
			type.getAttributes().stream().filter(attribute -> !attribute.isOptional()).forEach(attribute -> rights.attributes().putIfAbsent(attribute.getIndex(), 0));
			type.getMethods().stream().filter(method -> !method.isOptional()).forEach(method -> rights.methods().putIfAbsent(method.getIndex(), 0));
		});
		return new ListedObject(rights.place(), rights.classId(), classVersion, rights.object(),
				rights.attributes().entrySet().stream().map(right -> new ListedObject.ListedAttribute(right.getKey(), right.getValue(), List.of())).toList(),
				rights.methods().entrySet().stream().map(right -> method(right, version)).toList());
	}

	private static ListedObject.ListedMethod method(Map.Entry<Integer, Integer> right, int version) {
		return new ListedObject.ListedMethod(right.getKey(), version == BOOLEAN_METHODS ? Values.bool(right.getValue() != 0) : Values.enumerated(right.getValue()));
	}
}
