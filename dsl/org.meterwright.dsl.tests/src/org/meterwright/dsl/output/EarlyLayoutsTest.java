// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.cosem.Meter;
import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.Compiler.Checks;
import org.meterwright.dsl.Wanted;
import org.meterwright.dsl.Workspace;
import org.meterwright.firmware.FirmwareException;
import org.meterwright.firmware.FirmwareGenerator;
import org.meterwright.firmware.GeneratedFirmware;
import org.meterwright.rules.Finding;

class EarlyLayoutsTest {
	private static final String METER = """
			namespace oak.q
			import cosem.*
			meter Q1 {
			  device management at 1 {
			    deviceName: Data 0-0:42.0.0*255 { value = octet-string("OAK0000000000001") }
			    counter: Data 0-0:96.15.0*255 { value: long-unsigned%s }
			  }
			}
			""";

	private static Compilation compile(String text, Wanted wanted) {
		Workspace workspace = new Workspace();
		workspace.put("q1.cosem", text);
		return workspace.compile(Checks.ALL, wanted);
	}

	@Test
	void whatIsLaidOutEarlyGivesTheSameFiles() {
		EarlyLayouts layouts = new EarlyLayouts(Wanted.ALL);
		Compilation compilation = compile(METER.formatted(""), layouts);
		GeneratedFirmware early = GeneratedOutput.of(compilation.meters(), Optional.empty(), options -> options, layouts::of).products().getFirst().firmware();
		GeneratedFirmware late = GeneratedOutput.of(compilation.meters(), Optional.empty(), options -> options).products().getFirst().firmware();
		assertEquals(late.files(), early.files());
		assertTrue(early.files().containsKey("q1.h"));
	}

	@Test
	void aModelIsToldOnceBeforeItsRules() {
		List<Meter> told = new ArrayList<>();
		Compilation compilation = compile(METER.formatted(""), telling(told));
		assertEquals(1, told.size());
		assertSame(compilation.meters().getFirst().model(), told.getFirst());
	}

	@Test
	void aModelWithAnErrorOfItsTextIsNotTold() {
		List<Meter> told = new ArrayList<>();
		assertTrue(compile(METER.formatted(" = 70000"), telling(told)).isBlocked());
		assertEquals(List.of(), told);
	}

	@Test
	void theSameMeterIsLaidOutAgainWhenSomebodyAsksTwice() {
		EarlyLayouts layouts = new EarlyLayouts(Wanted.ALL);
		Meter model = compile(METER.formatted(""), layouts).meters().getFirst().model();
		assertEquals(FirmwareGenerator.memory(layouts.of(model)), FirmwareGenerator.memory(layouts.of(model)));
	}

	@Test
	void whatTablesCannotHoldIsToldToWhoAsks() {
		EarlyLayouts layouts = new EarlyLayouts(Wanted.ALL);
		Meter empty = CosemFactory.eINSTANCE.createMeter();
		empty.setName("empty");
		layouts.elaborated(empty);
		assertEquals("meter empty has no objects", assertThrows(FirmwareException.class, () -> layouts.of(empty)).getMessage());
	}

	@Test
	void whatTablesCannotHoldIsAFindingAtItsPlace() {
		EarlyLayouts layouts = new EarlyLayouts(Wanted.ALL);
		String text = METER.formatted("").replace("long-unsigned }", "array[0..65535] of long64-unsigned = [] in nvm }");
		Compilation plain = compile(text, layouts);
		assertFalse(plain.isBlocked());
		Compilation checked = layouts.checked(plain);
		Finding finding = checked.findings().stream().filter(Finding::isBlocking).findFirst().orElseThrow();
		assertEquals("MW-LANG-094 q1.cosem:6 tables cannot hold this: value needs 589819 octets of storage; at most 65520 are possible",
				"%s %s:%d %s".formatted(finding.rule(), finding.place().file(), finding.place().line(), finding.message()));
		assertTrue(checked.meters().getFirst().findings().contains(finding));
	}

	@Test
	void variantsShareAFindingAboutTables() {
		EarlyLayouts layouts = new EarlyLayouts(Wanted.ALL);
		String text = METER.formatted("").replace("long-unsigned }", "array[0..65535] of long64-unsigned = [] in nvm }").replace("meter Q1 {", "meter Q1 {\n  switch extra\n  variant more = extra");
		List<Finding> blocking = layouts.checked(compile(text, layouts)).findings().stream().filter(Finding::isBlocking).toList();
		assertEquals(List.of(List.of("Q1", "Q1-more")), blocking.stream().map(Finding::variants).toList());
	}

	@Test
	void whatTablesHoldIsLaidOutOnce() {
		EarlyLayouts layouts = new EarlyLayouts(Wanted.ALL);
		Compilation plain = compile(METER.formatted(""), layouts);
		assertSame(plain, layouts.checked(plain));
		assertEquals(1, layouts.of(plain.meters().getFirst().model()).layout().objects().stream().filter(object -> "counter".equals(object.object().getName())).count());
	}

	private static Wanted telling(List<Meter> told) {
		return new Wanted() {
			@Override
			public boolean test(String meter, Optional<String> variant) {
				return true;
			}

			@Override
			public void elaborated(Meter model) {
				told.add(model);
			}
		};
	}
}
