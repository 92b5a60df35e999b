// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A strict reader of JSON (RFC 8259) for the tests: maps, lists, strings, longs, booleans and null. */
final class JsonReader {

	private final String text;
	private int at;

	private JsonReader(String text) {
		this.text = text;
	}

	/** Parse a document; nothing may follow it. */
	static Object parse(String text) {
		JsonReader reader = new JsonReader(text);
		Object value = reader.value();
		reader.space();
		if (reader.at != text.length()) {
			throw reader.wrong("the end");
		}
		return value;
	}

	private Object value() {
		space();
		return switch (peek()) {
			case '{' -> object();
			case '[' -> array();
			case '"' -> string();
			case 't' -> word("true", Boolean.TRUE);
			case 'f' -> word("false", Boolean.FALSE);
			case 'n' -> word("null", null);
			default -> number();
		};
	}

	private Map<String, Object> object() {
		Map<String, Object> map = new LinkedHashMap<>();
		take('{');
		for (space(); peek() != '}'; space()) {
			if (!map.isEmpty()) {
				take(',');
				space();
			}
			String key = string();
			space();
			take(':');
			map.put(key, value());
		}
		take('}');
		return map;
	}

	private List<Object> array() {
		List<Object> list = new ArrayList<>();
		take('[');
		for (space(); peek() != ']'; space()) {
			if (!list.isEmpty()) {
				take(',');
			}
			list.add(value());
		}
		take(']');
		return list;
	}

	private String string() {
		StringBuilder string = new StringBuilder();
		take('"');
		while (peek() != '"') {
			char c = text.charAt(at++);
			if (c < ' ') {
				throw wrong("no control character");
			}
			string.append(c == '\\' ? escaped() : c);
		}
		take('"');
		return string.toString();
	}

	private char escaped() {
		char c = text.charAt(at++);
		return switch (c) {
			case 'n' -> '\n';
			case 'r' -> '\r';
			case 't' -> '\t';
			case 'u' -> (char) Integer.parseInt(text.substring(at, at += 4), 16);
			case '"', '\\', '/' -> c;
			default -> throw wrong("an escape");
		};
	}

	private Object word(String word, Object value) {
		if (!text.startsWith(word, at)) {
			throw wrong(word);
		}
		at += word.length();
		return value;
	}

	private Long number() {
		int start = at;
		while (at < text.length() && "-0123456789".indexOf(text.charAt(at)) >= 0) {
			at++;
		}
		return Long.valueOf(text.substring(start, at));
	}

	private void take(char c) {
		if (peek() != c) {
			throw wrong("'%s'".formatted(c));
		}
		at++;
	}

	private char peek() {
		if (at >= text.length()) {
			throw wrong("more");
		}
		return text.charAt(at);
	}

	private void space() {
		while (at < text.length() && " \n\r\t".indexOf(text.charAt(at)) >= 0) {
			at++;
		}
	}

	private AssertionError wrong(String expected) {
		return new AssertionError("expected %s at %d of:%n%s".formatted(expected, at, text));
	}
}
