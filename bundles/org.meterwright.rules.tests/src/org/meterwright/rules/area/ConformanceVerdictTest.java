// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.meterwright.cosem.Acceptance;
import org.meterwright.cosem.Alert;
import org.meterwright.cosem.Companion;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Demand;
import org.meterwright.cosem.DemandPlace;
import org.meterwright.cosem.Requirement;
import org.meterwright.cosem.RequirementKind;
import org.meterwright.cosem.Role;
import org.meterwright.cosem.UseCase;
import org.meterwright.cosem.UseCaseStep;
import org.meterwright.cosem.Verb;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.rules.RuleChecker;
import org.meterwright.rules.conformance.Conformance;
import org.meterwright.rules.conformance.ConformanceReport;
import org.meterwright.rules.conformance.ScenarioEvidence;
import org.meterwright.rules.conformance.ScenarioEvidence.Alerted;
import org.meterwright.rules.conformance.ScenarioEvidence.Expected;
import org.meterwright.rules.conformance.ScenarioEvidence.Requested;
import org.meterwright.rules.conformance.ScenarioEvidence.Subject;
import org.meterwright.rules.conformance.ScenarioProofs;
import org.meterwright.rules.conformance.ScenarioResult;
import org.meterwright.rules.conformance.Verdict;

/** Verdicts of the conformance report, and what scenarios make of them. */
class ConformanceVerdictTest {
	private static Requirement requirement(Sample s, RequirementKind kind, String name) {
		Requirement requirement = CosemFactory.eINSTANCE.createRequirement();
		requirement.setName("wanted");
		requirement.setKind(kind);
		requirement.setClassId(3);
		requirement.setLogicalName(LogicalName.valueOf(name));
		Companionship.add(s, "acme.market").getRequirements().add(requirement);
		return requirement;
	}

	private static ConformanceReport report(Sample s, ScenarioResult... results) {
		return Conformance.of("E1", s.meter, new RuleChecker().check(s.meter), List.of(results));
	}

	private static Verdict verdict(Sample s, ScenarioResult... results) {
		return report(s, results).lines().getLast().verdict();
	}

	@Test
	void objectsAreThereOrMissing() {
		Sample there = new Sample();
		requirement(there, RequirementKind.REQUIRE, "1-0:1.8.0*255");
		assertEquals(Verdict.MET, verdict(there));
		assertTrue(report(there).conforms());
		Sample missing = new Sample();
		requirement(missing, RequirementKind.REQUIRE, "1-0:2.8.0*255");
		assertEquals(Verdict.MISSING, verdict(missing));
		assertFalse(report(missing).conforms());
		Sample unused = new Sample();
		requirement(unused, RequirementKind.ALLOW, "1-0:2.8.0*255");
		assertEquals(Verdict.NOT_USED, verdict(unused));
		Sample forbidden = new Sample();
		requirement(forbidden, RequirementKind.FORBID, "1-0:1.8.0*255");
		assertEquals(Verdict.CONTRADICTED, verdict(forbidden));
	}

	@Test
	void anAcceptedFindingIsAcceptedWithItsReason() {
		Sample s = new Sample();
		requirement(s, RequirementKind.REQUIRE, "1-0:2.8.0*255");
		Acceptance acceptance = CosemFactory.eINSTANCE.createAcceptance();
		acceptance.setRule(CompanionRules.MISSING_OBJECT);
		acceptance.setReason("no export here");
		s.meter.getAcceptances().add(acceptance);
		assertEquals(Verdict.ACCEPTED, verdict(s));
		assertEquals(List.of("no export here"), report(s).lines().getLast().accepted());
	}

	@Test
	void scenariosProveOrContradict() {
		Sample s = new Sample();
		Demand demand = CosemFactory.eINSTANCE.createDemand();
		demand.setName("display");
		demand.setText("It has a display");
		Companionship.add(s, "acme.market").getDemands().add(demand);
		assertEquals(Verdict.NOT_DECIDED, verdict(s));
		assertEquals(Verdict.PROVEN, verdict(s, new ScenarioResult("display", "shows the balance", true, "")));
		assertEquals(Verdict.CONTRADICTED, verdict(s, new ScenarioResult("display", "shows the balance", false, "stayed dark")));
	}

	@Test
	void aRequirementInWordsIsMetByAllThatAnswersIt() {
		Sample s = new Sample();
		Demand demand = CosemFactory.eINSTANCE.createDemand();
		demand.setName("totals");
		demand.setText("It counts import and export");
		for (String name : List.of("1-0:1.8.0*255", "1-0:2.8.0*255")) {
			DemandPlace place = CosemFactory.eINSTANCE.createDemandPlace();
			place.setRequirement(requirement(s, RequirementKind.ALLOW, name));
			demand.getPlaces().add(place);
		}
		Companionship.add(s, "acme.words").getDemands().add(demand);
		assertEquals(Verdict.CONTRADICTED, report(s).lines().getFirst().verdict());
		assertEquals(List.of("wanted is not there"), report(s).lines().getFirst().problems());
	}

	private static List<ScenarioResult> proofs(Sample s, ScenarioEvidence... evidence) {
		return ScenarioProofs.of(s.meter, List.of(evidence));
	}

	private static ScenarioEvidence scenario(String title, boolean passed, Subject... subjects) {
		return new ScenarioEvidence(title, passed, passed ? "" : "line 3", List.of(subjects));
	}

	private static CosemObject object(Sample s, String name) {
		return s.meter.getDevices().getFirst().getObjects().stream().filter(object -> object.getLogicalName().equals(LogicalName.valueOf(name))).findFirst().orElseThrow();
	}

	@Test
	void whatAScenarioExpectsOfAnObjectProvesIt() {
		Sample s = new Sample();
		requirement(s, RequirementKind.REQUIRE, "1-0:1.8.0*255");
		Expected value = new Expected(object(s, "1-0:1.8.0*255"), 2);
		assertEquals(Verdict.PROVEN, verdict(s, proofs(s, scenario("counts", true, value)).toArray(ScenarioResult[]::new)));
		ConformanceReport failed = report(s, proofs(s, scenario("counts", true, value), scenario("counts back", false, value)).toArray(ScenarioResult[]::new));
		assertEquals(Verdict.CONTRADICTED, failed.lines().getLast().verdict());
		assertFalse(failed.conforms());
	}

	@Test
	void whatTheTextOfAScenarioSaysItProvesIsProvenByItsWord() {
		Sample s = new Sample();
		requirement(s, RequirementKind.REQUIRE, "1-0:1.8.0*255");
		ConformanceReport report = report(s, proofs(s, new ScenarioEvidence("said", true, "", List.of(), List.of("wanted"))).toArray(ScenarioResult[]::new));
		assertEquals(Verdict.PROVEN, report.lines().getLast().verdict());
		assertEquals("by its own word", report.lines().getLast().proofs().getFirst().message());
		assertEquals(Verdict.CONTRADICTED, verdict(s, proofs(s, new ScenarioEvidence("said", false, "line 3", List.of(), List.of("wanted"))).toArray(ScenarioResult[]::new)));
		Expected value = new Expected(object(s, "1-0:1.8.0*255"), 2);
		assertEquals(List.of(""), proofs(s, new ScenarioEvidence("both", true, "", List.of(value), List.of("wanted"))).stream().map(ScenarioResult::message).toList());
	}

	@Test
	void aScenarioThatSaysNothingOfACompanionIsToldAllTheSame() {
		Sample s = new Sample();
		requirement(s, RequirementKind.REQUIRE, "1-0:1.8.0*255");
		ConformanceReport report = report(s, proofs(s, scenario("other", false)).toArray(ScenarioResult[]::new));
		assertEquals(Verdict.MET, report.lines().getLast().verdict());
		assertEquals(List.of(List.of()), List.copyOf(report.scenarios().values()));
		assertFalse(report.conforms());
	}

	@Test
	void aRequirementInWordsIsProvenWhenAllThatAnswersItIsShown() {
		Sample s = new Sample();
		Requirement total = requirement(s, RequirementKind.REQUIRE, "1-0:1.8.0*255");
		Alert alert = CosemFactory.eINSTANCE.createAlert();
		alert.setName("opened");
		alert.setCode(0x8001);
		Demand demand = CosemFactory.eINSTANCE.createDemand();
		demand.setName("both");
		demand.setText("It counts, and tells when it is opened");
		DemandPlace place = CosemFactory.eINSTANCE.createDemandPlace();
		place.setRequirement(total);
		place.setIndex(2);
		demand.getPlaces().add(place);
		demand.getAlerts().add(alert);
		Companion words = Companionship.add(s, "acme.words");
		words.getAlerts().add(alert);
		words.getDemands().add(demand);
		ScenarioEvidence counts = scenario("counts", true, new Expected(object(s, "1-0:1.8.0*255"), 2));
		assertEquals(List.of("wanted"), names(proofs(s, counts)));
		assertEquals(List.of("wanted", "both", "opened"), names(proofs(s, counts, scenario("opened", true, new Alerted(0x8001)))).stream().distinct().toList());
		assertEquals(List.of("both", "opened"), names(proofs(s, scenario("opened", false, new Alerted(0x8001)))));
		assertEquals(List.of("wanted"), names(proofs(s, scenario("scale", true, new Expected(object(s, "1-0:1.8.0*255"), 3)))));
	}

	private static List<String> names(List<ScenarioResult> results) {
		return results.stream().map(ScenarioResult::requirement).toList();
	}

	@Test
	void aUseCaseIsProvenWhenItsRoleDoesAllOfIt() {
		Sample s = new Sample();
		UseCase useCase = CosemFactory.eINSTANCE.createUseCase();
		useCase.setName("read");
		Role role = CosemFactory.eINSTANCE.createRole();
		role.setName("Operator");
		Companion market = Companionship.add(s, "acme.market");
		market.getRoles().add(role);
		market.getUseCases().add(useCase);
		useCase.getRoles().add(role);
		CosemObject total = object(s, "1-0:1.8.0*255");
		for (int attribute : new int[] { 2, 3 }) {
			UseCaseStep step = CosemFactory.eINSTANCE.createUseCaseStep();
			step.setVerb(Verb.READ);
			step.setClassId(3);
			step.setLogicalName(total.getLogicalName());
			step.setIndex(attribute);
			useCase.getSteps().add(step);
		}
		Requested value = new Requested("Operator", Verb.READ, total, 2);
		Requested scale = new Requested("Operator", Verb.READ, total, 3);
		assertEquals(List.of("read"), names(proofs(s, scenario("all", true, value, scale))));
		assertEquals(List.of(""), names(proofs(s, scenario("half", true, value))));
		assertEquals(List.of("read"), names(proofs(s, scenario("half", false, value))));
		assertEquals(List.of(""), names(proofs(s, scenario("another", true, new Requested("Supplier", Verb.READ, total, 2), new Requested("Supplier", Verb.READ, total, 3)))));
	}
}
