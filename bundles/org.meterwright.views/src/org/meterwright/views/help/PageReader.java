// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.help;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.meterwright.views.help.HelpPage.Kind;
import org.meterwright.views.help.HelpPage.Range;

/** Reads the Markdown that the documentation is written in: headings, paragraphs, lists, tables, listings, links, code and strong words. */
public final class PageReader {
	private static final Pattern INLINE = Pattern.compile("`([^`]+)`|\\*\\*([^*]+)\\*\\*|!\\[[^\\]]*\\]\\([^)]*\\)|\\[([^\\]]+)\\]\\(([^)]+)\\)");
	private static final Pattern ITEM = Pattern.compile("(\\s*)(?:[-*]|\\d+\\.) (.*)");
	private static final Pattern RULE = Pattern.compile("\\|?[\\s:|-]+\\|?");

	private final StringBuilder text = new StringBuilder();
	private final List<Range> ranges = new ArrayList<>();
	private final Map<String, Integer> anchors = new HashMap<>();
	private final List<String> paragraph = new ArrayList<>();
	private String title = "";

	private PageReader() {
	}

	/** Lays out a page. */
	public static HelpPage read(String markdown) {
		PageReader reader = new PageReader();
		reader.lines(markdown.lines().toList());
		return new HelpPage(reader.title, reader.text.toString().stripTrailing() + "\n", reader.ranges, reader.anchors);
	}

	private void lines(List<String> lines) {
		int next = 0;
		while (next < lines.size()) {
			String line = lines.get(next);
			next = line.startsWith("```") ? fenced(lines, next) : line.startsWith("    ") && paragraph.isEmpty() ? indented(lines, next) : line(lines, next);
		}
		endParagraph();
	}

	private int fenced(List<String> lines, int start) {
		endParagraph();
		int end = start + 1;
		while (end < lines.size() && !lines.get(end).startsWith("```")) {
			end++;
		}
		code(lines.subList(start + 1, Math.min(end, lines.size())), lines.get(start).substring(3).strip());
		return end + 1;
	}

	private int indented(List<String> lines, int start) {
		int end = start;
		while (end < lines.size() && (lines.get(end).startsWith("    ") || lines.get(end).isBlank())) {
			end++;
		}
		while (lines.get(end - 1).isBlank()) {
			end--;
		}
		code(lines.subList(start, end).stream().map(line -> line.isBlank() ? "" : line.substring(4)).toList(), "");
		return end;
	}

	private void code(List<String> lines, String language) {
		int from = text.length();
		lines.forEach(line -> text.append(line).append('\n'));
		ranges.add(new Range(from, text.length() - from, Kind.CODE_BLOCK, language));
		text.append('\n');
	}

	private int line(List<String> lines, int at) {
		String line = lines.get(at);
		if (line.startsWith("#")) {
			heading(line);
		} else if (line.isBlank() || line.startsWith("<!--")) {
			endParagraph();
		} else if (line.startsWith("|")) {
			endParagraph();
			return table(lines, at);
		} else if (ITEM.matcher(line).matches()) {
			endParagraph();
			paragraph.add(line);
		} else {
			paragraph.add(line.strip());
		}
		return at + 1;
	}

	private void heading(String line) {
		endParagraph();
		int level = Math.min(3, line.length() - line.replaceFirst("^#+", "").length());
		String words = line.replaceFirst("^#+\\s*", "");
		int from = text.length();
		inline(words, false);
		String plain = text.substring(from);
		title = title.isEmpty() ? plain : title;
		anchors.putIfAbsent(anchor(plain), from);
		ranges.add(new Range(from, text.length() - from, level == 1 ? Kind.HEADING_1 : level == 2 ? Kind.HEADING_2 : Kind.HEADING_3, ""));
		text.append("\n\n");
	}

	/** Returns how links name a heading: small letters, blanks as dashes, other signs left out. */
	static String anchor(String heading) {
		return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 _-]", "").replace(' ', '-');
	}

	private void endParagraph() {
		if (paragraph.isEmpty()) {
			return;
		}
		Matcher item = ITEM.matcher(paragraph.getFirst());
		boolean isItem = item.matches();
		String words = isItem ? String.join(" ", item.group(2), String.join(" ", paragraph.subList(1, paragraph.size()))).strip() : String.join(" ", paragraph);
		text.append(isItem ? "%s\u2022 ".formatted("   ".repeat(1 + item.group(1).length() / 2)) : "");
		inline(words, true);
		text.append(isItem ? "\n" : "\n\n");
		paragraph.clear();
	}

	/** A row becomes a line: its first cell, and the others behind dashes; headings of columns are left out where they say nothing. */
	private int table(List<String> lines, int start) {
		int at = start;
		boolean first = true;
		while (at < lines.size() && lines.get(at).startsWith("|")) {
			String row = lines.get(at++);
			if (!first && !RULE.matcher(row).matches()) {
				text.append("   ");
				inline(String.join(" \u2013 ", cells(row)), true);
				text.append('\n');
			}
			first = false;
		}
		text.append('\n');
		return at;
	}

	private static List<String> cells(String row) {
		String inner = row.strip().replaceFirst("^\\|", "").replaceFirst("\\|$", "");
		return List.of(inner.split("(?<!\\\\)\\|")).stream().map(cell -> cell.strip().replace("\\|", "|")).filter(cell -> !cell.isEmpty()).toList();
	}

	private void inline(String words, boolean marked) {
		Matcher found = INLINE.matcher(words);
		int at = 0;
		while (found.find()) {
			text.append(words, at, found.start());
			span(found, marked);
			at = found.end();
		}
		text.append(words.substring(at));
	}

	private void span(Matcher found, boolean marked) {
		if (found.group(1) != null) {
			add(found.group(1), Kind.CODE, "", marked);
		} else if (found.group(2) != null) {
			add(found.group(2), Kind.STRONG, "", marked);
		} else if (found.group(3) != null) {
			add(found.group(3).replace("`", ""), Kind.LINK, found.group(4), marked);
		} // else a picture: the pages are read where all of it can be seen in the program itself
	}

	private void add(String words, Kind kind, String target, boolean marked) {
		if (marked) {
			ranges.add(new Range(text.length(), words.length(), kind, target));
		}
		text.append(words);
	}
}
