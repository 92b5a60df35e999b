// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import org.meterwright.firmware.layout.Text;

/** Text in JSON. */
final class Json {
	private Json() {
	}

	/** Puts text between quotes. */
	static String quote(String text) {
		return append(new StringBuilder(text.length() + 2), text).toString();
	}

	/** Adds text between quotes. */
	static StringBuilder append(StringBuilder out, String text) {
		if (isPlain(text)) {
			return out.append('"').append(text).append('"');
		}
		out.append('"');
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c < 0x20) {
				out.append(Text.of("\\u%04x", (int) c));
			} else if (c == '"' || c == '\\') {
				out.append('\\').append(c);
			} else {
				out.append(c);
			}
		}
		return out.append('"');
	}

	private static boolean isPlain(String text) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c < 0x20 || c == '"' || c == '\\') {
				return false;
			}
		}
		return true;
	}
}
