// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.starter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.Workspace;

class ExampleMeterTest {
	private static final Path EXAMPLES = Path.of("../../dsl/examples");

	private static Stream<String> folders() throws IOException {
		try (Stream<Path> found = Files.list(EXAMPLES)) {
			return found.filter(Files::isDirectory).map(folder -> folder.getFileName().toString()).sorted().toList().stream();
		}
	}

	private static ExampleMeter example(String folder) {
		SortedMap<String, String> texts = new TreeMap<>();
		Path root = EXAMPLES.resolve(folder);
		try (Stream<Path> files = Files.walk(root)) {
			for (Path file : files.filter(path -> path.toString().endsWith(".cosem")).toList()) {
				texts.put(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return new ExampleMeter(folder, texts);
	}

	@ParameterizedTest
	@MethodSource("folders")
	void everyExampleSaysWhatItIs(String folder) {
		ExampleMeter example = example(folder);
		assertTrue(example.description().length() > 40, example.description());
		assertFalse(example.description().contains("*"), example.description());
		assertTrue(example.texts().get(example.main()).contains("meter %s".formatted(example.meterName())), example.main());
	}

	@Test
	void knowsTheCompanionAndTheScenarios() {
		ExampleMeter esme = example("prepayment-esme");
		assertEquals("P1", esme.meterName());
		assertEquals("meter.cosem", esme.main());
		assertEquals("Prepayment ESME", esme.label());
		assertTrue(esme.facts().getFirst().equals("conforms to gbcs.v4.esme") && esme.facts().getLast().endsWith(" scenarios"), esme.facts().toString());
		assertEquals("product.cosem", example("polyphase-family").main());
	}

	@Test
	void aRenamedExampleIsTheSameMeter() {
		ExampleMeter example = example("prepayment-esme");
		Compilation before = compile(example);
		Compilation after = compile(example.renamed("Oak7", "OAK"));
		assertEquals("Oak7", after.meters().getFirst().name());
		assertEquals(rules(before), rules(after));
		assertTrue(example.renamed("Oak7", "OAK").texts().values().stream().noneMatch(text -> text.contains("LRC") || text.matches("(?s).*\\bP1\\b.*") || text.contains("larch.p1")));
	}

	private static List<String> rules(Compilation compilation) {
		return compilation.findings().stream().map(finding -> "%s %s:%d".formatted(finding.rule(), finding.place().file(), finding.place().line())).toList();
	}

	private static Compilation compile(ExampleMeter example) {
		Workspace workspace = new Workspace();
		example.texts().forEach(workspace::put);
		return workspace.compile();
	}
}
