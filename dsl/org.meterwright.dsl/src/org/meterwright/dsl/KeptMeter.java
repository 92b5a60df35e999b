// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.meterwright.cosem.Element;
import org.meterwright.cosem.value.Origin;
import org.meterwright.dsl.cosemDsl.AttributeLine;
import org.meterwright.dsl.elaborate.Declarations;
import org.meterwright.dsl.elaborate.Elaborator;
import org.meterwright.dsl.elaborate.ModelPlan;
import org.meterwright.dsl.elaborate.ValueLines;
import org.meterwright.dsl.syntax.LineEdit;
import org.meterwright.dsl.syntax.StructureEdit;
import org.meterwright.dsl.syntax.SyntaxFile;
import org.meterwright.rules.Finding;
import org.meterwright.rules.RuleChecker;
import org.meterwright.rules.check.StandingCheck;
import org.meterwright.rules.check.WatchedAttribute;
import org.meterwright.scenario.Scenario;

/**
 * What a session keeps of a compiled meter, so that another value need not have it compiled again: what was found before acceptances are
 * applied, by whom, and what was made of each line.
 */
final class KeptMeter {
	/** A finding on a push and a log that it names: no object that nothing names has to do with it. */
	private static final String ON_A_PUSH = "MW-LANG-238";

	private final RuleChecker checker;
	private final boolean whileTyping;
	private final Elaborator.Result result;
	private final StandingCheck checks;
	/** Findings of the elaboration on anything but single attribute lines. */
	private List<Finding> earlier;
	private Map<AttributeLine, List<Finding>> ofLines;
	/** Findings on functions of the firmware, which name lines: told anew whenever there is something to tell. */
	private List<Finding> ofCalls;
	private Elaborator.Played played;
	private Optional<ModelPlaces> places = Optional.empty();

	KeptMeter(RuleChecker checker, boolean whileTyping, Elaborator.Result result) {
		this.checker = checker;
		this.whileTyping = whileTyping;
		this.result = result;
		this.checks = checker.stand(result.model(), whileTyping);
		this.ofLines = result.lines().findings();
		this.ofCalls = result.lines().calls();
		this.played = result.played();
		Set<Finding> single = Collections.newSetFromMap(new IdentityHashMap<>());
		ofLines.values().forEach(single::addAll);
		single.addAll(ofCalls);
		single.addAll(played.findings());
		this.earlier = result.findings().stream().filter(each -> !single.contains(each)).toList();
	}

	/** Returns what of the model comes from which file. */
	ModelPlaces places() {
		if (places.isEmpty()) {
			places = Optional.of(new ModelPlaces(result.model()));
		}
		return places.get();
	}

	/** Returns the findings with acceptances applied, in the order of reports. */
	List<Finding> findings() {
		List<Finding> made = Stream.of(earlier, ofCalls, played.findings()).flatMap(List::stream).toList();
		return checker.join(checks, result.model(), Stream.concat(made.stream(), ofLines.values().stream().flatMap(List::stream)).toList(), whileTyping);
	}

	/** Tells what other lines change in the model; nothing, when one may change more than attributes. */
	Optional<List<ValueLines.Change>> changes(Collection<LineEdit> edits, Declarations present, Set<SyntaxFile> files) {
		List<ValueLines.Change> changes = new ArrayList<>();
		for (LineEdit edit : edits) {
			Optional<List<ValueLines.Change>> change = result.lines().change(edit.before(), edit.now(), present);
			boolean all = change.isPresent() && change.get().stream().allMatch(each -> files.containsAll(each.files()));
			if (!all || edits.size() > 1 && change.get().size() > 1) {
				return Optional.empty();
			}
			changes.addAll(change.get());
		}
		return Optional.of(changes);
	}

	/** Plans an edit of whole objects, or of some lines of one; nothing, when more may change. */
	Optional<ModelPlan> plan(StructureEdit edit, Declarations present, Mentions mentions) {
		List<Finding> all = Stream.concat(earlier.stream(), ofLines.values().stream().flatMap(List::stream)).toList();
		Optional<? extends ModelPlan> plan = result.objects().plan(edit, present, mentions::of, all);
		boolean stays = plan.isPresent() && all.stream().noneMatch(each -> plan.get().mayChange(each, Damage.isLocal(each) || each.rule().equals(ON_A_PUSH)));
		return stays && plan.get().borrowed().noneMatch(ofLines::containsKey) ? Optional.of(plan.get()) : Optional.empty();
	}

	/**
	 * Takes out what goes.
	 *
	 * @param inside tells of a place whether it is in what goes
	 */
	void remove(ModelPlan plan, Predicate<Origin> inside) {
		ModelPlaces known = places();
		List<Element> lost = plan.reread().stream().flatMap(object -> Stream.concat(Stream.of(object), object.getAttributes().stream()))
				.filter(each -> each.getOrigins().stream().anyMatch(inside)).toList();
		known.forget(lost);
		checks.forget(inside);
		plan.remove();
		known.forget(plan.gone());
		known.forget(plan.entriesGone());
		checks.forget(plan.gone(), plan.entriesGone(), plan.device(), plan.associations());
		plan.lines().forEach(ofLines::remove);
		earlier = earlier.stream().filter(each -> !inside.test(each.place()) && !plan.isTold(each)).toList();
	}

	/** Puts in what comes, and looks again at what depends on it. Returns whether that is all. */
	boolean insert(ModelPlan plan, Set<SyntaxFile> files, Predicate<String> moved) {
		places().forget(plan.reread());
		if (!plan.insert() || !files.containsAll(plan.told().files())) {
			return false;
		}
		plan.reread().forEach(places()::add);
		plan.made().forEach(places()::add);
		plan.entriesMade().forEach(places()::add);
		ofLines.putAll(plan.told().ofLines());
		earlier = Stream.concat(earlier.stream(), plan.told().findings().stream()).toList();
		if (!ofCalls.isEmpty() || plan.changes().stream().anyMatch(WatchedAttribute.Change::called)) {
			ofCalls = result.lines().callsNow();
		}
		replay(true, moved);
		return checks.restructured(plan.made(), plan.entriesMade(), plan.device(), plan.associations(), plan.names(), plan.changes());
	}

	/** Returns the scenarios. */
	List<Scenario> scenarios() {
		return played.scenarios();
	}

	/** Reads the scenarios again, where there are any that the model or the places in some files are of interest for. */
	private void replay(boolean changed, Predicate<String> moved) {
		Stream<Origin> places = Stream.concat(played.scenarios().stream().map(Scenario::place), played.findings().stream().map(Finding::place));
		if (places.anyMatch(place -> changed || moved.test(place.file()))) {
			played = result.replay().get();
		}
	}

	/** Moves the findings on what stays; those on lines that are replaced go. */
	void move(Collection<AttributeLine> gone, UnaryOperator<Finding> move) {
		ofLines.keySet().removeAll(gone);
		earlier = earlier.stream().map(move).toList();
		ofLines.replaceAll((line, findings) -> findings.stream().map(move).toList());
		checks.replace(move);
	}

	/** Returns all findings that have a place, but those on some lines. */
	Stream<Finding> placed(Collection<AttributeLine> gone) {
		return Stream.of(earlier.stream(), ofLines.entrySet().stream().filter(each -> !gone.contains(each.getKey())).flatMap(each -> each.getValue().stream()),
				checks.findings().stream()).flatMap(each -> each);
	}

	/**
	 * Changes the model.
	 *
	 * @param moved tells in which files places moved
	 * @return whether attributes changed; nothing when the meter has to be compiled after all
	 */
	Optional<Boolean> apply(List<ValueLines.Change> changes, Predicate<String> moved) {
		List<WatchedAttribute.Change> changed = new ArrayList<>();
		for (ValueLines.Change change : changes) {
			changed.addAll(change.apply());
			ofLines.remove(change.now());
			if (!change.findings().isEmpty()) {
				ofLines.put(change.now(), change.findings());
			}
		}
		if (!ofCalls.isEmpty() || changed.stream().anyMatch(WatchedAttribute.Change::called)) {
			ofCalls = result.lines().callsNow();
		}
		replay(!changed.isEmpty(), moved);
		return changed.isEmpty() || checks.changed(changed) ? Optional.of(!changed.isEmpty()) : Optional.empty();
	}
}
