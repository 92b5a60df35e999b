// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.completion;

/** Tells where nothing is proposed: in comments and strings. */
final class Quiet {

	private Quiet() {
	}

	static boolean at(String text, int cursor) {
		for (int at = 0; at < cursor;) {
			if (text.startsWith("//", at)) {
				int end = text.indexOf('\n', at);
				if (end < 0 || end >= cursor) {
					return true;
				}
				at = end;
			} else if (text.startsWith("/*", at)) {
				int end = text.indexOf("*/", at + 2);
				if (end < 0 || end + 2 > cursor) {
					return true;
				}
				at = end + 2;
			} else if (text.charAt(at) == '"') {
				int end = string(text, at);
				if (end > cursor) {
					return true;
				}
				at = end;
			} else {
				at++;
			}
		}
		return false;
	}

	/** Returns the place behind a string; one that is not closed ends with its line. */
	private static int string(String text, int from) {
		int at = from + 1;
		while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\n') {
			at += text.charAt(at) == '\\' ? 2 : 1;
		}
		return Math.min(at + 1, text.length());
	}
}
