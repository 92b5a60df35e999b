// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.conformance;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.meterwright.cosem.Alert;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Demand;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.Requirement;
import org.meterwright.cosem.UseCase;
import org.meterwright.cosem.UseCaseStep;
import org.meterwright.rules.conformance.ScenarioEvidence.Alerted;
import org.meterwright.rules.conformance.ScenarioEvidence.Expected;
import org.meterwright.rules.conformance.ScenarioEvidence.Requested;

/**
 * Finds what scenarios prove of the requirements of a meter's companions: an object of which something was expected, an Alert that was
 * expected, a use case all of whose steps one scenario did in a role that may do it, and a requirement in words when all that answers it is
 * shown. What the text of a scenario says that it proves counts too, and the result says that it is the text's word.
 */
public final class ScenarioProofs {
	/** Tells of a passed scenario that its text alone says what it proves. */
	private static final String SAID = "by its own word";

	private final Meter meter;
	private final Answers answers;
	private final List<ScenarioEvidence> evidence;
	private final List<Set<String>> shown = new ArrayList<>();

	private ScenarioProofs(Meter meter, List<ScenarioEvidence> evidence) {
		this.meter = meter;
		this.answers = new Answers(meter);
		this.evidence = evidence;
		evidence.forEach(each -> shown.add(new LinkedHashSet<>()));
	}

	/** Returns what each scenario says of each requirement, and one result without a requirement for a scenario that says nothing of any. */
	public static List<ScenarioResult> of(Meter meter, List<ScenarioEvidence> evidence) {
		return new ScenarioProofs(meter, evidence).results();
	}

	private List<ScenarioResult> results() {
		meter.getCompanions().forEach(companion -> {
			companion.getDemands().forEach(demand -> note(demand.getName(), showing(demand)));
			companion.getUseCases().forEach(useCase -> note(useCase.getName(), showing(useCase)));
			companion.getAlerts().forEach(alert -> note(alert.getName(), showing(alert)));
			companion.getRequirements().forEach(requirement -> note(requirement.getName(), showing(requirement, 0)));
		});
		List<ScenarioResult> results = new ArrayList<>();
		for (int i = 0; i < evidence.size(); i++) {
			ScenarioEvidence of = evidence.get(i);
			Set<String> seen = shown.get(i);
			List<String> said = of.said().stream().filter(name -> !seen.contains(name)).distinct().toList();
			seen.forEach(name -> results.add(new ScenarioResult(name, of.scenario(), of.passed(), of.message())));
			said.forEach(name -> results.add(new ScenarioResult(name, of.scenario(), of.passed(), of.passed() ? SAID : of.message())));
			if (seen.isEmpty() && said.isEmpty()) {
				results.add(new ScenarioResult("", of.scenario(), of.passed(), of.message()));
			}
		}
		return results;
	}

	private void note(String name, Set<Integer> showing) {
		showing.forEach(i -> shown.get(i).add(name));
	}

	/** Returns the numbers of the scenarios for which something holds. */
	private Set<Integer> where(Predicate<ScenarioEvidence> holds) {
		Set<Integer> found = new LinkedHashSet<>();
		for (int i = 0; i < evidence.size(); i++) {
			if (holds.test(evidence.get(i))) {
				found.add(i);
			}
		}
		return found;
	}

	private Set<Integer> showing(Requirement requirement, int attribute) {
		return answers.object(requirement).map(object -> where(each -> each.subjects().stream().anyMatch(subject -> subject instanceof Expected expected
				&& expected.object() == object && (attribute == 0 || expected.attribute() == attribute)))).orElse(Set.of());
	}

	private Set<Integer> showing(Alert alert) {
		return where(each -> each.subjects().contains(new Alerted(alert.getCode())));
	}

	private Set<Integer> showing(UseCase useCase) {
		return where(each -> useCase.getRoles().stream().anyMatch(role -> does(each, useCase, role.getName())));
	}

	/** A scenario shows a use case when it does all of it; it contradicts one when it fails at a part. */
	private boolean does(ScenarioEvidence scenario, UseCase useCase, String role) {
		Predicate<UseCaseStep> done = step -> answers.object(step).filter(object -> scenario.subjects().contains(request(role, object, step))).isPresent();
		List<UseCaseStep> steps = useCase.getSteps();
		return scenario.passed() ? !steps.isEmpty() && steps.stream().allMatch(done) : steps.stream().anyMatch(done);
	}

	private static Requested request(String role, CosemObject object, UseCaseStep step) {
		return new Requested(role, step.getVerb(), object, step.getIndex());
	}

	/** What only some of its answers are shown of is not shown; one answer that fails is enough to contradict it. */
	private Set<Integer> showing(Demand demand) {
		List<Set<Integer>> parts = Stream.of(demand.getPlaces().stream().map(place -> showing(place.getRequirement(), place.getIndex())),
				demand.getUseCases().stream().map(this::showing), demand.getAlerts().stream().map(this::showing)).flatMap(part -> part).toList();
		boolean whole = parts.stream().allMatch(part -> part.stream().anyMatch(this::passed));
		Set<Integer> all = new LinkedHashSet<>();
		parts.forEach(part -> part.stream().filter(i -> whole || !passed(i)).forEach(all::add));
		return all;
	}

	private boolean passed(int scenario) {
		return evidence.get(scenario).passed();
	}
}
