// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.obis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.obis.Dictionary;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.Workspace;
import org.meterwright.rules.Finding;

/** Entries of makers and companions beside those of the standard, and what is wrong with some. */
class OwnEntriesTest {
	private static final String NAMES = """
			namespace acme.names
			obis group sensor { 0 "main cover" 1..3 "magnet {n-0}" }
			obis 0-0:128.7.{sensor}*255 for Data "Acme sensor, {sensor}"
			obis 0-0:99.200.0*255 only for ProfileGeneric "Acme log"
			obis 1-0:1.8.0*255 for Register unit Wh "what the household used"
			""";
	private static final String METER = """
			namespace acme
			%s
			meter M {
			  device management at 1 named "ACM{serial}" {
			    sensor: Data 0-0:128.7.2*255 { value: boolean = false in nvm }
			    total: Register 1-0:1.8.0*255 { value: double-long-unsigned in nvm  scaler_unit = 10^0 Wh }
			    %s
			  }
			}
			""";

	private static Compilation compile(String names, String imports, String object) throws IOException {
		Workspace workspace = Workspace.open(List.of());
		workspace.put("names.cosem", names);
		workspace.put("meter.cosem", METER.formatted(imports, object));
		return workspace.compile();
	}

	private static Optional<String> meaning(Compilation compilation, String name) {
		Meter meter = compilation.meters().getFirst().model();
		return Dictionary.of(meter).name(LogicalName.valueOf(name));
	}

	private static List<String> named(Compilation compilation) {
		Set<String> wanted = Set.of("MW-ID-002", "MW-ID-003", "MW-TYPE-007", "MW-LANG-060", "MW-LANG-007", "MW-OBIS-001");
		return compilation.findings().stream().map(Finding::rule).filter(wanted::contains).toList();
	}

	@Test
	void importedEntriesNameWhatTheStandardDoesNot() throws IOException {
		Compilation with = compile(NAMES, "import acme.names.*", "");
		assertEquals(Optional.of("Acme sensor, magnet 2"), meaning(with, "0-0:128.7.2*255"));
		assertEquals(Optional.of("what the household used"), meaning(with, "1-0:1.8.0*255"));
		assertEquals(List.of(), named(with));
		Compilation without = compile(NAMES, "", "");
		assertEquals(Optional.of("manufacturer specific 128.7.2, abstract"), meaning(without, "0-0:128.7.2*255"));
		assertEquals(Optional.of("active energy import, total, current value"), meaning(without, "1-0:1.8.0*255"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			history: Data 0-0:99.200.0*255 { value: boolean = false in nvm }                                            | MW-ID-002
			more: Register 0-0:128.7.3*255 { value: double-long-unsigned in nvm  scaler_unit = 10^0 count }         | MW-ID-003
			power: Register 1-0:1.7.0*255 { value: double-long-unsigned in nvm  scaler_unit = 10^0 Wh }             | MW-TYPE-007
			power: Register 1-0:1.77.0*255 { value: double-long-unsigned in nvm  scaler_unit = 10^0 W }             | MW-OBIS-001
			""")
	void entriesAreHeld(String object, String rule) throws IOException {
		assertEquals(List.of(rule), named(compile(NAMES, "import acme.names.*", object)));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			obis 0-0:128.300.0*255 for Data "t"                       | 300 is no value of a value group; it is 0 to 255
			obis 0-0:128.{9..1}.0*255 for Data "t"                    | the range 9..1 is empty; write the lower value first
			obis 0-0:128.{senso}.0*255 for Data "t"                   | no obis group senso; did you mean sensor?
			obis 0-0:128.{s+1}.0*255 for Data "t"                     | {s+1} is no value of a pattern; write a number, a range as in {1..9}, or the name of an obis group
			obis 0-0:128.{sensor}.0*255 for Data "t {rate}"           | {rate} stands for nothing in 0-0:128.{sensor}.0*255; write a letter a to f or a group of the logical name
			obis of sensor 9-0:128.0.0*255 for Data "t"               | 9 is not in obis group sensor, which of names
			obis group bad { 1 "a" 1..2 "b" }                         | 1 is in obis group bad before
			obis group bad { 250..260 "a" }                           | 250..260 is no range of values of a value group; write 0 to 255, the lower value first
			obis group bad { 1 "a {m}" }                              | {m} stands for nothing in the text of a value; write {n} for the value, or {n-100}
			""")
	void mistakesInEntriesAreTold(String entry, String message) throws IOException {
		Compilation compilation = compile("%s%s%n".formatted(NAMES, entry), "import acme.names.*", "");
		assertEquals(List.of(message), compilation.findings().stream().filter(finding -> finding.rule().equals("MW-LANG-060")).map(Finding::message).toList());
		assertEquals(Optional.of("Acme sensor, magnet 2"), meaning(compilation, "0-0:128.7.2*255"));
	}

	@Test
	void aCompanionsRequiredObjectsAreNamed() throws IOException {
		Workspace workspace = Workspace.open(List.of());
		workspace.put("m.cosem", """
				namespace acme
				companion house {
				  require lampState: Data 0-0:3.7.0*255 { value: boolean }
				}
				meter M conforms house {
				  device management at 1 named "ACM{serial}" {
				    lampState: Data 0-0:3.7.0*255 { value: boolean = false in nvm }
				  }
				}
				""");
		Compilation compilation = workspace.compile();
		assertEquals(Optional.of("lamp state"), meaning(compilation, "0-0:3.7.0*255"));
		assertEquals(List.of(), named(compilation));
	}
}
