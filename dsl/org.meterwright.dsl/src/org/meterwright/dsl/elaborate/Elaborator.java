// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.meterwright.cosem.Meter;
import org.meterwright.dsl.cosemDsl.MeterDecl;
import org.meterwright.dsl.sugar.Scenarios;
import org.meterwright.dsl.sugar.Sugar;
import org.meterwright.rules.Finding;
import org.meterwright.rules.check.Reading;
import org.meterwright.scenario.Scenario;

/** Elaborates meters: runs the steps in their order. */
public final class Elaborator {

	/** A model with what was found while it was made. */
	public record Result(Meter model, List<Finding> findings, Links links, Items items, Symbols symbols, List<Scenario> scenarios, ValueLines lines) {
	}

	private Elaborator() {
	}

	/** Elaborates a variant of a meter. */
	public static Result elaborate(Declarations declarations, MeterDecl meter, Set<String> switches) {
		return elaborate(new Elaboration(declarations, meter, switches), declarations, switches);
	}

	/** Elaborates a variant of a meter, and notes where each right and column of an object comes from. */
	public static Result elaborate(Declarations declarations, MeterDecl meter, Set<String> switches, Traced traced) {
		return elaborate(new Elaboration(declarations, meter, switches, Optional.of(traced)), declarations, switches);
	}

	private static Result elaborate(Elaboration elaboration, Declarations declarations, Set<String> switches) {
		Sugar sugar = new Sugar(elaboration);
		List<Scenario> scenarios = new ArrayList<>();
		steps(sugar).forEach(step -> step.run(elaboration));
		Reading.making(() -> {
			laterSteps(sugar).forEach(step -> step.run(elaboration));
			ObisDictionaries.of(declarations, elaboration.items(), elaboration.model()).attach(elaboration.model());
			if (!elaboration.declaration().isAbstract()) {
				scenarios.addAll(new Scenarios(elaboration, switches).read());
			}
		});
		return new Result(elaboration.model(), elaboration.report().findings(), elaboration.links(), elaboration.items(), elaboration.symbols(), List.copyOf(scenarios),
				new ValueLines(elaboration));
	}

	private static List<Step> steps(Sugar sugar) {
		return List.of(
				new FactStep(),
				new ReservationStep(),
				new ObjectStep(),
				elaboration -> sugar.addObjects(),
				new BodyStep(),
				elaboration -> sugar.declare(),
				new AttributeStep());
	}

	/** Steps that may read what the text says of attributes. */
	private static List<Step> laterSteps(Sugar sugar) {
		return List.of(
				new PairStep(),
				new DerivedObjectStep(),
				new DefaultStep(),
				elaboration -> sugar.fill(),
				new FinishStep(),
				new HandlerStep());
	}
}
