// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import static org.meterwright.cosem.value.Values.array;
import static org.meterwright.cosem.value.Values.doubleLong;
import static org.meterwright.cosem.value.Values.doubleLongUnsigned;
import static org.meterwright.cosem.value.Values.enumerated;
import static org.meterwright.cosem.value.Values.integer;
import static org.meterwright.cosem.value.Values.logicalName;
import static org.meterwright.cosem.value.Values.longUnsigned;
import static org.meterwright.cosem.value.Values.nothing;
import static org.meterwright.cosem.value.Values.octets;
import static org.meterwright.cosem.value.Values.structure;
import static org.meterwright.cosem.value.Values.unsigned;
import static org.meterwright.rules.area.Sample.call;
import static org.meterwright.rules.area.Sample.column;
import static org.meterwright.rules.area.Sample.grant;
import static org.meterwright.rules.area.Sample.monitored;
import static org.meterwright.rules.area.Sample.run;
import static org.meterwright.rules.area.Sample.script;

import java.util.List;

import org.meterwright.cosem.Comparison;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Event;
import org.meterwright.cosem.EventSource;
import org.meterwright.cosem.ThresholdTrigger;
import org.meterwright.cosem.access.AccessRights;
import org.meterwright.cosem.builder.Actions;
import org.meterwright.cosem.builder.Triggers;
import org.meterwright.cosem.value.Value;

/** Rules on protection, pushes and reactions. */
class DetailRulesTest extends RuleCases {
	private static final int PROTECTED = 12;
	private static final int GENERAL_BLOCK_TRANSFER = 0x200000;

	@Override
	List<RuleCase> cases() {
		return List.of(
				rule(ProtectionRules.TINY_PDU, s -> s.third(7).setMaximumPdu(63), s -> s.third(7).setMaximumPdu(64)),
				rule(ProtectionRules.NO_KEYS, s -> s.keys.getKeys().clear(), s -> s.keys.getKeys().getFirst().setSlot(9)),
				rule(ProtectionRules.SHARED_SLOT, s -> slots(s, 7, 7), s -> slots(s, 7, 8)),
				rule(ProtectionRules.SHARED_KEY, s -> slots(s, 7, 1), s -> master(s)),
				rule(ProtectionRules.RESERVED_POLICY, s -> s.value(s.keys, 2, enumerated(13)), s -> s.value(s.keys, 2, enumerated(12))),
				rule(ProtectionRules.CHANGE_IN_CLEAR, s -> open(s, 3), s -> open(s, 3 | PROTECTED)),
				rule(ProtectionRules.SECRET_CAPTURED, s -> captured(s, column(15, "0-0:40.0.2*255", 7)), s -> captured(s, column(15, "0-0:40.0.2*255", 8))),
				rule(ProtectionRules.NAME_CAPTURED, s -> captured(s, column(3, "1-0:1.8.0*255", 1)), s -> captured(s, column(3, "1-0:1.8.0*255", 2))),
				rule(PushSetupRules.EMPTY_LIST, s -> s.value(s.pushObject, 2, array()), s -> s.value(s.pushObject, 2, array(structure(longUnsigned(3), logicalName("1-0:1.8.0*255"), integer(2), longUnsigned(0),
						structure(enumerated(0), nothing()), array())))),
				rule(PushSetupRules.DELAYS, s -> delays(s, 600, 60), s -> delays(s, 60, 600)),
				rule(PushSetupRules.SECURITY_CLASS, s -> s.billing.setSecurity(s.clock), s -> s.billing.setSecurity(s.keys)),
				rule(PushSetupRules.NO_CLIENT, s -> s.value(s.pushObject, 9, integer(99)), s -> s.value(s.pushObject, 9, integer(1))),
				rule(PushSetupRules.TOO_LARGE, s -> large(s, 0), s -> large(s, GENERAL_BLOCK_TRANSFER)),
				rule(ReactionRules.NEVER_RAISED, s -> own(s), s -> s.builder.reaction("limit", Triggers.when(s.power, 2, Comparison.GREATER, doubleLong(9200)), Actions.raise(own(s)))),
				rule(ReactionRules.ALERT_LOG, s -> s.tamper.getLogs().add(s.clock), s -> s.tamper.getLogs().add(s.log)),
				rule(ReactionRules.CROSSED, s -> watch(s, 9200, 9300), s -> watch(s, 9200, 9100)),
				rule(ReactionRules.ARGUMENT_TYPE, s -> s.builder.reaction("other", Triggers.on(s.covered), Actions.log(s.log, octets(1))),
						s -> s.builder.reaction("other", Triggers.on(s.covered), Actions.log(s.log, longUnsigned(7)))),
				rule(ReactionRules.PARAMETER_TYPE, s -> s.builder.reaction("other", Triggers.on(s.covered), Actions.call(s.supply, 1, octets(1))),
						s -> s.builder.reaction("other", Triggers.on(s.covered), Actions.call(s.supply, 1, integer(0)))),
				rule(ReactionRules.SCRIPT_PARAMETER, s -> parameter(s, octets(1)), s -> parameter(s, integer(0))),
				rule(ReactionRules.NOTHING_LIMITED, s -> limiter(s, structure(longUnsigned(0), Sample.noName(), integer(0))), s -> limiter(s, monitored(3, "1-0:1.7.0*255", 2))));
	}

	private static void slots(Sample s, int first, int second) {
		s.shown("moreKeys", "64 1", "0-0:43.0.1*255", keys -> keys.rom(2, enumerated(12)).rom(3, enumerated(0)).key("global_unicast", first).key("authentication", second));
	}

	/** One key that wraps those of two set-ups. */
	private static void master(Sample s) {
		slots(s, 7, 8);
		s.shown("wrapped", "64 1", "0-0:43.0.2*255", keys -> keys.rom(2, enumerated(12)).rom(3, enumerated(0)).key("global_unicast", 9).key("master", 1));
	}

	/** A set-up without policy, and a client that may write the clock. Only responses are authenticated. */
	private static void open(Sample s, int mode) {
		s.value(s.keys, 2, enumerated(32));
		grant(s.supplying, s.clock, 2, mode);
		grant(s.supplying, s.clock, 3, 1);
		Sample.entry(s.supplying, s.scripts).setRights(AccessRights.valueOf("2=1"));
	}

	private static void captured(Sample s, Value column) {
		s.shown("load", "7 1", "1-0:99.1.0*255", each -> each.nvm(2).rom(3, array(column(8, "0-0:1.0.0*255", 2), column)).rom(4, doubleLongUnsigned(900))
				.rom(8, doubleLongUnsigned(10)));
	}

	private static void delays(Sample s, int least, int most) {
		s.value(s.pushObject, 6, unsigned(3));
		s.value(s.pushObject, 7, structure(longUnsigned(least), longUnsigned(100), longUnsigned(most)));
	}

	private static void large(Sample s, int blocks) {
		CosemObject photo = s.shown("photo", "1 0", "0-0:96.1.0*255", each -> each.ram(2, "octet-string(2000)"));
		s.supplying.setConformance(s.supplying.getConformance() | blocks);
		s.billing.getColumns().add(Triggers.column(photo, 2));
	}

	private static Event own(Sample s) {
		Event own = s.builder.event("sag", 7, EventSource.METER);
		s.builder.reaction("onSag", Triggers.on(own), Actions.log(s.log));
		return own;
	}

	private static void watch(Sample s, int there, int back) {
		ThresholdTrigger trigger = Triggers.when(s.power, 2, Comparison.GREATER, doubleLong(there));
		trigger.setBackThreshold(doubleLong(back));
		s.builder.reaction("limit", trigger, Actions.capture(s.log));
	}

	private static void parameter(Sample s, Value parameter) {
		Value open = structure(enumerated(2), longUnsigned(70), logicalName("0-0:96.3.10*255"), integer(1), parameter);
		s.value(s.scripts, 2, array(script(51, call(70, "0-0:96.3.10*255", 2)), script(52, open)));
	}

	private static void limiter(Sample s, Value watched) {
		s.shown("limiter", "71 0", "0-0:17.0.0*255", each -> each.rom(2, watched).ram(3, "double-long").rom(4, doubleLong(9200)).rom(5, doubleLong(2000)).rom(11, structure(run(52), run(0))));
	}
}
