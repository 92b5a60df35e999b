// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.meterwright.rules.Rule;

/** Every id that the language reports is described, and every description is of an id that is reported. */
class LanguageRulesTest {
	private static final Pattern ID = Pattern.compile("MW-LANG-\\d+");

	private static Set<String> used() throws IOException {
		Set<String> used = new TreeSet<>();
		try (Stream<Path> sources = Files.walk(Path.of("../org.meterwright.dsl/src"))) {
			for (Path source : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
				Matcher m = ID.matcher(Files.readString(source).replaceAll("(?s)/\\*\\*.*?\\*/", ""));
				while (m.find()) {
					used.add(m.group());
				}
			}
		}
		return used;
	}

	@Test
	void whatIsReportedIsDescribed() throws IOException {
		Set<String> described = new TreeSet<>();
		LanguageRules.language().rules().forEach(rule -> described.add(rule.id()));
		assertEquals(described, used());
	}

	@Test
	void everyRuleCanBeExplained() {
		for (Rule rule : LanguageRules.language().rules()) {
			assertTrue(rule.explain().startsWith(rule.id()));
			assertEquals(rule, LanguageRules.all().get(rule.id()));
		}
	}
}
