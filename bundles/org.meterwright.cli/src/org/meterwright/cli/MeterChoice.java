// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import picocli.CommandLine.Option;

/** Which meters of two sides are compared. */
final class MeterChoice {

	/** What the meter without any switch is called where variants are named. */
	private static final String PLAIN = "plain";

	@Option(names = "--meter", paramLabel = "NAME", description = "Compare this meter only.")
	private String meter;

	@Option(names = "--variant", paramLabel = "NAME", description = "Compare this variant only; 'plain' is the one without any switch.")
	private String variant;

	@Option(names = "--variants", arity = "2", paramLabel = "NAME", description = "Compare a variant of the left side with another of the right side.")
	private List<String> variants = List.of();

	@Option(names = "--meters", arity = "2", paramLabel = "NAME", description = "Compare a meter of the left side with another of the right side.")
	private List<String> meters = List.of();

	/** Tell whether two different meters or variants are named, so that both may come from one text. */
	boolean namesTwo() {
		return !variants.isEmpty() || !meters.isEmpty();
	}

	/** Return the pairs to compare: those that are named, the only ones, or those of the same name. */
	List<Sides.Match> match(Sides sides, Console console) {
		List<NamedMeter> left = chosen(sides.leftMeters(), 0, sides.left());
		List<NamedMeter> right = chosen(sides.rightMeters(), 1, sides.right());
		if (left.size() == 1 && right.size() == 1) {
			return List.of(new Sides.Match(left.getFirst(), right.getFirst()));
		}
		List<Sides.Match> matches = sameNames(left, right, console);
		if (matches.isEmpty()) {
			throw new Problem(ExitCode.USAGE, "No meter is on both sides: there are %s and %s; say which with --meters or --variants.".formatted(names(left), names(right)));
		}
		return matches;
	}

	private static List<Sides.Match> sameNames(List<NamedMeter> left, List<NamedMeter> right, Console console) {
		Map<String, NamedMeter> others = right.stream().collect(Collectors.toMap(NamedMeter::label, Function.identity(), (first, second) -> first));
		List<Sides.Match> matches = new ArrayList<>();
		for (NamedMeter each : left) {
			NamedMeter other = others.remove(each.label());
			if (other == null) {
				console.note("%s is on the left side only.".formatted(each.label()));
			} else {
				matches.add(new Sides.Match(each, other));
			}
		}
		right.stream().filter(each -> others.containsValue(each)).forEach(each -> console.note("%s is on the right side only.".formatted(each.label())));
		return matches;
	}

	private List<NamedMeter> chosen(List<NamedMeter> all, int side, String source) {
		String wanted = meters.isEmpty() ? meter : meters.get(side);
		String wantedVariant = variants.isEmpty() ? variant : variants.get(side);
		List<NamedMeter> found = all.stream().filter(each -> wanted == null || each.isCalled(wanted)).filter(each -> wantedVariant == null || isVariant(each, wantedVariant)).toList();
		if (found.isEmpty()) {
			throw new Problem(ExitCode.USAGE, "There is no %s%s; there are %s.".formatted(wantedVariant == null ? "meter %s".formatted(wanted) : "variant %s".formatted(wantedVariant),
					source.isEmpty() ? "" : " in %s".formatted(source), names(all)));
		}
		boolean byLabel = wanted != null && found.stream().anyMatch(each -> each.label().equals(wanted));
		return byLabel && namesTwo() ? found.stream().filter(each -> each.label().equals(wanted)).toList() : found;
	}

	private static boolean isVariant(NamedMeter meter, String wanted) {
		return meter.variant().map(wanted::equals).orElse(wanted.equals(PLAIN));
	}

	private static String names(List<NamedMeter> meters) {
		return meters.stream().map(NamedMeter::label).collect(Collectors.joining(", "));
	}
}
