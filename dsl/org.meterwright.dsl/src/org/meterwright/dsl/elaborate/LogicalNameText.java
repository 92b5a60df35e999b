// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.value.LogicalName;

/** Logical names with placeholders: {@code 1-0:1.8.{r}*255}, {@code 0-0:94.44.0*{n+10}}. */
final class LogicalNameText {
	private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\^?[A-Za-z_][A-Za-z_0-9-]*?)(?:([+-])(\\d+))?\\}");

	private LogicalNameText() {
	}

	/** Reads a logical name; a problem says what is wrong. */
	static LogicalName parse(EObject node, String text, Env env) {
		Optional<LogicalName> plain = plain(text);
		if (plain.isPresent()) {
			return plain.get();
		}
		List<String> parts = split(text);
		int[] groups = new int[6];
		for (int i = 0; i < 6; i++) {
			groups[i] = group(node, text, parts.get(i), "ABCDEF".charAt(i), env);
		}
		return new LogicalName(groups[0], groups[1], groups[2], groups[3], groups[4], groups[5]);
	}

	/** Reads digits and separators, which is what nearly all logical names are; nothing when there is anything else. */
	private static Optional<LogicalName> plain(String text) {
		int[] groups = new int[6];
		int group = 0;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c >= '0' && c <= '9') {
				groups[group] = groups[group] * 10 + c - '0';
				if (groups[group] > 255) {
					return Optional.empty();
				}
			} else if (c == '{' || c == 'x' || ++group > 5) {
				return Optional.empty();
			}
		}
		return Optional.of(new LogicalName(groups[0], groups[1], groups[2], groups[3], groups[4], groups[5]));
	}

	/** Splits at the separators that stand in no placeholder. */
	private static List<String> split(String text) {
		List<String> parts = new ArrayList<>(6);
		boolean inside = false;
		int from = 0;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			inside = c == '{' || inside && c != '}';
			if (!inside && (c == '-' || c == ':' || c == '.' || c == '*')) {
				parts.add(text.substring(from, i));
				from = i + 1;
			}
		}
		parts.add(text.substring(from));
		return parts;
	}

	private static int group(EObject node, String text, String part, char name, Env env) {
		if (part.equals("x")) {
			throw new ValueProblem("MW-LANG-059", node, "%s has x for group %c: x is for the OBIS dictionary; write a number".formatted(text, name));
		}
		if (!part.isEmpty() && part.length() < 4 && part.chars().allMatch(c -> c >= '0' && c <= '9') && number(part) <= 255) {
			return (int) number(part);
		}
		Matcher m = PLACEHOLDER.matcher(part);
		long value = m.matches() ? placeholder(node, m, env) : number(part);
		if (value < 0 || value > 255) {
			throw new ValueProblem("MW-LANG-059", node, "group %c of %s is %s%d; it is 0 to 255".formatted(name, text, m.matches() ? "%s = ".formatted(part) : "", value));
		}
		return (int) value;
	}

	private static long placeholder(EObject node, Matcher m, Env env) {
		String binder = m.group(1).replace("^", "");
		IndexEntry entry = env.find(binder).orElseThrow(() -> new ValueProblem("MW-LANG-059", node, env.binders().isEmpty()
				? "{%s} stands for nothing; a placeholder needs a family, as in name[%s in index]".formatted(binder, binder)
				: "{%s} stands for nothing; the binder is %s".formatted(binder, String.join(", ", env.binders().keySet()))));
		long offset = m.group(3) == null ? 0 : number(m.group(3));
		return "-".equals(m.group(2)) ? entry.value() - offset : entry.value() + offset;
	}

	private static long number(String digits) {
		return digits.length() > 9 ? 1_000_000_000L : Long.parseLong(digits);
	}
}
