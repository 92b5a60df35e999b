// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import static org.meterwright.cosem.value.Values.array;
import static org.meterwright.cosem.value.Values.enumerated;
import static org.meterwright.cosem.value.Values.integer;
import static org.meterwright.cosem.value.Values.octets;
import static org.meterwright.cosem.value.Values.structure;

import java.util.List;

import org.meterwright.cosem.Action;
import org.meterwright.cosem.Alert;
import org.meterwright.cosem.Companion;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.ObjectListEntry;
import org.meterwright.cosem.UseCase;
import org.meterwright.cosem.access.MethodAccess;
import org.meterwright.cosem.Verb;
import org.meterwright.cosem.builder.Actions;
import org.meterwright.cosem.builder.Triggers;
import org.meterwright.cosem.value.Origin;
import org.meterwright.cosem.value.Values;

/** Rules on details of GBCS: payments, times of activation, what Alerts carry, groups of objects. */
class GbcsDetailRulesTest extends RuleCases {
	private static final String NEVER = "FFFFFFFFFFFFFFFFFFFFFFFF";
	private static final String AT_ONCE = "0000000000000000008000FF";
	private static final String TIME = "octet-string(12)";
	private static final String HASH = "octet-string(32)";

	@Override
	List<RuleCase> cases() {
		return List.of(
				rule(GbcsDetailRules.SECOND_GATEWAY, s -> gateway(s, "0-0:19.40.1*255"), s -> gateway(s, "0-0:19.40.0*255")),
				rule(GbcsDetailRules.OTHER_TOP_UP, s -> makers(s, Verb.CALL, 1), s -> makers(s, Verb.READ, 2)),
				rule(GbcsDetailRules.ACTIVATION, s -> activation(s, "000000000000000000000000"), s -> activation(s, AT_ONCE)),
				rule(GbcsDetailRules.ACTIVATION, s -> activation(s, "FFFFFFFFFFFFFFFFFF800000"), s -> activation(s, NEVER)),
				rule(GbcsDetailRules.ACTIVATION, s -> activation(s, "07EA0CFFFF00000000003C00"), s -> activation(s, "07EA0C01FF00000000003C00")),
				rule(GbcsContentRules.OUTAGE, s -> carries(s, 0x8F35, TIME), s -> carries(s, 0x8F35, TIME, TIME)),
				rule(GbcsContentRules.OUTAGE, s -> carries(s, 0x8F3C, "structure { one: octet-string(12), other: long }"),
						s -> carries(s, 0x8F3C, "structure { one: octet-string(12), other: octet-string(12) }")),
				rule(GbcsContentRules.OUTAGE, s -> carries(s, 0x8F36), s -> alert(s, 0x8FF1)),
				rule(GbcsContentRules.HASH, s -> carries(s, 0x8F72), s -> s.reaction.getActions().remove(withoutTrigger(s))),
				rule(GbcsContentRules.OUTCOME, s -> carries(s, 0x8F66), s -> carries(s, 0x8F66, "octet-string(19)")),
				rule(GbcsUseCaseRules.SAID_ANEW, s -> said(s, "library:gbcs/reads-logs.cosem"), s -> said(s, "library:acme/more.cosem")),
				rule(GbcsUseCaseRules.WITHDRAWN, s -> older(s, false), s -> older(s, true)),
				rule(GbcsContentRules.OUTCOME, s -> carries(s, 0x8F67, "octet-string(18)"), s -> carries(s, 0x8F66, "octet-string(19)")),
				rule(GbcsContentRules.HASH, s -> carries(s, 0x8F72, "double-long-unsigned"), s -> carries(s, 0x8F72, HASH)),
				rule(GbcsContentRules.HASH, s -> carries(s, 0x8F1C, HASH, HASH), s -> carries(s, 0x8F1C, "octet-string")),
				rule(GbcsContentRules.TIME_TWICE, s -> alert(s, 0x8FF1).getColumns().add(Triggers.column(s.clock, 2)),
						s -> alert(s, 0x8FF1).getColumns().add(Triggers.column(s.clock, 3))),
				rule(GbcsProtectionRules.TOO_LITTLE, s -> command(s, true, 1 | 4), s -> command(s, true, 1 | 4 | 16)),
				rule(GbcsProtectionRules.TOO_MUCH, s -> command(s, false, 1 | 4 | 16), s -> command(s, true, 1 | 4 | 16)),
				rule(GbcsDetailRules.PHASES, s -> phases(s, 32, 52), s -> phases(s, 32, 52, 72)),
				rule(GbcsDetailRules.TWIN_ELEMENT, s -> twin(s, "0-0:13.0.1*255"), s -> twin(s, "0-0:13.0.0*255")));
	}

	/** A command of the supplier's that runs a script, and the mode that its right has; another use case reads what there is besides. */
	private static void command(Sample s, boolean critical, int mode) {
		Companion companion = Companionship.gbcs(s);
		UseCase useCase = Companionship.useCase(companion, "ECS99", 0x0199);
		useCase.setCritical(critical);
		useCase.getRoles().add(s.supplier);
		Companionship.step(useCase, s.scripts, Verb.CALL, 1);
		UseCase reading = Companionship.useCase(companion, "ECS98", 0x0198);
		s.device.getObjects().stream().filter(object -> !object.isInternal()).forEach(object -> Companionship.step(reading, object, Verb.READ, 1));
		s.value(s.keys, 3, Values.enumerated(1));
		ObjectListEntry entry = Sample.entry(s.supplying, s.scripts);
		entry.setRights(entry.getRights().with(new MethodAccess(1, mode)));
	}

	private static void gateway(Sample s, String name) {
		Companionship.gbcs(s);
		s.shown("account", "111 0", "0-0:19.0.0*255", each -> each.nvm(2));
		s.shown("gateway", "115 0", name, each -> each.ram(2, "octet-string(20)"));
	}

	private static void makers(Sample s, Verb verb, int index) {
		gateway(s, "0-0:19.40.0*255");
		UseCase useCase = Companionship.useCase(makers(s), "ACME2", 0x7002);
		Companionship.step(useCase, s.device.getObjects().getLast(), verb, index);
	}

	private static void activation(Sample s, String time) {
		Companionship.gbcs(s);
		s.shown("accountNext", "111 0", "0-1:19.0.0*255", each -> each.nvm(2).rom(13, octets(time)));
	}

	private static Alert alert(Sample s, int code) {
		Companionship.gbcs(s);
		Alert alert = s.alert("alert%04X".formatted(code), code);
		alert.setCompanion("gbcs.v4.esme");
		alert.setAlways(true);
		s.reaction.getActions().add(Actions.alert(alert));
		return alert;
	}

	private static void carries(Sample s, int code, String... types) {
		Alert alert = alert(s, code);
		for (int i = 0; i < types.length; i++) {
			String type = types[i];
			CosemObject object = s.shown("carried%d".formatted(i), "1 0", "0-0:96.13.%d*255".formatted(i), each -> each.ram(2, type));
			alert.getColumns().add(Triggers.column(object, 2));
		}
	}

	private static Action withoutTrigger(Sample s) {
		carries(s, 0x8F72);
		return s.reaction.getActions().getLast();
	}

	/** A use case of a maker that takes the place of another one. */
	private static void said(Sample s, String file) {
		Companionship.gbcs(s);
		UseCase own = Companionship.useCase(makers(s), "ECS70", 0x0062);
		own.getOrigins().addAll(List.of(s.line(), new Origin(file, 1, 0, 5, "companion")));
		Companionship.step(own, s.clock, Verb.READ, 2);
	}

	private static Companion makers(Sample s) {
		Companion companion = Companionship.add(s, "acme.extra");
		companion.getOrigins().clear();
		UseCase all = Companionship.useCase(companion, "ACME1", 0x7001);
		s.device.getObjects().stream().filter(object -> !object.isInternal()).forEach(object -> Companionship.step(all, object, Verb.READ, 1));
		return companion;
	}

	private static void older(Sample s, boolean conforms) {
		Companionship.gbcs(s);
		Companionship.step(Companionship.useCase(makers(s), "ECS26d", 0x003E), s.clock, Verb.READ, 2);
		if (conforms) {
			Companionship.add(s, "gbcs.v4.withdrawn");
		}
	}

	private static void phases(Sample s, int... groups) {
		Companionship.gbcs(s);
		for (int c : groups) {
			s.shown("voltage%d".formatted(c), "3 0", "1-0:%d.7.0*255".formatted(c), each -> each.ram(2, "long-unsigned").rom(3, structure(integer(-1), enumerated(35))));
		}
	}

	private static void twin(Sample s, String calendar) {
		Companionship.gbcs(s);
		s.shown("calendar", "20 0", calendar, each -> each.rom(3, array()).rom(4, array()).rom(5, array()));
	}
}
