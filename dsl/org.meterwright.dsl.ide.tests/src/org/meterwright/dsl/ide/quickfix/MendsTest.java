// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.quickfix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
import org.meterwright.rules.Severity;

/**
 * The fixes of {@code mends.txt}, by text before and after: {@code mends-before.txt} has lines of a meter with one finding of the rule, {@code mends-after.txt} the same
 * lines mended. {@code -Dmeterwright.accept=true} writes the latter anew, to be read before it is kept.
 */
class MendsTest {
	private static final String FILE = "m.cosem";
	private static final Path AFTER = Path.of("src/org/meterwright/dsl/ide/quickfix/mends-after.txt");

	private static Map<String, String> read(String resource) throws IOException {
		try (InputStream in = MendsTest.class.getResourceAsStream(resource)) {
			Map<String, String> cases = new LinkedHashMap<>();
			for (String part : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^== ")) {
				if (!part.isBlank()) {
					int line = part.indexOf('\n');
					cases.put(part.substring(0, line), part.substring(line + 1));
				}
			}
			return cases;
		}
	}

	private static EditingSession session(String lines) throws IOException {
		EditingSession session = EditingSession.open(List.of());
		session.change(FILE, QuickFixesTest.meter(lines));
		return session;
	}

	private static List<Finding> findings(EditingSession session, String rule) {
		return session.compilation().findings().stream().filter(finding -> finding.rule().equals(rule)).toList();
	}

	private static Set<String> errors(EditingSession session) {
		return session.compilation().findings().stream().filter(finding -> finding.severity() == Severity.ERROR).map(Finding::rule).collect(Collectors.toCollection(TreeSet::new));
	}

	private static String mended(String rule, String before) throws IOException {
		EditingSession session = session(before);
		List<Finding> found = findings(session, rule);
		assertTrue(!found.isEmpty(), () -> "%s: %s".formatted(rule, session.compilation().findings().stream().map(each -> each.rule() + " " + each.message()).toList()));
		Set<String> errors = errors(session);
		QuickFix fix = session.fixes(found.getFirst()).getFirst();
		assertEquals(LanguageRules.all().find(rule).flatMap(Rule::fix).orElseThrow(), fix.label());
		String after = fix.applyTo(QuickFixesTest.meter(before));
		session.change(FILE, after);
		assertTrue(findings(session, rule).size() < found.size(), () -> "%s is still there: %s".formatted(rule, after));
		assertTrue(errors.containsAll(errors(session)), () -> "%s brings %s: %s".formatted(rule, errors(session), after));
		return after;
	}

	@TestFactory
	Stream<DynamicTest> fixes() throws IOException {
		Map<String, String> after = read("mends-after.txt");
		return read("mends-before.txt").entrySet().stream().map(each -> DynamicTest.dynamicTest(each.getKey(),
				() -> assertEquals(after.get(each.getKey()), part(each.getValue(), mended(each.getKey(), each.getValue())))));
	}

	/** Returns the lines of a mended meter that differ from those of the meter around it. */
	private static String part(String before, String after) {
		String around = QuickFixesTest.meter("");
		List<String> lines = new ArrayList<>(after.lines().toList());
		around.lines().forEach(lines::remove);
		return String.join("\n", lines) + "\n";
	}

	@Test
	void acceptsWhatIsWrittenAnew() throws IOException {
		if (Boolean.getBoolean("meterwright.accept")) {
			Map<String, String> written = new TreeMap<>();
			for (Map.Entry<String, String> each : read("mends-before.txt").entrySet()) {
				written.put(each.getKey(), part(each.getValue(), mended(each.getKey(), each.getValue())));
			}
			StringBuilder text = new StringBuilder();
			written.forEach((rule, lines) -> text.append("== %s\n%s".formatted(rule, lines)));
			Files.writeString(AFTER, text, StandardCharsets.UTF_8);
		}
		assertEquals(read("mends-before.txt").keySet(), read("mends-after.txt").keySet());
	}

	private static final String CONFORMING = """
			namespace acme
			import cosem.*
			companion acme.market {
			  role Operator faces wan "Operator"
			%s
			}
			meter M conforms acme.market {
			  device management at 1 named "ACM{serial}" {
			    total: Register 1-0:1.8.0*255 { value: double-long-unsigned in nvm  scaler_unit = 10^0 Wh }
			    internal hidden: Register 1-0:2.8.0*255 { value: double-long-unsigned in nvm  scaler_unit = 10^0 Wh }
			  }
			  association reader client 2 to management 0-0:40.0.5*255 {
			    role Operator
			    context logical_name plain
			    mechanism low
			    secret in slot 3
			    conformance get, set
			    grant %s on total.value
			  }
			}
			""";

	private static String conforming(String companion, String rights) {
		return CONFORMING.formatted(companion, rights);
	}

	/** Mends a text and returns the line that is new or changed; empty when a part is gone. */
	private static String changed(String rule, String text) throws IOException {
		EditingSession session = EditingSession.open(List.of());
		session.change(FILE, text);
		List<Finding> found = findings(session, rule);
		assertTrue(!found.isEmpty(), () -> "%s: %s".formatted(rule, session.compilation().findings().stream().map(each -> each.rule() + " " + each.message()).toList()));
		String after = session.fixes(found.getFirst()).getFirst().applyTo(text);
		session.change(FILE, after);
		assertTrue(findings(session, rule).isEmpty(), () -> "%s is still there: %s".formatted(rule, after));
		List<String> lines = new ArrayList<>(after.lines().toList());
		text.lines().forEach(lines::remove);
		return String.join("\n", lines).strip();
	}

	@Test
	void mendsWhatACompanionAsks() throws IOException {
		String total = "  require theirs: Register 1-0:1.8.0*255 { %s }";
		assertEquals("meter M conforms acme.market complete objects {", changed("MW-COMP-001", conforming("  require clock: Clock 0-0:1.0.0*255", "read")));
		assertEquals("", changed("MW-COMP-002", conforming("  forbid theirs: Register 1-0:2.8.0*255", "read")));
		assertEquals("hidden: Register 1-0:2.8.0*255 { value: double-long-unsigned in nvm  scaler_unit = 10^0 Wh }", changed("MW-COMP-004",
				conforming("  allow theirs: Register 1-0:2.8.0*255  usecase Read 0x0010 for Operator { read theirs.value }", "read")));
		assertEquals("grant write on total.value", changed("MW-COMP-008", conforming(total.formatted("grant write on value to Operator"), "read")));
		assertEquals("deny read on total.value", changed("MW-COMP-009", conforming(total.formatted("deny read on value to Operator"), "read")));
		assertEquals("deny write on total.value", changed("MW-COMP-010", conforming("  role Other  " + total.formatted("grant write on value to only Other"), "read, write")));
		assertEquals("", changed("MW-COMP-014", conforming("  forbid association open client 2", "read")));
	}

	@Test
	void mendsTheMeterAround() throws IOException {
		assertEquals("mechanism lowest", changed("MW-ASSOC-003", QuickFixesTest.meter("").replace("mechanism lowest", "mechanism low\n    secret in slot 1")));
	}

	/** Says how many rules a machine can mend, so that the share is known and does not fall. */
	@Test
	void theShareOfRulesThatAreMendedDoesNotFall() {
		long all = LanguageRules.all().rules().size();
		long mended = QuickFixes.rules().size();
		assertTrue(mended * 100 >= all * 25, () -> "%d of %d rules have a quick fix".formatted(mended, all));
	}
}
