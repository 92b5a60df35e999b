// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.meterwright.cosem.value.Origin;
import org.meterwright.rules.Finding;
import org.meterwright.rules.RuleCatalogue;
import org.meterwright.rules.Severity;
import org.meterwright.workbench.text.severity.Weight;
import org.meterwright.workbench.text.severity.Weights;

class WeightsTest {
	private static final String NOTE = "MW-RIGHT-013";
	private static final String WARNING = "MW-RIGHT-012";
	private static final String ERROR = "MW-RIGHT-001";

	private static Finding finding(String rule) {
		return Finding.of(RuleCatalogue.standard().get(rule), new Origin("m.cosem", 3, 20, 5, "text"), "something");
	}

	@Test
	void changesWhatMayBeChanged() {
		Weights weights = new Weights(new TreeMap<>(Map.of(NOTE, Weight.ERROR, WARNING, Weight.OFF)));
		List<Finding> weighed = weights.apply(List.of(finding(NOTE), finding(WARNING)));
		assertEquals(List.of(NOTE), weighed.stream().map(Finding::rule).toList());
		assertTrue(weighed.getFirst().isBlocking());
		assertEquals(Severity.INFO, Weights.USUAL.apply(List.of(finding(NOTE))).getFirst().severity());
	}

	@Test
	void leavesErrorsErrors() {
		assertEquals(Weights.USUAL, new Weights(new TreeMap<>(Map.of(ERROR, Weight.OFF))));
		assertEquals(Weight.USUAL, Weights.USUAL.with(ERROR, Weight.INFO).of(ERROR));
	}

	@Test
	void areKeptAsText() {
		Weights weights = Weights.USUAL.with(NOTE, Weight.WARNING).with(WARNING, Weight.OFF);
		assertEquals("MW-RIGHT-012=off,MW-RIGHT-013=warning", weights.text());
		assertEquals(weights, Weights.parse(weights.text()));
		assertEquals(Weights.USUAL, Weights.parse("nonsense,MW-NONE-001=off,MW-RIGHT-012=loud"));
		assertEquals(Weights.USUAL, weights.with(NOTE, Weight.USUAL).with(WARNING, Weight.USUAL));
	}

	@Test
	void keepTheReasonOfWhatIsAccepted() {
		Finding accepted = finding(NOTE).accept("because");
		Finding weighed = Weights.USUAL.with(NOTE, Weight.ERROR).apply(List.of(accepted)).getFirst();
		assertEquals("because", weighed.accepted().orElseThrow());
		assertEquals(Severity.ERROR, weighed.severity());
	}
}
