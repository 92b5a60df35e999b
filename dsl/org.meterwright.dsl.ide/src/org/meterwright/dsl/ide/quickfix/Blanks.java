// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.quickfix;

import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Blanks in the text of a mending: {0}, {1} stand for what the finding tells, {attribute} for the attribute that it is about, {slot} for the slot behind the last
 * that the text uses for a key or secret, {next} for the one behind it.
 */
final class Blanks {
	private static final Pattern BLANK = Pattern.compile("\\{(\\d|attribute|slot|next)}");
	private static final Pattern SLOT = Pattern.compile("slot\\s+(\\d{1,6})\\b");

	private Blanks() {
	}

	/** Fills blanks; nothing where the finding does not tell what one needs. */
	static Optional<String> fill(String text, FixContext context) {
		return fill(text, context, UnaryOperator.identity());
	}

	/** Fills blanks with what a quoting function makes of each filling. */
	static Optional<String> fill(String text, FixContext context, UnaryOperator<String> quoted) {
		StringBuilder filled = new StringBuilder();
		Matcher blank = BLANK.matcher(text);
		while (blank.find()) {
			Optional<String> filling = filling(blank.group(1), context);
			if (filling.isEmpty()) {
				return Optional.empty();
			}
			blank.appendReplacement(filled, Matcher.quoteReplacement(quoted.apply(filling.get())));
		}
		return Optional.of(blank.appendTail(filled).toString());
	}

	private static Optional<String> filling(String blank, FixContext context) {
		return switch (blank) {
			case "attribute" -> context.attribute();
			case "next" -> Optional.of(Integer.toString(lastSlot(context.text()) + 2));
			case "slot" -> Optional.of(Integer.toString(lastSlot(context.text()) + 1));
			default -> context.finding().data().stream().skip(blank.charAt(0) - '0').findFirst();
		};
	}

	/** Returns the highest number of a slot in a text. */
	private static int lastSlot(String text) {
		return SLOT.matcher(text).results().mapToInt(match -> Integer.parseInt(match.group(1))).max().orElse(0);
	}
}
