// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Edits what attribute lines say of values, types, storage and scalers, well and badly: the same seed gives the same edits. */
final class ValueEdits {
	private static final int DEEPEST = 12;
	private static final Pattern LINE = Pattern.compile("(?m)^ +[a-zA-Z_]\\w*(?::[^=\\n{]*)? = .*$|\\{ [a-z_]+(?:: [a-z0-9()-]+)? = [^\\n]*\\}$");
	private static final Pattern PART = Pattern.compile("\\d+|\"[^\"\\n]*\"|true|false|\\b(?:nvm|ram|rom|min|Wh|W|V|fifo|lifo|baud_\\d+|ms_\\d+)\\b|[a-z_]{4,}");
	/** A type, a place of storage, a scaler with its unit, a longest length. */
	private static final Pattern FORM = Pattern.compile("(?<=: )(?:double-long-unsigned|long-unsigned|unsigned|octet-string\\(\\d+\\))(?= in| =| \\}|$)|(?<= in )(?:nvm|ram|rom|call \\w+)"
			+ "|(?<= )10\\^-?\\d \\w+|(?<= max )\\d+");
	private static final List<String> TYPES = List.of("double-long-unsigned", "long-unsigned", "unsigned", "long", "octet-string(8)", "boolean", "sensor_state", "array of long");
	private static final List<String> SCALERS = List.of("10^0 Wh", "10^1 Wh", "10^-1 V", "10^3 W", "10^-2 A");
	private static final List<String> STORAGES = List.of("nvm", "ram", "rom", "call other", "call clockTime");
	private static final List<String> VALUES = List.of("0", "3", "60", "65536", "99999999999", "-1", "\"\"", "\"abc\"", "true", "false", "lifo", "baud_300", "hex\"01 02\"",
			"hex\"00 00 0A 00 64 FF\"", "unknown", "[]", "null");

	private final Random random;
	private final Map<String, String> originals;
	private final Map<String, String> texts;
	private final List<String> edited;
	private final Deque<Map<String, String>> before = new ArrayDeque<>();

	ValueEdits(long seed, Map<String, String> texts) {
		this.random = new Random(seed);
		this.originals = texts;
		this.texts = new TreeMap<>(texts);
		this.edited = texts.keySet().stream().filter(name -> texts.get(name).contains("device ") || texts.get(name).contains("meter ")).sorted().toList();
	}

	/** Returns the texts as they are. */
	Map<String, String> texts() {
		return texts;
	}

	/** Returns after how many edits somebody asks. */
	int until() {
		return random.nextInt(6) == 0 ? 3 : 1;
	}

	private String any(List<String> of) {
		return of.get(random.nextInt(of.size()));
	}

	/** Makes an edit and returns the names of the files that it changed. */
	List<String> next() {
		Map<String, String> last = Map.copyOf(texts);
		if (before.size() > DEEPEST) {
			before.clear();
			texts.putAll(originals);
		} else if (!before.isEmpty() && random.nextInt(5) < 2) {
			texts.putAll(before.pop());
		} else {
			before.push(last);
			edit();
		}
		return texts.keySet().stream().filter(name -> !texts.get(name).equals(last.get(name))).toList();
	}

	private void edit() {
		String name = any(edited);
		String text = texts.get(name);
		List<MatchResult> lines = LINE.matcher(text).results().toList();
		List<MatchResult> forms = FORM.matcher(text).results().toList();
		if (!forms.isEmpty() && random.nextInt(3) == 0) {
			MatchResult form = forms.get(random.nextInt(forms.size()));
			texts.put(name, text.substring(0, form.start()) + otherForm(form.group()) + text.substring(form.end()));
		} else if (random.nextInt(8) == 0) {
			texts.put(name, text.replaceFirst("\n\n", "\n// A remark that moves what follows.\n\n"));
		} else if (!lines.isEmpty()) {
			MatchResult line = lines.get(random.nextInt(lines.size()));
			texts.put(name, text.substring(0, line.start()) + other(line.group()) + text.substring(line.end()));
		}
	}

	private String otherForm(String form) {
		if (form.startsWith("10^")) {
			return any(SCALERS);
		}
		boolean length = Character.isDigit(form.charAt(0));
		return length ? String.valueOf(random.nextInt(40)) : any(STORAGES.contains(form) || form.startsWith("call ") ? STORAGES : TYPES);
	}

	/** Changes a part of a line behind its name. */
	private String other(String line) {
		int value = line.indexOf('=');
		List<MatchResult> parts = PART.matcher(line).results().filter(part -> part.start() > value || random.nextInt(10) == 0).toList();
		if (parts.isEmpty()) {
			return line;
		}
		List<MatchResult> numbers = parts.stream().filter(part -> Character.isDigit(part.group().charAt(0))).toList();
		List<MatchResult> among = numbers.isEmpty() || random.nextInt(4) == 0 ? parts : numbers;
		MatchResult part = among.get(random.nextInt(among.size()));
		String now = random.nextInt(30) == 0 ? "{" : other(part.group(), line.startsWith("in ", Math.max(0, part.start() - 3)));
		return line.substring(0, part.start()) + now + line.substring(part.end());
	}

	/** Returns a word or number that may stand in the place of another, most of the time. */
	private String other(String part, boolean storage) {
		if (storage) {
			return any(STORAGES);
		}
		if (Character.isDigit(part.charAt(0)) && random.nextInt(6) > 0) {
			return String.valueOf(random.nextInt(random.nextBoolean() ? 10 : 2000));
		}
		return random.nextInt(3) == 0 && Character.isLetter(part.charAt(0)) ? List.of("min", "Wh", "kW", "V", "s").get(random.nextInt(5)) : any(VALUES);
	}
}
