// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Edits the files of a project as a designer and an accident would: the same seed gives the same edits. */
final class RandomEdits {
	private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
	private static final Pattern NUMBER = Pattern.compile("\\d+");
	private static final int LONGEST_MISHAP = 6;
	private static final List<String> TOKENS = List.of("{", "}", "[", "]", "=", ":", ",", "\"", "//", "/*", "in nvm", "in ram", "like clock", "read", "override ", "remove ",
			"grant read on *", "0-0:1.0.0*255", "if ", "10^0 Wh", " ", "\n", "x", "7", "é", "event extra from firmware \"Extra\"\n");

	private final Random random;
	private final Map<String, String> originals;
	private final Map<String, String> texts;
	private final Deque<Map<String, String>> before = new ArrayDeque<>();

	RandomEdits(long seed, Map<String, String> texts) {
		this.random = new Random(seed);
		this.originals = Map.copyOf(texts);
		this.texts = new TreeMap<>(texts);
	}

	/** Returns the texts as they are. */
	Map<String, String> texts() {
		return texts;
	}

	/** Makes an edit and returns the names of the files that it changed. */
	List<String> next() {
		Map<String, String> last = Map.copyOf(texts);
		boolean undo = !before.isEmpty() && random.nextInt(3) == 0;
		if (before.size() > LONGEST_MISHAP) {
			before.clear();
			texts.putAll(originals);
		} else if (undo) {
			texts.putAll(before.pop());
		} else {
			before.push(last);
			edit();
		}
		return texts.keySet().stream().filter(name -> !texts.get(name).equals(last.get(name))).toList();
	}

	private String any(List<String> of) {
		return of.get(random.nextInt(of.size()));
	}

	private void edit() {
		String name = any(List.copyOf(texts.keySet()));
		String text = texts.get(name);
		int at = random.nextInt(text.length() + 1);
		switch (random.nextInt(13)) {
			case 0 -> texts.put(name, text.substring(0, Math.max(0, at - 1)) + text.substring(at));
			case 1 -> texts.put(name, text.substring(0, at) + any(TOKENS) + text.substring(at));
			case 2 -> texts.put(name, without(text, line(text, at)));
			case 3 -> texts.put(name, without(text, block(text, at)));
			case 4 -> paste(name, text, at);
			case 5 -> rename();
			case 6 -> texts.put(name, replaced(NUMBER, text, at, Integer.toString(random.nextInt(300))));
			case 7 -> texts.put(name, replaced(WORD, text, at, word()));
			case 8 -> swap(name, text, at);
			case 9 -> texts.put(name, spaced(text, at));
			case 10 -> texts.put(name, text.substring(0, line(text, at).from()) + "  // %s%n".formatted(word()).replace(System.lineSeparator(), "\n") + text.substring(line(text, at).from()));
			case 11 -> texts.put(name, text.substring(0, line(text, at).from()) + "/** Says %s. */ ".formatted(word()) + text.substring(line(text, at).from()));
			default -> texts.put(name, replaced(NUMBER, text, at, Integer.toString(random.nextInt(3))));
		}
	}

	/** Returns a word of any of the files. */
	private String word() {
		String text = texts.get(any(List.copyOf(texts.keySet())));
		Matcher words = WORD.matcher(text);
		return words.find(random.nextInt(text.length() + 1)) ? words.group() : "value";
	}

	private static String replaced(Pattern pattern, String text, int at, String with) {
		Matcher matcher = pattern.matcher(text);
		return matcher.find(at) ? text.substring(0, matcher.start()) + with + text.substring(matcher.end()) : text;
	}

	private record Part(int from, int to) {
	}

	/** Adds or takes away space where some is, which changes the meaning of nothing outside texts in quotes. */
	private String spaced(String text, int at) {
		int space = text.indexOf(' ', at);
		return space < 0 ? text + "\n" : random.nextBoolean() ? text.substring(0, space) + "\n " + text.substring(space) : text.substring(0, space) + text.substring(space + 1);
	}

	private static Part line(String text, int at) {
		int from = at == 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
		int end = text.indexOf('\n', at);
		return new Part(from, end < 0 ? text.length() : end + 1);
	}

	/** Returns a line with the lines below it that are indented further, and the brace that closes it. */
	private static Part block(String text, int at) {
		Part head = line(text, at);
		int indent = indent(text, head.from());
		int to = head.to();
		while (to < text.length() && indent(text, to) > indent) {
			to = line(text, to).to();
		}
		boolean closes = to < text.length() && indent(text, to) == indent && text.startsWith("}", to + indent);
		return new Part(head.from(), closes ? line(text, to).to() : to);
	}

	private static int indent(String text, int from) {
		int at = from;
		while (at < text.length() && text.charAt(at) == ' ') {
			at++;
		}
		return at - from;
	}

	private static String without(String text, Part part) {
		return text.substring(0, part.from()) + text.substring(part.to());
	}

	private void paste(String name, String text, int at) {
		String source = texts.get(any(List.copyOf(texts.keySet())));
		Part part = block(source, random.nextInt(source.length() + 1));
		int to = line(text, at).from();
		texts.put(name, text.substring(0, to) + source.substring(part.from(), part.to()) + text.substring(to));
	}

	private void swap(String name, String text, int at) {
		Part one = block(text, at);
		Part other = block(text, one.to());
		texts.put(name, text.substring(0, one.from()) + text.substring(other.from(), other.to()) + text.substring(one.to(), Math.max(one.to(), other.from()))
				+ text.substring(one.from(), one.to()) + text.substring(Math.max(one.to(), other.to())));
	}

	/** Renames a word in all files. */
	private void rename() {
		String old = word();
		String fresh = random.nextBoolean() ? "renamed%d".formatted(random.nextInt(5)) : word();
		List<String> names = new ArrayList<>(texts.keySet());
		names.forEach(name -> texts.put(name, texts.get(name).replaceAll("\\b%s\\b".formatted(old), fresh)));
	}
}
