// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.meterwright.cosem.Dynamics;
import org.meterwright.cosem.InterfaceClass;
import org.meterwright.cosem.builder.ClassBuilder;

/** Interface classes for tests, read from {@code classes.txt}, which has the shape of the catalogue without needing its language. */
final class TestClasses {
	private final Map<String, InterfaceClass> classes = new LinkedHashMap<>();
	private ClassBuilder builder;

	static Map<String, InterfaceClass> read() {
		try (InputStream in = TestClasses.class.getResourceAsStream("classes.txt")) {
			TestClasses reader = new TestClasses();
			new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).forEach(reader::line);
			return reader.classes;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private void line(String line) {
		String[] sides = line.split(" : ", 2);
		String[] words = sides[0].split(" ");
		switch (words[0]) {
			case "class" -> begin(words);
			case "a" -> attribute(words, sides[1]);
			case "s" -> builder.selector(Integer.parseInt(words[1]), Integer.parseInt(words[2]), words[3], sides[1]);
			default -> builder.method(Integer.parseInt(words[1]), words[2], sides[1]);
		}
	}

	private void begin(String[] words) {
		builder = new ClassBuilder(words[1], Integer.parseInt(words[2]), Integer.parseInt(words[3]));
		classes.put("%s %s".formatted(words[2], words[3]), builder.interfaceClass());
	}

	private void attribute(String[] words, String type) {
		int index = Integer.parseInt(words[1]);
		if (index > 1) {
			builder.attribute(index, words[2], type, Dynamics.getByName(words[3]));
		}
		if (has(words, "optional")) {
			builder.optional(index);
		}
		if (has(words, "secret")) {
			builder.secret(index);
		}
	}

	private static boolean has(String[] words, String flag) {
		return List.of(words).subList(4, words.length).contains(flag);
	}
}
