// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import static org.meterwright.cosem.value.Values.array;
import static org.meterwright.cosem.value.Values.enumerated;
import static org.meterwright.cosem.value.Values.octets;
import static org.meterwright.cosem.value.Values.structure;

import java.util.List;

import org.meterwright.cosem.Companion;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.RequiredAttribute;
import org.meterwright.cosem.Requirement;
import org.meterwright.cosem.RequirementKind;
import org.meterwright.cosem.UseCase;
import org.meterwright.cosem.Verb;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.LogicalName;

class CompanionRulesTest extends RuleCases {
	@Override
	List<RuleCase> cases() {
		return List.of(
				rule(CompanionRules.MISSING_OBJECT, s -> require(s, RequirementKind.REQUIRE, "1-0:2.8.0*255"),
						s -> require(s, RequirementKind.REQUIRE, "1-0:1.8.0*255")),
				rule(CompanionRules.MISSING_OBJECT, s -> byTheWay(s, true), s -> byTheWay(s, false)),
				rule(CompanionRules.FORBIDDEN_OBJECT, s -> require(s, RequirementKind.FORBID, "1-0:1.8.0*255"),
						s -> require(s, RequirementKind.FORBID, "1-0:2.8.0*255")),
				rule(CompanionRules.ATTRIBUTE, s -> typed(s, "long"),
						s -> typed(s, "double-long-unsigned")),
				rule(CompanionRules.INTERNAL_IN_USE_CASE, s -> step(s, s.lastEvent, Verb.READ, 2),
						s -> step(s, s.total, Verb.READ, 2)),
				rule(CompanionRules.MISSING_STEP, s -> step(s, s.total, Verb.READ, 9),
						s -> step(s, s.total, Verb.READ, 3)),
				rule(CompanionRules.USE_CASE_RIGHTS, s -> step(s, s.total, Verb.WRITE, 2).getRoles().add(s.supplier),
						s -> step(s, s.total, Verb.READ, 2).getRoles().add(s.supplier)),
				rule(CompanionRules.DUPLICATE_MESSAGE, s -> messages(s, 0x4F),
						s -> messages(s, 0x50)));
	}

	private static Requirement require(Sample s, RequirementKind kind, String name) {
		Requirement requirement = CosemFactory.eINSTANCE.createRequirement();
		requirement.setName("total");
		requirement.setKind(kind);
		requirement.setClassId(3);
		requirement.setLogicalName(LogicalName.valueOf(name));
		Companionship.add(s, "acme.market").getRequirements().add(requirement);
		return requirement;
	}

	/** The place of a required schedule is taken by an internal one, which may come of a reaction without a name. */
	private static void byTheWay(Sample s, boolean generated) {
		CosemObject schedule = s.object("schedule", "22 0", "0-0:15.0.0*255",
				each -> each.rom(2, Sample.run(52)).rom(3, enumerated(1)).rom(4, array(structure(octets(0, 0, 0, 0), octets(0xFF, 0xFF, 0xFF, 1, 0xFF)))).internal());
		schedule.setGenerated(generated);
		require(s, RequirementKind.REQUIRE, "0-0:15.0.0*255").setClassId(22);
	}

	private static void typed(Sample s, String type) {
		RequiredAttribute attribute = CosemFactory.eINSTANCE.createRequiredAttribute();
		attribute.setIndex(2);
		attribute.setType(DataType.valueOf(type));
		require(s, RequirementKind.REQUIRE, "1-0:1.8.0*255").getAttributes().add(attribute);
	}

	private static UseCase step(Sample s, CosemObject object, Verb verb, int index) {
		UseCase useCase = Companionship.useCase(Companionship.add(s, "acme.market"), "AC1", 0x4F);
		Companionship.step(useCase, object, verb, index);
		return useCase;
	}

	private static void messages(Sample s, int second) {
		Companion companion = Companionship.add(s, "acme.market");
		Companionship.useCase(companion, "AC1", 0x4F);
		Companionship.useCase(companion, "AC2", second);
	}
}
