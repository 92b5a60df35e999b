// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.meterwright.cosem.Meter;
import org.meterwright.dsl.cosemDsl.MeterDecl;
import org.meterwright.dsl.sugar.Scenarios;
import org.meterwright.dsl.sugar.Sugar;
import org.meterwright.rules.Finding;
import org.meterwright.rules.check.Reading;
import org.meterwright.scenario.Scenario;

/** Elaborates meters: runs the steps in their order. */
public final class Elaborator {

	/**
	 * A model with what was found while it was made.
	 *
	 * @param findings findings of all steps, those on scenarios included
	 * @param played   its scenarios with the findings on them
	 * @param lines    what other lines change in it
	 * @param objects  what objects that come or go change in it
	 * @param replay   reads the scenarios once more, from the model and the places as they are then
	 */
	public record Result(Meter model, List<Finding> findings, Links links, Items items, Symbols symbols, Played played, ValueLines lines, ObjectEdits objects, Supplier<Played> replay) {
		/** Returns the scenarios. */
		public List<Scenario> scenarios() {
			return played.scenarios();
		}
	}

	/** Scenarios of a meter that can be played, and what is wrong with these and others. */
	public record Played(List<Scenario> scenarios, List<Finding> findings) {
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
		steps(sugar).forEach(step -> step.run(elaboration));
		Reading.making(() -> {
			laterSteps(sugar).forEach(step -> step.run(elaboration));
			ObisDictionaries.of(declarations, elaboration.items(), elaboration.model()).attach(elaboration.model());
		});
		Played played = played(elaboration, switches);
		Supplier<Played> replay = () -> {
			Played again = played(elaboration, switches);
			elaboration.names().declarations().forgetLater();
			return again;
		};
		List<Finding> findings = Stream.of(elaboration.report().findings(), played.findings()).flatMap(List::stream).toList();
		return new Result(elaboration.model(), findings, elaboration.links(), elaboration.items(), elaboration.symbols(), played, new ValueLines(elaboration), new ObjectEdits(elaboration, sugar), replay);
	}

	/** Reads the scenarios of a finished model. What they read of it need not be noted: they are read again whenever it changes. */
	private static Played played(Elaboration elaboration, Set<String> switches) {
		int before = elaboration.report().count();
		List<Scenario> scenarios = elaboration.declaration().isAbstract() ? List.of() : new Scenarios(elaboration, switches).read();
		return new Played(scenarios, elaboration.report().take(before));
	}

	private static List<Step> steps(Sugar sugar) {
		return List.of(
				new FactStep(),
				new ReservationStep(),
				new ObjectStep(),
				elaboration -> sugar.addObjects(),
				new BodyStep(),
				elaboration -> elaboration.symbols().begin(Symbols.Stage.NAMED),
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
