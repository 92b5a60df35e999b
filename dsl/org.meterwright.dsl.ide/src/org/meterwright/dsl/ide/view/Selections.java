// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.view;

import java.util.ArrayList;
import java.util.List;

import org.meterwright.dsl.ide.text.Lexeme;
import org.meterwright.dsl.ide.text.Lexing;
import org.meterwright.dsl.ide.text.Lexing.Lexed;
import org.meterwright.dsl.ide.text.Lines;

/** Finds what a growing selection takes in: the word, the line, the contents of brackets, the brackets, what stands before them, and so on. */
public final class Selections {

	/** A piece of text. */
	public record Range(int offset, int end) {
	}

	private Selections() {
	}

	/** Returns the pieces around a place, from the inside out; each holds the one before it. */
	public static List<Range> at(String text, int offset) {
		Lexed lexed = Lexing.of(text);
		Lines lines = Lines.of(text);
		List<Range> found = new ArrayList<>();
		lexed.lexemes().stream().filter(each -> each.offset() <= offset && offset <= each.end()).findFirst().ifPresent(each -> add(found, each.offset(), each.end()));
		int line = lines.line(offset);
		String content = text.substring(lines.start(line), lines.end(line));
		List<int[]> brackets = around(lexed.lexemes(), offset);
		boolean wholeLine = brackets.isEmpty() || brackets.getFirst()[0] < lines.start(line) && brackets.getFirst()[1] >= lines.end(line);
		if (wholeLine && !content.isBlank()) {
			add(found, lines.start(line) + content.length() - content.stripLeading().length(), lines.start(line) + content.stripTrailing().length());
		}
		for (int[] pair : brackets) {
			add(found, pair[0] + 1, pair[1]);
			add(found, pair[0], pair[1] + 1);
			int head = lines.line(pair[0]);
			String before = text.substring(lines.start(head), pair[0]);
			add(found, lines.start(head) + before.length() - before.stripLeading().length(), pair[1] + 1);
		}
		add(found, 0, text.length());
		return List.copyOf(found);
	}

	private static void add(List<Range> found, int from, int to) {
		boolean grows = found.isEmpty() || from <= found.getLast().offset() && to >= found.getLast().end() && to - from > found.getLast().end() - found.getLast().offset();
		if (grows && to >= from) {
			found.add(new Range(from, to));
		}
	}

	/** Returns the pairs of brackets around a place, innermost first. */
	private static List<int[]> around(List<Lexeme> lexemes, int offset) {
		List<int[]> pairs = new ArrayList<>();
		List<Lexeme> open = new ArrayList<>();
		for (Lexeme each : lexemes) {
			if (each.opens()) {
				open.add(each);
			} else if (each.closes() && !open.isEmpty()) {
				Lexeme opening = open.removeLast();
				if (opening.offset() < offset && each.offset() >= offset) {
					pairs.add(new int[] { opening.offset(), each.offset() });
				}
			}
		}
		return pairs;
	}
}
