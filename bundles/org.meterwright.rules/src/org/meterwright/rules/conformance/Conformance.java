// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.conformance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.meterwright.cosem.Alert;
import org.meterwright.cosem.Association;
import org.meterwright.cosem.Companion;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Demand;
import org.meterwright.cosem.DemandPlace;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.Presence;
import org.meterwright.cosem.Reaction;
import org.meterwright.cosem.RequiredAssociation;
import org.meterwright.cosem.Requirement;
import org.meterwright.cosem.RequirementKind;
import org.meterwright.cosem.Side;
import org.meterwright.cosem.UseCase;
import org.meterwright.cosem.value.Origin;
import org.meterwright.rules.Finding;
import org.meterwright.rules.check.Places;
import org.meterwright.rules.conformance.ConformanceLine.Kind;

/** Works out what becomes of each requirement of a meter's companions: from its model and from the findings on it, so that rules and report agree. */
public final class Conformance {
	private static final Map<RequirementKind, String> KINDS = Map.of(RequirementKind.REQUIRE, "required:", RequirementKind.ALLOW, "allowed:", RequirementKind.FORBID, "forbidden:");

	private final Meter meter;
	private final Map<Integer, String> classes = new HashMap<>();
	private final Answers answers;
	private final Judged judged;
	private final List<ScenarioResult> results;
	private final Map<String, List<ScenarioResult>> proofs;

	private Conformance(Meter meter, List<Finding> findings, List<ScenarioResult> proofs) {
		this.meter = meter;
		meter.getClasses().forEach(each -> classes.putIfAbsent(each.getClassId(), each.getName()));
		this.answers = new Answers(meter);
		this.judged = new Judged(findings);
		this.results = proofs;
		this.proofs = proofs.stream().collect(Collectors.groupingBy(ScenarioResult::requirement));
	}

	/**
	 * Makes the report of a meter.
	 *
	 * @param label    name of the meter, with its variant
	 * @param findings all findings on the meter, the accepted ones too
	 * @param proofs   what scenarios show, by requirement; none when none were run
	 */
	public static ConformanceReport of(String label, Meter meter, List<Finding> findings, List<ScenarioResult> proofs) {
		return new Conformance(meter, findings, proofs).report(label);
	}

	private ConformanceReport report(String label) {
		List<ConformanceLine> lines = new ArrayList<>();
		meter.getCompanions().forEach(companion -> companion.getDemands().forEach(demand -> lines.add(demand(demand))));
		meter.getCompanions().forEach(companion -> companion.getUseCases().forEach(useCase -> lines.add(useCase(useCase))));
		meter.getCompanions().forEach(companion -> companion.getAlerts().forEach(alert -> lines.add(alert(alert))));
		meter.getCompanions().forEach(companion -> companion.getRequirements().forEach(requirement -> lines.add(object(requirement))));
		meter.getCompanions().forEach(companion -> companion.getAssociations().forEach(association -> lines.add(association(association))));
		List<ConformanceLine> proven = lines.stream().map(line -> proofs.containsKey(line.name()) ? line.with(proofs.get(line.name())) : line).toList();
		return new ConformanceReport(label, meter.getCompanions().stream().map(Companion::getName).toList(), proven, results);
	}

	private static List<Origin> place(CosemObject object) {
		return List.of(Places.of(object));
	}

	private ConformanceLine object(Requirement requirement) {
		Optional<CosemObject> object = answers.object(requirement);
		List<Finding> findings = object.map(judged::on).orElseGet(() -> judged.about(requirement.getName()));
		Verdict verdict = requirement.getKind() == RequirementKind.FORBID ? object.isEmpty() ? Verdict.MET : Judged.worst(findings, Verdict.CONTRADICTED)
				: object.isPresent() ? Judged.verdict(findings) : requirement.getKind() == RequirementKind.REQUIRE ? Judged.worst(findings, Verdict.MISSING) : Verdict.NOT_USED;
		String text = "%s %s at %s".formatted(KINDS.get(requirement.getKind()), classWords(requirement), requirement.getLogicalName());
		return new ConformanceLine(Kind.OBJECT, requirement.getName(), text, requirement.getClauses(), requirement.getUnspecified(), verdict,
				object.map(Conformance::place).orElse(List.of()), Judged.problems(findings), Judged.reasons(findings), List.of());
	}

	/** Says the class by its name where the meter's classes have it, and the version where the companion asks for one. */
	private String classWords(Requirement requirement) {
		String version = requirement.getVersion() < 0 ? "" : " version %d".formatted(requirement.getVersion());
		return classes.containsKey(requirement.getClassId()) ? "%s (class %d%s)".formatted(classes.get(requirement.getClassId()), requirement.getClassId(), version)
				: "class %d%s".formatted(requirement.getClassId(), version);
	}

	private ConformanceLine association(RequiredAssociation wanted) {
		Optional<Association> found = answers.association(wanted);
		List<Finding> findings = found.map(judged::on).orElseGet(() -> judged.about(wanted.getName()));
		Verdict verdict = found.isPresent() ? Judged.verdict(findings)
				: wanted.getKind() == RequirementKind.REQUIRE ? Judged.worst(findings, Verdict.MISSING) : wanted.getKind() == RequirementKind.FORBID ? Verdict.MET : Verdict.NOT_USED;
		String text = "%s an association%s%s".formatted(KINDS.get(wanted.getKind()), wanted.getClientSap() < 0 ? "" : " of client %d".formatted(wanted.getClientSap()),
				wanted.getRole() == null ? "" : " for %s".formatted(wanted.getRole().getName()));
		return new ConformanceLine(Kind.ASSOCIATION, wanted.getName(), text, wanted.getClauses(), wanted.getUnspecified(), verdict,
				found.map(association -> List.of(Places.of(association))).orElse(List.of()), Judged.problems(findings), Judged.reasons(findings), List.of());
	}

	private ConformanceLine useCase(UseCase useCase) {
		Set<String> problems = new LinkedHashSet<>();
		Set<Origin> places = new LinkedHashSet<>();
		useCase.getSteps().forEach(step -> answers.object(step).filter(object -> answers.has(object, step)).ifPresentOrElse(object -> places.add(Places.of(object)),
				() -> problems.add("class %d at %s has no %s %d".formatted(step.getClassId(), step.getLogicalName(), step.getVerb().getLiteral(), step.getIndex()))));
		useCase.getRoles().forEach(role -> problems.addAll(answers.refused(useCase, role)));
		Verdict verdict = useCase.getSteps().isEmpty() ? Verdict.NOT_DECIDED : problems.isEmpty() ? Verdict.MET : places.isEmpty() ? Verdict.MISSING : Verdict.CONTRADICTED;
		return new ConformanceLine(Kind.USE_CASE, useCase.getName(), CompanionWords.of(useCase), useCase.getClauses(), useCase.getUnspecified(), verdict, List.copyOf(places),
				List.copyOf(problems), List.of(), List.of());
	}

	private ConformanceLine alert(Alert alert) {
		List<Reaction> raising = answers.raising(alert.getCode());
		List<Finding> findings = judged.about(alert.getName());
		boolean wanted = alert.getPresence() == Presence.MANDATED || alert.isAlways();
		boolean local = !alert.isAlways() && !alert.getSides().contains(Side.WAN) && answers.logs(alert.getCode());
		Verdict verdict = !raising.isEmpty() || local ? Judged.verdict(findings) : wanted ? Judged.worst(findings, Verdict.MISSING)
				: alert.getPresence() == Presence.UNSPECIFIED ? Verdict.NOT_DECIDED : Verdict.NOT_USED;
		List<String> problems = findings.isEmpty() && verdict == Verdict.MISSING ? List.of("nothing raises it") : Judged.problems(findings);
		return new ConformanceLine(Kind.ALERT, alert.getName(), CompanionWords.of(alert),
				alert.getClauses(), alert.getUnspecified(), verdict, raising.stream().map(Places::of).distinct().toList(), problems, Judged.reasons(findings), List.of());
	}

	private ConformanceLine demand(Demand demand) {
		Set<String> problems = new LinkedHashSet<>();
		Set<Origin> places = new LinkedHashSet<>();
		for (DemandPlace place : demand.getPlaces()) {
			Optional<CosemObject> object = answers.object(place.getRequirement()).filter(found -> answers.has(found, place.getIndex()));
			object.ifPresentOrElse(found -> places.add(Places.of(found)), () -> problems.add("%s is not there".formatted(place.getRequirement().getName())));
		}
		demand.getUseCases().stream().map(this::useCase).filter(line -> line.verdict() != Verdict.MET).forEach(line -> problems.add("use case %s is %s".formatted(line.name(), line.verdict().words())));
		demand.getUseCases().stream().map(this::useCase).forEach(line -> places.addAll(line.places()));
		demand.getAlerts().stream().map(this::alert).filter(line -> line.verdict() != Verdict.MET).forEach(line -> problems.add("the Alert %s is %s".formatted(line.name(), line.verdict().words())));
		demand.getAlerts().stream().map(this::alert).forEach(line -> places.addAll(line.places()));
		boolean decided = !demand.getPlaces().isEmpty() || !demand.getUseCases().isEmpty() || !demand.getAlerts().isEmpty();
		Verdict verdict = !decided ? Verdict.NOT_DECIDED : problems.isEmpty() ? Verdict.MET : places.isEmpty() ? Verdict.MISSING : Verdict.CONTRADICTED;
		List<String> unspecified = demand.getUncertain() == null ? List.of() : List.of(demand.getUncertain());
		return new ConformanceLine(Kind.DEMAND, demand.getName(), demand.getText(), demand.getClauses(), unspecified, verdict, List.copyOf(places), List.copyOf(problems), List.of(), List.of());
	}
}
