// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meterwright.library.Library;
import org.meterwright.rules.Finding;

/** Whatever a user types gives findings at places of the text, and never an exception. */
class BadTextTest {
	private static final Path EXAMPLES = Path.of("../examples");
	private static final String[] PIECES = { "{", "}", "[", "]", "(", ")", "=", ":", ".", ",", "..", "\"", "/*", "*/", "//", "in", "meter", "extend meter", "if", "override", "remove",
			"like", "*", "every", "0", "-1", "99999999999999999999", "0x", "1-0:1.8.0*255", "*-*-*", "25:61", "hex\"0\"", "bits\"2\"", "x", "^", "\u00e9", "null", "true", "|", "1..2", "10^999",
			"index i = 1..3", "[*]", "[i in rate]" };

	private static Compilation compile(List<String> texts) {
		Workspace workspace = new Workspace();
		for (int i = 0; i < texts.size(); i++) {
			workspace.put("f%d.cosem".formatted(i), texts.get(i));
		}
		return workspace.compile();
	}

	private static void holds(List<String> texts, Compilation compilation, String what) {
		for (Finding each : compilation.findings()) {
			assertFalse(each.rule().equals("MW-LANG-000"), () -> "%s: %s".formatted(what, each.message()));
			if (each.place().file().matches("f\\d+\\.cosem")) {
				int end = each.place().offset() + each.place().length();
				int size = texts.get(Integer.parseInt(each.place().file().replaceAll("\\D", ""))).length();
				assertTrue(each.place().offset() >= 0 && end <= size, () -> "%s: %s".formatted(what, each));
			}
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '#', quoteCharacter = '`', value = {
			"meter m { # the text ends too early: } is missing",
			"meter m { device d at 1 { x Data 0-0:96.1.0*255 } } # : is expected before Data",
			"meter m { device d at 1 { x: Data 0-0:96.1.0*255 { value 5 } } } # 5 is not expected here; an attribute line is: name = value, name: type = value, or name: in storage",
			"meter m { device d at 99999999999 { } } # the number is too large here: 2147483647 at most",
			"meter m { property a = \"open } # a closing double quote is missing on this line",
			"meter m { property a = 'x' } # texts stand in double quotes",
			"meter { } # a name is expected before {",
			"hello # hello is not expected here; a file has namespace, import, meter, extend meter, companion, class, type",
			"type t = hex\"0\" # hex\"0\" is not expected here",
	})
	void syntaxErrorsAreInPlainWords(String text, String message) {
		Compilation compilation = compile(List.of(text));
		assertEquals("MW-LANG-001 " + message, compilation.findings().stream().map(each -> "%s %s".formatted(each.rule(), each.message())).findFirst().orElse(""));
		assertTrue(compilation.isBlocked());
	}

	@Test
	void deepNestingIsAFinding() {
		for (String open : new String[] { "[", "{ a: ", "structure { a: ", "array of ", "if (", "not " }) {
			String text = "meter m { property a = %s".formatted(open.repeat(30_000));
			assertTrue(compile(List.of(text)).isBlocked(), open);
		}
	}

	@Test
	void emptyTextsAreFine() {
		assertEquals(List.of(), compile(List.of("", "   ", "// nothing", "/** nothing */", "namespace x")).findings());
	}

	@Test
	void halfWrittenExamplesGiveFindings() throws IOException {
		Random random = new Random(1);
		for (List<String> texts : examples()) {
			for (int i = 0; i < 12; i++) {
				List<String> cut = new ArrayList<>(texts);
				int which = random.nextInt(cut.size());
				cut.set(which, cut.get(which).substring(0, random.nextInt(cut.get(which).length())));
				holds(cut, compile(cut), "file %d cut to %d".formatted(which, cut.get(which).length()));
			}
		}
	}

	@Test
	void changedExamplesGiveFindings() throws IOException {
		Random random = new Random(2);
		for (List<String> texts : examples()) {
			for (int i = 0; i < 60; i++) {
				List<String> changed = new ArrayList<>(texts);
				int which = random.nextInt(changed.size());
				changed.set(which, mutate(changed.get(which), random));
				holds(changed, compile(changed), "change %d of file %d".formatted(i, which));
			}
		}
	}

	@Test
	void changedLibraryTextsGiveFindings() throws IOException {
		Random random = new Random(3);
		for (String path : Library.paths()) {
			String text = mutate(Library.text(path).replace("namespace cosem", "namespace other"), random);
			holds(List.of(text), compile(List.of(text)), path);
		}
	}

	/** Changes words rather than characters, so that most results still follow the grammar and reach elaboration. */
	private static String mutate(String text, Random random) {
		List<String> tokens = new ArrayList<>(List.of(text.split("(?<=\\W)|(?=\\W)")));
		for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
			int at = random.nextInt(tokens.size());
			int other = random.nextInt(tokens.size());
			switch (random.nextInt(5)) {
				case 0 -> tokens.remove(at);
				case 1 -> tokens.add(at, PIECES[random.nextInt(PIECES.length)]);
				case 2 -> tokens.set(at, PIECES[random.nextInt(PIECES.length)]);
				case 3 -> tokens.set(at, tokens.get(other));
				default -> {
					String swapped = tokens.get(at);
					tokens.set(at, tokens.get(other));
					tokens.set(other, swapped);
				}
			}
		}
		return String.join("", tokens);
	}

	private static List<List<String>> examples() throws IOException {
		List<List<String>> examples = new ArrayList<>();
		try (Stream<Path> folders = Files.list(EXAMPLES)) {
			for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
				List<String> texts = new ArrayList<>();
				try (Stream<Path> files = Files.walk(folder)) {
					for (Path file : files.filter(path -> path.toString().endsWith(".cosem")).sorted().toList()) {
						texts.add(Files.readString(file));
					}
				}
				examples.add(texts);
			}
		}
		return examples.stream().filter(texts -> !texts.isEmpty()).toList();
	}
}
