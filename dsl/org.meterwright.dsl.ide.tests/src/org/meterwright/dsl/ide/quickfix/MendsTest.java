// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.quickfix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.meterwright.rules.RuleCatalogue;
import org.meterwright.rules.Severity;

/**
 * The fixes of {@code mends.txt}, by text before and after: files {@code mends/...-before.txt} have lines of a meter, or a whole text, with a finding of the rule,
 * {@code mends/...-after.txt} the same mended. {@code -Dmeterwright.accept=true} writes the latter anew, to be read before it is kept.
 */
class MendsTest {
	private static final String FILE = "m.cosem";
	private static final Path MENDS = Path.of("src/org/meterwright/dsl/ide/quickfix/mends");
	private static final List<String> AREAS = List.of("lines", "values", "details", "older", "rights", "companions", "gbcs", "language", "sugar");

	private static Map<String, String> read(String resource) throws IOException {
		try (InputStream in = MendsTest.class.getResourceAsStream(resource)) {
			Map<String, String> cases = new LinkedHashMap<>();
			for (String part : in == null ? new String[0] : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^== ")) {
				if (!part.isBlank()) {
					int line = part.indexOf('\n');
					assertNull(cases.put(part.substring(0, line), part.substring(line + 1)), part);
				}
			}
			return cases;
		}
	}

	/** Returns the text of a case: what begins with a word at the left stands alone, lines are put into a meter. */
	private static String text(String lines) {
		return lines.startsWith(" ") || lines.isBlank() ? QuickFixesTest.meter(lines) : lines;
	}

	/** Rules of findings beside those of the cases, each looked at once. */
	private static final Set<String> SEEN = new HashSet<>();

	private EditingSession session;

	private void open(String text) throws IOException {
		session = session == null ? EditingSession.open(List.of()) : session;
		session.change(FILE, text);
	}

	private List<Finding> found() {
		return session.compilation().findings();
	}

	private static List<Finding> of(List<Finding> findings, String rule) {
		return findings.stream().filter(finding -> finding.rule().equals(rule)).toList();
	}

	private static List<String> errors(List<Finding> findings) {
		return findings.stream().filter(finding -> finding.severity() == Severity.ERROR).map(Finding::rule).sorted().toList();
	}

	private static String told(List<Finding> findings) {
		return findings.stream().map(each -> "%s %s (%d+%d) %s".formatted(each.rule(), each.message(), each.place().offset(), each.place().length(), each.data())).collect(Collectors.joining("\n"));
	}

	/** Mends the first finding of the case's rule, and looks at what the fix of every other finding in the text leads to. */
	private String mended(String name, String before) throws IOException {
		String rule = name.split(" ")[0];
		String text = text(before);
		open(text);
		List<Finding> found = found();
		assertTrue(!of(found, rule).isEmpty(), () -> "%s is not found in%n%s%n%s".formatted(rule, text, told(found)));
		Map<Finding, QuickFix> fixes = new LinkedHashMap<>();
		found.forEach(each -> session.fixes(each).stream().limit(1).forEach(fix -> fixes.put(each, fix)));
		QuickFix fix = fixes.get(of(found, rule).getFirst());
		assertNotNull(fix, () -> "%s has no fix in%n%s%n%s".formatted(rule, text, told(found)));
		assertTrue(fix.label().equals(LanguageRules.all().find(rule).flatMap(Rule::fix).orElseThrow()) || fix.label().startsWith("Write "), fix::label);
		helps(rule, text, found, fix);
		for (Map.Entry<Finding, QuickFix> each : fixes.entrySet()) {
			if (SEEN.add(each.getKey().rule())) {
				helps(each.getKey().rule(), text, found, each.getValue());
			}
		}
		return fix.applyTo(text);
	}

	/** A fix takes a finding of its rule away and brings no error that was not there. */
	private void helps(String rule, String text, List<Finding> before, QuickFix fix) throws IOException {
		String mended = fix.applyTo(text);
		open(mended);
		List<Finding> after = found();
		assertTrue(of(after, rule).size() < of(before, rule).size(), () -> "%s is still there:%n%s%n%s".formatted(rule, mended, told(after)));
		List<String> brought = new ArrayList<>(errors(after));
		errors(before).forEach(brought::remove);
		assertEquals(List.of(), brought, () -> "%s brings errors:%n%s%n%s".formatted(rule, mended, told(after)));
	}

	@TestFactory
	Stream<DynamicTest> fixes() throws IOException {
		List<DynamicTest> tests = new ArrayList<>();
		for (String area : AREAS) {
			Map<String, String> after = read("mends/%s-after.txt".formatted(area));
			read("mends/%s-before.txt".formatted(area)).forEach((name, lines) -> tests.add(DynamicTest.dynamicTest(name, () -> assertEquals(after.get(name), part(lines, mended(name, lines))))));
		}
		return tests.stream();
	}

	/** Returns the lines of a mended meter that differ from those of the meter around it. */
	private static String part(String before, String after) {
		String around = text(before).equals(before) ? "" : QuickFixesTest.meter("");
		List<String> lines = new ArrayList<>(after.lines().toList());
		around.lines().forEach(lines::remove);
		return String.join("\n", lines) + "\n";
	}

	@Test
	void acceptsWhatIsWrittenAnew() throws IOException {
		for (String area : AREAS) {
			if (Boolean.getBoolean("meterwright.accept")) {
				StringBuilder text = new StringBuilder();
				for (Map.Entry<String, String> each : read("mends/%s-before.txt".formatted(area)).entrySet()) {
					text.append("== %s\n%s".formatted(each.getKey(), accepted(each.getKey(), each.getValue())));
				}
				Files.writeString(MENDS.resolve(area + "-after.txt"), text, StandardCharsets.UTF_8);
			} else {
				assertEquals(read("mends/%s-before.txt".formatted(area)).keySet(), read("mends/%s-after.txt".formatted(area)).keySet());
			}
		}
	}

	/** Returns what to expect of a case; of one that fails what shows that. */
	private String accepted(String name, String lines) throws IOException {
		try {
			return part(lines, mended(name, lines));
		} catch (AssertionError e) {
			return "fails\n";
		}
	}

	/** Each rule that a machine can mend has a text before and after, here or in {@link QuickFixesTest}. */
	@Test
	void everyFixIsTested() throws IOException {
		Set<String> tested = new TreeSet<>(QuickFixesTest.tested());
		for (String area : AREAS) {
			read("mends/%s-before.txt".formatted(area)).keySet().forEach(name -> tested.add(name.split(" ")[0]));
		}
		assertEquals(new TreeSet<>(), QuickFixes.rules().stream().filter(rule -> !tested.contains(rule)).collect(Collectors.toCollection(TreeSet::new)));
	}

	/** Says how many rules a machine can mend, so that the share is known and does not fall. */
	@Test
	void theShareOfRulesThatAreMendedDoesNotFall() {
		long all = LanguageRules.all().rules().size();
		long mended = QuickFixes.rules().size();
		assertTrue(mended * 100 >= all * 60, () -> "%d of %d rules have a quick fix".formatted(mended, all));
		long ofModel = RuleCatalogue.standard().rules().size();
		long mendedOfModel = RuleCatalogue.standard().rules().stream().map(Rule::id).filter(QuickFixes.rules()::contains).count();
		assertTrue(mendedOfModel * 100 >= ofModel * 60, () -> "%d of %d rules on the model have a quick fix".formatted(mendedOfModel, ofModel));
	}
}
