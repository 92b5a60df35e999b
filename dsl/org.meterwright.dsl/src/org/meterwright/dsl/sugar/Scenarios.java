// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.Origin;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.cosemDsl.MeterDecl;
import org.meterwright.dsl.cosemDsl.ScenarioDecl;
import org.meterwright.dsl.elaborate.Declarations;
import org.meterwright.dsl.elaborate.Elaboration;
import org.meterwright.dsl.elaborate.Scope;
import org.meterwright.dsl.elaborate.Variants;
import org.meterwright.dsl.syntax.SyntaxFile;
import org.meterwright.scenario.Scenario;

/** Reads the scenarios of a meter in one variant: names, types and times are checked against its model. */
public final class Scenarios {
	/** 2026-01-01 00:00:00, a Thursday. */
	private static final Bytes START = Bytes.ofHex("07EA010104000000008000FF");

	private final Elaboration elaboration;
	private final Set<String> switches;

	/**
	 * Prepares reading.
	 *
	 * @param switches switches of the variant
	 */
	public Scenarios(Elaboration elaboration, Set<String> switches) {
		this.elaboration = elaboration;
		this.switches = switches;
	}

	/** Reads all scenarios that are for this meter in this variant, by file and line. */
	public List<Scenario> read() {
		List<Scenario> scenarios = new ArrayList<>();
		Declarations declarations = elaboration.names().declarations();
		for (SyntaxFile file : declarations.files().stream().filter(each -> !each.isLibrary()).sorted(Comparator.comparing(SyntaxFile::name)).toList()) {
			List<ScenarioDecl> declared = file.root().getElements().stream().filter(ScenarioDecl.class::isInstance).map(ScenarioDecl.class::cast).filter(this::isForMeter).toList();
			if (!declared.isEmpty()) {
				declarations.touch(file);
				declared.stream().filter(this::isForVariant).map(this::scenario).flatMap(Optional::stream).forEach(scenarios::add);
			}
		}
		return List.copyOf(scenarios);
	}

	private boolean isForMeter(ScenarioDecl scenario) {
		String own = elaboration.declaration().getName();
		boolean maybe = scenario.getMeter() != null && (scenario.getMeter().equals(own) || scenario.getMeter().endsWith(".%s".formatted(own)));
		return maybe && elaboration.names().one(Declarations.Sort.METER, scenario, CosemDslPackage.eINSTANCE.getScenarioDecl_Meter(), scenario.getMeter(), MeterDecl.class)
				.filter(meter -> meter == elaboration.declaration()).isPresent();
	}

	/** A scenario is for the meter without switches, for a variant by its name, or for the one that has these switches. */
	private boolean isForVariant(ScenarioDecl scenario) {
		Set<String> wanted = new HashSet<>();
		List<Variants.Variant> variants = elaboration.items().variants();
		scenario.getOn().forEach(name -> variants.stream().filter(variant -> variant.name().equals(name)).findFirst()
				.ifPresentOrElse(variant -> wanted.addAll(variant.switches()), () -> wanted.add(name)));
		boolean known = wanted.isEmpty() || variants.stream().anyMatch(variant -> variant.switches().equals(wanted));
		if (!known && switches.isEmpty()) {
			elaboration.report().report("MW-LANG-093", scenario, CosemDslPackage.eINSTANCE.getScenarioDecl_On(),
					"no variant of %s has just these switches; declare one: variant v = %s".formatted(elaboration.declaration().getName(), String.join(" + ", scenario.getOn())));
		}
		return known && wanted.equals(switches);
	}

	private Optional<Scenario> scenario(ScenarioDecl scenario) {
		int before = elaboration.report().count();
		Plays plays = new Plays(elaboration);
		Optional<Bytes> start = scenario.getStart() == null ? Optional.of(START) : plays.moment(scenario.getStart());
		List<org.meterwright.scenario.Play> steps = plays.of(scenario.getSteps(), Scope.METER);
		Origin place = SyntaxFile.place(scenario, CosemDslPackage.eINSTANCE.getScenarioDecl_Title(), 0);
		if (steps.isEmpty() && elaboration.report().count() == before) {
			elaboration.report().report("MW-LANG-093", scenario, CosemDslPackage.eINSTANCE.getScenarioDecl_Title(), "the scenario has no step");
		} else if (!plays.expects() && elaboration.report().count() == before) {
			elaboration.report().report("MW-LANG-093", scenario, CosemDslPackage.eINSTANCE.getScenarioDecl_Title(), "the scenario expects nothing, so it cannot fail; write what must come of it: expect ...");
		}
		return start.isPresent() && elaboration.report().count() == before ? Optional.of(new Scenario(scenario.getTitle(), place, start.get(), steps, plays.proves())) : Optional.empty();
	}
}
