// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.value.Origin;
import org.meterwright.dsl.Compiler.Checks;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.cosemDsl.MeterDecl;
import org.meterwright.dsl.elaborate.Declarations;
import org.meterwright.dsl.elaborate.Elaborator;
import org.meterwright.dsl.elaborate.Links;
import org.meterwright.dsl.elaborate.Report;
import org.meterwright.dsl.elaborate.Variants;
import org.meterwright.dsl.syntax.LibraryFiles;
import org.meterwright.dsl.syntax.SyntaxFile;
import org.meterwright.rules.Finding;
import org.meterwright.rules.RuleChecker;

/** Compiles one meter of the text in all its variants. */
final class MeterCompiler {
	private final Declarations declarations;
	private final Supplier<RuleChecker> checker;
	private final Checks checks;
	private final Wanted wanted;
	private final List<CompiledMeter> meters = new ArrayList<>();
	private final List<Finding> findings = new ArrayList<>();
	private final List<Links> links = new ArrayList<>();
	private final Set<EObject> chain = new HashSet<>();
	private final boolean keeping;
	private final List<KeptMeter> kept = new ArrayList<>();

	/** Makes a compiler; the declarations keep its account. */
	MeterCompiler(Declarations declarations, Supplier<RuleChecker> checker, Checks checks, Wanted wanted, boolean keeping) {
		this.keeping = keeping;
		this.declarations = declarations;
		this.checker = checker;
		this.checks = checks;
		this.wanted = wanted;
	}

	CompiledUnit compile(MeterDecl meter) {
		declarations.touch(SyntaxFile.of(meter));
		guarded(meter, () -> {
			if (meter.isAbstract()) {
				bare(meter);
			} else {
				variants(meter);
			}
		});
		return new CompiledUnit(meters, findings, links, chain, Set.copyOf(declarations.touched()), Set.copyOf(declarations.used()), kept);
	}

	private void bare(MeterDecl meter) {
		Elaborator.Result result = Elaborator.elaborate(declarations, meter, Set.of());
		findings.addAll(atHome(meter, result.findings()));
		links.add(result.links());
	}

	private void variants(MeterDecl meter) {
		Elaborator.Result plain = Elaborator.elaborate(declarations, meter, Set.of());
		chain.addAll(plain.items().chain());
		if (wanted.test(meter.getName(), Optional.empty())) {
			add(meter, Optional.empty(), plain);
		} else {
			links.add(plain.links());
		}
		for (Variants.Variant variant : plain.items().variants()) {
			if (wanted.test(meter.getName(), Optional.of(variant.name()))) {
				add(meter, Optional.of(variant.name()), Elaborator.elaborate(declarations, meter, variant.switches()));
			}
		}
	}

	private void add(MeterDecl meter, Optional<String> variant, Elaborator.Result result) {
		if (result.findings().stream().noneMatch(Finding::isBlocking)) {
			wanted.elaborated(result.model());
		}
		List<Finding> own = atHome(meter, checked(result));
		meters.add(new CompiledMeter(meter.getName(), variant, result.model(), own, result.items(), result.symbols(), result.scenarios(), new Object()));
		links.add(result.links());
	}

	private List<Finding> checked(Elaborator.Result result) {
		if (keeping) {
			kept.add(new KeptMeter(checker.get(), checks == Checks.TYPING, result));
			return kept.getLast().findings();
		}
		return checks == Checks.ALL ? checker.get().check(result.model(), result.findings()) : checker.get().checkWhileTyping(result.model(), result.findings());
	}

	/** A fault of the program becomes a finding: whatever a user types, nothing is thrown. */
	private void guarded(MeterDecl meter, Runnable work) {
		try {
			work.run();
		} catch (RuntimeException | StackOverflowError e) {
			Report report = new Report();
			StackTraceElement at = e.getStackTrace().length == 0 ? new StackTraceElement("", "", "", 0) : e.getStackTrace()[0];
			report.report("MW-LANG-000", meter, "meter %s cannot be read because of a fault in Meterwright (%s in %s line %d); please report it with the text".formatted(
					meter.getName(), e.getClass().getSimpleName(), at.getFileName(), at.getLineNumber()));
			findings.addAll(report.findings());
		}
	}

	/** Findings on what a companion of the library brought are shown where the meter is declared. */
	static List<Finding> atHome(MeterDecl meter, List<Finding> findings) {
		Origin home = SyntaxFile.place(meter, CosemDslPackage.eINSTANCE.getMeterDecl_Name(), 0);
		return findings.stream().map(each -> each.place().file().isEmpty() || each.place().file().startsWith(LibraryFiles.PREFIX) ? move(each, home) : each).sorted(Finding.ORDER)
				.toList();
	}

	private static Finding move(Finding finding, Origin home) {
		return new Finding(finding.rule(), finding.severity(), finding.message(), home, finding.subject(), finding.attribute(), finding.data(), finding.accepted(), finding.variants());
	}
}
