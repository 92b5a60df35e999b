// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.meterwright.rules.Rule;
import org.meterwright.rules.RuleCatalogue;

/** Holds the table of docs/conformance.md to the catalogue: which rule checks what GBCS asks. */
class ConformanceTableTest {
	private static final Path PAGE = Path.of("../../docs/conformance.md");
	private static final Pattern ROW = Pattern.compile("(?m)^\\| (G\\d\\d) \\| [^|]+ \\| ([^|]+) \\|$");
	private static final Pattern LINK = Pattern.compile("\\[(MW-[A-Z]+-\\d{3})]\\(rules\\.md#([a-z0-9-]+)\\)");

	private static List<MatchResult> rows() throws IOException {
		return ROW.matcher(Files.readString(PAGE, StandardCharsets.UTF_8)).results().toList();
	}

	private static List<MatchResult> links(MatchResult row) {
		return LINK.matcher(row.group(2)).results().toList();
	}

	@Test
	void eachOfSeventyIsCheckedOrSaidNotToBe() throws IOException {
		assertEquals(IntStream.rangeClosed(1, 70).mapToObj("G%02d"::formatted).toList(), rows().stream().map(row -> row.group(1)).toList());
		for (MatchResult row : rows()) {
			assertTrue(row.group(2).startsWith("not decided: ") == links(row).isEmpty(), row.group());
		}
	}

	@Test
	void everyRuleThatItNamesIsThere() throws IOException {
		for (MatchResult row : rows()) {
			for (MatchResult link : links(row)) {
				assertTrue(RuleCatalogue.standard().find(link.group(1)).isPresent(), row.group());
				assertEquals(link.group(1).toLowerCase(Locale.ROOT), link.group(2));
			}
		}
	}

	@Test
	void everyRuleOnGreatBritainIsNamed() throws IOException {
		Set<String> named = rows().stream().flatMap(row -> links(row).stream()).map(link -> link.group(1)).filter(id -> id.startsWith("MW-GBCS-"))
				.collect(Collectors.toCollection(TreeSet::new));
		assertEquals(RuleCatalogue.standard().rules().stream().map(Rule::id).filter(id -> id.startsWith("MW-GBCS-")).collect(Collectors.toCollection(TreeSet::new)), named);
	}
}
