// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.meterwright.dsl.output.GeneratedOutput;
import org.meterwright.rules.Finding;

/** The findings of all variants together: what several share is told once, with their names. */
final class VariantFindings {
	/** What a line has no effect on in one variant may be what it stands there for in another: told only where it holds for all. */
	private static final Set<String> TOLD_OF_ALL = Set.of("MW-ACC-001", "MW-LANG-236");

	private final Map<String, Set<String>> variants = new LinkedHashMap<>();
	private final Map<String, Finding> findings = new LinkedHashMap<>();
	private final List<CompiledMeter> meters;

	private VariantFindings(List<CompiledMeter> meters) {
		this.meters = meters;
	}

	/**
	 * Joins findings.
	 *
	 * @param meters what was compiled, with its findings
	 * @param others findings on texts, of no meter in particular
	 */
	static List<Finding> join(List<CompiledMeter> meters, List<Finding> others) {
		VariantFindings all = new VariantFindings(meters);
		meters.forEach(meter -> meter.findings().forEach(finding -> all.add(finding, GeneratedOutput.label(meter))));
		others.forEach(finding -> all.add(finding, ""));
		List<Finding> joined = new ArrayList<>();
		all.findings.forEach((key, finding) -> all.named(key, finding).forEach(joined::add));
		return joined.stream().sorted(Finding.ORDER).toList();
	}

	private void add(Finding finding, String variant) {
		String key = "%s %s:%d %s".formatted(finding.rule(), finding.place().file(), finding.place().offset(), finding.message());
		Finding before = findings.get(key);
		if (before == null || before.accepted().isPresent() && finding.accepted().isEmpty()) {
			findings.put(key, finding);
			variants.put(key, new LinkedHashSet<>());
		}
		if (!variant.isEmpty() && findings.get(key).accepted().equals(finding.accepted())) {
			variants.get(key).add(variant);
		}
	}

	private List<Finding> named(String key, Finding finding) {
		Set<String> names = variants.get(key);
		if (TOLD_OF_ALL.contains(finding.rule()) && finding.place().condition().isEmpty()) {
			names = ofAll(names);
			if (names.isEmpty()) {
				return List.of();
			}
		}
		return List.of(meters.size() > 1 ? finding.in(List.copyOf(names)) : finding);
	}

	/** Keeps the names of the meters that have it in all of their variants. */
	private Set<String> ofAll(Set<String> names) {
		Map<String, List<String>> byMeter = meters.stream().collect(Collectors.groupingBy(CompiledMeter::name, LinkedHashMap::new,
				Collectors.mapping(GeneratedOutput::label, Collectors.toList())));
		Set<String> kept = new LinkedHashSet<>();
		byMeter.values().stream().filter(names::containsAll).forEach(kept::addAll);
		return kept;
	}
}
