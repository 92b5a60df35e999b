// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import static org.meterwright.rules.area.Sample.grant;

import java.util.List;

import org.meterwright.cosem.Association;

class AssociationRulesTest extends RuleCases {
	@Override
	List<RuleCase> cases() {
		return List.of(
				rule(AssociationRules.DUPLICATE_CLIENT, s -> s.third(1),
						s -> s.third(2)),
				rule(AssociationRules.CLIENT_RANGE, s -> s.third(128),
						s -> s.third(127)),
				rule(AssociationRules.PUBLIC_CLIENT, s -> secured(s.open, 1),
						s -> secured(s.third(17), 1)),
				rule(AssociationRules.NO_SECURITY_FOR_CONTEXT, s -> s.supplying.setSecurity(null),
						s -> s.third(2)),
				rule(AssociationRules.NO_SECURITY_FOR_MECHANISM, s -> s.third(2).setMechanism(5),
						s -> {
							Association third = s.third(2);
							third.setMechanism(5);
							third.setSecurity(s.openKeys(1));
						}),
				rule(AssociationRules.NO_SECRET, s -> s.third(2).setMechanism(1),
						s -> secured(s.third(2), 1)),
				rule(AssociationRules.MECHANISM, s -> s.third(2).setMechanism(9),
						s -> s.third(2).setMechanism(0)),
				rule(AssociationRules.WEAK_MECHANISM, s -> secured(s.third(2), 3),
						s -> secured(s.third(2), 2)),
				rule(AssociationRules.NO_OBJECT, s -> s.third(2).setObject(s.total),
						s -> s.third(2)),
				rule(AssociationRules.SECURITY_CLASS, s -> s.supplying.setSecurity(s.clock),
						s -> s.third(2)),
				rule(AssociationRules.POLICY_IN_PLAIN, s -> s.third(2).setSecurity(s.keys),
						s -> s.third(2).setSecurity(s.openKeys(0))),
				rule(AssociationRules.ECDSA_SUITE, s -> ecdsa(s, 0),
						s -> ecdsa(s, 1)),
				rule(AssociationRules.SHARED_OBJECT, s -> s.third(2).setObject(s.publicObject),
						s -> s.third(2)),
				rule(AssociationRules.NO_PUBLIC_CLIENT, s -> s.device.getAssociations().remove(s.open),
						s -> {
							s.device.getAssociations().remove(s.open);
							Association other = s.third(16);
							s.show(other, s.ldn);
						}),
				rule(AssociationRules.LIST_UNREADABLE, s -> hide(s),
						s -> {
							hide(s);
							s.show(s.open, s.publicObject);
						}),
				rule(AssociationRules.NAME_UNREADABLE, s -> {
							grant(s.open, s.ldn, 1, 1);
							grant(s.open, s.ldn, 2, 0);
						},
						s -> grant(s.open, s.ldn, 1, 0)));
	}

	private static void secured(Association association, int mechanism) {
		association.setMechanism(mechanism);
		association.setSecretSlot(4);
	}

	private static void ecdsa(Sample s, int suite) {
		Association third = s.third(2);
		third.setMechanism(7);
		third.setSecurity(s.openKeys(suite));
	}

	private static void hide(Sample s) {
		grant(s.open, s.currentAssociation, 2, 0);
		grant(s.open, s.currentAssociation, 8, 1);
	}
}
