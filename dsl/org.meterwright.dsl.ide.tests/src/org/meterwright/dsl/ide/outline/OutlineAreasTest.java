// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.outline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.meterwright.dsl.ide.Texts;

/** Objects in groups by medium, billing and profiles. */
class OutlineAreasTest {

	@Test
	void objectsStandInTheirArea() {
		List<OutlineEntry> plain = Outline.of(Texts.file(Texts.parse("m.cosem", """
				meter M {
				  device management at 1 {
				    clock: Clock 0-0:1.0.0*255 { }
				    energy: Register 1-0:1.8.0*255 { }
				    gas: Register 7-0:3.0.0*255 { }
				    previous: Register 1-0:1.8.0*1 { }
				    load: ProfileGeneric version 1 1-0:99.1.0*255 { }
				    power[p in phase]: Register 1-0:{p}.7.0*255 { }
				    group all = clock
				  }
				}
				""")));
		List<OutlineEntry> device = OutlineAreas.of(plain).getFirst().children().getFirst().children();
		assertEquals(List.of("all []", "Abstract objects [clock]", "Electricity [energy, power[phase]]", "Gas [gas]", "Billing periods [previous]", "Profiles [load]"),
				device.stream().map(entry -> "%s %s".formatted(entry.label(), entry.children().stream().map(OutlineEntry::label).toList())).toList());
	}
}
