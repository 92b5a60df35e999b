// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.formatting2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.parser.IParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.xmi.ModelEquality;
import org.meterwright.dsl.CompiledMeter;
import org.meterwright.dsl.Compiler;
import org.meterwright.dsl.CosemLanguage;
import org.meterwright.dsl.Workspace;

/** The library and the examples are laid out as the formatter lays them out; formatting changes no meaning, loses no comment and survives any text. */
class FormattedTextsTest {
	private static final List<String> FOLDERS = List.of("../org.meterwright.library/library", "../examples");
	private static final Pattern COMMENT = Pattern.compile("//[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);

	private static IParseResult parse(String text) {
		return CosemLanguage.injector().getInstance(IParser.class).parse(new StringReader(text));
	}

	private static String format(String text) {
		return new TextFormatter().format(parse(text));
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static List<Path> texts(Path folder) throws IOException {
		try (Stream<Path> all = Files.walk(folder)) {
			return all.filter(path -> path.toString().endsWith(".cosem")).sorted().toList();
		}
	}

	static List<Path> corpus() throws IOException {
		List<Path> files = new ArrayList<>();
		for (String folder : FOLDERS) {
			files.addAll(texts(Path.of(folder)));
		}
		assertTrue(files.stream().anyMatch(file -> file.toString().contains("gbcs")));
		return files;
	}

	static List<Path> examples() throws IOException {
		try (Stream<Path> folders = Files.list(Path.of("../examples"))) {
			return folders.filter(Files::isDirectory).sorted().toList();
		}
	}

	@ParameterizedTest
	@MethodSource("corpus")
	void ourOwnTextsAreFormatted(Path file) {
		assertEquals(read(file), format(read(file)));
	}

	@ParameterizedTest
	@MethodSource("examples")
	void formattingChangesNoMeaning(Path example) throws IOException {
		Map<String, String> written = new TreeMap<>();
		Map<String, String> formatted = new TreeMap<>();
		for (Path file : texts(example)) {
			String crushed = crush(read(file));
			written.put(file.getFileName().toString(), crushed);
			formatted.put(file.getFileName().toString(), format(crushed));
			assertEquals(comments(crushed), comments(format(crushed)));
		}
		List<Meter> before = compile(written);
		List<Meter> after = compile(formatted);
		assertEquals(before.size(), after.size());
		for (int i = 0; i < before.size(); i++) {
			assertEquals(Optional.empty(), ModelEquality.difference(before.get(i), after.get(i)));
		}
	}

	/** Puts what stands on lines of its own one behind the other, but for lines with comments. */
	private static String crush(String text) {
		StringBuilder crushed = new StringBuilder();
		text.lines().forEach(line -> crushed.append(line.strip()).append(line.contains("//") || line.contains("*") || line.isBlank() ? "\n" : " "));
		return crushed.toString();
	}

	private static List<String> comments(String text) {
		List<String> comments = new ArrayList<>();
		for (Matcher matcher = COMMENT.matcher(text); matcher.find();) {
			comments.add(matcher.group().replaceAll("\\s*\\n\\s*", "\n").strip());
		}
		return comments;
	}

	private static List<Meter> compile(Map<String, String> texts) throws IOException {
		Workspace workspace = Workspace.open(List.of());
		texts.forEach(workspace::put);
		List<CompiledMeter> meters = workspace.compile(Compiler.Checks.TYPING).meters();
		assertFalse(meters.isEmpty());
		return meters.stream().map(CompiledMeter::model).toList();
	}

	@Test
	void anyTextIsSurvived() throws IOException {
		List<String> texts = texts(Path.of("../examples/three-phase")).stream().map(FormattedTextsTest::read).toList();
		Random random = new Random(11);
		int broken = 0;
		for (int i = 0; i < 60; i++) {
			StringBuilder text = new StringBuilder(texts.get(random.nextInt(texts.size())));
			for (int changes = random.nextInt(4); changes >= 0; changes--) {
				int at = random.nextInt(text.length());
				if (random.nextBoolean()) {
					text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(12)));
				} else {
					text.insert(at, List.of("{", "}", "\"", "/*", "// x\n", "meter", " ", "[", "\u00e9", "\n\n").get(random.nextInt(10)));
				}
			}
			String damaged = text.toString();
			boolean wrong = parse(damaged).hasSyntaxErrors();
			String once = format(damaged);
			assertEquals(wrong ? damaged : format(once), once);
			broken += wrong ? 1 : 0;
		}
		assertTrue(broken > 20 && broken < 60, "%d of 60 texts are broken".formatted(broken));
	}
}
