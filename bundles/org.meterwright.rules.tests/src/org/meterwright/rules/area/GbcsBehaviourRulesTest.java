// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import static org.meterwright.cosem.value.Values.array;
import static org.meterwright.cosem.value.Values.doubleLong;
import static org.meterwright.cosem.value.Values.doubleLongUnsigned;
import static org.meterwright.cosem.value.Values.enumerated;
import static org.meterwright.cosem.value.Values.integer;
import static org.meterwright.cosem.value.Values.logicalName;
import static org.meterwright.cosem.value.Values.longUnsigned;
import static org.meterwright.cosem.value.Values.structure;
import static org.meterwright.cosem.value.Values.unsigned;
import static org.meterwright.rules.area.Sample.allow;
import static org.meterwright.rules.area.Sample.column;
import static org.meterwright.rules.area.Sample.grant;
import static org.meterwright.rules.area.Sample.script;
import static org.meterwright.rules.area.Sample.write;

import java.util.List;

import org.meterwright.cosem.Alert;
import org.meterwright.cosem.Comparison;
import org.meterwright.cosem.Companion;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Presence;
import org.meterwright.cosem.Reaction;
import org.meterwright.cosem.LogAction;
import org.meterwright.cosem.Selection;
import org.meterwright.cosem.Side;
import org.meterwright.cosem.UseCase;
import org.meterwright.cosem.Verb;
import org.meterwright.cosem.builder.Actions;
import org.meterwright.cosem.builder.Triggers;
import org.meterwright.cosem.value.Value;

/** Rules on the behaviours behind the use cases of GBCS. */
class GbcsBehaviourRulesTest extends RuleCases {
	@Override
	List<RuleCase> cases() {
		return List.of(
				rule(GbcsBehaviourRules.HAN_SCRIPT, s -> hanScript(s, Side.HAN), s -> hanScript(s, Side.WAN)),
				rule(GbcsBehaviourRules.NO_CALENDAR, s -> disablement(s, true, false), s -> disablement(s, true, true)),
				rule(GbcsBehaviourRules.SILENT_DISABLEMENT, s -> disablement(s, false, true), s -> disablement(s, true, true)),
				rule(GbcsBehaviourRules.SILENT_BILLING, s -> billing(s, 0x8FF1), s -> billing(s, 0x8F0A)),
				rule(GbcsBehaviourRules.NOT_SEALED, s -> sealed(s, "1-0:1.7.0*255"), s -> sealed(s, "1-0:1.8.0*255")),
				rule(GbcsBehaviourRules.ACTIVE_ACCOUNT, s -> account(s, 3), s -> account(s, 1)),
				rule(GbcsBehaviourRules.FOREIGN_MASKS, s -> mask(s, "0-30:97.98.11*255", "0-30:96.13.0*255"), s -> mask(s, "0-0:97.98.10*255", "0-0:97.98.11*255")),
				rule(GbcsBehaviourRules.OTHER_BIT, s -> configurable(s, 3), s -> configurable(s, 22)),
				rule(GbcsBehaviourRules.SECURITY_SWITCHED, s -> security(s, Presence.CONFIGURABLE), s -> security(s, Presence.MANDATED)),
				rule(GbcsBehaviourRules.LOG_LAYOUT, s -> log(s, "long-unsigned"), s -> log(s, "double-long-unsigned")),
				rule(GbcsBehaviourRules.NOT_FUTURE_DATED, s -> dated(s, false), s -> dated(s, true)),
				rule(GbcsBehaviourRules.BILLING_CONTENT, s -> content(s, Selection.ALL), s -> content(s, Selection.NEWEST)),
				rule(GbcsBehaviourRules.INTERNAL_ALERT, s -> carried(s, hidden(s)), s -> carried(s, hidden(s).isInternal() ? s.total : s.clock)));
	}

	private static void hanScript(Sample s, Side side) {
		hidden(s);
		s.supplier.setSide(side);
		CosemObject table = s.shown("serviceScripts", "9 0", "0-0:10.0.101*255",
				each -> each.rom(2, array(script(1, write(1, "0-0:96.12.0*255", 2, longUnsigned(0))))));
		allow(s.supplying, table, 1, 1);
	}

	private static Alert alert(Sample s, int code) {
		Alert alert = s.alert("alert%04X".formatted(code), code);
		alert.setAlways(true);
		alert.setCompanion("gbcs.v4.esme");
		return alert;
	}

	private static void disablement(Sample s, boolean alerted, boolean held) {
		Companionship.gbcs(s);
		s.shown("account", "111 0", "0-0:19.0.0*255", each -> each.rom(9, array(logicalName("0-0:19.10.0*255"))));
		CosemObject balance = s.shown("balance", "112 0", "0-0:19.10.0*255", each -> each.rom(4, unsigned(1)));
		Reaction reaction = s.builder.reaction("disablement", Triggers.when(balance, 2, Comparison.LESS_OR_EQUAL, doubleLong(0)), Actions.run(s.scripts, 52));
		if (alerted) {
						reaction.getActions().add(Actions.alert(alert(s, 0x8F0F)));
		}
		if (held) {
			reaction.setGuard(s.shown("calendar", "10 0", "0-0:12.0.1*255", each -> each.rom(2, array())));
		}
	}

	private static CosemObject billingLog(Sample s) {
		return s.shown("billingLog", "7 1", "0-0:98.1.0*255", each -> each.nvm(2).rom(3, array(column(8, "0-0:1.0.0*255", 2), column(3, "1-0:1.8.0*255", 2)))
				.rom(4, doubleLongUnsigned(0)).rom(8, doubleLongUnsigned(12)));
	}

	private static void billing(Sample s, int code) {
		Companionship.gbcs(s);
		s.builder.reaction("monthly", Triggers.every("*-*-01 00:00"), Actions.capture(billingLog(s)), Actions.alert(alert(s, code)));
	}

	private static void sealed(Sample s, String name) {
		Companion companion = Companionship.gbcs(s);
		CosemObject seal = s.shown("seal", "30 0", "0-0:43.2.1*255", each -> each.call(2, "seal").rom(3, array(sealed(name))));
		UseCase useCase = Companionship.useCase(companion, "ECS1", 0x4F);
		Companionship.step(useCase, s.total, Verb.READ, 2);
		useCase.getSteps().get(0).setSensitive(true);
		Companionship.step(useCase, seal, Verb.CALL, 1);
		others(s, useCase);
	}

	private static Value sealed(String name) {
		return structure(longUnsigned(3), logicalName(name), integer(2), longUnsigned(0), structure(enumerated(0), new Value.Null()));
	}

	/** Reads all other objects too, so that none is the maker's own. */
	private static void others(Sample s, UseCase useCase) {
		List.of(s.clock, s.total, s.power, s.supply, s.log, s.pushObject, s.scripts).forEach(object -> Companionship.step(useCase, object, Verb.READ, 1));
	}

	private static void account(Sample s, int mode) {
		Companionship.gbcs(s);
		CosemObject account = s.shown("account", "111 0", "0-0:19.0.0*255", each -> each.nvm(2));
		grant(s.supplying, account, 2, mode);
	}

	private static void mask(Sample s, String name, String neighbour) {
		Companionship.add(s, "acme.market");
		s.shown("mask", "1 0", name, each -> each.ram(2, "bit-string(32)"));
		s.shown("neighbour", "1 0", neighbour, each -> each.ram(2, "bit-string(32)"));
	}

	private static void configurable(Sample s, int bit) {
		Companionship.gbcs(s);
		Alert alert = alert(s, 0x8016);
		s.reaction.getActions().add(Actions.alert(alert));
		alert.setPresence(Presence.CONFIGURABLE);
		alert.setBit(bit);
	}

	private static void security(Sample s, Presence presence) {
		Companionship.gbcs(s);
		s.tamper.setPresence(presence);
		s.tamper.getLogs().add(log(s, "double-long-unsigned"));
	}

	private static CosemObject log(Sample s, String type) {
		if (s.meter.getCompanions().isEmpty()) {
			Companionship.gbcs(s);
		}
		s.object("logTime", "1 0", "0-0:94.44.100*255", each -> each.call(2, type, "secondsOfUtc").internal());
		CosemObject log = s.shown("securityLog", "7 1", "0-0:99.98.1*255", each -> each.nvm(2)
				.rom(3, array(column(1, "0-0:94.44.100*255", 2), column(1, "0-0:96.11.0*255", 2))).rom(4, doubleLongUnsigned(0)).rom(8, doubleLongUnsigned(100)));
		s.reaction.getActions().add(Actions.log(log, longUnsigned(0x8F3F)));
		return log;
	}

	private static void dated(Sample s, boolean dated) {
		Companion companion = Companionship.gbcs(s);
		CosemObject account = s.shown("accountNext", "111 0", "0-1:19.0.0*255", each -> each.nvm(2).nvm(13));
		UseCase useCase = Companionship.useCase(companion, "ECS1", 0x4F);
		useCase.setFutureDated(dated);
		Companionship.step(useCase, account, Verb.WRITE, 13);
		others(s, useCase);
	}

	private static void content(Sample s, Selection selection) {
		billing(s, 0x8F0A);
		Alert alert = s.meter.getAlerts().get(1);
		var column = Triggers.column(s.device.getObjects().get(s.device.getObjects().size() - 1), 2);
		column.setSelection(selection);
		alert.getColumns().add(column);
	}

	/** Adds an internal object to an ESME whose logs hold none. */
	private static CosemObject hidden(Sample s) {
		if (s.meter.getCompanions().isEmpty()) {
			Companionship.gbcs(s);
		}
		s.value(s.log, 3, array(column(1, "0-0:42.0.0*255", 2)));
		s.reaction.getActions().stream().filter(LogAction.class::isInstance).forEach(action -> ((LogAction) action).getArguments().clear());
		return s.object("hidden", "1 0", "0-0:96.12.0*255", each -> each.ram(2, "long-unsigned").internal());
	}

	private static void carried(Sample s, CosemObject object) {
		s.supplier.setSide(Side.HAN);
		s.tamper.setPush(s.billing);
		s.tamper.getColumns().add(Triggers.column(object, 2));
	}

}
