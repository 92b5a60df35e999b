// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Puts objects into meters, takes them out, renames and changes them, well and badly: the same seed gives the same edits. */
final class ObjectEdits {
	private static final int DEEPEST = 10;
	private static final Pattern OBJECT = Pattern.compile("(?m)^( +)(\\w+)(?:\\[[^\\]]*\\])?: \\w+(?: version \\d+)? [0-9{][^\\n]*(?:\\{(?:[^{}\\n]|\\{[^{}\\n]*\\})*\\}|\\{\\n(?:\\1 [^\\n]*\\n)*\\1\\}|(?<=255)|(?<=like \\w{1,40}))\\n");
	private static final List<String> CLASSES = List.of("Data", "Data", "Data", "Register", "ExtendedRegister", "Clock", "HouseSensor", "Datum", "DemandRegister");
	private static final List<String> NAMES = List.of("0-0:96.130.%d*255", "0-0:96.130.%d*255", "1-0:%d.7.0*255", "0-0:96.1.%d*255", "0-0:40.0.%d*255", "0-0:15.0.%d*255", "1-0:1.8.%d*255", "0-0:10.0.%d*255");
	private static final List<String> BODIES = List.of(" { value: unsigned = 1 in nvm }", " { value: long-unsigned in ram }", "", " { value: unsigned = 300 }", " { value: octet-string(6) = clock }",
			" { value: double-long-unsigned in nvm scaler_unit = 10^0 Wh }", " { value: boolean = true in call clockTime }", " { value: octet-string(4) = \"abc\" }", " { worth: unsigned }",
			" { value: sensor_state in ram }", " like total", " { }", " { value: visible-string(3) = total }", " { value: double-long-unsigned in ram scaler_unit = 10^-1 V }");
	private static final Pattern CAPTURES = Pattern.compile("( capture (?:also )?)([^\\n]*)(\\n(?:(?! capture|profile_entries)[^\\n]*\\n)*? *(?:sort_method = fifo\\n *)?)(profile_entries = \\d+)");
	private static final List<String> COLUMNS = List.of("clock.time", "total.value", "power", "spare.value", "fresh1.value", "fresh2", "alike.value", "demand.last_average_value", "nothing.value", "total.worth", "some");
	private static final List<String> LIKE_TOTAL = List.of("", "", " { scaler_unit = 10^3 Wh }", " { value: double-long-unsigned in ram }");

	private final Random random;
	private final boolean renames;
	private final Map<String, String> originals;
	private final Map<String, String> texts;
	private final List<String> edited;
	private final Deque<Map<String, String>> before = new ArrayDeque<>();

	/**
	 * Prepares edits.
	 *
	 * @param renames whether every second edit gives an object another name, whoever uses it
	 */
	ObjectEdits(long seed, Map<String, String> texts, boolean renames) {
		this.random = new Random(seed);
		this.renames = renames;
		this.originals = Map.copyOf(texts);
		this.texts = new TreeMap<>(texts);
		this.edited = texts.keySet().stream().filter(name -> OBJECT.matcher(texts.get(name)).find()).sorted().toList();
	}

	/** Returns the texts as they are. */
	Map<String, String> texts() {
		return texts;
	}

	/** Makes an edit and returns the names of the files that it changed. */
	List<String> next() {
		Map<String, String> last = Map.copyOf(texts);
		if (before.size() > DEEPEST) {
			before.clear();
			texts.putAll(originals);
		} else if (!before.isEmpty() && random.nextInt(3) == 0) {
			texts.putAll(before.pop());
		} else {
			before.push(last);
			String name = any(edited);
			texts.put(name, edit(texts.get(name)));
		}
		return texts.keySet().stream().filter(name -> !texts.get(name).equals(last.get(name))).toList();
	}

	private <T> T any(List<T> of) {
		return of.get(random.nextInt(of.size()));
	}

	private String edit(String text) {
		List<MatchResult> objects = OBJECT.matcher(text).results().toList();
		if (objects.isEmpty()) {
			return text;
		}
		List<MatchResult> fresh = new ArrayList<>(objects.stream().filter(each -> each.group(2).startsWith("fresh")).toList());
		MatchResult object = fresh.isEmpty() || random.nextInt(3) == 0 ? any(objects) : any(fresh);
		if (renames && random.nextInt(5) < 3) {
			return random.nextInt(3) == 0 ? captured(text) : renamed(text, any(objects));
		}
		String head = text.substring(0, object.start());
		String own = object.group();
		String end = text.substring(object.end());
		return switch (random.nextInt(10)) {
			case 0, 1, 2, 3 -> head + object(object.group(1)) + own + end;
			case 4 -> head + own + object(object.group(1)) + (random.nextBoolean() ? object(object.group(1)) : "") + end;
			case 5, 6 -> head + end;
			case 7 -> head + own.replaceFirst(object.group(2), random.nextInt(4) == 0 ? any(objects).group(2) : "fresh%d".formatted(random.nextInt(6))) + end;
			case 8 -> head + own.replaceFirst("\\d+(?=\\*255)", String.valueOf(random.nextInt(9))) + end;
			default -> head + object(object.group(1)) + end;
		};
	}

	private String renamed(String text, MatchResult object) {
		String name = object.group(2);
		String other = name.endsWith("More") ? name.substring(0, name.length() - 4) : random.nextInt(4) == 0 ? "fresh%d".formatted(random.nextInt(6)) : name + "More";
		return text.substring(0, object.start(2)) + other + text.substring(object.end(2));
	}

	/** Captures something more, less or else, and perhaps more entries of it. */
	private String captured(String text) {
		List<MatchResult> lines = CAPTURES.matcher(text).results().toList();
		if (lines.isEmpty()) {
			return text;
		}
		MatchResult line = any(lines);
		List<String> columns = new ArrayList<>(List.of(line.group(2).split(", ")));
		if (columns.size() > 1 && random.nextBoolean()) {
			columns.remove(random.nextInt(columns.size()));
		} else {
			columns.add(random.nextInt(columns.size() + 1), any(COLUMNS));
		}
		String entries = random.nextInt(3) == 0 ? "profile_entries = %d".formatted(1 + random.nextInt(30)) : line.group(4);
		return text.substring(0, line.start()) + line.group(1) + String.join(", ", columns) + line.group(3) + entries + text.substring(line.end());
	}

	private String object(String indent) {
		String documentation = random.nextInt(5) == 0 ? "%s/** Made for %d tests. */\n".formatted(indent, random.nextInt(9)) : "";
		String remark = random.nextInt(6) == 0 ? " // fresh%d is a remark\n".formatted(random.nextInt(6)) : "\n";
		if (random.nextInt(4) == 0) {
			return "%s%sfresh%d: Register 1-0:%d.%d.0*255 like total%s%s".formatted(documentation, indent, random.nextInt(6), 1 + random.nextInt(40), 7 + random.nextInt(2), any(LIKE_TOTAL), remark);
		}
		return "%s%sfresh%d: %s %s%s%s".formatted(documentation, indent, random.nextInt(6), any(CLASSES), any(NAMES).formatted(random.nextInt(9)), any(BODIES), remark);
	}
}
