// SPDX-License-Identifier: EPL-2.0
package org.meterwright.random.fault;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.CaptureAction;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.LogAction;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.MethodAction;
import org.meterwright.cosem.Reaction;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;

/** Faults of profiles (IEC 62056-6-2, class 7). */
final class ProfileFaults {
	private static final int PROFILE = 7;
	private static final int BUFFER = 2;
	private static final int COLUMNS = 3;
	private static final int PERIOD = 4;
	private static final int SORT_METHOD = 5;
	private static final int SORT_OBJECT = 6;
	private static final int IN_USE = 7;
	private static final int ENTRIES = 8;
	private static final int LARGEST = 3;
	private static final int CLOCK = 8;

	private ProfileFaults() {
	}

	static List<FaultKind> kinds() {
		return List.of(
				FaultKind.of("capture-nothing", "A profile captures nothing.", "PROF COMP GBCS EVENT", meter -> columns(meter, columns -> List.of())),
				FaultKind.of("capture-twice", "A profile captures something twice.", "PROF COMP GBCS", meter -> columns(meter, columns -> doubled(columns))),
				FaultKind.of("capture-own-buffer", "A profile captures its own buffer.", "PROF", ProfileFaults::ownBuffer),
				FaultKind.of("capture-buffer", "A profile captures the buffer of another.", "PROF", ProfileFaults::anotherBuffer),
				FaultKind.of("capture-secret", "A profile captures a secret.", "PROF RIGHT", ProfileFaults::secret),
				FaultKind.of("capture-logical-name", "A profile captures a logical name, which never changes.", "PROF", ProfileFaults::logicalName),
				FaultKind.of("capture-time-lost", "The rows of a periodic profile have no time.", "PROF COMP GBCS", ProfileFaults::timeLost),
				FaultKind.of("sort-by-uncaptured", "A profile is sorted by something that it does not capture.", "PROF", ProfileFaults::sortUncaptured),
				FaultKind.of("sort-by-nothing", "A profile is sorted by size, but by nothing.", "PROF", meter -> Models.onValues(meter, PROFILE, SORT_METHOD, part -> part.number() < LARGEST, part -> part.set(LARGEST))),
				FaultKind.of("capture-never", "Nothing ever captures into a profile.", "PROF", ProfileFaults::never),
				FaultKind.of("entries-none", "A profile has room for no entry.", "PROF TYPE COMP", meter -> Models.onValues(meter, PROFILE, ENTRIES, part -> true, part -> part.set(0))),
				FaultKind.of("entries-beyond-memory", "The entries of a profile do not fit into the memory.", "STORE PROF COMP", ProfileFaults::beyondMemory),
				FaultKind.of("entries-in-use", "A profile has more entries in use than room.", "PROF", ProfileFaults::inUse),
				FaultKind.of("buffer-volatile", "The buffer of a profile is lost when the supply fails.", "PROF STORE", ProfileFaults::volatileBuffer),
				FaultKind.of("period-every-second", "A profile writes a row each second and wears its memory out.", "STORE PROF COMP",
						meter -> Models.onValues(meter, PROFILE, PERIOD, part -> part.number() >= 60 && inNvm(part.object()), part -> part.set(1))));
	}

	private static boolean inNvm(CosemObject profile) {
		return CosemObjects.attribute(profile, BUFFER).filter(buffer -> buffer.getStorage() == Storage.NVM).isPresent();
	}

	private static Stream<Part> filled(Meter meter) {
		return Models.values(meter, PROFILE, COLUMNS).filter(part -> part.inside().size() > 1);
	}

	private static Stream<Site> columns(Meter meter, Function<List<Value>, List<Value>> change) {
		return filled(meter).map(part -> part.site(() -> part.edit(change::apply)));
	}

	private static List<Value> doubled(List<Value> columns) {
		columns.add(columns.getLast());
		return columns;
	}

	private static Value column(int classId, LogicalName name, int attribute) {
		return Values.structure(Values.longUnsigned(classId), Values.logicalName(name), Values.integer(attribute), Values.longUnsigned(0));
	}

	private static Site adding(Part columns, Value column) {
		return columns.site(() -> columns.edit(all -> {
			all.add(column);
			return all;
		}));
	}

	private static Stream<Site> ownBuffer(Meter meter) {
		return filled(meter).map(part -> adding(part, column(PROFILE, part.object().getLogicalName(), BUFFER)));
	}

	private static Stream<Site> anotherBuffer(Meter meter) {
		return filled(meter).flatMap(part -> Models.objects(meter, PROFILE).filter(other -> other != part.object()).findFirst().map(other -> adding(part, column(PROFILE, other.getLogicalName(), BUFFER))).stream());
	}

	private static Stream<Site> secret(Meter meter) {
		return filled(meter).flatMap(part -> Models.objects(meter, 15).filter(object -> Models.has(object, 7)).findFirst().map(object -> adding(part, column(15, object.getLogicalName(), 7))).stream());
	}

	private static Stream<Site> logicalName(Meter meter) {
		return filled(meter).map(part -> Site.of(part.label(), part.attribute(), () -> part.inside().getLast().set("attribute_index", 1)));
	}

	private static Stream<Site> timeLost(Meter meter) {
		return filled(meter).filter(part -> Models.number(part.object(), PERIOD) > 0 && part.inside().stream().filter(ProfileFaults::isTime).count() == 1)
				.map(part -> part.site(() -> part.edit(all -> {
					all.removeAll(part.inside().stream().filter(ProfileFaults::isTime).map(Part::value).toList());
					return all;
				})));
	}

	private static boolean isTime(Part column) {
		return Models.target(column).filter(object -> CosemObjects.classId(object) == CLOCK || object.getName() != null && object.getName().equals("logTime")).isPresent();
	}

	private static Stream<Site> sortUncaptured(Meter meter) {
		return Models.values(meter, PROFILE, SORT_OBJECT).flatMap(part -> uncaptured(part.object()).map(other -> part.site(() -> {
			Models.value(part.object(), SORT_METHOD).orElseThrow().set(LARGEST);
			part.set(column(CosemObjects.classId(other), other.getLogicalName(), 2));
		})).stream());
	}

	private static Optional<CosemObject> uncaptured(CosemObject profile) {
		List<CosemObject> captured = Models.value(profile, COLUMNS).stream().flatMap(part -> part.inside().stream()).flatMap(column -> Models.target(column).stream()).toList();
		return Models.device(profile).getObjects().stream().filter(object -> CosemObjects.classId(object) == 3 && !captured.contains(object)).findFirst();
	}

	/** Only where one thing captures: the period, or one reaction of the model. */
	private static Stream<Site> never(Meter meter) {
		return Models.values(meter, PROFILE, PERIOD).filter(part -> part.number() > 0 && !isCaptured(meter, part.object())).map(part -> Site.of(part.label(), part.object(), () -> part.set(0)));
	}

	private static boolean isCaptured(Meter meter, CosemObject profile) {
		boolean byScript = Models.references(meter).anyMatch(part -> part.get("service_id").isPresent() && Models.target(part).orElse(null) == profile);
		boolean byRight = Models.entries(meter).anyMatch(entry -> entry.getObject() == profile && entry.getRights().methodMode(2) != 0);
		boolean byAlert = meter.getAlerts().stream().anyMatch(alert -> alert.getLogs().contains(profile));
		return byScript || byRight || byAlert || meter.getReactions().stream().anyMatch(reaction -> captures(reaction, profile));
	}

	private static boolean captures(Reaction reaction, CosemObject profile) {
		return Stream.concat(reaction.getActions().stream(), reaction.getReturnActions().stream()).anyMatch(action -> switch (action) {
			case CaptureAction capture -> capture.getProfile() == profile;
			case LogAction log -> log.getLog() == profile;
			case MethodAction method -> method.getObject() == profile;
			default -> false;
		});
	}

	private static Stream<Site> beyondMemory(Meter meter) {
		boolean budgeted = meter.getBudgets().stream().anyMatch(budget -> budget.getStorage() == Storage.NVM);
		return Models.values(meter, PROFILE, ENTRIES).filter(part -> budgeted && inNvm(part.object())).map(part -> new Site(part.label(), Stream.<EObject>concat(Stream.of(part.attribute(), meter), meter.getBudgets().stream()).toList(), () -> part.set(400_000_000)));
	}

	private static Stream<Site> inUse(Meter meter) {
		return Models.values(meter, PROFILE, IN_USE).filter(part -> Models.number(part.object(), ENTRIES) > 0).map(part -> part.site(() -> part.set(Models.number(part.object(), ENTRIES) + 1)));
	}

	private static Stream<Site> volatileBuffer(Meter meter) {
		return Models.objects(meter, PROFILE).filter(ProfileFaults::inNvm).flatMap(object -> CosemObjects.attribute(object, BUFFER).stream())
				.map(buffer -> Site.of(Models.label((CosemObject) buffer.eContainer()), buffer, () -> buffer.setStorage(Storage.RAM)));
	}
}
