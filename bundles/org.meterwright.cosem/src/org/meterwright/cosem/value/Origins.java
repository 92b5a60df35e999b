// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.value;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says in words where an element comes from: {@code from base meter E400 (base.cosem:41), overridden by layer larch (larch.cosem:7)}. */
public final class Origins {
	private Origins() {
	}

	/** Returns the whole chain on one line, oldest first; nothing known gives an empty text. */
	public static String text(List<Origin> origins) {
		return String.join(", ", steps(origins));
	}

	/**
	 * Returns the steps of a chain, oldest first.
	 *
	 * @param origins the deciding place first, as elements of the model have them
	 */
	public static List<String> steps(List<Origin> origins) {
		List<String> steps = new ArrayList<>();
		for (Origin each : origins.reversed()) {
			steps.add(steps.isEmpty() ? first(each) : next(each));
		}
		return steps;
	}

	private static String first(Origin origin) {
		return switch (kind(origin)) {
			case "default" -> "not written: %s".formatted(origin.of().isEmpty() ? "zero" : "from class %s".formatted(origin.of()));
			case "import" -> "imported%s".formatted(place(origin));
			case "like" -> "like %s%s".formatted(origin.of(), place(origin));
			case "sugar" -> "made from%s".formatted(place(origin));
			default -> "from %s%s".formatted(whose(origin), place(origin));
		};
	}

	private static String next(Origin origin) {
		String what = origin.kind().endsWith("+") ? "added to" : origin.kind().endsWith("-") ? "taken away" : "overridden";
		return switch (kind(origin)) {
			case "default", "like", "sugar", "import" -> first(origin);
			default -> "%s by %s%s".formatted(what, whose(origin), place(origin));
		};
	}

	private static String kind(Origin origin) {
		return origin.kind().replaceAll("[+-]", "");
	}

	private static String whose(Origin origin) {
		return switch (kind(origin)) {
			case "base" -> "base meter%s".formatted(of(origin));
			case "written" -> origin.of().isEmpty() ? "the text" : "meter%s".formatted(of(origin));
			default -> kind(origin) + of(origin);
		};
	}

	private static String of(Origin origin) {
		return origin.of().isEmpty() ? "" : " " + origin.of();
	}

	private static String place(Origin origin) {
		List<String> parts = new ArrayList<>();
		if (!origin.file().isEmpty()) {
			parts.add("%s:%d".formatted(origin.file(), origin.line()));
		}
		if (!origin.condition().isEmpty()) {
			parts.add("if %s".formatted(origin.condition()));
		}
		return parts.isEmpty() ? "" : parts.stream().collect(Collectors.joining(", ", " (", ")"));
	}
}
