// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import static org.meterwright.cosem.value.Values.unsigned;
import static org.meterwright.rules.area.Sample.attribute;
import static org.meterwright.rules.area.Sample.grant;

import java.util.List;

import org.meterwright.cosem.Storage;
import org.meterwright.cosem.type.DataType;

class StoreRulesTest extends RuleCases {
	@Override
	List<RuleCase> cases() {
		return List.of(
				rule(StoreRules.DYNAMIC_CONSTANT, s -> s.store(s.total, 2, Storage.ROM),
						s -> s.store(s.total, 2, Storage.NVM)),
				rule(StoreRules.UNBOUNDED, s -> label(s, 0),
						s -> label(s, 16)),
				rule(StoreRules.HANDLER_TYPES, s -> attribute(s.clock, 4).setHandler("clockTime"),
						s -> attribute(s.clock, 4).setHandler("status")),
				rule(StoreRules.NO_HANDLER, s -> attribute(s.clock, 4).setHandler(null),
						s -> attribute(s.clock, 4).setHandler("status")),
				rule(StoreRules.VALUE_OF_CALL, s -> s.value(s.clock, 4, unsigned(0)),
						s -> s.value(s.clock, 4, null)),
				rule(StoreRules.UNDECIDED_TYPE, s -> attribute(s.lastEvent, 2).setType(DataType.valueOf("any")),
						s -> attribute(s.lastEvent, 2).setType(DataType.valueOf("long-unsigned(1..*)"))),
				rule(StoreRules.HANDLER_NAME, s -> attribute(s.clock, 4).setHandler("switch"),
						s -> attribute(s.clock, 4).setHandler("switch_status")),
				rule(StoreRules.VOLATILE_SETTING, s -> s.store(s.clock, 3, Storage.RAM),
						s -> {
							s.store(s.clock, 3, Storage.RAM);
							grant(s.supplying, s.clock, 3, 1);
						}),
				rule(StoreRules.BUDGET, s -> s.builder.budget(Storage.NVM, 100),
						s -> s.builder.budget(Storage.NVM, 4096)),
				rule(StoreRules.DUPLICATE_BUDGET, s -> s.builder.budget(Storage.NVM, 4096).budget(Storage.NVM, 8192),
						s -> s.builder.budget(Storage.NVM, 4096).budget(Storage.RAM, 8192)));
	}

	private static void label(Sample s, int length) {
		s.shown("label", "1 0", "0-0:96.1.1*255", each -> each.nvm(2, "octet-string").maximumLength(2, length));
	}
}
