// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import static org.meterwright.cosem.value.Values.array;
import static org.meterwright.cosem.value.Values.enumerated;
import static org.meterwright.cosem.value.Values.integer;
import static org.meterwright.cosem.value.Values.logicalName;
import static org.meterwright.cosem.value.Values.longUnsigned;
import static org.meterwright.cosem.value.Values.structure;
import static org.meterwright.cosem.value.Values.unsigned;

import java.util.List;

import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.value.Value;

class PaymentRulesTest extends RuleCases {
	@Override
	List<RuleCase> cases() {
		return List.of(
				rule(PaymentRules.NO_CREDIT, s -> account(s, "0-0:19.0.0*255", array()),
						s -> {
							credit(s, 0, 1);
							account(s, "0-0:19.0.0*255", names(BALANCE));
						}),
				rule(PaymentRules.FOREIGN_CREDIT, s -> tokens(s, token(EMERGENCY, 100)),
						s -> tokens(s, token(BALANCE, 100))),
				rule(PaymentRules.FOREIGN_CHARGE, s -> charges(s, STANDING, DEBT),
						s -> charges(s, DEBT, DEBT)),
				rule(PaymentRules.PROPORTIONS, s -> tokens(s, token(BALANCE, 80), token(BALANCE, 40)),
						s -> tokens(s, token(BALANCE, 80), token(BALANCE, 20))),
				rule(PaymentRules.PRIORITIES, s -> priorities(s, 1, 1),
						s -> priorities(s, 1, 2)),
				rule(PaymentRules.CURRENCY, s -> currency(s, "Pound"),
						s -> currency(s, "GBP")),
				rule(PaymentRules.ORPHAN, s -> {
							credit(s, 0, 1);
							account(s, "0-0:19.0.0*255", names(BALANCE));
							credit(s, 1, 2);
						},
						s -> {
							credit(s, 0, 1);
							account(s, "0-0:19.0.0*255", names(BALANCE, EMERGENCY));
							credit(s, 1, 2);
						}),
				rule(PaymentRules.CHARGE_PROPORTION, s -> proportion(s, 20_000),
						s -> proportion(s, 10_000)));
	}

	private static final String BALANCE = "0-0:19.10.0*255";
	private static final String EMERGENCY = "0-0:19.10.1*255";
	private static final String STANDING = "0-0:19.20.0*255";
	private static final String DEBT = "0-0:19.20.1*255";

	private static Value names(String... names) {
		return array(List.of(names).stream().map(name -> logicalName(name)).toArray(Value[]::new));
	}

	private static Value token(String credit, int proportion) {
		return structure(logicalName(credit), unsigned(proportion));
	}

	private static void credit(Sample s, int number, int priority) {
		s.shown("credit%d".formatted(number), "112 0", "0-0:19.10.%d*255".formatted(number), each -> each.rom(4, unsigned(priority)));
	}

	private static CosemObject account(Sample s, String logicalName, Value credits) {
		return s.shown("account%s".formatted(logicalName.charAt(2)), "111 0", logicalName,
				each -> each.rom(2, structure(enumerated(2), enumerated(2))).rom(9, credits).rom(10, array()).rom(11, array()).rom(12, array()));
	}

	private static void tokens(Sample s, Value... tokens) {
		credit(s, 0, 1);
		credit(s, 1, 2);
		s.value(account(s, "0-0:19.0.0*255", names(BALANCE)), 12, array(tokens));
		account(s, "0-1:19.0.0*255", names(EMERGENCY));
	}

	private static void charges(Sample s, String listed, String used) {
		credit(s, 0, 1);
		s.shown("standing", "113 0", STANDING, each -> each.rom(13, longUnsigned(0)));
		s.shown("debt", "113 0", DEBT, each -> each.rom(13, longUnsigned(0)));
		CosemObject account = account(s, "0-0:19.0.0*255", names(BALANCE));
		s.value(account, 10, names(listed));
		s.value(account(s, "0-1:19.0.0*255", names(BALANCE)), 10, names(STANDING, DEBT));
		s.value(account, 11, array(structure(logicalName(BALANCE), logicalName(used), new Value.Bits("000"))));
	}

	private static void priorities(Sample s, int first, int second) {
		credit(s, 0, first);
		credit(s, 1, second);
		account(s, "0-0:19.0.0*255", names(BALANCE, EMERGENCY));
	}

	private static void currency(Sample s, String name) {
		credit(s, 0, 1);
		s.value(account(s, "0-0:19.0.0*255", names(BALANCE)), 15, structure(new Value.Utf8(name), integer(-5), enumerated(2)));
	}

	private static void proportion(Sample s, int proportion) {
		s.shown("debt", "113 0", DEBT, each -> each.rom(13, longUnsigned(proportion)));
	}
}
