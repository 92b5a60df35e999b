// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.starter;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.Requirement;
import org.meterwright.cosem.RequirementKind;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.dsl.Catalogue;
import org.meterwright.dsl.CompiledMeter;
import org.meterwright.dsl.cosemDsl.IndexDecl;

/** What there is in a meter that has all that its companion requires, and what the companion leaves open. */
final class ConformingMeter {
	private static final int REGISTER = 3;
	private static final int PROFILE = 7;
	private static final int ASSOCIATION = 15;
	private static final int ELECTRICITY = 1;
	private static final int LAST_MEDIUM = 15;
	private static final int PUBLIC = 16;
	/** Name of the association of the public client, which the standard asks of every meter. */
	static final String PUBLIC_CLIENT = "publicClient";
	private static final Map<Part, String> PLACES = Map.of(Part.LOAD_PROFILE, "1-0:99.1.0*255", Part.DAILY_PROFILE, "1-0:99.2.0*255", Part.BILLING, "0-0:98.1.0*255", Part.QUALITY,
			"1-0:32.7.0*255");

	private final CompiledMeter compiled;
	private final Meter meter;

	private static final class Classes {
		static final Catalogue STANDARD = new Catalogue();
	}

	ConformingMeter(CompiledMeter compiled) {
		this.compiled = compiled;
		meter = compiled.model();
	}

	Stream<CosemObject> objects() {
		return meter.getDevices().stream().flatMap(device -> device.getObjects().stream()).filter(object -> !object.isInternal());
	}

	Stream<Association> associations() {
		return meter.getDevices().stream().flatMap(device -> device.getAssociations().stream());
	}

	private Stream<Requirement> requirements() {
		return meter.getCompanions().stream().flatMap(companion -> companion.getRequirements().stream());
	}

	/** Tells whether the companion speaks of a whole device or of all that clients may do, use case by use case; then nothing of one's own is proposed. */
	boolean isClosed() {
		return meter.getCompanions().stream().anyMatch(companion -> companion.getDeviceType() != null || !companion.getUseCases().isEmpty());
	}

	boolean hasPublicClient() {
		return associations().anyMatch(association -> association.getClientSap() == PUBLIC);
	}

	/** Returns the version of association objects that the companion asks for by its current association. */
	Optional<Integer> associationVersion() {
		return requirements().filter(each -> each.getClassId() == ASSOCIATION && each.getVersion() >= 0).map(Requirement::getVersion).findFirst();
	}

	CompanionOffer offer() {
		List<String> clients = new ArrayList<>(associations().map(each -> "%s (client %d)".formatted(each.getName(), each.getClientSap())).toList());
		if (!isClosed() && !hasPublicClient()) {
			clients.addFirst("%s (client %d)".formatted(free(PUBLIC_CLIENT), PUBLIC));
		}
		List<String> profiles = asked(RequirementKind.REQUIRE).values().stream().filter(each -> each.getClassId() == PROFILE).map(ConformingMeter::stem).toList();
		return new CompanionOffer(asked(RequirementKind.REQUIRE).size(), clients, profiles, asked(RequirementKind.ALLOW).values().stream().map(this::choice).toList(), open());
	}

	/** Returns the first member of each object or family of the companion's list, by name. */
	private Map<String, Requirement> asked(RequirementKind kind) {
		return requirements().filter(each -> each.getKind() == kind).collect(Collectors.toMap(ConformingMeter::stem, each -> each, (first, second) -> first, LinkedHashMap::new));
	}

	private CompanionOffer.Choice choice(Requirement requirement) {
		String members = requirement.getName().contains("[") ? ", family" : "";
		return new CompanionOffer.Choice(stem(requirement), "%s, %s%s".formatted(className(requirement.getClassId()), requirement.getLogicalName(), members), requirement.getClassId() == PROFILE);
	}

	private static String className(int classId) {
		List<Integer> versions = Classes.STANDARD.versions(classId);
		return versions.isEmpty() ? "class %d".formatted(classId) : Classes.STANDARD.find(classId, versions.getLast()).map(InterfaceClass::getName).orElseThrow();
	}

	private static String stem(Requirement requirement) {
		return requirement.getName().replaceFirst("\\[.*", "");
	}

	/** Returns the parts that the companion leaves to the meter: it lists no object at their place, and does not say who may read. */
	private Set<Part> open() {
		Set<Part> open = EnumSet.noneOf(Part.class);
		if (isClosed()) {
			return open;
		}
		PLACES.forEach((part, place) -> {
			if (measuresElectricity() && !isListed(place)) {
				open.add(part);
			}
		});
		if (meter.getCompanions().stream().allMatch(companion -> companion.getRoles().isEmpty())) {
			open.addAll(List.of(Part.READER, Part.HEAD_END));
		}
		return open;
	}

	private boolean measuresElectricity() {
		return requirements().map(each -> each.getLogicalName().a()).noneMatch(medium -> medium > ELECTRICITY && medium <= LAST_MEDIUM);
	}

	/** Tells whether the companion lists something at a place. */
	boolean isListed(String place) {
		return requirements().anyMatch(each -> each.getLogicalName().equals(LogicalName.valueOf(place)));
	}

	/** Returns the name of what the companion allows at a place. */
	Optional<String> allowed(String place) {
		return requirements().filter(each -> each.getKind() == RequirementKind.ALLOW && each.getLogicalName().equals(LogicalName.valueOf(place))).map(ConformingMeter::stem).findFirst();
	}

	/** Returns the name of the register at a place. */
	Optional<String> register(String place) {
		return at(place).filter(object -> object.getInterfaceClass().getClassId() == REGISTER).map(CosemObject::getName).findFirst();
	}

	Optional<String> object(String place) {
		return at(place).map(CosemObject::getName).findFirst();
	}

	private Stream<CosemObject> at(String place) {
		return objects().filter(object -> object.getLogicalName().equals(LogicalName.valueOf(place)));
	}

	/** Returns a name that neither the meter nor its companion has. */
	String free(String name) {
		Set<String> taken = Stream.of(objects().map(CosemObject::getName), associations().map(Association::getName), requirements().map(ConformingMeter::stem),
				compiled.items().of(IndexDecl.class).stream().map(entry -> entry.node().getName())).flatMap(each -> each).map(each -> each.replaceFirst("\\[.*", "")).collect(Collectors.toSet());
		return IntStream.iterate(1, number -> number + 1).mapToObj(number -> number == 1 ? name : name + number).filter(each -> !taken.contains(each)).findFirst().orElseThrow();
	}

	/** Returns the first client SAP, from one, that no association has. */
	int freeClient() {
		Set<Integer> taken = associations().map(Association::getClientSap).collect(Collectors.toSet());
		return first(1, taken);
	}

	/** Returns the first E of a logical name {@code 0-0:C.0.E*255}, from one, that nothing has. */
	int freeGroup(int c) {
		Set<Integer> taken = Stream.concat(objects().map(CosemObject::getLogicalName), requirements().map(Requirement::getLogicalName)).filter(name -> name.c() == c).map(LogicalName::e)
				.collect(Collectors.toSet());
		return first(1, taken);
	}

	/** Returns the first of several key slots, one behind the other, that nothing uses. */
	int freeSlots() {
		return 1 + Math.max(associations().mapToInt(Association::getSecretSlot).max().orElse(0),
				objects().flatMap(object -> object.getKeys().stream()).mapToInt(key -> key.getSlot()).max().orElse(0));
	}

	private static int first(int from, Set<Integer> taken) {
		return IntStream.iterate(from, number -> number + 1).filter(number -> !taken.contains(number)).findFirst().orElseThrow();
	}
}
