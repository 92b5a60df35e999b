// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.report;

import java.util.Collection;
import java.util.Map;

/** Writes JSON (RFC 8259) from maps, collections, strings, numbers, booleans and null, indented by two spaces. */
public final class JsonText {

	private final StringBuilder text = new StringBuilder();

	private JsonText() {
	}

	/** Return a value as a document. */
	public static String of(Object value) {
		JsonText json = new JsonText();
		json.value(value, "\n");
		return json.text.append('\n').toString();
	}

	private void value(Object value, String newLine) {
		switch (value) {
			case null -> text.append("null");
			case Map<?, ?> map -> object(map, newLine);
			case Collection<?> list -> array(list, newLine);
			case Number number -> text.append(number);
			case Boolean truth -> text.append(truth);
			default -> string(value.toString());
		}
	}

	private void object(Map<?, ?> map, String newLine) {
		String inner = newLine + "  ";
		char separator = '{';
		for (Map.Entry<?, ?> entry : map.entrySet()) {
			text.append(separator).append(inner);
			string(entry.getKey().toString());
			text.append(": ");
			value(entry.getValue(), inner);
			separator = ',';
		}
		text.append(map.isEmpty() ? "{}" : newLine + "}");
	}

	private void array(Collection<?> list, String newLine) {
		String inner = newLine + "  ";
		char separator = '[';
		for (Object element : list) {
			text.append(separator).append(inner);
			value(element, inner);
			separator = ',';
		}
		text.append(list.isEmpty() ? "[]" : newLine + "]");
	}

	private void string(String value) {
		text.append('"');
		value.chars().forEach(this::character);
		text.append('"');
	}

	private void character(int c) {
		switch (c) {
			case '"' -> text.append("\\\"");
			case '\\' -> text.append("\\\\");
			case '\n' -> text.append("\\n");
			case '\r' -> text.append("\\r");
			case '\t' -> text.append("\\t");
			default -> {
				if (c < 0x20 || c == 0x2028 || c == 0x2029 || Character.isSurrogate((char) c)) {
					text.append("\\u%04x".formatted(c));
				} else {
					text.append((char) c);
				}
			}
		}
	}
}
