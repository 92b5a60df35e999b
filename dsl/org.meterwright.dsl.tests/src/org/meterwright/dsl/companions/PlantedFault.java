// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.companions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One single change to an example, and the finding that it must give. A list of them is a text:
 *
 * <pre>
 * energy.cosem gives MW-COMP-003 at meter.cosem: meter H5
 * - what stands there, once
 * + what shall stand there instead
 * </pre>
 *
 * Several lines that begin with - or + are one text. Without {@code at}, the finding must lie within the lines of the change or on the line above.
 */
record PlantedFault(int line, String file, String rule, String placeFile, String place, String find, String replace) {

	static List<PlantedFault> read(Path list) throws IOException {
		List<PlantedFault> faults = new ArrayList<>();
		List<String> lines = Files.readAllLines(list);
		for (int i = 0; i < lines.size(); i++) {
			if (lines.get(i).contains(" gives MW-")) {
				faults.add(read(lines, i));
			}
		}
		return faults;
	}

	private static PlantedFault read(List<String> lines, int header) {
		String[] words = lines.get(header).split(" gives | at |: ", 4);
		return new PlantedFault(header + 1, words[0], words[1], words.length > 2 ? words[2] : "", words.length > 3 ? words[3] : "", block(lines, header, '-'),
				block(lines, header, '+'));
	}

	private static String block(List<String> lines, int header, char mark) {
		List<String> block = new ArrayList<>();
		for (int i = header + 1; i < lines.size() && !lines.get(i).isBlank(); i++) {
			if (lines.get(i).charAt(0) == mark) {
				block.add(lines.get(i).length() < 2 ? "" : lines.get(i).substring(2));
			}
		}
		return String.join("\n", block);
	}

	/** Returns the text with the fault in it. */
	String applied(String text) {
		assertEquals(2, text.split(java.util.regex.Pattern.quote(find), -1).length, () -> "line %d: this must stand in %s once: %s".formatted(line, file, find));
		return text.replace(find, replace);
	}

	/** Returns the first line, from 1, at which the finding may lie. */
	int from(String before, String placeText) {
		return place.isEmpty() ? Math.max(1, lineOf(before, before.indexOf(find)) - 1) : lineOf(placeText, placeText.indexOf(place));
	}

	/** Returns the last line at which the finding may lie. */
	int to(String before, String placeText) {
		return place.isEmpty() ? lineOf(before, before.indexOf(find)) + (int) replace.lines().count() : from(before, placeText);
	}

	private static int lineOf(String text, int offset) {
		assertEquals(true, offset >= 0, "the place of a fault is not in the text");
		return (int) text.substring(0, offset).chars().filter(each -> each == '\n').count() + 1;
	}

	@Override
	public String toString() {
		return "line %d, %s: %s".formatted(line, rule, replace.strip());
	}
}
