// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.meterwright.rules.Rule;
import org.meterwright.rules.RuleCatalogue;

/** Every rule of the catalogue has a meter that breaks it and one that keeps it. */
class CoverageTest {
	private static final List<RuleCases> ALL = List.of(new AcceptanceRulesTest(), new ActionRulesTest(), new AssociationRulesTest(), new ClassRulesTest(),
			new ClockRulesTest(), new CompanionRulesTest(), new CompanionFactsRulesTest(), new ControlRulesTest(), new DetailRulesTest(), new SettingRulesTest(), new EventRulesTest(), new FieldRulesTest(), new GbcsAlertRulesTest(), new GbcsBehaviourRulesTest(), new GbcsDetailRulesTest(), new CountryRulesTest(), new GbcsRulesTest(),
			new IdentityRulesTest(), new MonitorRulesTest(), new ObisRulesTest(), new PaymentRulesTest(), new ProfileRulesTest(), new PushRulesTest(),
			new ReferenceRulesTest(), new RightRulesTest(), new ScheduleRulesTest(), new ScriptRulesTest(), new ServiceRulesTest(),
			new StoreRulesTest(), new TypeRulesTest());

	@Test
	void everyRuleHasBothTests() {
		assertEquals(RuleCatalogue.standard().rules().stream().map(Rule::id).collect(Collectors.toCollection(TreeSet::new)),
				ALL.stream().flatMap(each -> each.cases().stream()).map(RuleCase::rule).collect(Collectors.toCollection(TreeSet::new)));
	}
}
