// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meterwright.cli.CliRun;
import org.meterwright.cli.ExitCode;
import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.Workspace;
import org.meterwright.dsl.elaborate.LanguageRules;

/**
 * What the pages of the language show is what the program does: whole texts have the findings that the page says, or none, and are formatted;
 * excerpts stand in a whole text; what a text becomes is what is in its model.
 */
class LanguagePagesTest {

	private static final Path DOCUMENTS = Path.of("../../docs");
	private static final Path LANGUAGE = DOCUMENTS.resolve("language");
	private static final Path DSL = Path.of("../../dsl");
	private static final Pattern RULE = Pattern.compile("MW-[A-Z]+-\\d{3}");
	private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");

	@TempDir
	private Path folder;

	static Stream<Page> pages() throws IOException {
		return Page.folder(LANGUAGE).stream();
	}

	@ParameterizedTest
	@MethodSource("pages")
	void aWholeTextHasTheFindingsThatThePageSays(Page page) throws IOException {
		write(page);
		for (String project : projects(page).keySet()) {
			String findings = CliRun.of("check", folder.resolve(project)).results().replace("%s/".formatted(folder.resolve(project)), "");
			assertEquals(expected(page, project), findings, "%s, texts in '%s'".formatted(page, project));
		}
	}

	private static String expected(Page page, String project) {
		String kind = project.isEmpty() ? "findings" : "findings " + project;
		return page.blocks(kind).stream().map(Block::text).reduce("", String::concat);
	}

	@ParameterizedTest
	@MethodSource("pages")
	void aWholeTextIsFormatted(Page page) throws IOException {
		write(page);
		CliRun run = CliRun.of("format", "--check", folder);
		assertTrue(page.files().isEmpty() || run.exitCode() == ExitCode.FINE, "%s: %s".formatted(page, run));
	}

	@ParameterizedTest
	@MethodSource("pages")
	void anExcerptStandsInAWholeText(Page page) throws IOException {
		List<List<String>> texts = wholeTexts();
		for (Block block : page.blocks("cosem")) {
			if (block.file().isEmpty()) {
				List<String> excerpt = stripped(block.lines());
				assertTrue(texts.stream().anyMatch(text -> contains(text, excerpt)), "%s line %d: this excerpt stands in no whole text".formatted(page, block.line()));
			}
		}
	}

	private static List<List<String>> wholeTexts() throws IOException {
		List<List<String>> texts = new ArrayList<>();
		for (Page page : Page.folder(LANGUAGE)) {
			page.files().forEach(block -> texts.add(stripped(block.lines())));
		}
		for (Path root : List.of(LANGUAGE, DSL.resolve("examples"), DSL.resolve("org.meterwright.library/library"))) {
			try (Stream<Path> files = Files.walk(root)) {
				for (Path file : files.filter(each -> each.toString().endsWith(".cosem")).toList()) {
					texts.add(stripped(Files.readAllLines(file)));
				}
			}
		}
		return texts;
	}

	private static List<String> stripped(List<String> lines) {
		return lines.stream().map(String::strip).filter(line -> !line.isEmpty()).toList();
	}

	/** Tell whether the lines of an excerpt stand in a text in this order; {@code ...} stands for any lines. */
	private static boolean contains(List<String> text, List<String> excerpt) {
		int at = 0;
		boolean gap = true;
		for (String line : excerpt) {
			if (line.equals("...")) {
				gap = true;
				continue;
			}
			int found = text.subList(at, text.size()).indexOf(line);
			if (found < 0 || !gap && found > 0) {
				return false;
			}
			at += found + 1;
			gap = false;
		}
		return true;
	}

	@ParameterizedTest
	@MethodSource("pages")
	void aTextBecomesWhatThePageSays(Page page) throws IOException {
		write(page);
		Map<String, List<String>> objects = objects(page);
		for (Block block : page.blocks("model")) {
			String header = "";
			for (String line : block.lines()) {
				if (!line.startsWith(" ")) {
					header = line;
					assertTrue(objects.containsKey(header), "%s: no %s in %s".formatted(page, header, objects.keySet()));
				} else {
					assertTrue(objects.get(header).contains(line.strip()), "%s: %s has no line%n%s%nbut%n%s".formatted(page, header, line.strip(), String.join("\n", objects.get(header))));
				}
			}
		}
	}

	private Map<String, List<String>> objects(Page page) throws IOException {
		Map<String, List<String>> objects = new TreeMap<>();
		for (String project : projects(page).keySet()) {
			Compilation compilation = Workspace.open(List.of(folder.resolve(project))).compile();
			compilation.meters().forEach(meter -> FlatObjects.of(meter.model()).forEach(objects::putIfAbsent));
		}
		return objects;
	}

	@ParameterizedTest
	@MethodSource("pages")
	void aPageHasAWholeText(Page page) {
		boolean index = page.toString().equals("README.md");
		assertTrue(index || !page.files().isEmpty(), page.toString());
	}

	@ParameterizedTest
	@MethodSource("pages")
	void rulesAndLinksAreThere(Page page) {
		Matcher rules = RULE.matcher(page.text());
		while (rules.find()) {
			LanguageRules.all().get(rules.group());
		}
		Matcher links = LINK.matcher(page.text());
		while (links.find()) {
			assertTrue(Files.exists(LANGUAGE.resolve(links.group(1))), "%s: %s".formatted(page, links.group(1)));
		}
	}

	/** Write the texts of a page; beside each project the meter that the pages share. */
	private void write(Page page) throws IOException {
		for (String project : projects(page).keySet()) { // one project a page in its root, others in folders of their own
			Path base = folder.resolve(project).resolve("base.cosem");
			Files.createDirectories(base.getParent());
			Files.copy(LANGUAGE.resolve("base.cosem"), base, StandardCopyOption.REPLACE_EXISTING);
		}
		for (Block block : page.files()) {
			Path file = folder.resolve(block.file().orElseThrow());
			Files.createDirectories(file.getParent());
			Files.writeString(file, block.text());
		}
	}

	/** The texts of a page by folder. */
	private static Map<String, List<Block>> projects(Page page) {
		Map<String, List<Block>> projects = new TreeMap<>();
		page.files().forEach(block -> projects.computeIfAbsent(block.folder(), folder -> new ArrayList<>()).add(block));
		return projects;
	}
}
