// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.companions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.meterwright.dsl.syntax.SourceText;
import org.meterwright.dsl.Workspace;
import org.meterwright.rules.Finding;
import org.meterwright.rules.Severity;

/**
 * Companions on their own examples: each example is silent, and each single fault of the list {@code faults/EXAMPLE.txt} that is planted into it is found, by
 * the rule and at the place that the list says.
 */
class PlantedFaultsTest {
	private static final Path LISTS = Path.of("faults");
	private static final Path EXAMPLES = Path.of("../examples");
	private static final int LEAST = 20;

	@TestFactory
	Stream<DynamicNode> everyPlantedFaultIsFound() throws IOException {
		try (Stream<Path> lists = Files.list(LISTS)) {
			return lists.sorted().map(PlantedFaultsTest::tests).toList().stream();
		}
	}

	private static DynamicNode tests(Path list) {
		String name = list.getFileName().toString().replace(".txt", "");
		try {
			Example example = new Example(EXAMPLES.resolve(name));
			List<PlantedFault> faults = PlantedFault.read(list);
			DynamicTest silent = DynamicTest.dynamicTest("%s is silent".formatted(name), example::mustBeSilent);
			DynamicTest enough = DynamicTest.dynamicTest("%s has at least %d faults".formatted(name, LEAST), () -> assertTrue(faults.size() >= LEAST, "%d".formatted(faults.size())));
			Stream<DynamicTest> each = faults.stream().map(fault -> DynamicTest.dynamicTest(fault.toString(), () -> example.mustFind(fault)));
			return DynamicContainer.dynamicContainer(name, Stream.concat(Stream.of(silent, enough), each));
		} catch (IOException e) {
			throw new IllegalStateException("%s cannot be read".formatted(list), e);
		}
	}

	@Test
	void aFaultKnowsItsLines() {
		PlantedFault fault = new PlantedFault(1, "a.cosem", "MW-COMP-001", "", "", "b\nc", "x\ny\nz");
		assertEquals("a\nx\ny\nz\nd", fault.applied("a\nb\nc\nd"));
		assertEquals(List.of(1, 5), List.of(fault.from("a\nb\nc\nd", ""), fault.to("a\nb\nc\nd", "")));
	}

	/** An example, compiled again with each fault. */
	private static final class Example {
		private final Map<String, String> texts = new HashMap<>();
		private final Workspace workspace;

		Example(Path folder) throws IOException {
			try (Stream<Path> files = Files.list(folder)) {
				for (Path file : files.filter(each -> each.toString().endsWith(".cosem")).toList()) {
					texts.put(file.getFileName().toString(), Files.readString(file));
				}
			}
			workspace = Workspace.of(texts.entrySet().stream().map(each -> SourceText.of(each.getKey(), each.getValue())).toList());
		}

		private static boolean isSerious(Finding finding) {
			return finding.severity() != Severity.INFO && finding.accepted().isEmpty();
		}

		private List<Finding> findings() {
			return workspace.compile().findings().stream().filter(Example::isSerious).toList();
		}

		void mustBeSilent() {
			assertEquals(List.of(), findings().stream().map(Example::show).toList());
		}

		void mustFind(PlantedFault fault) {
			String before = texts.get(fault.file());
			String faulty = fault.applied(before);
			workspace.put(fault.file(), faulty);
			try {
				List<Finding> findings = findings();
				String placeFile = fault.placeFile().isEmpty() ? fault.file() : fault.placeFile();
				String placeText = placeFile.equals(fault.file()) ? faulty : texts.get(placeFile);
				assertTrue(findings.stream().anyMatch(each -> each.rule().equals(fault.rule()) && each.place().file().equals(placeFile)
						&& each.place().line() >= fault.from(before, placeText) && each.place().line() <= fault.to(before, placeText)),
						() -> "%s is not found; there is %s".formatted(fault, findings.stream().limit(8).map(Example::show).toList()));
			} finally {
				workspace.put(fault.file(), before);
			}
		}

		private static String show(Finding finding) {
			return "%s:%d %s %s".formatted(finding.place().file(), finding.place().line(), finding.rule(), finding.message());
		}
	}
}
