// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.obis;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.meterwright.cosem.value.LogicalName;

/** The title of an entry, taken apart once, so that names are quick to make. */
final class Title {
	private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)\\}");
	private static final String LETTERS = "abcdef";
	private static final int WITHOUT_BILLING = 255;
	private static final int CHANNEL = 1;
	private static final int COUNTER = 4;
	private static final int BILLING = 5;

	/** Plain text, or what a value group says: its text or its number. */
	private record Part(String text, int group, boolean number) {
	}

	private final DictionaryEntry entry;
	private final Part[] parts;
	private final boolean counted;
	private final boolean saysChannel;
	private final boolean saysBilling;

	Title(DictionaryEntry entry) {
		this.entry = entry;
		List<Part> found = new ArrayList<>();
		int from = 0;
		Matcher m = PLACEHOLDER.matcher(entry.title());
		while (m.find()) {
			found.add(new Part(entry.title().substring(from, m.start()), -1, false));
			placeholder(m.group(1), found);
			from = m.end();
		}
		found.add(new Part(entry.title().substring(from), -1, false));
		this.counted = found.size() == 1 && entry.groups().get(COUNTER).size() > 1 && entry.groups().get(COUNTER).name().isEmpty();
		unsaid(found);
		this.saysChannel = says(found, CHANNEL);
		this.saysBilling = says(found, BILLING);
		this.parts = found.stream().filter(part -> part.group >= 0 || !part.text.isEmpty()).toArray(Part[]::new);
	}

	private void placeholder(String word, List<Part> found) {
		int letter = word.length() == 1 ? LETTERS.indexOf(word) : -1;
		if (letter >= 0) {
			found.add(new Part("", letter, true));
			return;
		}
		for (int i = 0; i < LETTERS.length(); i++) {
			if (entry.groups().get(i).name().equals(word)) {
				found.add(new Part("", i, false));
				return;
			}
		}
	}

	/** What named groups C to F say, where the title does not. */
	private void unsaid(List<Part> found) {
		for (int i = 2; i < LETTERS.length(); i++) {
			if (!entry.groups().get(i).name().isEmpty() && !says(found, i)) {
				found.add(new Part(", ", -1, false));
				found.add(new Part("", i, false));
			}
		}
	}

	private static boolean says(List<Part> parts, int group) {
		return parts.stream().anyMatch(part -> part.group == group);
	}

	/** Fills in what the value groups of a logical name say. */
	String of(LogicalName name) {
		StringBuilder text = new StringBuilder(96);
		for (Part part : parts) {
			if (part.group < 0) {
				text.append(part.text);
			} else if (part.number) {
				text.append(group(name, part.group));
			} else {
				text.append(entry.groups().get(part.group).text(group(name, part.group)));
			}
		}
		if (counted && name.e() != 0) {
			text.append(' ').append(name.e());
		}
		if (!saysBilling && name.f() != WITHOUT_BILLING) {
			text.append(", F ").append(name.f());
		}
		if (!saysChannel && name.b() != 0) {
			text.append(", channel ").append(name.b());
		}
		return tidy(text);
	}

	/** Takes out the commas and spaces that empty texts leave. */
	private static String tidy(StringBuilder text) {
		int to = 0;
		boolean comma = false;
		boolean space = false;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			comma |= c == ',';
			space |= c == ' ';
			if (c == ',' || c == ' ') {
				continue;
			}
			if (to > 0 && comma) {
				text.setCharAt(to++, ',');
			}
			if (to > 0 && (comma || space)) {
				text.setCharAt(to++, ' ');
			}
			comma = false;
			space = false;
			text.setCharAt(to++, c);
		}
		return text.substring(0, to);
	}

	static int group(LogicalName name, int index) {
		return switch (index) {
			case 0 -> name.a();
			case 1 -> name.b();
			case 2 -> name.c();
			case 3 -> name.d();
			case 4 -> name.e();
			default -> name.f();
		};
	}
}
