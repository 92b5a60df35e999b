// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.conformance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.meterwright.cosem.AlertAction;
import org.meterwright.cosem.Association;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.Reaction;
import org.meterwright.cosem.RequiredAssociation;
import org.meterwright.cosem.Requirement;
import org.meterwright.cosem.Role;
import org.meterwright.cosem.UseCase;
import org.meterwright.cosem.UseCaseStep;
import org.meterwright.cosem.Verb;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.rules.area.Logged;
import org.meterwright.rules.check.Facts;
import org.meterwright.rules.check.Rights;

/** Finds in a meter what answers a requirement. */
final class Answers {
	private record Key(int classId, LogicalName name) {
	}

	private final Meter meter;
	private final Map<Key, CosemObject> objects;
	private final Map<Association, Rights> rights = new HashMap<>();
	private final Map<Integer, List<Reaction>> raising;
	private final Set<Integer> logged;

	Answers(Meter meter) {
		this.meter = meter;
		this.objects = meter.getDevices().stream().flatMap(device -> device.getObjects().stream())
				.collect(Collectors.toMap(object -> new Key(Facts.classId(object), object.getLogicalName()), object -> object, (first, second) -> first));
		this.logged = Logged.codes(meter);
		this.raising = meter.getReactions().stream().flatMap(reaction -> codes(reaction).map(code -> Map.entry(code, reaction)))
				.collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
	}

	/** Tells whether something logs an event code. */
	boolean logs(int code) {
		return logged.contains(code);
	}

	private static Stream<Integer> codes(Reaction reaction) {
		return Stream.concat(reaction.getActions().stream(), reaction.getReturnActions().stream()).filter(AlertAction.class::isInstance).map(action -> ((AlertAction) action).getAlert())
				.filter(Objects::nonNull).map(alert -> alert.getCode()).distinct();
	}

	Optional<CosemObject> object(Requirement requirement) {
		return Optional.ofNullable(objects.get(new Key(requirement.getClassId(), requirement.getLogicalName())))
				.filter(object -> requirement.getVersion() < 0 || object.getInterfaceClass().getVersion() == requirement.getVersion());
	}

	Optional<CosemObject> object(UseCaseStep step) {
		return Optional.ofNullable(objects.get(new Key(step.getClassId(), step.getLogicalName())));
	}

	/** Tells whether an object has what a step needs. */
	boolean has(CosemObject object, UseCaseStep step) {
		return step.getVerb() == Verb.CALL ? Facts.hasMethod(object, step.getIndex()) : has(object, step.getIndex());
	}

	/** Tells whether an object has an attribute; 0: any. */
	boolean has(CosemObject object, int attribute) {
		return attribute == 0 || Facts.attribute(object, attribute).isPresent();
	}

	List<Reaction> raising(int code) {
		return raising.getOrDefault(code, List.of());
	}

	private List<Association> associations() {
		return meter.getDevices().stream().flatMap(device -> device.getAssociations().stream()).toList();
	}

	/** Finds the association that is meant: by client where one is said, else by role. */
	Optional<Association> association(RequiredAssociation wanted) {
		return associations().stream().filter(association -> wanted.getClientSap() >= 0 ? association.getClientSap() == wanted.getClientSap()
				: wanted.getRole() != null && isOf(association, wanted.getRole())).findFirst();
	}

	private static boolean isOf(Association association, Role role) {
		return association.getRole() != null && Objects.equals(association.getRole().getName(), role.getName());
	}

	/** Says what a role may not do that its use case needs; of a use case whose objects are missing nothing more. */
	Set<String> refused(UseCase useCase, Role role) {
		List<Association> own = associations().stream().filter(association -> isOf(association, role)).toList();
		if (own.isEmpty() && useCase.getSteps().stream().anyMatch(step -> object(step).isPresent())) {
			return Set.of("no association is for %s".formatted(role.getName()));
		}
		return useCase.getSteps().stream().filter(step -> object(step).isPresent() && own.stream().noneMatch(association -> may(association, step)))
				.map(step -> "%s may not %s %s".formatted(role.getName(), step.getVerb().getLiteral(), Facts.label(object(step).orElseThrow())))
				.collect(Collectors.toCollection(TreeSet::new));
	}

	private boolean may(Association association, UseCaseStep step) {
		Rights mine = rights.computeIfAbsent(association, Rights::of);
		CosemObject object = object(step).orElseThrow();
		return switch (step.getVerb()) {
			case READ -> mine.reads(object, step.getIndex());
			case WRITE -> mine.writes(object, step.getIndex());
			case CALL -> mine.calls(object, step.getIndex());
		};
	}
}
