// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.quickfix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.meterwright.dsl.elaborate.LanguageRules;
import org.meterwright.dsl.ide.session.EditingSession;
import org.meterwright.rules.Finding;
import org.meterwright.rules.Rule;

/** Each fix: a text with the finding, the label, the text after it, in which the finding is gone. */
class QuickFixesTest {
	private static final String FILE = "m.cosem";

	/** A meter, cut where cases write their own lines: objects, then associations, then anything of the meter. */
	private static final String METER = """
			namespace acme
			meter M {
			  device management at 1 named "ACM{serial}" {
			    clock: Clock 0-0:1.0.0*255 { time: in call clockTime  status: in call clockStatus }
			    total: Register 1-0:1.8.0*255 { value: double-long-unsigned in nvm  scaler_unit = 10^0 Wh }
			%s  }
			  association public client 16 to management {
			    context logical_name plain
			    mechanism lowest
			    conformance get, block_transfer_get, selective_access
			    show *
			    grant read on *
			  }
			%s}
			""";

	/** A fix: the rule, the lines before and after. Lines of the meter begin with two spaces, those of the device with four. */
	private record Case(String rule, String label, String before, String after) {
		String name() {
			return "%s: %s".formatted(rule, label);
		}
	}

	private static final String READER = """
			  association reader client 2 to management {
			    context logical_name plain
			    mechanism %s
			    secret in slot 3
			    conformance %s
			    show *
			    grant read on *%s
			  }
			""";
	private static final String PUSH = """
			  push billing to public over tcp "10.0.0.1:4059" {
			    send %s
			    retry 3 after %s
			  }
			  every *-*-01 00:00 { push billing }
			""";
	private static final String LOG = "    history: ProfileGeneric version 1 0-0:99.98.0*255 { capture clock.time  capture_period = 15 min  profile_entries = 10  buffer: in %s }\n";

	private static final List<Case> CASES = List.of(
			new Case("MW-RIGHT-003", "Put the attribute in nvm", zone("") + reader("low", "get, set", "\n    grant write on other.time_zone"),
					zone(" in nvm") + reader("low", "get, set", "\n    grant write on other.time_zone")),
			new Case("MW-STORE-008", "Put the attribute in nvm", zone(" in ram") + reader("low", "get, set", "\n    grant write on other.time_zone"),
					zone(" in nvm") + reader("low", "get, set", "\n    grant write on other.time_zone")),
			new Case("MW-PROF-007", "Put the buffer in nvm", LOG.formatted("ram"), LOG.formatted("nvm")),
			new Case("MW-OBIS-001", "Write 1-0:2.8.0*255", "    e: Register 1-0:2.88.0*255 { value: double-long in nvm  scaler_unit = 10^0 Wh }\n",
					"    e: Register 1-0:2.8.0*255 { value: double-long in nvm  scaler_unit = 10^0 Wh }\n"),
			new Case("MW-STORE-001", "Put the attribute in ram", "    e: Register 1-0:2.8.0*255 { value: double-long = 0 in rom  scaler_unit = 10^0 Wh }\n",
					"    e: Register 1-0:2.8.0*255 { value: double-long = 0 in ram  scaler_unit = 10^0 Wh }\n"),
			new Case("MW-STORE-002", "Bound the length with max 32", "    label: Data 0-0:96.1.1*255 { value: octet-string in nvm }\n",
					"    label: Data 0-0:96.1.1*255 { value: octet-string in nvm max 32 }\n"),
			new Case("MW-STORE-005", "Remove the value", "    label: Data 0-0:96.1.1*255 { value: long-unsigned = 5 in call label }\n",
					"    label: Data 0-0:96.1.1*255 { value: long-unsigned in call label }\n"),
			new Case("MW-TIME-004", "Write * for the year", saving("2026"), saving("*")),
			new Case("MW-ASSOC-018", "Add get to the conformance", reader("low", "set", ""), reader("low", "set, get", "")),
			new Case("MW-ASSOC-019", "Add set to the conformance", zone(" in nvm") + reader("low", "get", "\n    grant write on other.time_zone"),
					zone(" in nvm") + reader("low", "get, set", "\n    grant write on other.time_zone")),
			new Case("MW-ASSOC-020", "Add action to the conformance", reader("low", "get", "\n    grant call on total.reset"),
					reader("low", "get, action", "\n    grant call on total.reset")),
			new Case("MW-ASSOC-021", "Add selective_access to the conformance", LOG.formatted("nvm") + reader("low", "get", "\n    grant read on history.buffer selecting 1"),
					LOG.formatted("nvm") + reader("low", "get, selective_access", "\n    grant read on history.buffer selecting 1")),
			new Case("MW-ASSOC-024", "Add block_transfer_get to the conformance", reader("low", "get", "\n    pdu 64"),
					reader("low", "get, block_transfer_get", "\n    pdu 64")),
			new Case("MW-ASSOC-008", "Use high_gmac", reader("high_md5", "get", ""), reader("high_gmac", "get", "")),
			new Case("MW-ID-009", "Move the device to the next free SAP", "  device gas at 2 named \"ACM{serial}\" { }\n",
					"  device gas at 16 named \"ACM{serial}\" { }\n"),
			new Case("MW-PUSH-013", "Send the newest entry", LOG.formatted("nvm") + PUSH.formatted("clock.time, history.buffer", "60 s"),
					LOG.formatted("nvm") + PUSH.formatted("clock.time, newest history.buffer", "60 s")),
			new Case("MW-PUSH-009", "Wait 60 s between retries", PUSH.formatted("total.value", "0 s"), PUSH.formatted("total.value", "60 s")),
			new Case("MW-LANG-044", "Remove the second line", "    e: Data 0-0:96.1.1*255 {\n      value: long in nvm\n      value: long in ram\n    }\n",
					"    e: Data 0-0:96.1.1*255 {\n      value: long in nvm\n    }\n"),
			new Case("MW-LANG-018", "Remove like", "    e: Data 0-0:96.1.1*255 like e { value: long in nvm }\n", "    e: Data 0-0:96.1.1*255 { value: long in nvm }\n"),
			new Case("MW-LANG-220", "Write the parameter that the method takes", "    s: ScriptTable 0-0:10.0.100*255 { script a = 1 { call clock.shift_time() } }\n",
					"    s: ScriptTable 0-0:10.0.100*255 { script a = 1 { call clock.shift_time(0) } }\n"),
			new Case("MW-EVENT-008", "Remove the reaction", "  event opened code 7 from firmware\n  on opened { }\n", "  event opened code 7 from firmware\n"),
			new Case("MW-TIME-002", "Shift by 60 min", summer("0 min"), summer("60 min")),
			new Case("MW-ASSOC-006", "Name the next free slot", reader("low", "get", "").replace("    secret in slot 3\n", ""),
					reader("low", "get", "\n    secret in slot 1").replace("    secret in slot 3\n", "")),
			new Case("MW-ACC-001", "Remove this acceptance", "  accept MW-PUSH-012 \"internal\"\n", ""),
			new Case("MW-ACC-002", "Remove this acceptance", "  accept MW-ID-001 \"both are needed\"\n", ""),
			new Case("MW-LANG-020", "Write total", reader("low", "get", "\n    grant read on totl.value"), reader("low", "get", "\n    grant read on total.value")),
			new Case("MW-LANG-042", "Write value", "    e: Register 1-0:2.8.0*255 { valu: double-long in ram  scaler_unit = 10^0 Wh }\n",
					"    e: Register 1-0:2.8.0*255 { value: double-long in ram  scaler_unit = 10^0 Wh }\n"));

	private static String summer(String deviation) {
		return "    other: Clock 0-1:1.0.0*255 { time: in call clockTime  status: in call clockStatus  daylight_savings_enabled = true in nvm  daylight_savings_begin = *-03-last@sun 02:00  daylight_savings_end = *-10-last@sun 03:00  daylight_savings_deviation = %s }\n"
				.formatted(deviation);
	}

	private static String zone(String storage) {
		return "    other: Clock 0-1:1.0.0*255 { time: in call clockTime  status: in call clockStatus  time_zone = 60 min%s }\n".formatted(storage);
	}

	private static String reader(String mechanism, String conformance, String more) {
		return READER.formatted(mechanism, conformance, more);
	}

	private static String saving(String year) {
		return """
				    other: Clock 0-1:1.0.0*255 {
				      time: in call clockTime
				      status: in call clockStatus
				      daylight_savings_begin = %s-03-last@sun 01:00
				      daylight_savings_end = *-10-last@sun 02:00
				      daylight_savings_deviation = 60 min
				      daylight_savings_enabled = true
				    }
				""".formatted(year);
	}

	/** Returns the rules of the fixes that are tested here; MW-ID-003 has the fixer of MW-ID-002 and rarely a likely name to propose. */
	static Set<String> tested() {
		return Stream.concat(CASES.stream().map(Case::rule), Stream.of("MW-ID-003", "MW-LANG-007", "MW-LANG-011", "MW-LANG-013", "MW-LANG-026")).collect(Collectors.toCollection(TreeSet::new));
	}

	/** Puts lines of four spaces before the first line of two into the device, the rest into the meter. */
	/** Returns the meter around lines of a case: those of the device begin with four spaces, those of the meter with two. */
	static String meter(String lines) {
		int cut = lines.startsWith("  ") && !lines.startsWith("    ") ? 0 : lines.indexOf("\n  ") < 0 ? lines.length() : cut(lines);
		return METER.formatted(lines.substring(0, cut), lines.substring(cut));
	}

	private static int cut(String lines) {
		int at = 0;
		for (String line : lines.split("(?<=\n)")) {
			if (!line.startsWith("    ")) {
				return at;
			}
			at += line.length();
		}
		return at;
	}

	private static EditingSession session(String text) {
		try {
			EditingSession session = EditingSession.open(List.of());
			session.change(FILE, text);
			return session;
		} catch (IOException e) {
			throw new IllegalStateException(e);
		}
	}

	private static List<Finding> findings(EditingSession session, String rule) {
		return session.compilation().findings().stream().filter(finding -> finding.rule().equals(rule)).toList();
	}

	private static void check(Case each) {
		EditingSession session = session(meter(each.before()));
		List<Finding> findings = findings(session, each.rule());
		assertEquals(1, findings.size(), () -> session.compilation().findings().toString());
		List<QuickFix> fixes = session.fixes(findings.get(0));
		assertEquals(List.of(each.label()), fixes.stream().map(QuickFix::label).toList());
		assertEquals(FILE, fixes.get(0).file());
		assertEquals(meter(each.after()), fixes.get(0).applyTo(meter(each.before())));
		session.change(FILE, fixes.get(0).applyTo(meter(each.before())));
		assertEquals(List.of(), findings(session, each.rule()));
	}

	@TestFactory
	Stream<DynamicTest> fixes() {
		return CASES.stream().map(each -> DynamicTest.dynamicTest(each.name(), () -> check(each)));
	}

	@Test
	void mendsTheWordsOfFamilies() {
		String text = """
				namespace a
				abstract meter Base { property manufacturer = "A" device management at 1 { } }
				meter M extends Base {
				  switch big
				  variant large = big + bg
				  property manufacturer = "B"
				}
				extend meter M as product { }
				extend meter M as customer after prodct { }
				""";
		assertEquals(text.replace("bg", "big"), fixed(text, "MW-LANG-011"));
		assertEquals(text.replace("  property", "  override property"), fixed(text, "MW-LANG-013"));
		assertEquals(text.replace("prodct", "product"), fixed(text, "MW-LANG-026"));
	}

	private static String fixed(String text, String rule) {
		EditingSession session = session(text);
		return session.fixes(findings(session, rule).getFirst()).getFirst().applyTo(text);
	}

	@Test
	void removesAnUnusedImport() {
		String text = METER.formatted("", "").replace("namespace acme\n", "namespace acme\nimport cosem.*\nimport cosem.*\n");
		EditingSession session = session(text);
		QuickFix fix = session.fixes(findings(session, "MW-LANG-007").get(0)).get(0);
		assertEquals("Remove the import", fix.label());
		assertEquals(text.replaceFirst("import cosem\\.\\*\n", ""), fix.applyTo(text));
		assertEquals(List.of(fix), session.fixes(FILE, 3));
	}

	@Test
	void acceptsAFindingWithAReason() {
		String text = meter(LOG.formatted("ram"));
		EditingSession session = session(text);
		Finding finding = session.compilation().findings().stream().filter(each -> session.acceptance(each).isPresent()).findFirst().orElseThrow();
		QuickFix fix = session.acceptance(finding).orElseThrow();
		assertEquals("Accept %s with a reason".formatted(finding.rule()), fix.label());
		session.change(FILE, fix.applyTo(text));
		assertTrue(session.compilation().findings().stream().anyMatch(each -> each.rule().equals(finding.rule()) && each.accepted().isPresent()), fix::toString);
	}

	@Test
	void addsAnAttributeThatIsNotWritten() {
		String lines = "    other: Clock 0-1:1.0.0*255 { time: in call clockTime  status: in call clockStatus }\n";
		String rights = reader("low", "get, set", "\n    grant write on other.time_zone");
		EditingSession session = session(meter(lines + rights));
		QuickFix fix = session.fixes(findings(session, "MW-RIGHT-003").get(0)).get(0);
		assertEquals(meter(lines.replace(" }", " time_zone: in nvm }") + rights), fix.applyTo(meter(lines + rights)));
	}

	@Test
	void everyFixHasALabelAndEveryLabelAFix() {
		Set<String> promised = LanguageRules.all().rules().stream().filter(rule -> rule.fix().isPresent()).map(Rule::id).collect(Collectors.toCollection(TreeSet::new));
		assertEquals(promised, new TreeSet<>(QuickFixes.rules()));
	}
}
