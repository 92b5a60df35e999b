// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.syntax;

import java.util.stream.Collectors;

/** Documentation comments: {@code /** text *}{@code /} before a declaration. */
public final class DocComment {
	private DocComment() {
	}

	/** Returns the words of a comment without its marks. */
	public static String text(String comment) {
		String inner = comment.endsWith("*/") ? comment.substring(3, Math.max(3, comment.length() - 2)) : comment.substring(3);
		return inner.lines().map(String::strip).map(line -> line.startsWith("*") ? line.substring(1).strip() : line).collect(Collectors.joining("\n"))
				.strip();
	}

	/** Returns the text before the first tag. */
	public static String plain(String text) {
		int at = text.indexOf('@');
		return (at < 0 ? text : text.substring(0, at)).strip();
	}
}
