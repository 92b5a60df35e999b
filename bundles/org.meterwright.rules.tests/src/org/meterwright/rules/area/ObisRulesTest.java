// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.meterwright.cosem.value.Values.array;
import static org.meterwright.cosem.value.Values.doubleLongUnsigned;
import static org.meterwright.cosem.value.Values.enumerated;
import static org.meterwright.cosem.value.Values.integer;
import static org.meterwright.cosem.value.Values.structure;
import static org.meterwright.rules.area.Sample.column;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.meterwright.rules.Finding;
import org.meterwright.rules.RuleChecker;

class ObisRulesTest extends RuleCases {
	private static final int WH = 30;
	private static final int W = 27;
	private static final int V = 35;

	@Override
	List<RuleCase> cases() {
		return List.of(
				rule(ObisRules.UNKNOWN_NAME, s -> registers(s, WH, "1-0:80.8.0*255"), s -> registers(s, WH, "1-0:2.8.0*255")),
				rule(ObisRules.RATE_GAP, s -> registers(s, WH, "1-0:1.8.1*255", "1-0:1.8.3*255"), s -> registers(s, WH, "1-0:1.8.1*255", "1-0:1.8.2*255")),
				rule(ObisRules.NO_TOTAL, s -> totals(s, "1-1:2.8.1*255"), s -> totals(s, "1-1:2.8.0*255", "1-1:2.8.1*255")),
				rule(ObisRules.PHASE_GAP, s -> phases(s, "1-0:41.7.0*255"), s -> phases(s, "1-0:41.7.0*255", "1-0:61.7.0*255")),
				rule(ObisRules.ODD_CLASS, s -> alike(s, "3 0"), s -> alike(s, "1 0")),
				rule(ObisRules.ALONE, s -> registers(s, W, "1-0:2.7.0*255", "1-0:21.7.0*255", "1-2:22.7.0*255"), s -> registers(s, W, "1-0:2.7.0*255", "1-0:21.7.0*255", "1-2:1.7.0*255")),
				rule(ObisRules.NO_CURRENT_VALUE, s -> registers(s, WH, "1-0:2.8.0*25"), s -> registers(s, WH, "1-0:2.8.0*25", "1-0:2.8.0*255")),
				rule(ObisRules.OWN_PLACE, s -> supply(s, "0-0:128.3.10*255"), s -> supply(s, "0-1:96.3.10*255")),
				rule(ObisRules.EVENT_WITHOUT_LOG, s -> events(s, 45), s -> events(s, 3)),
				rule(ObisRules.SHARED_NAME, s -> shared(s, "0-0:96.5.0*255"), s -> shared(s, "0-0:96.5.1*255")));
	}

	private static void registers(Sample s, int unit, String... names) {
		for (String name : names) {
			register(s, "3 0", unit, name);
		}
	}

	private static void register(Sample s, String kind, int unit, String name) {
		s.shown("r%s".formatted(name.replaceAll("\\D", "_")), kind, name, each -> each.nvm(2, "double-long-unsigned").rom(3, structure(integer(0), enumerated(unit))));
	}

	private static void totals(Sample s, String... names) {
		registers(s, WH, "1-0:1.8.1*255", "1-0:2.8.0*255", "1-0:2.8.1*255", "1-1:1.8.0*255", "1-1:1.8.1*255");
		registers(s, WH, names);
	}

	private static void phases(Sample s, String... names) {
		registers(s, V, "1-0:32.7.0*255", "1-0:52.7.0*255", "1-0:72.7.0*255");
		registers(s, W, "1-0:21.7.0*255");
		registers(s, W, names);
	}

	private static void alike(Sample s, String kind) {
		for (int i = 0; i < 3; i++) {
			s.shown("cover%d".formatted(i), "1 0", "0-0:96.20.%d*255".formatted(i), each -> each.ram(2, "long-unsigned"));
		}
		s.shown("cover3", kind, "0-0:96.20.3*255", each -> {
			each.ram(2, "long-unsigned");
			if (kind.startsWith("3")) {
				each.rom(3, structure(integer(0), enumerated(255)));
			}
		});
	}

	private static void supply(Sample s, String name) {
		s.shown("second", "70 0", name, each -> each.nvm(3, enumerated(1)).rom(4, enumerated(4)));
	}

	private static void events(Sample s, int log) {
		for (int i = 1; i < 6; i++) {
			int number = i;
			s.shown("code%d".formatted(i), "1 0", "0-0:96.11.%d*255".formatted(i), each -> each.ram(2, "long-unsigned"));
			s.shown("log%d".formatted(i), "7 1", "0-0:99.98.%d*255".formatted(i == 3 ? log : i), each -> each.nvm(2)
					.rom(3, array(column(8, "0-0:1.0.0*255", 2), column(1, "0-0:96.11.%d*255".formatted(number), 2))).rom(4, doubleLongUnsigned(900)).rom(8, doubleLongUnsigned(100)));
		}
	}

	private static void shared(Sample s, String name) {
		s.shown("word", "1 0", "0-0:96.5.0*255", each -> each.ram(2, "long-unsigned"));
		register(s, "3 0", 255, name);
	}

	@Test
	void suggestsWhatWasMeant() {
		Sample s = new Sample();
		registers(s, WH, "1-0:1.88.1*255");
		Finding finding = new RuleChecker().check(s.meter).stream().filter(each -> each.rule().equals(ObisRules.UNKNOWN_NAME)).findFirst().orElseThrow();
		assertTrue(finding.message().contains("did you mean 1-0:"), finding.message());
		assertEquals(1, finding.data().size());
	}
}
