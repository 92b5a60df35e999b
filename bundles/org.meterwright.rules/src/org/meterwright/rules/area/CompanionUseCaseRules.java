// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.Companion;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.Requirement;
import org.meterwright.cosem.RequirementKind;
import org.meterwright.cosem.StepElement;
import org.meterwright.cosem.UseCase;
import org.meterwright.cosem.UseCaseStep;
import org.meterwright.cosem.Verb;
import org.meterwright.cosem.type.TypeNotation;
import org.meterwright.cosem.value.Values;
import org.meterwright.rules.check.Facts;
import org.meterwright.rules.check.Report;
import org.meterwright.rules.check.RuleArea;
import org.meterwright.rules.check.RuleBook;

/** Rules on what use cases of companions need of the objects that they reach. */
public final class CompanionUseCaseRules implements RuleArea {
	/** Script that a use case runs and nobody wrote. */
	public static final String SCRIPT = "MW-COMP-025";
	/** Selective access that is not there. */
	public static final String SELECTOR = "MW-COMP-026";
	/** Type that a use case does not expect. */
	public static final String TYPE = "MW-COMP-027";
	/** Object of another class at a companion's logical name. */
	public static final String OTHER_CLASS = "MW-COMP-029";
	/** One companion wants what another forbids. */
	public static final String COMPANIONS_DISAGREE = "MW-COMP-030";

	/** Script that a companion names and nobody wrote. */
	public static final String NAMED_SCRIPT = "MW-COMP-031";

	@Override
	public void register(RuleBook book) {
		book.on(Meter.class, NAMED_SCRIPT, this::namedScript);
		book.on(Meter.class, SCRIPT, this::script);
		book.on(Meter.class, SELECTOR, this::selector);
		book.on(Meter.class, TYPE, this::type);
		book.on(Meter.class, OTHER_CLASS, this::otherClass);
		book.on(Meter.class, COMPANIONS_DISAGREE, this::disagree);
	}

	private static List<UseCase> useCases(Facts facts) {
		return Companions.of(facts).all().stream().flatMap((Companion companion) -> companion.getUseCases().stream()).toList();
	}

	private void script(Meter meter, Facts facts, Report report) {
		Set<List<Object>> reported = new HashSet<>();
		for (UseCase useCase : useCases(facts)) {
			for (UseCaseStep step : useCase.getSteps()) {
				boolean runs = step.getClassId() == ClassIds.SCRIPT_TABLE && step.getVerb() == Verb.CALL && step.getConstant() != null;
				Optional<CosemObject> table = runs ? CompanionRules.object(step, facts) : Optional.empty();
				int id = runs ? Values.bigNumber(step.getConstant()).map(Number::intValue).orElse(-1) : -1;
				if (table.isPresent() && id >= 0 && !Scripts.has(table.get(), id, facts) && reported.add(List.of(table.get(), id))) {
					report.on(table.get(), 2, "use case %s runs script %d of %s, which is not there".formatted(useCase.getName(), id, Facts.label(table.get())), Integer.toString(id));
				}
			}
		}
	}

	private void namedScript(Meter meter, Facts facts, Report report) {
		for (Requirement requirement : CompanionAccessRules.requirements(facts)) {
			Optional<CosemObject> table = requirement.getScripts().isEmpty() ? Optional.empty() : CompanionAccessRules.object(requirement, facts);
			table.ifPresent(found -> requirement.getScripts().stream().filter(script -> !Scripts.has(found, script.getScriptId(), facts))
					.forEach(script -> report.on(found, 2, "the companion names script %d of %s %s, and it is not there".formatted(script.getScriptId(),
							Facts.label(found), script.getName()), Integer.toString(script.getScriptId()))));
		}
	}

	private void selector(Meter meter, Facts facts, Report report) {
		Set<List<Object>> reported = new HashSet<>();
		for (UseCase useCase : useCases(facts)) {
			for (UseCaseStep step : useCase.getSteps()) {
				for (int selector : step.getSelectors()) {
					CompanionRules.object(step, facts).ifPresent(object -> facts.associations().filter(association -> isFor(association, useCase))
							.filter(association -> facts.rights(association).reads(object, step.getIndex()) && !selects(association, object, step.getIndex(), selector))
							.filter(association -> reported.add(List.of(association, object))).forEach(association -> report.on(association,
									"use case %s selects rows of %s with selector %d, which %s may not use".formatted(useCase.getName(), Facts.label(object), selector, association.getName()),
									"grant read on %s.%s selecting %d".formatted(object.getName(), Facts.label(object, step.getIndex()), selector))));
				}
			}
		}
	}

	private static boolean isFor(Association association, UseCase useCase) {
		return association.getRole() != null && useCase.getRoles().stream().anyMatch(role -> role.getName().equals(association.getRole().getName()));
	}

	private static boolean selects(Association association, CosemObject object, int attribute, int selector) {
		return association.getEntries().stream().filter(entry -> entry.getObject() == object).flatMap(entry -> entry.getRights().attributes().stream())
				.filter(access -> access.index() == attribute).anyMatch(access -> access.selectors().contains(selector));
	}

	private void type(Meter meter, Facts facts, Report report) {
		Set<Attribute> reported = new HashSet<>();
		for (UseCase useCase : useCases(facts)) {
			for (UseCaseStep step : useCase.getSteps()) {
				Optional<StepElement> whole = step.getVerb() == Verb.CALL || step.getElements().size() != 1 ? Optional.empty() : Optional.of(step.getElements().get(0));
				Optional<Attribute> attribute = CompanionRules.object(step, facts).flatMap(object -> Facts.attribute(object, step.getIndex()));
				if (whole.isPresent() && attribute.isPresent() && isWhole(whole.get(), attribute.get()) && contradicts(whole.get(), attribute.get()) && reported.add(attribute.get())) {
					report.on(attribute.get(), "use case %s carries %s here, not %s".formatted(useCase.getName(), TypeNotation.brief(whole.get().getType()),
							TypeNotation.brief(attribute.get().getType())), TypeNotation.brief(whole.get().getType()));
				}
			}
		}
	}

	private static boolean isWhole(StepElement element, Attribute attribute) {
		return attribute.getDefinition() != null && element.getPath().equals(attribute.getDefinition().getName());
	}

	private static boolean contradicts(StepElement element, Attribute attribute) {
		return element.getType() != null && attribute.getType() != null && !TypeFit.specialises(attribute.getType(), element.getType())
				&& !TypeFit.specialises(element.getType(), attribute.getType());
	}

	private void otherClass(Meter meter, Facts facts, Report report) {
		Set<CosemObject> reported = new HashSet<>();
		for (Requirement requirement : CompanionAccessRules.requirements(facts)) {
			for (CosemObject object : CompanionRules.othersAt(requirement, facts)) {
				if (reported.add(object)) {
					report.on(object, "%s stands where the companion has %s, class %d".formatted(Facts.label(object), requirement.getName(), requirement.getClassId()));
				}
			}
		}
	}

	private void disagree(Meter meter, Facts facts, Report report) {
		Set<List<Object>> wanted = new HashSet<>();
		CompanionAccessRules.requirements(facts).stream().filter(each -> each.getKind() == RequirementKind.REQUIRE).forEach(each -> wanted.add(List.of(each.getClassId(), each.getLogicalName())));
		Companions.of(facts).all().stream().flatMap(companion -> companion.getRequirements().stream()).filter(each -> each.getKind() == RequirementKind.FORBID)
				.filter(each -> wanted.contains(List.of(each.getClassId(), each.getLogicalName())))
				.forEach(each -> report.on(meter, "one companion requires %s, class %d at %s, and another forbids it".formatted(each.getName(), each.getClassId(), each.getLogicalName())));
	}
}
