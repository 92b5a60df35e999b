// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads rules from text. A file begins with {@code area Push} and holds rules of this shape; an indented line continues the one above:
 *
 * <pre>
 * rule MW-PUSH-001
 * severity warning
 * when typing
 * title The push sends nothing.
 * why An empty push_object_list gives a Data-Notification without data.
 * clause IEC 62056-6-2, Push setup (40), attribute 2
 * fix Send the clock's time
 * bad
 *   push p to supplier { }
 * good
 *   push p to supplier { send clock.time }
 * </pre>
 *
 * {@code fix} is there where a quick fix is, {@code acceptable} on an error that may be accepted. Lines beginning with # are comments.
 */
final class RuleReader {
	private static final Set<String> KEYS = Set.of("severity", "when", "title", "why", "clause", "fix", "acceptable", "bad", "good");
	private static final Set<String> CODE = Set.of("bad", "good");

	private final String resource;
	private final List<Rule> rules = new ArrayList<>();
	private final Map<String, String> entries = new LinkedHashMap<>();
	private String area = "";
	private String id = "";
	private String key = "";

	private RuleReader(String resource) {
		this.resource = resource;
	}

	static List<Rule> read(Class<?> beside, String resource) {
		try (InputStream in = beside.getResourceAsStream(resource)) {
			if (in == null) {
				throw new IllegalArgumentException("no rules at %s".formatted(resource));
			}
			return read(resource, new String(in.readAllBytes(), StandardCharsets.UTF_8));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	static List<Rule> read(String resource, String text) {
		RuleReader reader = new RuleReader(resource);
		text.lines().filter(line -> !line.startsWith("#")).forEach(reader::line);
		reader.finish();
		return List.copyOf(reader.rules);
	}

	private void line(String line) {
		if (line.isBlank()) {
			return;
		}
		if (line.startsWith("  ")) {
			continuation(line);
			return;
		}
		int space = line.indexOf(' ');
		String word = space < 0 ? line : line.substring(0, space);
		String rest = space < 0 ? "" : line.substring(space + 1).strip();
		switch (word) {
			case "area" -> area = rest;
			case "rule" -> begin(rest);
			default -> entry(word, rest);
		}
	}

	private void continuation(String line) {
		boolean code = CODE.contains(key);
		String more = code ? line.substring(2).stripTrailing() : line.strip();
		String before = entries.getOrDefault(key, "");
		entries.put(key, before.isEmpty() ? more : before + (code ? "\n" : " ") + more);
	}

	private void begin(String newId) {
		finish();
		id = newId;
		key = "";
	}

	private void entry(String word, String rest) {
		if (!KEYS.contains(word) || id.isEmpty()) {
			throw new IllegalArgumentException("%s: %s does not belong here".formatted(resource, word));
		}
		key = word;
		entries.put(word, rest);
	}

	private void finish() {
		if (!id.isEmpty()) {
			rules.add(rule());
		}
		entries.clear();
	}

	private Rule rule() {
		Severity severity = Severity.valueOf(need("severity").toUpperCase(Locale.ROOT));
		Rule.When when = Rule.When.valueOf(need("when").toUpperCase(Locale.ROOT));
		boolean acceptable = severity != Severity.ERROR || entries.containsKey("acceptable");
		return new Rule(id, area, severity, need("title"), need("why"), need("clause"), when, need("bad"), need("good"),
				Optional.ofNullable(entries.get("fix")), acceptable);
	}

	private String need(String name) {
		String value = entries.getOrDefault(name, "");
		if (value.isBlank()) {
			throw new IllegalArgumentException("%s: rule %s has no %s".formatted(resource, id, name));
		}
		return value;
	}
}
