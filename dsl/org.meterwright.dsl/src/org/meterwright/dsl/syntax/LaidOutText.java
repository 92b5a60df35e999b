// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.syntax;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A text seen by its lines and their indentation, as the formatter lays it out: declarations can be told apart even where they are broken. */
final class LaidOutText {
	private static final Pattern CONTAINER = Pattern.compile("(?:abstract\\s+)?(?:meter|extend|device|companion|namespace|import|if|else|override\\s+device)\\b.*", Pattern.DOTALL);
	private static final int MOST_UNBALANCED = 3;

	/** A declaration by its lines: from one, up to another that is not part of it. */
	record Block(int from, int to) {
	}

	private final String text;
	private final List<Integer> starts = new ArrayList<>();

	LaidOutText(String text) {
		this.text = text;
		starts.add(0);
		for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
			starts.add(at + 1);
		}
	}

	private String line(int line) {
		return text.substring(starts.get(line), end(line));
	}

	private int end(int line) {
		return line + 1 < starts.size() ? starts.get(line + 1) : text.length();
	}

	private boolean isBlank(int line) {
		return line(line).isBlank();
	}

	private int indent(int line) {
		String it = line(line);
		int at = 0;
		while (at < it.length() && (it.charAt(at) == ' ' || it.charAt(at) == '\t')) {
			at++;
		}
		return at;
	}

	private boolean closes(int line) {
		return line(line).stripLeading().startsWith("}");
	}

	private boolean isContainer(int line) {
		return CONTAINER.matcher(line(line).strip()).matches();
	}

	private int lineOf(int offset) {
		int low = 0;
		int high = starts.size() - 1;
		while (low < high) {
			int middle = (low + high + 1) / 2;
			if (starts.get(middle) <= offset) {
				low = middle;
			} else {
				high = middle - 1;
			}
		}
		return low;
	}

	/** Tells whether nothing but space stands before a place in its line. */
	boolean isFirstOfLine(int offset) {
		return text.substring(starts.get(lineOf(offset)), Math.min(offset, text.length())).isBlank();
	}

	/** Returns the declaration that holds a place: the outermost that holds no others. Nothing: the place is in what holds others. */
	Optional<Block> item(int offset) {
		return itemOfLine(lineOf(offset));
	}

	/** Returns the declaration on the last line before a place. */
	Optional<Block> itemBefore(int offset) {
		int line = lineOf(offset) - 1;
		while (line >= 0 && isBlank(line)) {
			line--;
		}
		return line < 0 ? Optional.empty() : itemOfLine(line);
	}

	private Optional<Block> itemOfLine(int line) {
		if (isBlank(line)) {
			return Optional.empty();
		}
		Optional<Block> item = Optional.empty();
		int head = head(line);
		while (head >= 0 && !isContainer(head)) {
			item = Optional.of(block(head));
			head = parent(head);
		}
		return item;
	}

	/** Returns the line that a closing brace belongs to, or the line itself. */
	private int head(int line) {
		int head = line;
		if (closes(line)) {
			head--;
			while (head >= 0 && (isBlank(head) || indent(head) > indent(line) || closes(head))) {
				head--;
			}
		}
		return head;
	}

	private int parent(int line) {
		int parent = line - 1;
		while (parent >= 0 && (isBlank(parent) || indent(parent) >= indent(line))) {
			parent--;
		}
		return parent;
	}

	private Block block(int head) {
		int to = head + 1;
		while (to < starts.size() && (isBlank(to) || indent(to) > indent(head))) {
			to++;
		}
		if (to < starts.size() && closes(to) && indent(to) == indent(head)) {
			return new Block(head, to + 1);
		}
		while (to > head + 1 && isBlank(to - 1)) {
			to--;
		}
		return new Block(head, to);
	}

	/** Returns the declarations whose braces do not match; none where they are so many that the layout cannot be trusted. */
	List<Block> unbalanced() {
		List<Block> found = new ArrayList<>();
		int line = 0;
		while (line < starts.size()) {
			if (isBlank(line) || isContainer(line) || closes(line)) {
				line++;
				continue;
			}
			Block block = block(line);
			if (depth(text(block)) != 0) {
				found.add(block);
			}
			line = block.to();
		}
		return found.size() > MOST_UNBALANCED ? List.of() : found;
	}

	/** Counts opened braces and brackets that are not closed; comments and texts are left out. */
	private static int depth(String text) {
		int depth = 0;
		int at = 0;
		while (at < text.length()) {
			int behind = behind(text, at);
			if (behind > at) {
				at = behind;
				continue;
			}
			char c = text.charAt(at++);
			depth += c == '{' || c == '[' || c == '(' ? 1 : c == '}' || c == ']' || c == ')' ? -1 : 0;
		}
		return depth;
	}

	/** Returns where a comment or text that begins here ends; the same place when none does, or when it has no end. */
	private static int behind(String text, int at) {
		if (text.startsWith("//", at)) {
			int end = text.indexOf('\n', at);
			return end < 0 ? text.length() : end;
		}
		if (text.startsWith("/*", at)) {
			int end = text.indexOf("*/", at + 2);
			return end < 0 ? at : end + 2;
		}
		int end = at + 1;
		while (text.charAt(at) == '"' && end < text.length() && text.charAt(end) != '\n') {
			if (text.charAt(end++) == '"') {
				return end;
			}
		}
		return at;
	}

	String text(Block block) {
		return text.substring(starts.get(block.from()), end(block.to() - 1));
	}

	/** Returns the text with blocks blanked out. */
	String without(Collection<Block> holes) {
		StringBuilder rest = new StringBuilder(text);
		for (Block hole : holes) {
			for (int at = starts.get(hole.from()); at < end(hole.to() - 1); at++) {
				if (rest.charAt(at) != '\n') {
					rest.setCharAt(at, ' ');
				}
			}
		}
		return rest.toString();
	}
}
