// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.meterwright.cosem.Companion;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.Requirement;
import org.meterwright.cosem.RequirementKind;
import org.meterwright.cosem.UseCase;
import org.meterwright.cosem.UseCaseStep;
import org.meterwright.cosem.Verb;
import org.meterwright.rules.check.Facts;
import org.meterwright.rules.check.Report;
import org.meterwright.rules.check.RuleArea;
import org.meterwright.rules.check.RuleBook;

/** Rules on what companion specifications ask of a meter: objects, attributes, use cases. */
public final class CompanionRules implements RuleArea {
	/** Required object missing. */
	public static final String MISSING_OBJECT = "MW-COMP-001";
	/** Forbidden object present. */
	public static final String FORBIDDEN_OBJECT = "MW-COMP-002";
	/** Attribute against the companion. */
	public static final String ATTRIBUTE = "MW-COMP-003";
	/** Use case reaches an internal object. */
	public static final String INTERNAL_IN_USE_CASE = "MW-COMP-004";
	/** Use case names an attribute or method that is not there. */
	public static final String MISSING_STEP = "MW-COMP-005";
	/** Role may not do what its use cases say. */
	public static final String USE_CASE_RIGHTS = "MW-COMP-006";
	/** Message code twice. */
	public static final String DUPLICATE_MESSAGE = "MW-COMP-007";

	@Override
	public void register(RuleBook book) {
		book.on(Meter.class, MISSING_OBJECT, this::missingObject);
		book.on(Meter.class, FORBIDDEN_OBJECT, this::forbiddenObject);
		book.on(Meter.class, ATTRIBUTE, this::attribute);
		book.on(Meter.class, INTERNAL_IN_USE_CASE, this::internalInUseCase);
		book.on(Meter.class, MISSING_STEP, this::missingStep);
		book.on(Meter.class, USE_CASE_RIGHTS, new UseCaseRights());
		book.on(Meter.class, DUPLICATE_MESSAGE, this::duplicateMessage);
	}

	private static List<Requirement> requirements(Facts facts, RequirementKind kind) {
		return Companions.of(facts).all().stream().flatMap(companion -> companion.getRequirements().stream())
				.filter(requirement -> requirement.getKind() == kind).toList();
	}

	private static Optional<CosemObject> object(Requirement requirement, Facts facts) {
		return facts.find(requirement.getClassId(), requirement.getLogicalName()).filter(
				object -> requirement.getVersion() < 0 || object.getInterfaceClass().getVersion() == requirement.getVersion());
	}

	/** Returns the objects of another class at the place of a required one that is not there. */
	static List<CosemObject> othersAt(Requirement requirement, Facts facts) {
		if (facts.find(requirement.getClassId(), requirement.getLogicalName()).isPresent()) {
			return List.of();
		}
		return facts.meter().getDevices().stream().flatMap(device -> facts.named(device, requirement.getLogicalName()).stream()).toList();
	}

	private static String companion(Requirement requirement) {
		return requirement.eContainer() instanceof Companion companion ? companion.getName() : "the companion";
	}

	private void missingObject(Meter meter, Facts facts, Report report) {
		for (Requirement requirement : requirements(facts, RequirementKind.REQUIRE)) {
			Optional<CosemObject> present = facts.find(requirement.getClassId(), requirement.getLogicalName());
			if (present.filter(CompanionRules::isByTheWay).isPresent()) {
				report.on(present.get(), "%s requires %s, class %d at %s; what stands there is the object of a reaction without a name, which no client sees".formatted(
						companion(requirement), requirement.getName(), requirement.getClassId(), requirement.getLogicalName()), requirement.getName());
			} else if (present.isPresent()) {
				present.filter(object -> requirement.getVersion() >= 0 && object.getInterfaceClass().getVersion() != requirement.getVersion())
						.ifPresent(object -> report.on(object, "%s requires version %d of class %d for %s, not version %d".formatted(companion(requirement),
								requirement.getVersion(), requirement.getClassId(), Facts.label(object), object.getInterfaceClass().getVersion()), requirement.getName()));
			} else if (othersAt(requirement, facts).isEmpty()) {
				report.on(meter, "%s requires %s, class %d at %s, which %s lacks".formatted(companion(requirement), requirement.getName(),
						requirement.getClassId(), requirement.getLogicalName(), meter.getName()), requirement.getName());
			}
		}
	}

	/** Tells whether an object came of a reaction without a name, and got the first free logical name: nobody meant it to be what a companion requires there. */
	static boolean isByTheWay(CosemObject object) {
		return object.isInternal() && object.isGenerated();
	}

	private void forbiddenObject(Meter meter, Facts facts, Report report) {
		for (Requirement requirement : requirements(facts, RequirementKind.FORBID)) {
			object(requirement, facts)
					.ifPresent(object -> report.on(object, "%s forbids %s".formatted(companion(requirement), Facts.label(object))));
		}
	}

	private void attribute(Meter meter, Facts facts, Report report) {
		for (RequirementKind kind : List.of(RequirementKind.REQUIRE, RequirementKind.ALLOW)) {
			for (Requirement requirement : requirements(facts, kind)) {
				object(requirement, facts).ifPresent(object -> requirement.getAttributes()
						.forEach(required -> Contradiction.of(object, required).ifPresent(problem -> report.on(object, required.getIndex(),
								"%s: %s of %s %s".formatted(companion(requirement), Facts.label(object, required.getIndex()), Facts.label(object),
										problem), Contradiction.expected(object, required)))));
			}
		}
	}

	private static List<UseCase> useCases(Facts facts) {
		return Companions.of(facts).all().stream().flatMap(companion -> companion.getUseCases().stream()).toList();
	}

	static Optional<CosemObject> object(UseCaseStep step, Facts facts) {
		return facts.find(step.getClassId(), step.getLogicalName());
	}

	private void internalInUseCase(Meter meter, Facts facts, Report report) {
		Set<CosemObject> reported = new HashSet<>();
		for (UseCase useCase : useCases(facts)) {
			useCase.getSteps().stream().flatMap(step -> object(step, facts).stream()).filter(object -> object.isInternal() && reported.add(object))
					.forEach(object -> report.on(object, "%s is internal, but use case %s reaches it".formatted(Facts.label(object),
							useCase.getName())));
		}
	}

	private void missingStep(Meter meter, Facts facts, Report report) {
		Set<List<Object>> reported = new HashSet<>();
		for (UseCase useCase : useCases(facts)) {
			for (UseCaseStep step : useCase.getSteps()) {
				Optional<CosemObject> object = object(step, facts);
				boolean call = step.getVerb() == Verb.CALL;
				if (object.isPresent() && !exists(object.get(), step) && reported.add(List.of(object.get(), call, step.getIndex()))) {
					report.on(object.get(), call ? 0 : step.getIndex(), "use case %s needs %s %d of %s, which is not there".formatted(
							useCase.getName(), call ? "method" : "attribute", step.getIndex(), Facts.label(object.get())));
				}
			}
		}
	}

	static boolean exists(CosemObject object, UseCaseStep step) {
		return step.getVerb() == Verb.CALL ? Facts.hasMethod(object, step.getIndex()) : Facts.attribute(object, step.getIndex()).isPresent();
	}

	private void duplicateMessage(Meter meter, Facts facts, Report report) {
		Map<Integer, UseCase> seen = new HashMap<>();
		for (UseCase useCase : useCases(facts)) {
			UseCase first = useCase.getMessage() <= 0 ? null : seen.putIfAbsent(useCase.getMessage(), useCase);
			if (first != null && !Objects.equals(first.getName(), useCase.getName())) {
				report.on(useCase, "use cases %s and %s have the message code 0x%04X".formatted(first.getName(), useCase.getName(),
						useCase.getMessage()), Proposals.code(seen.keySet(), useCase.getMessage()));
			}
		}
	}
}
