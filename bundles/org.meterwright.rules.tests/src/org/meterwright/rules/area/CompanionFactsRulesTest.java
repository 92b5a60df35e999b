// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import static org.meterwright.cosem.value.Values.array;
import static org.meterwright.cosem.value.Values.doubleLongUnsigned;
import static org.meterwright.cosem.value.Values.logicalName;
import static org.meterwright.cosem.value.Values.longUnsigned;
import static org.meterwright.rules.area.Sample.column;
import static org.meterwright.rules.area.Sample.grant;

import java.util.List;

import org.meterwright.cosem.Acceptance;
import org.meterwright.cosem.Alert;
import org.meterwright.cosem.Association;
import org.meterwright.cosem.Companion;
import org.meterwright.cosem.Context;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Presence;
import org.meterwright.cosem.RequiredAssociation;
import org.meterwright.cosem.Requirement;
import org.meterwright.cosem.RequirementKind;
import org.meterwright.cosem.Role;
import org.meterwright.cosem.RoleAccess;
import org.meterwright.cosem.Side;
import org.meterwright.cosem.StepElement;
import org.meterwright.cosem.UseCase;
import org.meterwright.cosem.ScriptName;
import org.meterwright.cosem.Verb;
import org.meterwright.cosem.builder.Actions;
import org.meterwright.cosem.builder.Triggers;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.LogicalName;

/** Rules on access, successors, associations, Alerts and steps of use cases. */
class CompanionFactsRulesTest extends RuleCases {
	@Override
	List<RuleCase> cases() {
		return List.of(
				rule(CompanionAccessRules.ACCESS_MISSING, s -> access(s, Verb.WRITE, false, false), s -> access(s, Verb.READ, false, false)),
				rule(CompanionAccessRules.ACCESS_DENIED, s -> access(s, Verb.READ, true, false), s -> access(s, Verb.WRITE, true, false)),
				rule(CompanionAccessRules.ACCESS_EXCLUSIVE, s -> readers(s, access(s, Verb.READ, false, true)), s -> access(s, Verb.READ, false, true)),
				rule(CompanionAccessRules.NO_ACTIVE, s -> successor(s, "1-0:1.8.9*255", 0), s -> successor(s, "1-0:1.7.0*255", 0)),
				rule(CompanionAccessRules.NO_ACTIVATION, s -> successor(s, "1-0:1.7.0*255", 9), s -> successor(s, "1-0:1.7.0*255", 2)),
				rule(CompanionAssociationRules.MISSING, s -> association(s, RequirementKind.REQUIRE, 9, 5), s -> association(s, RequirementKind.REQUIRE, 1, 5)),
				rule(CompanionAssociationRules.FORBIDDEN, s -> association(s, RequirementKind.FORBID, 1, 5), s -> association(s, RequirementKind.FORBID, 1, 2)),
				rule(CompanionAssociationRules.CONTRADICTS, s -> association(s, RequirementKind.REQUIRE, 1, 6), s -> association(s, RequirementKind.REQUIRE, 1, 5)),
				rule(CompanionAssociationRules.CONTRADICTS, s -> association(s, RequirementKind.REQUIRE, 1, 5).setMinimumPdu(2048),
						s -> association(s, RequirementKind.REQUIRE, 1, 5).setMinimumPdu(512)),
				rule(CompanionAssociationRules.CONTRADICTS, s -> association(s, RequirementKind.REQUIRE, 1, 5).getContexts().add(Context.PLAIN),
						s -> association(s, RequirementKind.REQUIRE, 1, 5).getContexts().add(Context.CIPHERED)),
				rule(CompanionAlertRules.CRITICALITY, s -> declared(s).setCritical(true), s -> specified(declared(s), "critical").setCritical(true)),
				rule(CompanionAlertRules.RECIPIENT, s -> declared(s).getRecipients().add(role(s)), s -> declared(s).getRecipients().add(s.supplier)),
				rule(CompanionAlertRules.MESSAGE, s -> message(s, 0x1000), s -> message(s, 0x1001)),
				rule(CompanionAlertRules.SWITCHED, s -> declared(s).setAlways(true), s -> always(s)),
				rule(CompanionAlertRules.MASK, s -> mask(s, 256), s -> mask(s, 255)),
				rule(CompanionAlertRules.OTHER_LOG, s -> declared(s).getLogs().add(second(s)), s -> declared(s).getLogs().add(s.log)),
				rule(CompanionAlertRules.OTHER_SIDE, s -> sided(s, Side.HAN), s -> sided(s, Side.WAN)),
				rule(CompanionAlertRules.CODE_TAKEN, s -> s.tamper.setCompanion(declared(s) == null ? "" : null), s -> declared(s)),
				rule(CompanionAccessRules.MORE_THAN_USE_CASES, s -> others(s, 2), s -> others(s, 3)),
				rule(CompanionAccessRules.ROLE_WITHOUT_ASSOCIATION, s -> step(s, Verb.READ).getRoles().add(role(s)), s -> step(s, Verb.READ).getRoles().add(s.supplier)),
				rule(CompanionUseCaseRules.SCRIPT, s -> runs(s, 99), s -> runs(s, 51)),
				rule(CompanionUseCaseRules.NAMED_SCRIPT, s -> names(s, 99), s -> names(s, 51)),
				rule(CompanionUseCaseRules.SELECTOR, s -> selecting(s), s -> grant(s.supplying, selecting(s), 2, 1, 1)),
				rule(CompanionUseCaseRules.TYPE, s -> typed(s, "long"), s -> typed(s, "double-long-unsigned")),
				rule(CompanionUseCaseRules.OTHER_CLASS, s -> requirement(s, 1, "1-0:1.8.0*255"), s -> requirement(s, 3, "1-0:1.8.0*255")),
				rule(CompanionUseCaseRules.COMPANIONS_DISAGREE, s -> disagree(s, RequirementKind.REQUIRE), s -> disagree(s, RequirementKind.ALLOW)));
	}

	private static Requirement requirement(Sample s, int classId, String name) {
		Requirement requirement = CosemFactory.eINSTANCE.createRequirement();
		requirement.setName("wanted");
		requirement.setKind(RequirementKind.ALLOW);
		requirement.setClassId(classId);
		requirement.setLogicalName(LogicalName.valueOf(name));
		Companionship.add(s, "acme.market").getRequirements().add(requirement);
		return requirement;
	}

	private static Role role(Sample s) {
		return s.builder.role("Other", Side.WAN);
	}

	private static RoleAccess access(Sample s, Verb verb, boolean denied, boolean exclusive) {
		RoleAccess access = CosemFactory.eINSTANCE.createRoleAccess();
		access.setVerb(verb);
		access.setIndex(2);
		access.setDenied(denied);
		access.setExclusive(exclusive);
		access.getRoles().add(s.supplier);
		requirement(s, 3, "1-0:1.8.0*255").getAccesses().add(access);
		return access;
	}

	/** Lets another association read what is exclusive. */
	private static void readers(Sample s, RoleAccess access) {
		s.show(s.open, s.total);
	}

	private static void successor(Sample s, String active, int attribute) {
		Requirement next = requirement(s, 3, "1-0:1.8.0*255");
		next.setActive(requirement(s, 3, active));
		if (attribute > 0) {
			next.setActivation(next);
			next.setActivationAttribute(attribute);
		}
	}

	private static RequiredAssociation association(Sample s, RequirementKind kind, int client, int mechanism) {
		RequiredAssociation association = CosemFactory.eINSTANCE.createRequiredAssociation();
		association.setName("access");
		association.setKind(kind);
		association.setClientSap(client);
		association.setMechanism(mechanism);
		Companionship.add(s, "acme.market").getAssociations().add(association);
		return association;
	}

	/** Declares the sample's Alert in a companion. */
	private static Alert declared(Sample s) {
		Alert alert = CosemFactory.eINSTANCE.createAlert();
		alert.setName("coverTamper");
		alert.setCode(0x8F3F);
		Companionship.add(s, "acme.market").getAlerts().add(alert);
		s.tamper.setCompanion("acme.market");
		return alert;
	}

	private static Alert specified(Alert alert, String facet) {
		alert.getUnspecified().add(facet);
		return alert;
	}

	private static void message(Sample s, int code) {
		s.tamper.setMessage(0x1001);
		declared(s).setMessage(code);
	}

	private static void always(Sample s) {
		Alert alert = declared(s);
		alert.setAlways(true);
		alert.setPresence(Presence.CONFIGURABLE);
	}

	private static void mask(Sample s, int bit) {
		CosemObject mask = s.shown("mask", "1 0", "0-0:96.5.0*255", each -> each.ram(2, "bit-string(256)"));
		Alert alert = declared(s);
		alert.getMasks().add(mask);
		alert.setBit(bit);
	}

	private static CosemObject second(Sample s) {
		CosemObject log = s.shown("second", "7 1", "0-0:99.98.4*255", log2 -> log2.nvm(2)
				.rom(3, array(column(8, "0-0:1.0.0*255", 2), column(1, "0-0:96.11.0*255", 2))).rom(4, doubleLongUnsigned(0))
				.rom(8, doubleLongUnsigned(10)));
		s.builder.reaction("onCover2", Triggers.on(s.covered), Actions.log(log, longUnsigned(0x8F3F)));
		return log;
	}

	private static void sided(Sample s, Side side) {
		s.tamper.setPush(s.billing);
		declared(s).getSides().add(side);
	}

	private static UseCase step(Sample s, Verb verb) {
		UseCase useCase = Companionship.useCase(Companionship.add(s, "acme.market"), "AC1", 0x4F);
		Companionship.step(useCase, s.total, verb, 2);
		return useCase;
	}

	/** A use case of another role that writes an attribute which the supplier may write only when it is 2 or 3 of the clock. */
	private static void others(Sample s, int attribute) {
		Companion companion = Companionship.add(s, "acme.market");
		UseCase own = Companionship.useCase(companion, "AC1", 0x4F);
		Companionship.step(own, s.clock, Verb.WRITE, 3);
		own.getRoles().add(s.supplier);
		UseCase other = Companionship.useCase(companion, "AC2", 0x50);
		Companionship.step(other, s.clock, Verb.WRITE, attribute);
		other.getRoles().add(role(s));
		Association third = s.third(7);
		third.setRole(other.getRoles().get(0));
		third.setMechanism(5);
		third.setContext(Context.CIPHERED);
		third.setSecurity(s.keys);
		s.value(third.getObject(), 9, logicalName("0-0:43.0.0*255"));
		s.show(third, s.clock);
		grant(third, s.clock, attribute, 3);
	}

	private static void runs(Sample s, int id) {
		UseCase useCase = Companionship.useCase(Companionship.add(s, "acme.market"), "AC1", 0x4F);
		Companionship.step(useCase, s.scripts, Verb.CALL, 1);
		useCase.getSteps().get(0).setConstant(longUnsigned(id));
	}

	private static void names(Sample s, int id) {
		Requirement requirement = requirement(s, 9, s.scripts.getLogicalName().toString());
		ScriptName script = CosemFactory.eINSTANCE.createScriptName();
		script.setName("named");
		script.setScriptId(id);
		requirement.getScripts().add(script);
	}

	private static CosemObject selecting(Sample s) {
		UseCase useCase = Companionship.useCase(Companionship.add(s, "acme.market"), "AC1", 0x4F);
		Companionship.step(useCase, s.log, Verb.READ, 2);
		useCase.getSteps().get(0).getSelectors().add(1);
		useCase.getRoles().add(s.supplier);
		return s.log;
	}

	private static void typed(Sample s, String type) {
		UseCase useCase = step(s, Verb.READ);
		StepElement element = CosemFactory.eINSTANCE.createStepElement();
		element.setPath("value");
		element.setType(DataType.valueOf(type));
		useCase.getSteps().get(0).getElements().add(element);
	}

	private static void disagree(Sample s, RequirementKind kind) {
		requirement(s, 3, "1-0:1.8.9*255").setKind(RequirementKind.FORBID);
		requirement(s, 3, "1-0:1.8.9*255").setKind(kind);
		if (kind == RequirementKind.REQUIRE) {
			Acceptance accepted = CosemFactory.eINSTANCE.createAcceptance();
			accepted.setRule(CompanionRules.MISSING_OBJECT);
			accepted.setReason("the companions disagree");
			s.meter.getAcceptances().add(accepted);
		}
	}
}
