// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

/** Checks capture lists and scripts as they stand in the standard's objects. */
class CaptureAndScriptTest {

	private static Elaborated inDevice(String objects) {
		Elaborated meter = Elaborated.of("device d { %s }".formatted(objects));
		assertEquals(List.of(), meter.problems());
		return meter;
	}

	@Test
	void capturesAttributesValuesAndFamilies() {
		Elaborated meter = inDevice("p: ProfileGeneric version 1 0-0:99.1.0*255 { capture clock, rate[*].value, billing, total.scaler_unit  buffer: in nvm }");
		assertEquals("[{8, 0-0:1.0.0*255, 2, 0}, {3, 1-0:1.8.1*255, 2, 0}, {3, 1-0:1.8.2*255, 2, 0}, {3, 1-0:1.8.3*255, 2, 0}, "
				+ "{7, 0-0:98.1.0*255, 2, 0}, {3, 1-0:1.8.0*255, 3, 0}]", meter.value("p", 3));
	}

	@Test
	void capturesPartsAndGroups() {
		Elaborated meter = inDevice("group g = stamp.value, rate[2]  p: ProfileGeneric version 1 0-0:99.1.0*255 { capture g, billing.buffer[3] }");
		assertEquals("[{1, 0-0:94.44.100*255, 2, 0}, {3, 1-0:1.8.2*255, 2, 0}, {7, 0-0:98.1.0*255, 2, 3}]", meter.value("p", 3));
	}

	@Test
	void restrictsCompactDataFromVersionOne() {
		Elaborated meter = inDevice("c: CompactData version 1 0-0:66.0.1*255 { capture total.value  template_id = 1  capture_method = capture_upon_invoking_capture_method }");
		assertEquals("[{3, 1-0:1.8.0*255, 2, 0, {0, null}, []}]", meter.value("c", 3));
		assertEquals("h020106", meter.value("c", 5));
	}

	@Test
	void writesScriptsWithTypedParameters() {
		Elaborated meter = inDevice("""
				s: ScriptTable 0-0:10.0.107*255 {
				  script all = 1 {
				    call rate[*].reset()
				    set clock.time_zone = 60 min
				    set supply.control_mode = mode_2
				    run scripts.disable
				    capture billing
				  }
				  script none = 9 { }
				}
				""");
		assertEquals("[{1, [{2, 3, 1-0:1.8.1*255, 1, 0}, {2, 3, 1-0:1.8.2*255, 1, 0}, {2, 3, 1-0:1.8.3*255, 1, 0}, {1, 8, 0-0:1.0.0*255, 3, 60}, "
				+ "{1, 70, 0-0:96.3.10*255, 4, 2}, {2, 9, 0-0:10.0.106*255, 1, 52}, {2, 7, 0-0:98.1.0*255, 2, 0}]}, {9, []}]", meter.value("s", 2));
	}

	@Test
	void namesScripts() {
		Elaborated meter = inDevice("");
		assertEquals(List.of("enable", "disable"), meter.object("scripts").getScripts().stream().map(each -> each.getName()).toList());
		assertEquals("[{51, [{2, 70, 0-0:96.3.10*255, 2, 0}]}, {52, [{2, 70, 0-0:96.3.10*255, 1, 0}]}]", meter.value("scripts", 2));
	}
}
