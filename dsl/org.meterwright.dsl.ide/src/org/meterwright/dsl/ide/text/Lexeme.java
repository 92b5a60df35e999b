// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.text;

/**
 * A token of the text.
 *
 * @param sort   what it is
 * @param text   its text
 * @param offset first character
 */
public record Lexeme(Sort sort, String text, int offset) {

	/** What a token is. */
	public enum Sort {
		/** A name that is no word of the language. */
		NAME,
		/** A word of the language, which may stand as a name. */
		WORD,
		/** A number. */
		NUMBER,
		/** Text, octets or bits in quotes. */
		STRING,
		/** A logical name. */
		LOGICAL_NAME,
		/** A date or a time. */
		DATE,
		/** A bracket, comma or other sign. */
		SIGN,
		/** What is no token. */
		UNKNOWN
	}

	/** Returns the offset behind the last character. */
	public int end() {
		return offset + text.length();
	}

	/** Tells whether this is a sign or a word of the language. */
	public boolean is(String what) {
		return (sort == Sort.SIGN || sort == Sort.WORD) && text.equals(what);
	}

	/** Tells whether this can be a name. */
	public boolean isName() {
		return sort == Sort.NAME || sort == Sort.WORD;
	}

	/** Tells whether this opens a bracket. */
	public boolean opens() {
		return sort == Sort.SIGN && (text.equals("{") || text.equals("[") || text.equals("("));
	}

	/** Tells whether this closes a bracket. */
	public boolean closes() {
		return sort == Sort.SIGN && (text.equals("}") || text.equals("]") || text.equals(")"));
	}
}
