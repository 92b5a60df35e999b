// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.severity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.CompiledMeter;
import org.meterwright.rules.Finding;
import org.meterwright.rules.Rule;
import org.meterwright.rules.RuleCatalogue;
import org.meterwright.rules.Severity;

/**
 * What a user thinks of the rules. A warning or an info may count more, less, or not at all. What the catalogue calls an error stays one: the standard
 * or the firmware forbids it, and nobody's taste changes that.
 *
 * @param changed by the rule's id; rules that are not named count as usual
 */
public record Weights(SortedMap<String, Weight> changed) {
	/** Everything as the catalogue says. */
	public static final Weights USUAL = new Weights(new TreeMap<>());

	/** Copies what is changed, without what is as usual, cannot be changed, or is of no rule. */
	public Weights {
		SortedMap<String, Weight> kept = new TreeMap<>();
		changed.forEach((id, weight) -> RuleCatalogue.standard().find(id).filter(Weights::isFree).filter(rule -> weight != Weight.USUAL).ifPresent(rule -> kept.put(id, weight)));
		changed = Collections.unmodifiableSortedMap(kept);
	}

	/** Tells whether a user may say how much a rule counts. */
	public static boolean isFree(Rule rule) {
		return rule.severity() != Severity.ERROR;
	}

	/** Reads {@code MW-X-001=off,MW-Y-002=error}; what is not understood is left out. */
	public static Weights parse(String text) {
		SortedMap<String, Weight> read = new TreeMap<>();
		for (String entry : text.split(",")) {
			String[] parts = entry.split("=");
			for (Weight weight : Weight.values()) {
				if (parts.length == 2 && weight.word().equals(parts[1])) {
					read.put(parts[0], weight);
				}
			}
		}
		return new Weights(read);
	}

	/** Returns what {@link #parse} reads. */
	public String text() {
		List<String> entries = new ArrayList<>();
		changed.forEach((id, weight) -> entries.add("%s=%s".formatted(id, weight.word())));
		return String.join(",", entries);
	}

	/** Returns how much a rule counts. */
	public Weight of(String rule) {
		return changed.getOrDefault(rule, Weight.USUAL);
	}

	/** Weighs the findings of a compilation, everywhere they stand in it. */
	public Compilation apply(Compilation compilation) {
		if (changed.isEmpty()) {
			return compilation;
		}
		List<CompiledMeter> meters = compilation.meters().stream().map(this::apply).toList();
		return new Compilation(meters, apply(compilation.findings()), compilation.files(), compilation.declarations(), compilation.links());
	}

	private CompiledMeter apply(CompiledMeter meter) {
		return meter.with(apply(meter.findings()));
	}

	/** Weighs findings; what the text accepts keeps its acceptance. */
	public List<Finding> apply(List<Finding> findings) {
		return findings.stream().filter(finding -> of(finding.rule()) != Weight.OFF).map(this::weighed).toList();
	}

	private Finding weighed(Finding finding) {
		return of(finding.rule()).severity().map(severity -> new Finding(finding.rule(), severity, finding.message(), finding.place(), finding.subject(), finding.attribute(),
				finding.data(), finding.accepted(), finding.variants())).orElse(finding);
	}

	/** Returns these weights with that of one rule changed. */
	public Weights with(String rule, Weight weight) {
		SortedMap<String, Weight> more = new TreeMap<>(changed);
		more.put(rule, weight);
		return new Weights(more);
	}
}
