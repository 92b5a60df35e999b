// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.value.Origin;
import org.meterwright.dsl.cosemDsl.MeterDecl;
import org.meterwright.dsl.elaborate.DeclarationChecks;
import org.meterwright.dsl.elaborate.Declarations;
import org.meterwright.dsl.elaborate.LanguageRules;
import org.meterwright.dsl.elaborate.Links;
import org.meterwright.dsl.elaborate.ObisDictionaries;
import org.meterwright.dsl.elaborate.Report;
import org.meterwright.dsl.syntax.LibraryFiles;
import org.meterwright.dsl.syntax.Repair;
import org.meterwright.dsl.syntax.SyntaxError;
import org.meterwright.dsl.syntax.SyntaxFile;
import org.meterwright.rules.Finding;
import org.meterwright.rules.RuleChecker;
import org.meterwright.rules.check.Reading;

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

	/** The rules, which are the same for all texts. */
	private static final class Rules {
		static final RuleChecker CHECKER = new RuleChecker(LanguageRules.all());
	}

	private final Function<SyntaxFile, Repair> repair;
	private final Map<MeterDecl, CompiledUnit> known = new IdentityHashMap<>();
	private List<Object> circumstances = List.of();
	private boolean keeping;

	/** Makes a compiler that is told what is left of a file with syntax errors. */
	public Compiler(Function<SyntaxFile, Repair> repair) {
		this.repair = repair;
	}

	/** Keeps from now on what makes the next edit cheap. */
	void keep() {
		keeping = true;
		Reading.watch();
	}

	/** Reads what is wanted when a first model is made, while that is done: the dictionary of OBIS codes, and the rules. */
	private static void prepare() {
		ObisDictionaries.standard();
		checker();
	}

	private static RuleChecker checker() {
		return Rules.CHECKER;
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
		List<SyntaxFile> broken = files.stream().filter(file -> !file.errors().isEmpty()).toList();
		List<Repair> repairs = broken.stream().map(repair).toList();
		Damage damage = new Damage(broken, repairs);
		List<SyntaxFile> readable = new ArrayList<>(files);
		readable.removeAll(broken);
		repairs.forEach(each -> readable.add(each.file()));
		List<SyntaxFile> all = new ArrayList<>(LibraryFiles.files());
		all.addAll(readable);
		Declarations declarations = new Declarations(all);
		forget(sorted(readable), checks, wanted);
		ForkJoinPool.commonPool().execute(Compiler::prepare);
		List<CompiledUnit> units = new ArrayList<>(units(declarations, sorted(readable), namespaces, checks, wanted));
		units.forEach(unit -> declarations.use(unit.imports()));
		List<CompiledUnit> damaged = units.stream().filter(unit -> damage.reaches(unit.files())).toList();
		units.removeAll(damaged);
		Links links = new Links();
		units.forEach(unit -> unit.links().forEach(links::addAll));
		Report report = new Report();
		files.forEach(file -> syntaxErrors(file, report));
		new DeclarationChecks(declarations, report, links).check(readable.stream().filter(file -> !damage.reaches(List.of(file))).toList());
		List<Finding> findings = new ArrayList<>();
		units.forEach(unit -> findings.addAll(unit.findings()));
		damaged.forEach(unit -> findings.addAll(damage.certain(unit.all(), unit.files())));
		findings.addAll(report.findings());
		List<CompiledMeter> meters = units.stream().flatMap(unit -> unit.meters().stream()).toList();
		return new Compilation(meters, VariantFindings.join(meters, findings), sorted(files), declarations, links);
	}

	/** Forgets what came out before, where anything but the inside of files has changed. */
	private void forget(List<SyntaxFile> files, Checks checks, Wanted wanted) {
		List<Object> now = List.of(Outside.of(files), checks, wanted);
		if (!now.equals(circumstances)) {
			known.clear();
		}
		circumstances = now;
	}

	private List<CompiledUnit> units(Declarations declarations, List<SyntaxFile> files, Set<String> namespaces, Checks checks, Wanted wanted) {
		Map<String, SyntaxFile> present = new HashMap<>();
		declarations.files().forEach(file -> present.put(file.name(), file));
		Map<MeterDecl, CompiledUnit> before = new IdentityHashMap<>(known);
		known.clear();
		Set<EObject> extended = new HashSet<>();
		List<MeterDecl> meters = metersOf(files, namespaces);
		List<CompiledUnit> units = new ArrayList<>();
		for (MeterDecl meter : meters.stream().sorted(Comparator.comparing(MeterDecl::isAbstract)).toList()) {
			if (meter.isAbstract() && extended.contains(meter)) {
				continue;
			}
			CompiledUnit unit = Optional.ofNullable(before.get(meter)).flatMap(each -> Upkeep.of(each, meter, declarations, present))
					.orElseGet(() -> new MeterCompiler(declarations.account(), Compiler::checker, checks, wanted, keeping).compile(meter));
			known.put(meter, unit);
			units.add(unit);
			extended.addAll(unit.chain());
		}
		return units;
	}

	private static List<SyntaxFile> sorted(Collection<SyntaxFile> files) {
		return files.stream().sorted((a, b) -> a.name().compareTo(b.name())).toList();
	}

	private static void syntaxErrors(SyntaxFile file, Report report) {
		for (SyntaxError error : file.errors()) {
			report.at("MW-LANG-001", new Origin(file.name(), error.line(), error.offset(), error.length(), "written"), file.root(), error.message());
		}
	}

	private static List<MeterDecl> metersOf(Collection<SyntaxFile> files, Set<String> namespaces) {
		List<MeterDecl> meters = new ArrayList<>();
		for (SyntaxFile file : sorted(files)) {
			if (namespaces.contains(file.namespace())) {
				file.root().getElements().stream().filter(MeterDecl.class::isInstance).map(MeterDecl.class::cast)
						.filter(meter -> meter.getName() != null).forEach(meters::add);
			}
		}
		return meters;
	}
}
