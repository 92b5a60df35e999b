// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.printer;

import java.util.List;

/** Collects lines of text with their indentation. Long lines are left to the formatter. */
final class Text {
	private static final int WIDTH = 140;
	private static final String INDENT = "  ";

	private final StringBuilder text = new StringBuilder();
	private int depth;

	/** Adds a line. */
	void line(String line) {
		raw(line);
	}

	/** Adds an empty line. */
	void blank() {
		if (!text.isEmpty() && !endsWith("\n\n") && !endsWith("{\n")) {
			text.append('\n');
		}
	}

	private boolean endsWith(String end) {
		return text.length() >= end.length() && text.substring(text.length() - end.length()).equals(end);
	}

	/** Adds lines that are broken already. */
	void lines(String lines) {
		if (lines.contains("{\n")) {
			blank();
		}
		lines.lines().forEach(this::raw);
	}

	/** Adds a line that opens a block. */
	void open(String head) {
		line("%s {".formatted(head));
		depth++;
	}

	/** Closes a block. */
	void close() {
		depth--;
		line("}");
	}

	/** Adds a block; one thing stands on the line of its head where it fits, and nothing needs no braces. */
	void block(String head, List<String> lines) {
		if (lines.isEmpty()) {
			line(head);
			return;
		}
		String one = "%s { %s }".formatted(head, lines.getFirst());
		if (lines.size() == 1 && depth * INDENT.length() + one.length() <= WIDTH) {
			line(one);
			return;
		}
		open(head);
		lines.forEach(this::line);
		close();
	}

	/** Adds a block that has braces, even around nothing. */
	void filled(String head, List<String> lines) {
		if (lines.isEmpty()) {
			line("%s { }".formatted(head));
		} else {
			block(head, lines);
		}
	}

	/** Adds a documentation comment; its lines stay lines. */
	void documentation(String documentation) {
		if (documentation == null || documentation.isBlank()) {
			return;
		}
		List<String> lines = documentation.strip().replace("*/", "* /").lines().map(String::strip).toList();
		if (lines.size() == 1) {
			raw("/** %s */".formatted(lines.getFirst()));
			return;
		}
		raw("/**");
		lines.forEach(line -> raw(" * %s".formatted(line).stripTrailing()));
		raw(" */");
	}

	private void raw(String line) {
		text.append(INDENT.repeat(depth)).append(line).append('\n');
	}

	@Override
	public String toString() {
		return text.toString();
	}
}
