// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.text;

import java.util.Arrays;

/** Lines of a text: places as line and column of UTF-16 units, both from 0. Lines end with LF, CR LF or CR. */
public final class Lines {
	private final int length;
	private final int[] starts;
	private final int[] ends;

	private Lines(int length, int[] starts, int[] ends) {
		this.length = length;
		this.starts = starts;
		this.ends = ends;
	}

	/** Finds the lines of a text. */
	public static Lines of(String text) {
		int[] starts = new int[16];
		int[] ends = new int[16];
		int count = 0;
		int at = 0;
		while (true) {
			int end = at;
			while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
				end++;
			}
			if (count == starts.length) {
				starts = Arrays.copyOf(starts, count * 2);
				ends = Arrays.copyOf(ends, count * 2);
			}
			starts[count] = at;
			ends[count++] = end;
			if (end == text.length()) {
				return new Lines(text.length(), Arrays.copyOf(starts, count), Arrays.copyOf(ends, count));
			}
			at = end + (text.startsWith("\r\n", end) ? 2 : 1);
		}
	}

	/** Returns the number of lines; an end of line at the end of the text begins an empty one. */
	public int count() {
		return starts.length;
	}

	/** Returns the line of a place. */
	public int line(int offset) {
		int found = Arrays.binarySearch(starts, Math.clamp(offset, 0, length));
		return found >= 0 ? found : -found - 2;
	}

	/** Returns the column of a place; a place inside an end of line counts as the end of its line. */
	public int column(int offset) {
		int line = line(offset);
		return Math.min(Math.clamp(offset, 0, length), ends[line]) - starts[line];
	}

	/** Returns the offset of a line and column; both are brought into the text. */
	public int offset(int line, int column) {
		if (line < 0) {
			return 0;
		}
		return line >= starts.length ? length : Math.min(starts[line] + Math.max(0, column), ends[line]);
	}

	/** Returns where a line begins. */
	public int start(int line) {
		return starts[line];
	}

	/** Returns where a line ends, before its end of line. */
	public int end(int line) {
		return ends[line];
	}
}
