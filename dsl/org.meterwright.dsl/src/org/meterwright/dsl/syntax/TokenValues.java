// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.syntax;

import java.math.BigInteger;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.eclipse.xtext.util.Strings;

/**
 * Turns tokens into values: names without the escaping {@code ^}, octets and bits without quotes and spaces, numbers as text that is
 * known to be in range. An IllegalArgumentException says in one sentence what is no value.
 */
final class TokenValues {
	private static final int LONGEST_NUMBER = 1200;
	private static final BigInteger INT = BigInteger.valueOf(Integer.MAX_VALUE);
	private static final BigInteger LONG = BigInteger.valueOf(Long.MAX_VALUE);
	private static final Map<String, UnaryOperator<String>> READERS = Map.ofEntries(Map.entry("ID", TokenValues::name), Map.entry("Name", TokenValues::name),
			Map.entry("Member", TokenValues::name), Map.entry("BodyName", TokenValues::name), Map.entry("QName", TokenValues::name), Map.entry("QNameStar", TokenValues::name),
			Map.entry("AssociationMember", TokenValues::name), Map.entry("RuleId", TokenValues::name), Map.entry("UINT", text -> whole(text, INT)),
			Map.entry("SInt", text -> whole(text, LONG)), Map.entry("Number", TokenValues::number), Map.entry("STRING", TokenValues::text),
			Map.entry("HEXSTRING", TokenValues::octets), Map.entry("BITSTRING", text -> text.substring(5, text.length() - 1).replace(" ", "")));

	private TokenValues() {
	}

	/** Converts the text of a rule's token. */
	static String of(String rule, String text) {
		return READERS.getOrDefault(rule.substring(rule.lastIndexOf('.') + 1), UnaryOperator.identity()).apply(text);
	}

	private static String name(String text) {
		return text.indexOf('^') < 0 ? text : text.replace("^", "");
	}

	private static String whole(String text, BigInteger highest) {
		if (text.length() < 9 && (text.length() == 1 || text.charAt(0) != '0' && text.charAt(0) != '-')) {
			return text;
		}
		BigInteger number = text.length() > LONGEST_NUMBER ? highest.add(BigInteger.ONE) : new BigInteger(text);
		if (number.abs().compareTo(highest) > 0) {
			throw new IllegalArgumentException("the number is too large here: %s at most".formatted(highest));
		}
		return number.toString();
	}

	private static String number(String text) {
		if (text.length() > LONGEST_NUMBER) {
			throw new IllegalArgumentException("the number is too long");
		}
		return text;
	}

	private static String text(String quoted) {
		if (quoted.length() < 2 || !quoted.endsWith("\"")) {
			throw new IllegalArgumentException("a closing double quote is missing on this line");
		}
		String inner = quoted.substring(1, quoted.length() - 1);
		return inner.indexOf('\\') < 0 ? inner : Strings.convertFromJavaString(inner, true);
	}

	private static String octets(String text) {
		String digits = text.substring(4, text.length() - 1).replace(" ", "");
		if (digits.length() % 2 != 0) {
			throw new IllegalArgumentException("hex needs two digits for each octet");
		}
		return digits;
	}
}
