// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.meterwright.rules.RuleCatalogue;
import org.meterwright.views.help.HelpPage.Kind;
import org.meterwright.views.help.HelpPage.Range;

class HelpBookTest {
	private static final Path DOCS = Path.of("../../docs");

	private static HelpBook docs() throws IOException {
		Map<String, String> sources = new TreeMap<>();
		try (Stream<Path> files = Files.walk(DOCS)) {
			for (Path file : files.filter(path -> path.toString().endsWith(".md")).toList()) {
				sources.put(DOCS.relativize(file).toString().replace('\\', '/'), Files.readString(file));
			}
		}
		return new HelpBook(sources);
	}

	@Test
	void laysOutAPage() {
		HelpPage page = PageReader.read("# Title\n\nSome `code` and\na [link](a.md#b).\n\n- one\n- **two**\n\n| a | b |\n|---|---|\n| x | `y` |\n\n```cosem\nmeter M { }\n```\n");
		assertEquals("Title", page.title());
		assertEquals("Title\n\nSome code and a link.\n\n   \u2022 one\n   \u2022 two\n   x \u2013 y\n\nmeter M { }\n", page.text());
		assertEquals(List.of("HEADING_1 Title", "CODE code", "LINK link a.md#b", "STRONG two", "CODE y", "CODE_BLOCK meter M { }\n cosem"), page.ranges().stream().map(range -> words(page, range)).toList());
		assertEquals(Map.of("title", 0), page.anchors());
	}

	private static String words(HelpPage page, Range range) {
		return "%s %s %s".formatted(range.kind(), page.text().substring(range.offset(), range.offset() + range.length()), range.target()).strip().replace("\n cosem", "\n cosem");
	}

	@Test
	void everyPageHasATitleAndRangesThatFit() throws IOException {
		HelpBook book = docs();
		assertTrue(book.paths().size() > 25, book.paths().toString());
		for (String path : book.paths()) {
			HelpPage page = book.page(path).orElseThrow();
			assertTrue(!page.title().isBlank(), path);
			int end = 0;
			for (Range range : page.ranges().stream().sorted((a, b) -> Integer.compare(a.offset(), b.offset())).toList()) {
				assertTrue(range.offset() >= end && range.offset() + range.length() <= page.text().length(), () -> "%s %s".formatted(path, range));
				end = range.offset() + range.length();
			}
		}
	}

	@Test
	void everyLinkFromPageToPageLeadsSomewhere() throws IOException {
		HelpBook book = docs();
		List<String> broken = new ArrayList<>();
		for (String path : book.paths()) {
			for (Range link : book.page(path).orElseThrow().ranges()) {
				if (link.kind() == Kind.LINK && link.target().matches("[^:]+\\.md(#.*)?|#.*") && !link.target().startsWith("../") && book.follow(path, link.target()).isEmpty()) {
					broken.add("%s: %s".formatted(path, link.target()));
				}
			}
		}
		assertEquals(List.of(), broken);
	}

	@Test
	void everyRuleHasAPlace() throws IOException {
		HelpBook book = docs();
		Map<String, Integer> anchors = book.page("rules.md").orElseThrow().anchors();
		assertEquals(List.of(), RuleCatalogue.standard().rules().stream().map(rule -> rule.id().toLowerCase(java.util.Locale.ROOT)).filter(id -> !anchors.containsKey(id)).toList());
	}

	@Test
	void findsWordsInHeadingsFirst() {
		HelpBook book = new HelpBook(Map.of("a.md", "# First\n\nAbout a capture column.\n", "b.md", "# Capture\n\nMore.\n"));
		assertEquals(List.of("Capture", "About a capture column."), book.find("capture", 10).stream().map(HelpBook.Hit::line).toList());
		assertEquals(1, book.find("capture", 1).size());
		assertEquals(List.of(), book.find("c", 10));
	}

	@Test
	void followsLinksOfFolders() {
		HelpBook book = new HelpBook(Map.of("a.md", "# A\n", "language/b.md", "# B\n\n## Part two\n"));
		assertEquals(Optional.of(new HelpBook.Place("a.md", 0)), book.follow("language/b.md", "../a.md"));
		assertEquals(Optional.of(new HelpBook.Place("language/b.md", 3)), book.follow("a.md", "language/b.md#part-two"));
		assertEquals(Optional.empty(), book.follow("a.md", "nowhere.md"));
	}
}
