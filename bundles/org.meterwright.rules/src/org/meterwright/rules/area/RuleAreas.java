// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.util.List;

import org.meterwright.rules.RuleCatalogue;
import org.meterwright.rules.check.RuleArea;
import org.meterwright.rules.check.RuleBook;

/** All areas of rules on the COSEM model. */
public final class RuleAreas {
	private static final List<RuleArea> AREAS = List.of(new IdentityRules(), new ObisRules(), new ClassRules(), new TypeRules(), new ReferenceRules(), new ProfileRules(),
			new AssociationRules(), new ServiceRules(), new RightRules(), new StoreRules(), new PushRules(), new EventRules(), new ActionRules(),
			new ScriptRules(), new ScheduleRules(), new MonitorRules(), new ControlRules(), new PaymentRules(), new ClockRules(), new CompanionRules(),
			new CompanionAccessRules(), new CompanionAssociationRules(), new CompanionAlertRules(), new CompanionUseCaseRules(),
			new GbcsRules(), new GbcsAlertRules(), new GbcsBehaviourRules(), new TransferRules(),
			new ProtectionRules(), new PushSetupRules(), new ReactionRules(), new CalendarRules(), new EntryRules(), new GbcsDetailRules(), new GbcsContentRules(), new GbcsUseCaseRules(),
			new GbcsProtectionRules(), new SharedModeRules(), new CountryRules());

	private RuleAreas() {
	}

	/** Returns the checks of all areas. */
	public static RuleBook book(RuleCatalogue catalogue) {
		RuleBook book = new RuleBook(catalogue);
		AREAS.forEach(area -> area.register(book));
		return book;
	}
}
