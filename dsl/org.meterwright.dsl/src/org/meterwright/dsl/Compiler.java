// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.value.Origin;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.cosemDsl.MeterDecl;
import org.meterwright.dsl.elaborate.DeclarationChecks;
import org.meterwright.dsl.elaborate.Declarations;
import org.meterwright.dsl.elaborate.Elaborator;
import org.meterwright.dsl.elaborate.LanguageRules;
import org.meterwright.dsl.elaborate.Links;
import org.meterwright.dsl.elaborate.Report;
import org.meterwright.dsl.elaborate.Variants;
import org.meterwright.dsl.syntax.LibraryFiles;
import org.meterwright.dsl.syntax.SyntaxError;
import org.meterwright.dsl.syntax.SyntaxFile;
import org.meterwright.rules.Finding;
import org.meterwright.rules.RuleChecker;

/**
 * Compiles parsed files: checks declarations, elaborates every meter that is not abstract in each of its variants, and checks the models.
 * Meters are elaborated only when no file has syntax errors: half a text would give findings that mean nothing.
 */
public final class Compiler {

	/** Which rules run. */
	public enum Checks {
		/** Those that run while typing. */
		TYPING,
		/** All. */
		ALL
	}

	private final RuleChecker checker = new RuleChecker(LanguageRules.all());

	/**
	 * Compiles files.
	 *
	 * @param files      own files, without the library
	 * @param namespaces namespaces whose meters are wanted
	 * @param checks     which rules run
	 */
	public Compilation compile(Collection<SyntaxFile> files, Set<String> namespaces, Checks checks) {
		return compile(files, namespaces, checks, Wanted.ALL);
	}

	/**
	 * Compiles files.
	 *
	 * @param files      own files, without the library
	 * @param namespaces namespaces whose meters are wanted
	 * @param checks     which rules run
	 * @param wanted     which of these meters, in which variants
	 */
	public Compilation compile(Collection<SyntaxFile> files, Set<String> namespaces, Checks checks, Wanted wanted) {
		List<SyntaxFile> all = new ArrayList<>(LibraryFiles.files());
		all.addAll(files);
		Declarations declarations = new Declarations(all);
		Links links = new Links();
		List<CompiledMeter> meters = new ArrayList<>();
		Report report = new Report();
		List<Finding> findings = new ArrayList<>();
		files.forEach(file -> syntaxErrors(file, report));
		if (report.count() == 0) {
			elaborate(declarations, files, namespaces, checks, wanted, meters, findings, links);
			new DeclarationChecks(declarations, report, links).check(files);
		}
		findings.addAll(report.findings());
		return new Compilation(meters, VariantFindings.join(meters, findings), sorted(files), declarations, links);
	}

	private static List<SyntaxFile> sorted(Collection<SyntaxFile> files) {
		return files.stream().sorted((a, b) -> a.name().compareTo(b.name())).toList();
	}

	private static void syntaxErrors(SyntaxFile file, Report report) {
		for (SyntaxError error : file.errors()) {
			report.at("MW-LANG-001", new Origin(file.name(), error.line(), error.offset(), error.length(), "written"), file.root(), error.message());
		}
	}

	private void elaborate(Declarations declarations, Collection<SyntaxFile> files, Set<String> namespaces, Checks checks, Wanted wanted, List<CompiledMeter> meters,
			List<Finding> findings, Links links) {
		Set<EObject> extended = new HashSet<>();
		List<MeterDecl> abstractOnes = new ArrayList<>();
		for (MeterDecl meter : metersOf(files, namespaces)) {
			if (meter.isAbstract()) {
				abstractOnes.add(meter);
			} else {
				variants(declarations, meter, checks, wanted, meters, findings, links, extended);
			}
		}
		for (MeterDecl meter : abstractOnes) {
			if (!extended.contains(meter)) {
				guarded(meter, findings, () -> {
					Elaborator.Result result = Elaborator.elaborate(declarations, meter, Set.of());
					findings.addAll(atHome(meter, result.findings()));
					links.addAll(result.links());
				});
			}
		}
	}

	private static List<MeterDecl> metersOf(Collection<SyntaxFile> files, Set<String> namespaces) {
		List<MeterDecl> meters = new ArrayList<>();
		for (SyntaxFile file : sorted(files)) {
			if (namespaces.contains(file.namespace())) {
				file.root().getElements().stream().filter(MeterDecl.class::isInstance).map(MeterDecl.class::cast).forEach(meters::add);
			}
		}
		return meters;
	}

	private void variants(Declarations declarations, MeterDecl meter, Checks checks, Wanted wanted, List<CompiledMeter> meters, List<Finding> findings, Links links,
			Set<EObject> extended) {
		guarded(meter, findings, () -> {
			Elaborator.Result plain = Elaborator.elaborate(declarations, meter, Set.of());
			extended.addAll(plain.items().chain());
			if (wanted.test(meter.getName(), Optional.empty())) {
				add(meter, Optional.empty(), plain, checks, meters, links);
			} else {
				links.addAll(plain.links());
			}
			for (Variants.Variant variant : plain.items().variants()) {
				if (wanted.test(meter.getName(), Optional.of(variant.name()))) {
					add(meter, Optional.of(variant.name()), Elaborator.elaborate(declarations, meter, variant.switches()), checks, meters, links);
				}
			}
		});
	}

	private void add(MeterDecl meter, Optional<String> variant, Elaborator.Result result, Checks checks, List<CompiledMeter> meters, Links links) {
		List<Finding> checked = checks == Checks.ALL ? checker.check(result.model(), result.findings()) : checker.checkWhileTyping(result.model(), result.findings());
		List<Finding> own = atHome(meter, checked);
		meters.add(new CompiledMeter(meter.getName(), variant, result.model(), own, result.items(), result.symbols()));
		links.addAll(result.links());
	}

	/** A fault of the program becomes a finding: whatever a user types, nothing is thrown. */
	private static void guarded(MeterDecl meter, List<Finding> findings, Runnable work) {
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
	private static List<Finding> atHome(MeterDecl meter, List<Finding> findings) {
		Origin home = SyntaxFile.place(meter, CosemDslPackage.eINSTANCE.getMeterDecl_Name(), 0);
		return findings.stream().map(each -> each.place().file().isEmpty() || each.place().file().startsWith(LibraryFiles.PREFIX) ? move(each, home) : each).sorted(Finding.ORDER)
				.toList();
	}

	private static Finding move(Finding finding, Origin home) {
		return new Finding(finding.rule(), finding.severity(), finding.message(), home, finding.subject(), finding.attribute(), finding.data(), finding.accepted(), finding.variants());
	}
}
