// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.language;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.meterwright.cosem.value.Origin;
import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.syntax.SyntaxFile;
import org.meterwright.rules.Finding;

/**
 * How much of each finding's place is underlined: its first line. A finding on a whole object or association would underline a page
 * otherwise.
 */
final class FirstLines {
	static final FirstLines NONE = new FirstLines(Map.of());

	private final Map<String, Integer> lengths;

	private FirstLines(Map<String, Integer> lengths) {
		this.lengths = lengths;
	}

	static FirstLines of(Compilation compilation) {
		Map<String, String> texts = new HashMap<>();
		Map<String, SyntaxFile> files = new HashMap<>();
		compilation.files().forEach(file -> files.put(file.name(), file));
		Map<String, Integer> lengths = new HashMap<>();
		for (Finding finding : compilation.findings()) {
			String text = texts.computeIfAbsent(finding.place().file(), name -> text(Optional.ofNullable(files.get(name))));
			lengths.put(FindingMarkers.key(finding), firstLine(text, finding.place()));
		}
		return new FirstLines(Map.copyOf(lengths));
	}

	private static String text(Optional<SyntaxFile> file) {
		return file.flatMap(SyntaxFile::text).orElse("");
	}

	private static int firstLine(String text, Origin place) {
		int from = Math.clamp(place.offset(), 0, text.length());
		int to = Math.clamp((long) place.offset() + place.length(), from, text.length());
		int end = text.indexOf('\n', from);
		int stop = end < 0 || end > to ? to : end;
		return text.substring(from, stop).stripTrailing().length();
	}

	/** Returns how many characters of a finding are underlined. */
	int length(String key, Finding finding) {
		return lengths.getOrDefault(key, finding.place().length());
	}
}
