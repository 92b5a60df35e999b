// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.Wanted;
import org.meterwright.dsl.cosemDsl.MeterDecl;
import org.meterwright.dsl.elaborate.Declarations;

import picocli.CommandLine.Option;

/** Which meters a command is about, in which variants. */
final class VariantOption implements Wanted {

	private static final String ALL = "all";
	/** What the meter without any switch is called where variants are named. */
	private static final String PLAIN = "plain";

	@Option(names = "--meter", paramLabel = "NAME", description = "This meter only; all when not given.")
	private String meter;

	@Option(names = "--variant", paramLabel = "NAME", defaultValue = ALL, description = "This variant only; 'plain' is the meter as no variant names it, 'all' is what is done when not given.")
	private String variant = ALL;

	private final Set<String> offered = new LinkedHashSet<>();

	@Override
	public boolean test(String name, Optional<String> variantName) {
		String label = variantName.map(each -> "%s-%s".formatted(name, each)).orElse(name);
		offered.add(variantName.orElse(PLAIN));
		boolean right = meter == null || meter.equals(name) || meter.equals(label);
		return right && (variant.equals(ALL) || variant.equals(variantName.orElse(PLAIN)) || variant.equals(label));
	}

	/** Refuse names that mean nothing. A text with errors has its say first: what it means may hang on them. */
	void check(Compilation compilation) {
		checkNames(compilation, !compilation.meters().isEmpty() || compilation.isBlocked());
	}

	/**
	 * Refuse names that mean nothing.
	 *
	 * @param met whether any meter was chosen by them
	 */
	void checkNames(Compilation compilation, boolean met) {
		boolean named = meter != null || !variant.equals(ALL);
		if (met || !named) {
			return;
		}
		List<MeterDecl> declared = meters(compilation);
		Optional<MeterDecl> abstractOne = declared.stream().filter(each -> each.isAbstract() && each.getName().equals(meter)).findFirst();
		String others = declared.stream().filter(each -> !each.isAbstract()).map(MeterDecl::getName).collect(Collectors.joining(", "));
		if (abstractOne.isPresent()) {
			throw new Problem(ExitCode.USAGE, "Meter %s is abstract: it is only there to be extended; there are %s.".formatted(meter, others));
		}
		String what = variant.equals(ALL) ? "meter %s".formatted(meter) : "variant %s%s".formatted(variant, meter == null ? "" : " of meter %s".formatted(meter));
		throw new Problem(ExitCode.USAGE, "There is no %s in the text; there are %s.".formatted(what, variant.equals(ALL) ? others : String.join(", ", offered)));
	}

	/** Return the meters that the texts declare. */
	static List<MeterDecl> meters(Compilation compilation) {
		return compilation.declarations().all(Declarations.Sort.METER).values().stream().flatMap(List::stream).map(MeterDecl.class::cast).toList();
	}
}
