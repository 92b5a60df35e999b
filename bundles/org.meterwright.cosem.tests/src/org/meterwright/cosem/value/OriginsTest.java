// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.value;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

/** Origins as text that a model file keeps, and as sentences for people. */
class OriginsTest {
	private static final Origin BASE = new Origin("a b:base.cosem", 41, 1200, 33, "base", "E400", "");
	private static final Origin LAYER = new Origin("x.cosem", 7, 90, 12, "layer", "larch", "threePhase and not (a or b)");

	@Test
	void theTextOfAnOriginReadsBack() {
		for (Origin each : List.of(BASE, LAYER, LAYER.adding(), LAYER.removing(), new Origin("m.cosem", 1, 0, 0, "written"), BASE.as("default", "Register"))) {
			assertEquals(each, Origin.valueOf(each.toString()));
		}
		assertEquals("a b:base.cosem:41:1200+33 base of E400", BASE.toString());
	}

	@Test
	void chainsAreSaidFromTheBeginning() {
		assertEquals("from base meter E400 (a b:base.cosem:41), overridden by layer larch (x.cosem:7, if threePhase and not (a or b))", Origins.text(List.of(LAYER, BASE)));
		assertEquals("from base meter E400 (a b:base.cosem:41), added to by layer larch (x.cosem:7, if threePhase and not (a or b))",
				Origins.text(List.of(LAYER.adding(), BASE)));
		assertEquals(List.of("from companion gbcs.v4.esme (library:x.cosem:3)", "taken away by meter P1 (p.cosem:9)", "not written: from class Data"),
				Origins.steps(List.of(new Origin("p.cosem", 9, 0, 0, "default", "Data", ""), new Origin("p.cosem", 9, 0, 0, "written-", "P1", ""),
						new Origin("library:x.cosem", 3, 0, 0, "companion", "gbcs.v4.esme", ""))));
		assertEquals("like total (a.cosem:4)", Origins.text(List.of(new Origin("a.cosem", 4, 0, 0, "like", "total", ""))));
		assertEquals("", Origins.text(List.of()));
	}
}
