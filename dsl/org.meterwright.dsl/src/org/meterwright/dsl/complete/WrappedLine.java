// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.complete;

import java.util.List;

/** A list of names on lines that fit into a window. */
final class WrappedLine {
	private static final int LENGTH = 120;

	private WrappedLine() {
	}

	/** Returns the names with commas between them behind a head and before a tail. */
	static String of(String head, List<String> names, String tail) {
		StringBuilder text = new StringBuilder(head);
		int begin = 0;
		for (int i = 0; i < names.size(); i++) {
			String name = i + 1 < names.size() ? "%s, ".formatted(names.get(i)) : names.get(i);
			if (text.length() - begin + name.length() > LENGTH) {
				text.setLength(text.length() - 1);
				text.append('\n');
				begin = text.length();
				text.append("      ");
			}
			text.append(name);
		}
		return text.append(tail).toString();
	}
}
