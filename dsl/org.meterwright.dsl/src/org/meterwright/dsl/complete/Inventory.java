// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.complete;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.Requirement;
import org.meterwright.cosem.RequirementKind;
import org.meterwright.cosem.UseCase;
import org.meterwright.cosem.UseCaseStep;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.dsl.Catalogue;

/** What a meter will have: its own objects, and those that are written for it. */
final class Inventory {
	/** Where clients find an object. */
	record Place(int classId, LogicalName name) {
	}

	private final Meter meter;
	private final Catalogue catalogue;
	private final Map<Place, CosemObject> there;
	private final Map<Place, Requirement> written = new LinkedHashMap<>();

	/** @param names of the required and allowed objects and families that are written */
	Inventory(Meter meter, Catalogue catalogue, Set<String> names) {
		this.meter = meter;
		this.catalogue = catalogue;
		there = objects(meter).collect(Collectors.toMap(Inventory::place, object -> object, (first, second) -> first, LinkedHashMap::new));
		requirements(meter).filter(each -> each.getKind() != RequirementKind.FORBID && names.contains(stem(each)) && !there.containsKey(place(each)))
				.forEach(each -> written.putIfAbsent(place(each), each));
	}

	/** Returns the objects of a meter that clients can find; what a reaction brings for itself alone is none. */
	static Stream<CosemObject> objects(Meter meter) {
		return meter.getDevices().stream().flatMap(device -> device.getObjects().stream()).filter(object -> !(object.isInternal() && object.isGenerated()));
	}

	static Stream<Requirement> requirements(Meter meter) {
		return meter.getCompanions().stream().flatMap(companion -> companion.getRequirements().stream());
	}

	static Place place(CosemObject object) {
		return new Place(object.getInterfaceClass().getClassId(), object.getLogicalName());
	}

	static Place place(Requirement requirement) {
		return new Place(requirement.getClassId(), requirement.getLogicalName());
	}

	static Place place(UseCaseStep step) {
		return new Place(step.getClassId(), step.getLogicalName());
	}

	/** Returns the name of a required object without its index. */
	static String stem(Requirement requirement) {
		return stem(requirement.getName());
	}

	static String stem(String name) {
		return name.replaceFirst("\\[.*", "");
	}

	Meter meter() {
		return meter;
	}

	/** Tells whether objects are written. */
	boolean isGrowing() {
		return !written.isEmpty();
	}

	Optional<CosemObject> present(Place place) {
		return Optional.ofNullable(there.get(place));
	}

	/** Returns the name by which the text can speak of an object; of a family that is written, all of it. */
	Optional<String> reference(Place place) {
		Optional<String> own = present(place).filter(object -> !object.isInternal()).map(CosemObject::getName);
		return own.or(() -> Optional.ofNullable(written.get(place)).map(each -> each.getName().replaceFirst("\\[.*", "[*]")));
	}

	/** Returns the class of what stands, or will stand, at a place. */
	Optional<InterfaceClass> type(Place place) {
		return present(place).map(CosemObject::getInterfaceClass).or(() -> Optional.ofNullable(written.get(place)).flatMap(this::type));
	}

	private Optional<InterfaceClass> type(Requirement requirement) {
		List<Integer> versions = catalogue.versions(requirement.getClassId());
		return versions.isEmpty() ? Optional.empty() : catalogue.find(requirement.getClassId(), versions.contains(requirement.getVersion()) ? requirement.getVersion() : versions.getLast());
	}

	/** Returns what use cases do with an attribute or a method. */
	List<UseCaseStep> steps(Set<Place> places) {
		return meter.getCompanions().stream().flatMap(companion -> companion.getUseCases().stream()).map(UseCase::getSteps).flatMap(List::stream)
				.filter(step -> places.contains(place(step))).toList();
	}

	/** Returns the places of a required object, of all members where it is a family. */
	Set<Place> places(String name) {
		return requirements(meter).filter(each -> stem(each).equals(name)).map(Inventory::place).collect(Collectors.toSet());
	}

	/** Returns the first number from a given one at which no object of a class stands and none is required, for value group E of a logical name. */
	int freeGroup(int classId, LogicalName pattern, int from) {
		Set<Integer> taken = Stream.concat(there.keySet().stream(), requirements(meter).map(Inventory::place)).filter(place -> place.classId() == classId)
				.map(Place::name).filter(name -> name.c() == pattern.c() && name.d() == pattern.d()).map(LogicalName::e).collect(Collectors.toSet());
		return Numbers.free(taken, from);
	}
}
