// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meterwright.cosem.value.Values;
import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.Workspace;
import org.meterwright.rules.Finding;
import org.meterwright.scenario.Play;
import org.meterwright.scenario.Scenario;

/** What scenarios name and compare is checked with the text. */
class ScenarioTest {
	private static final String METER = """
			namespace test
			meter m {
			  switch a, b
			  variant v = a
			  index rate = 1..2
			  device management at 1 named "TST1" {
			    total: Register 1-0:1.8.0*255 { value: double-long-unsigned in nvm  scaler_unit = 10^3 Wh }
			    rates[r in rate]: Register 1-0:1.8.{r}*255 like total
			    history: ProfileGeneric version 1 0-0:99.98.0*255 { capture total.value  buffer: in nvm }
			  }
			  association reader client 2 to management 0-0:40.0.2*255 { context logical_name plain  mechanism lowest  show total  grant read on total }
			  event opened code 7 from firmware
			  on opened { log history }
			}
			abstract meter base { }
			%s
			""";

	private static Compilation compile(String scenario) throws IOException {
		Workspace workspace = Workspace.open(List.of());
		workspace.put("s.cosem", METER.formatted(scenario));
		return workspace.compile();
	}

	private static List<String> errors(Compilation compilation) {
		return compilation.findings().stream().filter(Finding::isBlocking).map(finding -> "%s %s".formatted(finding.rule(), finding.message())).toList();
	}

	private static List<Scenario> scenarios(Compilation compilation, String variant) {
		return compilation.meter("m", Optional.ofNullable(variant)).orElseThrow().scenarios();
	}

	@Test
	void stepsAreReadWithTheirValues() throws IOException {
		Compilation compilation = compile("""
				scenario "s" for m at 2026-11-01 12:00 {
				  set rates[2].value = 5000 Wh // in steps of a thousand
				  advance by 2 h
				  expect rates[2].value == 5000 Wh
				}
				""");
		assertEquals(List.of(), errors(compilation));
		Scenario scenario = scenarios(compilation, null).getFirst();
		Play.SetValue set = assertInstanceOf(Play.SetValue.class, scenario.plays().getFirst());
		assertEquals(Values.doubleLongUnsigned(5), set.value());
		assertEquals("rates[2]", set.object().getName());
		assertEquals("set rates[2].value = 5000 Wh", set.words());
		assertEquals(7200, assertInstanceOf(Play.Advance.class, scenario.plays().get(1)).seconds());
		assertEquals(List.of(), scenarios(compilation, "v"));
	}

	@Test
	void aScenarioNamesWhatItProves() throws IOException {
		String companion = """
				companion market { require theirs: Register 1-0:1.8.0*255  require counted "It counts" by theirs  alert lid 0x8001 "Lid" { } }
				scenario "s" for m {
				  proves counted
				  proves lid
				  expect total.value == 0 Wh
				}
				""";
		Workspace workspace = Workspace.open(List.of());
		workspace.put("s.cosem", METER.replace("meter m {", "meter m conforms market {").formatted(companion));
		Compilation compilation = workspace.compile();
		assertEquals(List.of(), errors(compilation));
		assertEquals(List.of("counted", "lid"), scenarios(compilation, null).getFirst().proves());
		assertEquals(1, scenarios(compilation, null).getFirst().plays().size());
		workspace.put("s.cosem", METER.replace("meter m {", "meter m conforms market {").formatted(companion.replace("proves lid", "proves lit")));
		assertEquals(List.of("MW-LANG-093 no companion of the meter has a requirement, use case, Alert or object lit; did you mean lid?"), errors(workspace.compile()));
	}

	@Test
	void aVariantIsNamedByItselfOrByItsSwitches() throws IOException {
		for (String with : List.of("v", "a")) {
			Compilation compilation = compile("scenario \"s\" for m with %s { expect total.value == 0 Wh }".formatted(with));
			assertEquals(List.of(), errors(compilation));
			assertEquals(1, scenarios(compilation, "v").size());
			assertEquals(List.of(), scenarios(compilation, null));
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			for m { raise nothing  expect no alert * }                              | MW-LANG-020 no event nothing
			for m { raise opened }                                                  | MW-LANG-093 the scenario expects nothing
			for m { }                                                               | MW-LANG-093 the scenario has no step
			for n { expect no alert * }                                             | MW-LANG-002
			for base { expect no alert * }                                          | MW-LANG-093 base is abstract
			for m with b { expect no alert * }                                      | MW-LANG-093 no variant of m has just these switches
			for m at 2026-*-01 12:00 { expect no alert * }                          | MW-LANG-093 a whole date and time is needed
			for m at 2026-02-30 12:00 { expect no alert * }                         | MW-LANG-
			for m { advance to 12:00  expect no alert * }                           | MW-LANG-093 a whole date and time is needed
			for m { expect total.value == "x" }                                     | MW-LANG-050
			for m { expect total.value == 5 W }                                     | MW-LANG-05
			for m { expect rates.value == 5 Wh }                                    | MW-LANG-022
			for m { read total.value  expect no alert * }                           | MW-LANG-093 read is what a client does
			for m { expect denied }                                                 | MW-LANG-093 expect denied stands behind
			for m { as reader { read total.value  expect denied with bad-luck } }   | MW-LANG-093 bad-luck is no reason
			for m { as reader with right secret { } }                               | MW-LANG-093 a client may have a wrong secret
			for m { as reader with wrong secret { read total.value } }              | MW-LANG-093 with a wrong secret
			for m { as reader { as reader { read total.value } } expect no alert * } | MW-LANG-093 a client works in one association
			for m { drop power  expect no alert * }                                 | MW-LANG-093 what fails is written lose power
			for m { proves total  expect no alert * }                               | MW-LANG-093 no companion of the meter has
			for m { proves total for 1 h  expect no alert * }                       | MW-LANG-093 what a scenario proves is a name alone
			for m { lose hope  expect no alert * }                                  | MW-LANG-093 what fails is written lose power
			for m { again 5 { raise opened }  expect no alert * }                   | MW-LANG-093 steps are repeated by
			for m { repeat 0 { raise opened }  expect no alert * }                  | MW-LANG-093 steps are repeated by
			for m { expect log total }                                              | MW-LANG-093 a log is a Profile generic
			for m { expect no total.value == 5 Wh }                                 | MW-LANG-093 an expectation is written
			""")
	void whatCannotBePlayedIsAFinding(String scenario, String finding) throws IOException {
		List<String> errors = errors(compile("scenario \"s\" %s".formatted(scenario)));
		assertTrue(errors.stream().anyMatch(error -> error.startsWith(finding)), errors::toString);
	}
}
