// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.page;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.meterwright.cosem.value.Origin;
import org.meterwright.rules.conformance.ConformanceLine;
import org.meterwright.rules.conformance.ConformanceLine.Kind;
import org.meterwright.rules.conformance.ConformancePage;
import org.meterwright.rules.conformance.ConformanceReport;
import org.meterwright.rules.conformance.Verdict;

/** What a reader of the page needs: ways that lead to the text, what is open first, and what the words mean. */
class ConformancePageTest {
	private static final Path OUT = Path.of("out/pages");

	private static ConformanceLine line(String name, Verdict verdict, List<String> problems) {
		return new ConformanceLine(Kind.OBJECT, name, "required: Register (class 3) at 1-0:1.8.0*255", List.of(), List.of(), verdict,
				List.of(new Origin("meters/my meter.cosem", 7, 0, 1, "written")), problems, List.of(), List.of());
	}

	private static String page(ConformanceLine... lines) {
		return ConformancePage.of(new ConformanceReport("M", List.of("acme.market"), List.of(lines), List.of()), OUT);
	}

	@Test
	void linksLeadFromTheFolderToTheText() {
		assertTrue(page(line("total", Verdict.MET, List.of())).contains("<a href=\"../../meters/my%20meter.cosem#L7\">meters/my meter.cosem:7</a>"));
	}

	@Test
	void whatIsOpenStandsFirst() {
		String page = page(line("total", Verdict.MET, List.of()), line("clock", Verdict.MISSING, List.of("M lacks it")));
		int open = page.indexOf("<h2>Open</h2>");
		assertTrue(open > 0 && open < page.indexOf("<h2>Objects</h2>"), page);
		assertTrue(page.contains("<li><a href=\"#clock\">clock</a> <span class=\"missing\">missing</span>: M lacks it</li>"), page);
		assertFalse(page.contains("<li><a href=\"#total\">"), page);
		assertTrue(page(line("total", Verdict.MET, List.of())).contains("nothing is missing, contradicted or accepted"));
	}

	@Test
	void everyVerdictIsExplainedAndEmptyRowsAreLeftOut() {
		String page = page(line("total", Verdict.MET, List.of()));
		for (Verdict verdict : Verdict.values()) {
			assertTrue(page.contains(verdict.meaning()), verdict.words());
		}
		assertFalse(page.contains("<td>Associations</td>"), page);
	}
}
