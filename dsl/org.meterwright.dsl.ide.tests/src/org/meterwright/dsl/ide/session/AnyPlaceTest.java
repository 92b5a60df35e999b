// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.session;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Each service answers at each place of a text, whatever the text: what an editor asks while somebody writes must not fail. */
class AnyPlaceTest {
	private static final String MORE = """
			    log: ProfileGeneric version 1 1-0:99.1.0*255 { capture clock.time, importTotal.value; capture_period = 900 }
			    group all = clock, importTotal
			""";
	private static final String METER = EditingSessionTest.METER.replace("  }\n  association", MORE + "  }\n  association");

	static final List<String> TEXTS = Stream.concat(
			Stream.of("", "\n", "\r", " ", "}", "{", "// remark", "/*", "/** said", "\"", "x", "x.", "meter", "meter M {", "\n\n}", "\u00b0\ud83d\udd0c", "\t:", "0-0:1.", "grant on\n"),
			Stream.of(METER, "\n" + METER, METER.replace("\n", "\r\n"), "\r\n" + METER.replace("\n", "\r\n"), METER.stripTrailing(), METER.replace("{", ""), METER.replace("}", ""),
					METER.replace("\"", ""), METER.replace(":", ""), METER.replace(" ", "\n"))).toList();

	@TempDir
	private Path folder;

	@ParameterizedTest
	@FieldSource("TEXTS")
	void everyServiceAnswers(String text) throws Exception {
		Path file = Files.writeString(folder.resolve("meter.cosem"), METER);
		EditingSession session = EditingSession.open(List.of(file));
		String name = session.names().getFirst();
		session.change(name, text);
		EditorServices services = session.services();
		assertDoesNotThrow(() -> whole(services, name));
		IntStream.rangeClosed(0, text.length()).forEach(offset -> assertDoesNotThrow(() -> at(services, name, offset, text.length()), () -> "at %d".formatted(offset)));
	}

	private static void whole(EditorServices services, String name) {
		services.outline(name);
		services.folding(name);
		services.tokens(name);
		services.lenses(name);
		services.format(name);
		services.organiseImports(name);
	}

	private static void at(EditorServices services, String name, int offset, int length) {
		services.definitions(name, offset);
		services.references(name, offset, true);
		services.occurrences(name, offset).forEach(each -> assertInside(each.offset(), each.length(), length));
		services.complete(name, offset).forEach(each -> assertInside(each.offset(), each.length(), length));
		services.hint(name, offset);
		services.hover(name, offset).ifPresent(each -> assertInside(each.offset(), each.length(), length));
		services.selections(name, offset).forEach(each -> assertInside(each.offset(), each.end() - each.offset(), length));
		services.symbol(name, offset);
		services.renameable(name, offset).ifPresent(each -> {
			assertInside(each.offset(), each.length(), length);
			services.rename(name, offset, "another");
		});
	}

	private static void assertInside(int offset, int length, int whole) {
		assertTrue(0 <= offset && 0 <= length && offset + length <= whole, () -> "%d + %d of %d".formatted(offset, length, whole));
	}
}
