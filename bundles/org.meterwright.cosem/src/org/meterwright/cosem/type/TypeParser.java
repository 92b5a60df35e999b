// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.type;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.meterwright.cosem.value.DataTag;

/** Reads the notation of types by recursive descent. */
final class TypeParser {
	private static final int MAXIMUM_DEPTH = 64;
	private static final Pattern TOKEN = Pattern.compile("\\s*(\\.\\.|\"(?:[^\"\\\\]|\\\\.)*\"|-?\\d+|\\^?[A-Za-z_][A-Za-z0-9_]*([-.][A-Za-z0-9_^]+)*|\\S|$)");

	private final String text;
	private final Matcher matcher;
	private String token = "";
	private int depth;

	TypeParser(String text) {
		this.text = text;
		this.matcher = TOKEN.matcher(text);
		next();
	}

	DataType parse() {
		DataType type = type();
		if (!token.isEmpty()) {
			throw unexpected();
		}
		return type;
	}

	private DataType type() {
		if (++depth > MAXIMUM_DEPTH) {
			throw new IllegalArgumentException("a type is nested deeper than %d levels".formatted(MAXIMUM_DEPTH));
		}
		String word = name();
		DataType type = switch (word) {
			case "any" -> new DataType.Any();
			case "structure" -> token.equals("{") ? new DataType.StructureOf(list(this::field)) : new DataType.Simple(DataTag.STRUCTURE);
			case "choice" -> new DataType.Choice(list(this::type));
			case "enum" -> token.equals("{") ? new DataType.Enumeration(list(this::literal)) : new DataType.Simple(DataTag.ENUM, bounds("(", ")"));
			case "bits" -> bits();
			case "array" -> array();
			case "compact-array" -> accept("of") ? new DataType.CompactOf(type()) : new DataType.Simple(DataTag.COMPACT_ARRAY);
			default -> simpleOrNamed(word);
		};
		depth--;
		return type;
	}

	private DataType simpleOrNamed(String word) {
		if (accept("=")) {
			return new DataType.Named(word, type());
		}
		DataTag tag = DataTag.ofName(word).orElseThrow(() -> new IllegalArgumentException("%s is no type".formatted(word)));
		return new DataType.Simple(tag, bounds("(", ")"));
	}

	private DataType array() {
		DataType.Size size = bounds("[", "]");
		if (!accept("of")) {
			return new DataType.Simple(DataTag.ARRAY, size);
		}
		return new DataType.ArrayOf(size, type());
	}

	private DataType bits() {
		DataTag carrier = DataTag.BIT_STRING;
		int size = 0;
		if (accept("of")) {
			String word = name();
			carrier = DataTag.ofName(word).filter(DataTag::isInteger)
					.orElseThrow(() -> new IllegalArgumentException("%s cannot carry bits".formatted(word)));
		} else {
			expect("(");
			size = Math.toIntExact(number());
			expect(")");
		}
		return new DataType.BitField(carrier, size, token.equals("{") ? list(this::literal) : List.of());
	}

	private DataType.Field field() {
		String name = name();
		expect(":");
		return new DataType.Field(name, type());
	}

	private DataType.Literal literal() {
		String name = name();
		expect("=");
		int value = Math.toIntExact(number());
		return new DataType.Literal(name, value, accept("..") ? Math.toIntExact(number()) : value, quoted());
	}

	/** Reads a text in quotes; empty: none stands here. */
	private String quoted() {
		if (!token.startsWith("\"") || token.length() < 2) {
			return "";
		}
		String inner = token.substring(1, token.length() - 1).replaceAll("\\\\(.)", "$1");
		next();
		return inner;
	}

	private <T> List<T> list(Supplier<T> part) {
		List<T> parts = new ArrayList<>();
		expect("{");
		while (!token.equals("}")) {
			if (!parts.isEmpty()) {
				expect(",");
			}
			parts.add(part.get());
		}
		expect("}");
		return parts;
	}

	private DataType.Size bounds(String open, String close) {
		if (!accept(open)) {
			return DataType.Size.ANY;
		}
		long lower = number();
		long upper = lower;
		if (accept("..")) {
			upper = accept("*") ? DataType.Size.UNBOUNDED : number();
		}
		expect(close);
		return new DataType.Size(lower, upper);
	}

	private String name() {
		String name = token;
		if (name.isEmpty() || !Character.isLetter(name.charAt(0)) && name.charAt(0) != '_' && name.charAt(0) != '^') {
			throw unexpected();
		}
		next();
		return name;
	}

	private long number() {
		String digits = token;
		next();
		try {
			return Long.parseLong(digits);
		} catch (NumberFormatException e) {
			throw new IllegalArgumentException("'%s' is no number in the type %s".formatted(digits, text), e);
		}
	}

	private boolean accept(String expected) {
		boolean found = token.equals(expected);
		if (found) {
			next();
		}
		return found;
	}

	private void expect(String expected) {
		if (!accept(expected)) {
			throw unexpected();
		}
	}

	private void next() {
		token = matcher.find() ? matcher.group(1) : "";
	}

	private IllegalArgumentException unexpected() {
		return new IllegalArgumentException(token.isEmpty() ? "the type '%s' ends too early".formatted(text)
				: "unexpected '%s' in the type %s".formatted(token, text));
	}
}
