// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

/**
 * What a merge by lines gave.
 *
 * @param text    the merged text; conflicts stand between markers, with the ancestor's lines
 * @param isClean whether there are none
 * @param size    length of a marker
 */
record MergedText(String text, boolean isClean, int size) {

	private enum Part {
		PLAIN, OURS, BASE, THEIRS
	}

	/** Tell whether both sides only added lines wherever they met. */
	boolean onlyAdditions() {
		Part part = Part.PLAIN;
		for (String line : text.split("(?<=\n)")) {
			Part next = next(part, line);
			if (part == Part.BASE && next == Part.BASE && !line.isBlank()) {
				return false;
			}
			part = next;
		}
		return true;
	}

	/** Return the text with the lines of both sides, ours first. */
	String withBoth() {
		StringBuilder both = new StringBuilder();
		Part part = Part.PLAIN;
		for (String line : text.split("(?<=\n)")) {
			Part next = next(part, line);
			if (part == next && part != Part.BASE) {
				both.append(line);
			}
			part = next;
		}
		return both.toString();
	}

	private Part next(Part part, String line) {
		return switch (part) {
			case PLAIN -> isMarker(line, '<') ? Part.OURS : part;
			case OURS -> isMarker(line, '|') ? Part.BASE : part;
			case BASE -> isMarker(line, '=') ? Part.THEIRS : part;
			case THEIRS -> isMarker(line, '>') ? Part.PLAIN : part;
		};
	}

	private boolean isMarker(String line, char sign) {
		String marker = String.valueOf(sign).repeat(size);
		return line.startsWith(marker) && (line.length() == size || line.charAt(size) == ' ' || line.charAt(size) == '\n' || line.charAt(size) == '\r');
	}
}
