// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.obis;

import java.util.List;

import org.meterwright.cosem.value.LogicalName;

/** Fills the title of an entry with what the value groups of a logical name say. */
final class Title {
	private static final List<String> LETTERS = List.of("a", "b", "c", "d", "e", "f");
	private static final int WITHOUT_BILLING = 255;
	private static final int CHANNEL = 1;
	private static final int BILLING = 5;

	private final DictionaryEntry entry;
	private final LogicalName name;
	private final StringBuilder text = new StringBuilder();
	private int said;

	private Title(DictionaryEntry entry, LogicalName name) {
		this.entry = entry;
		this.name = name;
	}

	static String of(DictionaryEntry entry, LogicalName name) {
		return new Title(entry, name).fill();
	}

	private String fill() {
		String title = entry.title();
		int from = 0;
		for (int open = title.indexOf('{'); open >= 0; open = title.indexOf('{', from)) {
			int close = title.indexOf('}', open);
			if (close < 0) {
				break;
			}
			text.append(title, from, open);
			placeholder(title.substring(open + 1, close));
			from = close + 1;
		}
		text.append(title, from, title.length());
		if (said == 0 && entry.groups().get(4).size() > 1 && group(name, 4) != 0) {
			text.append(' ').append(group(name, 4));
		}
		unsaid();
		return tidy(text);
	}

	private void placeholder(String word) {
		int letter = LETTERS.indexOf(word);
		if (letter >= 0) {
			said |= 1 << letter;
			text.append(group(name, letter));
			return;
		}
		for (int i = 0; i < LETTERS.size(); i++) {
			if (entry.groups().get(i).name().equals(word)) {
				said |= 1 << i;
				value(i);
				return;
			}
		}
	}

	private void value(int index) {
		String words = entry.groups().get(index).text(group(name, index));
		int at = words.indexOf("{n}");
		if (at < 0) {
			text.append(words);
		} else {
			text.append(words, 0, at).append(group(name, index)).append(words, at + 3, words.length());
		}
	}

	/** Says the channel and the billing period, and what named groups say, where the title does not. */
	private void unsaid() {
		for (int i = 2; i <= BILLING; i++) {
			if ((said & 1 << i) == 0 && !entry.groups().get(i).name().isEmpty()) {
				text.append(", ");
				value(i);
				said |= 1 << i;
			}
		}
		if ((said & 1 << BILLING) == 0 && name.f() != WITHOUT_BILLING) {
			text.append(", F ").append(name.f());
		}
		if ((said & 1 << CHANNEL) == 0 && name.b() != 0) {
			text.append(", channel ").append(name.b());
		}
	}

	/** Takes out the commas and spaces that empty texts leave. */
	private static String tidy(StringBuilder text) {
		StringBuilder out = new StringBuilder(text.length());
		boolean comma = false;
		boolean space = false;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == ',') {
				comma = true;
			} else if (c == ' ') {
				space = true;
			} else {
				if (!out.isEmpty() && comma) {
					out.append(',');
				}
				if (!out.isEmpty() && (space || comma)) {
					out.append(' ');
				}
				comma = false;
				space = false;
				out.append(c);
			}
		}
		return out.toString();
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
