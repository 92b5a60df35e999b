// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.meterwright.cosem.Acceptance;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.Demand;
import org.meterwright.cosem.DemandPlace;
import org.meterwright.cosem.Requirement;
import org.meterwright.cosem.RequirementKind;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.rules.RuleChecker;
import org.meterwright.rules.conformance.Conformance;
import org.meterwright.rules.conformance.ConformanceReport;
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
}
