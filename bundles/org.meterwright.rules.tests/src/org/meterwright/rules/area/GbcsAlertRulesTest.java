// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import static org.meterwright.cosem.value.Values.array;
import static org.meterwright.cosem.value.Values.doubleLong;
import static org.meterwright.cosem.value.Values.doubleLongUnsigned;
import static org.meterwright.cosem.value.Values.enumerated;
import static org.meterwright.cosem.value.Values.logicalName;
import static org.meterwright.cosem.value.Values.longUnsigned;
import static org.meterwright.cosem.value.Values.octets;
import static org.meterwright.cosem.value.Values.structure;
import static org.meterwright.cosem.value.Values.unsigned;
import static org.meterwright.rules.area.Sample.allow;
import static org.meterwright.rules.area.Sample.column;
import static org.meterwright.rules.area.Sample.monitored;
import static org.meterwright.rules.area.Sample.run;

import java.util.List;
import java.util.stream.IntStream;

import org.meterwright.cosem.Alert;
import org.meterwright.cosem.Comparison;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Presence;
import org.meterwright.cosem.Reaction;
import org.meterwright.cosem.Side;
import org.meterwright.cosem.builder.Actions;
import org.meterwright.cosem.builder.Triggers;
import org.meterwright.cosem.value.Value;

class GbcsAlertRulesTest extends RuleCases {
	@Override
	List<RuleCase> cases() {
		return List.of(
				rule(GbcsAlertRules.NO_TRIGGER, s -> Companionship.mandated(Companionship.gbcs(s), 0x8F74),
						s -> Companionship.mandated(Companionship.gbcs(s), 0x8F3F)),
				rule(GbcsAlertRules.NO_LOG, s -> logged(s),
						s -> s.reaction.getActions().add(Actions.log(logged(s), longUnsigned(1)))),
				rule(GbcsAlertRules.NO_PATH, s -> unreachable(s),
						s -> Companionship.mandated(Companionship.gbcs(s), 0x8F3F).getRecipients().add(s.supplier)),
				rule(GbcsAlertRules.NOT_LOGGED, s -> logOnly(s, 0x8F52),
						s -> logOnly(s, 0x8F3F)),
				rule(GbcsAlertRules.LOG_RESET, s -> reset(s, 1),
						s -> reset(s, 0)),
				rule(GbcsAlertRules.SUPPLY_SCRIPTS, s -> Companionship.unscripted(s),
						s -> Companionship.gbcs(s)),
				rule(GbcsAlertRules.BLOCK_THRESHOLDS, s -> blocks(s, 1),
						s -> blocks(s, 3)),
				rule(GbcsAlertRules.BILLING_TIMES, s -> billing(s, 5),
						s -> billing(s, 4)),
				rule(GbcsAlertRules.CREDIT_EXPIRY, s -> credit(s),
						s -> disablement(s)),
				rule(GbcsAlertRules.BILLING_CAPTURE, s -> s.builder.reaction("onCover2", Triggers.on(s.covered), Actions.capture(profile(s, "0-0:98.1.0*255"))),
						s -> s.builder.reaction("monthly", Triggers.every("*-*-01 00:00"), Actions.capture(profile(s, "0-0:98.1.0*255")), Actions.alert(s.alert("billing", 0x8F0A)))));
	}

	private static CosemObject profile(Sample s, String name) {
		Companionship.gbcs(s);
		return s.shown("profile", "7 1", name, each -> each.nvm(2).rom(3, array(column(1, "0-0:96.11.0*255", 2)))
				.rom(4, doubleLongUnsigned(0)).rom(8, doubleLongUnsigned(10)));
	}

	private static CosemObject logged(Sample s) {
		CosemObject log = profile(s, "0-0:99.98.4*255");
		Companionship.mandated(s.meter.getCompanions().get(0), 0x8F3F);
		s.tamper.getLogs().add(log);
		return log;
	}

	private static void reset(Sample s, int mode) {
		CosemObject log = profile(s, "0-0:99.98.1*255");
		s.reaction.getActions().add(Actions.capture(log));
		allow(s.supplying, log, 1, mode);
	}

	private static void blocks(Sample s, int thresholds) {
		Companionship.gbcs(s);
		Value[] borders = IntStream.range(0, thresholds).mapToObj(i -> doubleLongUnsigned(i)).toArray(Value[]::new);
		Value[] actions = IntStream.range(0, thresholds).mapToObj(i -> structure(run(52), run(0))).toArray(Value[]::new);
		s.shown("blocks", "21 0", "0-0:16.0.11*255",
				each -> each.rom(2, array(borders)).rom(3, monitored(3, "1-0:1.8.0*255", 2)).rom(4, array(actions)));
	}

	private static void billing(Sample s, int times) {
		Companionship.gbcs(s);
		Value[] all = IntStream.range(0, times).mapToObj(i -> structure(octets(0, 0, 0, 0), octets(0xFF, 0xFF, i + 1, 1, 0xFF))).toArray(Value[]::new);
		s.shown("calendar", "22 0", "0-0:15.0.0*255", each -> each.rom(2, run(52)).rom(3, enumerated(3)).rom(4, array(all)));
	}

	private static CosemObject credit(Sample s) {
		Companionship.gbcs(s);
		s.shown("account", "111 0", "0-0:19.0.0*255", each -> each.rom(9, array(logicalName("0-0:19.10.0*255"))));
		return s.shown("meterBalance", "112 0", "0-0:19.10.0*255", each -> each.rom(4, unsigned(1)));
	}

	private static void unreachable(Sample s) {
		Companionship.mandated(Companionship.gbcs(s), 0x8F3F).getRecipients().add(s.builder.role("NetworkOperator", Side.WAN));
		s.tamper.getRecipients().clear();
	}

	private static void disablement(Sample s) {
		Reaction reaction = s.builder.reaction("expired", Triggers.when(credit(s), 2, Comparison.LESS_OR_EQUAL, doubleLong(0)), Actions.run(s.scripts, 52),
				Actions.alert(s.alert("expired", 0x8F0F)));
		reaction.setGuard(s.shown("calendar", "10 0", "0-0:12.0.1*255", each -> each.rom(2, array())));
	}

	private static void logOnly(Sample s, int code) {
		Alert alert = Companionship.mandated(Companionship.gbcs(s), code);
		alert.setAlways(false);
		alert.setPresence(Presence.MANDATED);
		alert.getLogs().add(s.log);
	}
}
