// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.xmi.ModelEquality;
import org.meterwright.dsl.Catalogue;
import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.Workspace;
import org.meterwright.rules.Finding;

/** Families whose members are not all alike. */
class PrintedFamiliesTest {
	private static final String METER = """
			abstract meter Base {
			  index channel = 1..4
			  device management at 1 named "TST{serial}" {
			    value[c in channel]: ExtendedRegister 0-{c}:24.2.1*255 {
			      value: double-long in nvm
			      scaler_unit = 10^-3 m3
			      status: null-data
			      capture_time: in nvm
			    }
			    profile[c in channel]: ProfileGeneric version 1 0-{c}:24.3.0*255 {
			      capture value[c].value
			      capture_period = 1 h
			      sort_method = fifo
			      profile_entries = 240
			      buffer: in nvm
			    }
			  }
			}
			meter M extends Base {
			  %s
			}
			""";

	private static Meter compile(String text) throws IOException {
		Workspace workspace = Workspace.open(List.of());
		workspace.put("m.cosem", text);
		Compilation compilation = workspace.compile();
		assertEquals(List.of(), compilation.findings().stream().filter(finding -> finding.rule().startsWith("MW-LANG") && finding.isBlocking()).map(Finding::message).toList(), text);
		return compilation.meters().getFirst().model();
	}

	/** Prints and reads again; members that stand alone in the text have names without brackets. */
	private static String roundTrip(String change, String... alone) throws IOException {
		Meter meter = compile(METER.formatted(change));
		String text = ModelPrinter.standard(new Catalogue()).print(meter);
		Set<String> names = Set.of(alone);
		meter.getDevices().getFirst().getObjects().stream().filter(object -> names.contains(object.getName().replaceAll("\\[.*", "")))
				.forEach(object -> object.setName(object.getName().replaceAll("\\W+", "_").replaceAll("_$", "")));
		assertEquals(Optional.empty(), ModelEquality.difference(meter, compile(text)), text);
		return text;
	}

	@Test
	void aMemberThatSaysSomethingElseIsAnOverride() throws IOException {
		String text = roundTrip("override value[1] { scaler_unit = 10^-2 m3 }");
		assertTrue(text.contains("override value[1] { scaler_unit = 10^-2 m3 }"), text);
		assertTrue(text.contains("value[n in number]: ExtendedRegister"), text);
		assertTrue(text.contains("capture value[n].value"), text);
	}

	@Test
	void aMemberWithAColumnOfItsOwnIsAnOverride() throws IOException {
		String text = roundTrip("override profile[3] { capture value[3].value, value[4].value }");
		assertTrue(text.contains("override profile[3] { capture value[3].value, value[4].value }"), text);
	}

	@Test
	void whereNoTwoSayTheSameEachStandsAlone() throws IOException {
		String text = roundTrip("""
				override value[1] { scaler_unit = 10^-2 m3 }
				override value[2] { scaler_unit = 10^-1 m3 }
				override value[3] { scaler_unit = 10^1 m3 }
				""", "value", "profile");
		assertTrue(text.contains("value_4: ExtendedRegister"), text);
		assertTrue(text.contains("capture value_4.value"), text);
	}

	@Test
	void aMemberOfAnotherClassEndsTheFamily() throws IOException {
		String text = roundTrip("override value[2]: Register 0-2:24.2.1*255 { value: double-long in nvm  scaler_unit = 10^-3 m3 }", "value", "profile");
		assertTrue(text.contains("value_2: Register"), text);
		assertTrue(text.contains("capture value_2.value"), text);
	}
}
