// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.CosemFactory;
import org.meterwright.dsl.cosemDsl.ClassDecl;
import org.meterwright.dsl.cosemDsl.CompanionDecl;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.cosemDsl.Element;
import org.meterwright.dsl.cosemDsl.Import;
import org.meterwright.dsl.cosemDsl.LayerDecl;
import org.meterwright.dsl.cosemDsl.MeterDecl;
import org.meterwright.dsl.cosemDsl.ObisDecl;
import org.meterwright.dsl.cosemDsl.ObisGroupDecl;
import org.meterwright.dsl.cosemDsl.ScenarioDecl;
import org.meterwright.dsl.cosemDsl.TypeDecl;
import org.meterwright.dsl.cosemDsl.UnitDecl;
import org.meterwright.dsl.elaborate.Declarations.Sort;
import org.meterwright.dsl.syntax.SyntaxFile;

/** Checks what files declare at the top level, whether a meter uses it or not: imports, classes, types, units, layers, companions, scenarios. */
public final class DeclarationChecks {
	private static final CosemDslPackage SYNTAX = CosemDslPackage.eINSTANCE;

	private final Declarations declarations;
	private final Report report;
	private final Names names;
	private final Types types;
	private final Classes classes;
	private final ObisChecks obis;

	/** Makes the checks. */
	public DeclarationChecks(Declarations declarations, Report report, Links links) {
		this.declarations = declarations;
		this.report = report;
		this.names = new Names(declarations, report, links);
		this.types = new Types(names, report);
		Units units = new Units(names, report);
		this.classes = new Classes(CosemFactory.eINSTANCE.createMeter(), new ClassElaborator(names, types, units, report));
		this.obis = new ObisChecks(names, report, units);
	}

	/** Checks files. Call it when meters have been elaborated, because only then it is known which imports are used. */
	public void check(Collection<SyntaxFile> files) {
		duplicates();
		for (SyntaxFile file : files) {
			file.root().getElements().forEach(this::element);
		}
		files.forEach(this::imports);
	}

	private void imports(SyntaxFile file) {
		Set<String> seen = new LinkedHashSet<>();
		for (Import each : file.root().getImports()) {
			String name = each.getName();
			if (!declarations.exists(name)) {
				Optional<String> near = Suggest.nearest(name.replace(".*", ""), declarations.namespaces());
				report.report("MW-LANG-004", each, "nothing is declared in %s%s".formatted(name, near.map("; did you mean %s.*?"::formatted).orElse("")),
						near.map(namespace -> new String[] { namespace + ".*" }).orElse(new String[0]));
			} else if (!seen.add(name)) {
				report.report("MW-LANG-007", each, "%s is imported twice".formatted(name));
			} else if (!declarations.isUsed(each) && !name.equals(Declarations.LIBRARY + ".*") && !declarations.hasObis(name)) {
				report.report("MW-LANG-007", each, "nothing of %s is used in this file".formatted(name));
			}
		}
	}

	private void element(Element element) {
		switch (element) {
			case ClassDecl it -> classes.of(it);
			case TypeDecl it -> types.declared(it);
			case UnitDecl it -> unit(it);
			case LayerDecl it -> layer(it);
			case CompanionDecl it when it.getBase() != null -> names.one(Sort.COMPANION, it, SYNTAX.getCompanionDecl_Base(), it.getBase(), CompanionDecl.class);
			case ScenarioDecl it -> scenario(it);
			case ObisDecl it -> obis.entry(it);
			case ObisGroupDecl it -> obis.group(it);
			default -> {
				// meters are checked by elaboration
			}
		}
	}

	private void unit(UnitDecl unit) {
		if (Numerals.longOf(unit.getCode()) > 255) {
			report.report("MW-LANG-033", unit, SYNTAX.getUnitDecl_Code(), "a unit code is 0 to 255, not %s".formatted(unit.getCode()));
		}
	}

	private void layer(LayerDecl layer) {
		if (layer.isCompanion()) {
			names.one(Sort.COMPANION, layer, SYNTAX.getLayerDecl_Target(), layer.getTarget(), CompanionDecl.class);
		} else {
			names.one(Sort.METER, layer, SYNTAX.getLayerDecl_Target(), layer.getTarget(), MeterDecl.class);
		}
	}

	/** What the steps of a scenario mean is checked where its meter is elaborated. */
	private void scenario(ScenarioDecl scenario) {
		names.one(Sort.METER, scenario, SYNTAX.getScenarioDecl_Meter(), scenario.getMeter(), MeterDecl.class).filter(MeterDecl::isAbstract)
				.ifPresent(meter -> report.report("MW-LANG-093", scenario, SYNTAX.getScenarioDecl_Meter(), "%s is abstract; a scenario is for a meter that can be generated".formatted(meter.getName())));
	}

	private void duplicates() {
		for (Sort sort : Sort.values()) {
			declarations.all(sort).forEach((name, found) -> {
				Map<String, EObject> seen = new LinkedHashMap<>();
				for (EObject each : found) {
					EObject before = seen.putIfAbsent(each instanceof ClassDecl type ? type.getVersion() : "", each);
					if (before != null) {
						twice(sort, name, each, before);
					}
				}
			});
		}
	}

	private void twice(Sort sort, String name, EObject each, EObject before) {
		var place = SyntaxFile.place(before, "written");
		String version = each instanceof ClassDecl type ? " version %s".formatted(type.getVersion()) : "";
		report.report("MW-LANG-003", each, "%s %s%s is declared before, in %s line %d".formatted(sort.word(), name, version, place.file(), place.line()));
	}

	/** Returns the classes with their elaborated form, for a look at the catalogue. */
	static List<EObject> declaredClasses(Declarations declarations) {
		return declarations.all(Sort.CLASS).values().stream().flatMap(List::stream).toList();
	}
}
