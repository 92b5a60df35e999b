// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.meterwright.dsl.ide.text.Lexeme;
import org.meterwright.dsl.ide.text.Lexeme.Sort;
import org.meterwright.dsl.ide.text.Lexing.Lexed;

/**
 * What of the text before the cursor counts for what may follow: the declarations around it, each without what they hold before, and the
 * unfinished piece at the cursor. A few dozen tokens, whatever the size of the text and whatever is broken elsewhere in it.
 *
 * @param tokens  tokens that count, without the word under the cursor
 * @param prefix  the word under the cursor, up to the cursor
 * @param offset  where that word begins
 * @param written names that the innermost block holds already, before and behind the cursor
 */
record Excerpt(List<Lexeme> tokens, String prefix, int offset, Set<String> written) {
	private static final Set<String> ITEM_WORDS = Set.of("switch", "variant", "index", "property", "device", "association", "group", "event", "on", "every", "when", "push", "alert",
			"override", "remove", "if", "accept", "role", "memory", "internal", "require", "allow", "forbid", "usecase", "class", "type", "unit", "obis", "companion", "meter",
			"abstract", "scenario", "extend", "import", "capture", "script", "key", "context", "mechanism", "security", "secret", "conformance", "pdu", "show", "omit", "entry",
			"grant", "deny", "send", "window", "randomise", "retry", "protect", "confirmed", "to", "log", "via", "carry", "message", "raise", "run", "call", "set", "read",
			"write", "method", "short_names");
	private static final Set<String> NO_START_AFTER = Set.of(":", "of", ".", "|", "=", ",", "^", "push", "internal", "override", "require", "allow", "forbid", "in", "version", "like",
			"(", "[", "except", "with");

	/** A bracket that is open at the cursor, with what stands before and in it. */
	private static final class Level {
		private final List<Lexeme> kept = new ArrayList<>();
		private final String bracket;
		private final boolean block;

		Level(String bracket, boolean block) {
			this.bracket = bracket;
			this.block = block;
		}
	}

	/** Takes the excerpt of a text at a cursor. */
	static Excerpt of(String text, int cursor, Lexed lexed) {
		List<Lexeme> all = lexed.lexemes();
		int end = lexed.at(cursor - 1);
		boolean inWord = cursor > 0 && end < all.size() && all.get(end).offset() < cursor && all.get(end).end() >= cursor && isWord(all.get(end));
		int offset = inWord ? all.get(end).offset() : cursor;
		int count = inWord ? end : firstBehind(all, cursor);
		List<Level> levels = levels(text, all, count);
		List<Lexeme> tokens = levels.stream().flatMap(level -> level.kept.stream()).toList();
		Set<String> written = levels.getLast().block || levels.getLast().bracket.equals("{") ? written(all, count, inWord ? count + 1 : count) : Set.of();
		return new Excerpt(tokens, text.substring(offset, cursor), offset, written);
	}

	private static boolean isWord(Lexeme token) {
		return token.isName() || token.sort() == Sort.LOGICAL_NAME || token.sort() == Sort.NUMBER || token.sort() == Sort.UNKNOWN && Character.isLetter(token.text().charAt(0));
	}

	private static int firstBehind(List<Lexeme> all, int cursor) {
		int count = 0;
		int high = all.size();
		while (count < high) {
			int middle = (count + high) >>> 1;
			if (all.get(middle).end() <= cursor) {
				count = middle + 1;
			} else {
				high = middle;
			}
		}
		return count;
	}

	private static List<Level> levels(String text, List<Lexeme> every, int count) {
		List<Lexeme> all = every.subList(0, count);
		List<Level> open = new ArrayList<>(List.of(new Level("", true)));
		for (int i = 0; i < count; i++) {
			Lexeme token = all.get(i);
			Level level = open.getLast();
			if (token.closes()) {
				close(open, token);
			} else if (token.opens()) {
				level.kept.add(token);
				open.add(new Level(token.text(), token.text().equals("{") && isBlock(all, i, open)));
			} else {
				add(text, all, i, level);
			}
		}
		return open;
	}

	private static void close(List<Level> open, Lexeme token) {
		if (open.size() > 1) {
			Level closed = open.removeLast();
			Level outer = open.getLast();
			if (closed.block) {
				outer.kept.add(token); // what follows may still belong to it: return, else
			} else {
				outer.kept.addAll(closed.kept);
				outer.kept.add(token);
			}
		}
	}

	/** A brace opens a block of lines where no value or type can stand. */
	private static boolean isBlock(List<Lexeme> all, int i, List<Level> open) {
		String before = i == 0 ? "" : all.get(i - 1).text();
		boolean value = Set.of("=", ":", ",", "[", "(", "{", "structure", "enum", "choice", "of", "default").contains(before);
		return !value && open.getLast().block && !before.equals(")");
	}

	private static void add(String text, List<Lexeme> all, int i, Level level) {
		Lexeme token = all.get(i);
		if (level.block && starts(text, all, i)) {
			keepHead(level);
		} else if (level.bracket.equals("[") && token.is(",")) {
			level.kept.clear();
			return;
		}
		level.kept.add(token);
	}

	/** A new line begins: what came before it in the block is complete; namespace and imports of a file stay. */
	private static void keepHead(Level level) {
		int keep = 0;
		if (level.bracket.isEmpty()) {
			for (int i = 0; i < level.kept.size(); i++) {
				boolean head = level.kept.get(i).is("namespace") || level.kept.get(i).is("import");
				boolean item = level.kept.get(i).sort() == Sort.WORD && ITEM_WORDS.contains(level.kept.get(i).text());
				if (!head && item && !isNamePart(level.kept, i)) {
					break;
				}
				keep = i + 1;
			}
		}
		while (level.kept.size() > keep) {
			level.kept.removeLast();
		}
	}

	/** A word of the language is a mere name close behind a dot, such as the last one of {@code namespace acme.meter}. */
	static boolean isNamePart(List<Lexeme> tokens, int i) {
		return i > 0 && tokens.get(i - 1).is(".") && tokens.get(i - 1).end() == tokens.get(i).offset();
	}

	private static boolean starts(String text, List<Lexeme> all, int i) {
		Lexeme token = all.get(i);
		Lexeme before = i == 0 ? null : all.get(i - 1);
		if (before != null && isMemberNumber(text, all, i)) {
			return true;
		}
		if (!token.isName() || before == null || NO_START_AFTER.contains(before.text()) || before.sort() == Sort.NUMBER && isMemberNumber(text, all, i - 1)) {
			return false;
		}
		String next = i + 1 < all.size() ? all.get(i + 1).text() : "";
		boolean names = next.equals(":") || next.equals("=") && !before.is("group") && !before.is("index") && !before.is("variant") && !before.is("property") && !before.is("memory")
				&& !before.is("script") && !before.is("type") && !before.is("unit");
		boolean word = token.sort() == Sort.WORD && ITEM_WORDS.contains(token.text()) && (before.closes() || before.opens() || isFirst(text, token.offset()));
		return word || names && before.sort() != Sort.SIGN || names && (before.closes() || before.opens());
	}

	/** Members of a class begin with their number. */
	private static boolean isMemberNumber(String text, List<Lexeme> all, int i) {
		boolean number = all.get(i).sort() == Sort.NUMBER && i + 1 < all.size() && all.get(i + 1).isName();
		return number && i > 0 && (all.get(i - 1).closes() || all.get(i - 1).opens() || isFirst(text, all.get(i).offset()));
	}

	private static boolean isFirst(String text, int offset) {
		int at = offset - 1;
		while (at >= 0 && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
			at--;
		}
		return at < 0 || text.charAt(at) == '\n' || text.charAt(at) == '\r';
	}

	/** Collects the names before a colon or equals sign in the block around a place. */
	private static Set<String> written(List<Lexeme> all, int left, int right) {
		List<String> found = new ArrayList<>();
		int depth = 0;
		for (int i = left - 1; i >= 0 && depth >= 0; i--) {
			depth += all.get(i).closes() ? 1 : all.get(i).opens() ? -1 : 0;
			if (depth == 0) {
				name(all, i, found);
			}
		}
		depth = 0;
		for (int i = right; i < all.size() && depth >= 0; i++) {
			depth += all.get(i).opens() ? 1 : all.get(i).closes() ? -1 : 0;
			if (depth == 0) {
				name(all, i, found);
			}
		}
		return found.stream().collect(Collectors.toSet());
	}

	private static void name(List<Lexeme> all, int i, List<String> found) {
		boolean declares = i + 1 < all.size() && (all.get(i + 1).is(":") || all.get(i + 1).is("=")) && all.get(i).isName();
		if (declares && (i == 0 || !all.get(i - 1).is(":"))) {
			found.add(all.get(i).text());
		}
	}

	/** Returns the excerpt as text. */
	String text() {
		return join(tokens);
	}

	/** Writes tokens out; those that stood close together stay so. */
	static String join(List<Lexeme> tokens) {
		StringBuilder text = new StringBuilder();
		int end = -1;
		for (Lexeme token : tokens) {
			text.append(end < 0 || end == token.offset() ? "" : " ").append(token.text());
			end = token.end();
		}
		return text.append(tokens.isEmpty() || tokens.getLast().is(".") ? "" : " ").toString();
	}

	/** Tells whether the last token before the word is a certain one. */
	boolean endsWith(String token) {
		return !tokens.isEmpty() && tokens.getLast().text().equals(token);
	}
}
