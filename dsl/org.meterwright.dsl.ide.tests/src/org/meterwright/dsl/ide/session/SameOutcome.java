// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.meterwright.cosem.Action;
import org.meterwright.cosem.Element;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.xmi.ModelEquality;
import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.CompiledMeter;
import org.meterwright.rules.Finding;
import org.meterwright.scenario.Scenario;

/** Two sessions that know the same: findings, models, places and trees. */
final class SameOutcome {

	private SameOutcome() {
	}

	private record Told(String rule, String severity, String message, String place, int attribute, List<String> data, Optional<String> accepted, List<String> variants) {
		static Told of(Finding it) {
			return new Told(it.rule(), it.severity().name(), it.message(), it.place().toString(), it.attribute(), it.data(), it.accepted(), it.variants());
		}
	}

	static void check(String edit, Compilation expected, Compilation actual, Map<String, String> texts) {
		assertEquals(lines(expected), lines(actual), () -> "%s: findings%n%s".formatted(edit, texts));
		assertEquals(names(expected), names(actual), edit);
		for (int i = 0; i < expected.meters().size(); i++) {
			CompiledMeter meter = expected.meters().get(i);
			Meter other = actual.meters().get(i).model();
			assertEquals(Optional.empty(), ModelEquality.difference(meter.model(), other), () -> "%s: %s%n%s".formatted(edit, meter.name(), texts));
			assertEquals(origins(meter.model()), origins(other), () -> "%s: places in %s%n%s".formatted(edit, meter.name(), texts));
		}
		for (int i = 0; i < expected.files().size(); i++) {
			SameTrees.check(edit, expected.files().get(i), actual.files().get(i));
		}
	}

	/** Compares what each name in the texts means, and what stands above each object. */
	static void checkMeanings(String edit, EditingSession expected, EditingSession actual) {
		expected.names().forEach(name -> {
			assertEquals(words(expected, name), words(actual, name), () -> "%s: names in %s".formatted(edit, name));
			assertEquals(expected.services().lenses(name), actual.services().lenses(name), () -> "%s: lenses of %s".formatted(edit, name));
		});
	}

	/** Tells what stands at each place, a line each, so that a difference is found. */
	private static String words(EditingSession session, String name) {
		String text = session.text(name).orElse("");
		return session.services().tokens(name).stream().map(token -> "%s %s".formatted(text.substring(token.offset(), token.offset() + token.length()), token))
				.collect(Collectors.joining("\n"));
	}

	private static List<String> origins(Meter model) {
		List<String> all = new ArrayList<>();
		model.eAllContents().forEachRemaining(element -> {
			if (element instanceof Element it) {
				all.add("%s %s".formatted(it.getName(), it.getOrigins()));
			} else if (element instanceof Action it) {
				all.add(it.getOrigins().toString());
			}
		});
		return all;
	}

	private static List<Told> lines(Compilation compilation) {
		return compilation.findings().stream().map(Told::of).toList();
	}

	private static List<String> names(Compilation compilation) {
		return compilation.meters().stream().map(meter -> "%s %s %s %s".formatted(meter.name(), meter.variant(), meter.findings().stream().map(Told::of).toList(),
				meter.scenarios().stream().map(SameOutcome::words).toList())).toList();
	}

	/** Says what a scenario says; elements of the model tell their identity, and lists that nobody asked for are not there yet. */
	private static String words(Scenario scenario) {
		return scenario.toString().replaceAll("@[0-9a-f]+", "").replace(": []", ": null");
	}
}
