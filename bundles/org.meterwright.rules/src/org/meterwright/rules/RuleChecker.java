// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.meterwright.cosem.Meter;
import org.meterwright.rules.area.RuleAreas;
import org.meterwright.rules.check.RuleBook;
import org.meterwright.rules.check.StandingCheck;
import org.meterwright.rules.check.Traversal;

/**
 * Checks a meter. Findings come sorted by place; those that the designer accepted are kept and say why. An acceptance that nothing
 * needs, or that its rule forbids, is a finding itself.
 */
public final class RuleChecker {
	private final RuleCatalogue catalogue;
	private final RuleBook book;

	/** Makes a checker with the rules on the COSEM model. */
	public RuleChecker() {
		this(RuleCatalogue.standard());
	}

	/** Makes a checker that also knows other rules, so that their findings can be accepted. The catalogue holds the standard's rules. */
	public RuleChecker(RuleCatalogue catalogue) {
		this.catalogue = catalogue;
		this.book = RuleAreas.book(catalogue);
	}

	/** Returns the rules that have a check here. */
	public RuleBook book() {
		return book;
	}

	/** Checks everything. */
	public List<Finding> check(Meter meter) {
		return check(meter, List.of());
	}

	/** Checks everything and joins findings of earlier stages, which acceptances of the meter also cover. */
	public List<Finding> check(Meter meter, List<Finding> earlier) {
		return finish(meter, earlier, wanted(false));
	}

	/** Checks what runs while typing. Acceptances are applied; unused ones are told only by a full check. */
	public List<Finding> checkWhileTyping(Meter meter, List<Finding> earlier) {
		return finish(meter, earlier, wanted(true));
	}

	/** Checks a meter whose values may change afterwards, all that is wanted. */
	public StandingCheck stand(Meter meter, boolean whileTyping) {
		return new StandingCheck(book, wanted(whileTyping), meter);
	}

	/** Joins what a standing check knows with findings of earlier stages, and applies acceptances. */
	public List<Finding> join(StandingCheck standing, Meter meter, List<Finding> earlier, boolean whileTyping) {
		return judge(meter, earlier, standing.findings(), wanted(whileTyping));
	}

	private static Predicate<Rule> wanted(boolean whileTyping) {
		return rule -> !whileTyping || rule.when() == Rule.When.TYPING;
	}

	private List<Finding> finish(Meter meter, List<Finding> earlier, Predicate<Rule> wanted) {
		return judge(meter, earlier, new Traversal(book, wanted).run(meter), wanted);
	}

	private List<Finding> judge(Meter meter, List<Finding> earlier, List<Finding> found, Predicate<Rule> wanted) {
		List<Finding> all = new ArrayList<>(earlier);
		all.addAll(found);
		List<Finding> judged = new Acceptances(catalogue, meter, wanted).apply(all);
		return judged.stream().distinct().sorted(Finding.ORDER).toList();
	}
}
