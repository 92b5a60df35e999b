// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.meterwright.dsl.elaborate.Declarations;
import org.meterwright.dsl.elaborate.Links;
import org.meterwright.dsl.syntax.SyntaxFile;
import org.meterwright.rules.Finding;

/**
 * What came of a workspace's texts.
 *
 * @param meters       the meters that can be generated, by name, each first without switches, then its variants in order of text
 * @param findings     what is wrong or worth knowing, of all stages, sorted by place; nothing on library text
 * @param files        the files that were read, library excluded, by name
 * @param declarations what the files and the library declare
 * @param links        what each name in the text means
 */
public record Compilation(List<CompiledMeter> meters, List<Finding> findings, List<SyntaxFile> files, Declarations declarations, Links links) {

	/** Copies the lists. */
	public Compilation {
		meters = List.copyOf(meters);
		findings = List.copyOf(findings);
		files = List.copyOf(files);
	}

	/** Finds a meter; without a variant the one that has no switches on. */
	public Optional<CompiledMeter> meter(String name, Optional<String> variant) {
		return meters.stream().filter(each -> each.name().equals(name) && each.variant().equals(variant)).findFirst();
	}

	/**
	 * Adds what was found on meters later.
	 *
	 * @param later finds what is wrong with a meter
	 */
	public Compilation and(Function<CompiledMeter, List<Finding>> later) {
		List<CompiledMeter> found = meters.stream().map(meter -> meter.with(later.apply(meter))).toList();
		List<Finding> joined = VariantFindings.join(found, List.of());
		if (joined.isEmpty()) {
			return this;
		}
		List<CompiledMeter> both = IntStream.range(0, meters.size()).mapToObj(i -> meters.get(i).with(sorted(meters.get(i).findings(), found.get(i).findings()))).toList();
		return new Compilation(both, sorted(findings, joined), files, declarations, links);
	}

	private static List<Finding> sorted(List<Finding> some, List<Finding> others) {
		return Stream.concat(some.stream(), others.stream()).sorted(Finding.ORDER).toList();
	}

	/** Tells whether a finding forbids generating. */
	public boolean isBlocked() {
		return findings.stream().anyMatch(Finding::isBlocking);
	}
}
