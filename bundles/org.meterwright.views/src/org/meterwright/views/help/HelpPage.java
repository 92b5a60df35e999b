// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.help;

import java.util.List;
import java.util.Map;

/**
 * A page to be read: its text, and what parts of it look like.
 *
 * @param title   its first heading
 * @param text    the whole text, lines ending with {@code \n}
 * @param ranges  parts that are not plain, in order, none over another
 * @param anchors offsets of headings by their name in links
 */
public record HelpPage(String title, String text, List<Range> ranges, Map<String, Integer> anchors) {
	/** Copies the collections. */
	public HelpPage {
		ranges = List.copyOf(ranges);
		anchors = Map.copyOf(anchors);
	}

	/** What a part of a page is. */
	public enum Kind {
		/** A heading of the first, second or lower level. */
		HEADING_1, HEADING_2, HEADING_3,
		/** A text of the language, a command, a listing. */
		CODE_BLOCK,
		/** A word of code in a sentence. */
		CODE,
		/** A word that counts. */
		STRONG,
		/** A way to another page. */
		LINK
	}

	/**
	 * A part of the text.
	 *
	 * @param target where a link leads to: a page with or without an anchor, or an anchor of this page; else empty. Of a code block its language
	 */
	public record Range(int offset, int length, Kind kind, String target) {
		/** Tells whether an offset is in it. */
		public boolean covers(int place) {
			return place >= offset && place < offset + length;
		}
	}
}
