// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import java.util.Locale;
import java.util.Set;

import org.meterwright.firmware.layout.Text;

/** Turns names of the model into names of C and C++. */
public final class CNames {
	private static final Set<String> RESERVED = Set.of("alignas", "alignof", "and", "asm", "auto", "bitand", "bitor", "bool", "break", "case", "catch", "char", "class",
			"compl", "const", "constexpr", "continue", "decltype", "default", "delete", "do", "double", "else", "enum", "explicit", "export", "extern", "false", "float",
			"for", "friend", "goto", "if", "inline", "int", "long", "mutable", "namespace", "new", "noexcept", "not", "nullptr", "operator", "or", "private", "protected",
			"public", "register", "restrict", "return", "short", "signed", "sizeof", "static", "struct", "switch", "template", "this", "throw", "true", "try", "typedef",
			"typeid", "typename", "union", "unsigned", "using", "virtual", "void", "volatile", "while", "xor", "errno", "unix", "linux");

	private CNames() {
	}

	/** Returns a name for macros: {@code importRate[3]} becomes {@code IMPORT_RATE_3}. */
	public static String macro(String name) {
		return words(name).toUpperCase(Locale.ROOT);
	}

	/** Returns a name for members and functions: {@code importRate[3]} becomes {@code import_rate_3}. */
	public static String member(String name) {
		String plain = words(name).toLowerCase(Locale.ROOT);
		return RESERVED.contains(plain) ? Text.of("%s_", plain) : plain;
	}

	private static String words(String name) {
		StringBuilder out = new StringBuilder();
		String text = name == null ? "" : name;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			boolean letter = isPlain(c);
			boolean hump = c >= 'A' && c <= 'Z' && i > 0
					&& (isLowerOrDigit(text.charAt(i - 1)) || Character.isUpperCase(text.charAt(i - 1)) && i + 1 < text.length() && Character.isLowerCase(text.charAt(i + 1)));
			if ((hump || !letter) && !out.isEmpty() && out.charAt(out.length() - 1) != '_') {
				out.append('_');
			}
			if (letter) {
				out.append(c);
			}
		}
		while (!out.isEmpty() && out.charAt(out.length() - 1) == '_') {
			out.setLength(out.length() - 1);
		}
		return out.isEmpty() || Character.isDigit(out.charAt(0)) ? Text.of("x%s", out) : out.toString();
	}

	private static boolean isPlain(char c) {
		return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
	}

	private static boolean isHarmless(String text) {
		char before = ' ';
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			boolean pair = c == '/' && before == '*' || c == '*' && before == '/' || c == '?' && before == '?';
			if (pair || c < 0x20 || c >= 0x7F || c == '\\') {
				return false;
			}
			before = c;
		}
		return true;
	}

	private static boolean isLowerOrDigit(char c) {
		return Character.isLowerCase(c) || Character.isDigit(c);
	}

	/** Makes text harmless inside a comment: one line of printable ASCII that cannot end the comment. */
	public static String comment(String text) {
		if (isHarmless(text)) {
			return text.strip();
		}
		StringBuilder out = new StringBuilder();
		for (char c : text.toCharArray()) {
			out.append(c >= 0x20 && c < 0x7F && c != '\\' ? c : c == '\n' || c == '\t' ? ' ' : '?');
		}
		return out.toString().replace("*/", "* /").replace("/*", "/ *").replace("??", "? ?").strip();
	}
}
