// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import static org.meterwright.cosem.value.Values.enumerated;
import static org.meterwright.rules.area.Sample.allow;
import static org.meterwright.rules.area.Sample.entry;
import static org.meterwright.rules.area.Sample.grant;

import java.util.List;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.meterwright.cosem.Association;
import org.meterwright.cosem.Context;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.access.AccessRights;

class RightRulesTest extends RuleCases {
	@Override
	List<RuleCase> cases() {
		return List.of(
				rule(RightRules.NO_ATTRIBUTE, s -> grant(s.supplying, s.total, 9, 1),
						s -> grant(s.supplying, s.total, 3, 1)),
				rule(RightRules.NO_METHOD, s -> allow(s.supplying, s.total, 7, 1),
						s -> allow(s.supplying, s.total, 1, 1)),
				rule(RightRules.WRITE_CONSTANT, s -> grant(s.supplying, s.total, 3, 3),
						s -> grant(s.supplying, s.total, 2, 3)),
				rule(RightRules.MODE_OF_VERSION, s -> ciphered(s, 1 | 8),
						s -> ciphered(s, 1 | 4)),
				rule(RightRules.PROTECTION_IN_PLAIN, s -> {
							s.show(s.open, s.total);
							grant(s.open, s.total, 2, 1 | 4);
						},
						s -> s.show(s.open, s.total)),
				rule(RightRules.NO_SELECTOR, s -> grant(s.supplying, s.log, 2, 1, 5),
						s -> grant(s.supplying, s.log, 2, 1, 1, 2)),
				rule(RightRules.SECRET_READABLE, s -> grant(s.supplying, s.publicObject, 7, 1),
						s -> grant(s.supplying, s.publicObject, 7, 0)),
				rule(RightRules.INTERNAL_LISTED, s -> s.show(s.supplying, s.lastEvent),
						s -> {
							s.show(s.supplying, s.lastEvent);
							s.lastEvent.setInternal(false);
						}),
				rule(RightRules.SHOWN_WITHOUT_RIGHT, s -> s.show(s.open, s.total).setRights(AccessRights.NONE),
						s -> s.show(s.open, s.total)),
				rule(RightRules.LISTED_TWICE, s -> s.supplying.getEntries().add(EcoreUtil.copy(entry(s.supplying, s.total))),
						s -> s.show(s.open, s.total)),
				rule(RightRules.GRANTED_TWICE, s -> allow(s.supplying, s.scripts, 1, 1),
						s -> allow(s.supplying, s.total, 1, 1)),
				rule(RightRules.NAME_WRITABLE, s -> grant(s.supplying, s.total, 1, 3),
						s -> grant(s.supplying, s.total, 1, 1)),
				rule(RightRules.UNREACHABLE, s -> hidden(s),
						s -> hidden(s).setInternal(true)),
				rule(RightRules.SIGNATURE_SUITE, s -> signed(s, 0),
						s -> signed(s, 1)),
				rule(RightRules.OPEN_KEYS, s -> keys(s, 1),
						s -> keys(s, 0)),
				rule(RightRules.LIST_CHANGES, s -> allow(s.supplying, s.supplierObject, 3, 1),
						s -> allow(s.supplying, s.supplierObject, 2, 1)),
				rule(SharedModeRules.SIGNED_READING, s -> shared(s, 1 | 2 | 4 | 16),
						s -> shared(s, 1 | 2 | 4)));
	}

	private static void ciphered(Sample s, int mode) {
		Association third = s.third(2);
		third.setContext(Context.CIPHERED);
		third.setSecurity(s.keys);
		s.show(third, s.total);
		grant(third, s.total, 2, mode);
	}

	private static CosemObject hidden(Sample s) {
		return s.object("hidden", "1 0", "0-0:96.50.0*255", each -> each.ram(2, "long-unsigned"));
	}

	private static void signed(Sample s, int suite) {
		s.value(s.keys, 3, enumerated(suite));
		grant(s.supplying, s.total, 2, 1 | 16);
	}

	private static void shared(Sample s, int mode) {
		s.value(s.keys, 3, enumerated(1));
		grant(s.supplying, s.total, 2, mode);
	}

	private static void keys(Sample s, int mode) {
		Association third = s.third(2);
		third.setMechanism(1);
		third.setSecretSlot(3);
		s.show(third, s.keys);
		allow(third, s.keys, 1, mode);
	}
}
