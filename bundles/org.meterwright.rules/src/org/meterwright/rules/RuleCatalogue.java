// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All rules by id. What a rule is stands in one place: a text resource of the bundle that checks it. {@link #standard()} holds the rules
 * on the COSEM model; another bundle reads its own with {@link #read(Class, String...)} and adds them with {@link #with(RuleCatalogue)}.
 */
public final class RuleCatalogue {
	private static final String[] AREAS = { "accept", "association", "class", "clock", "companion", "control", "country", "detail", "event", "gbcs", "gbcs-detail", "identity", "monitor",
			"obis", "payment", "profile", "push", "reference", "right", "schedule", "script", "store", "transfer", "type" };
	private static final RuleCatalogue STANDARD = read(RuleCatalogue.class, resources());

	private final Map<String, Rule> rules;

	private RuleCatalogue(Map<String, Rule> rules) {
		this.rules = rules;
	}

	private static String[] resources() {
		String[] paths = new String[AREAS.length];
		for (int i = 0; i < AREAS.length; i++) {
			paths[i] = "catalogue/%s.rules".formatted(AREAS[i]);
		}
		return paths;
	}

	/** Returns the rules on the COSEM model. */
	public static RuleCatalogue standard() {
		return STANDARD;
	}

	/**
	 * Reads rules from text resources beside a class; {@link RuleReader} says how they are written.
	 *
	 * @throws IllegalArgumentException when a resource is missing or wrong, or an id stands twice: a mistake of the program
	 */
	public static RuleCatalogue read(Class<?> beside, String... resources) {
		List<Rule> all = new ArrayList<>();
		for (String resource : resources) {
			all.addAll(RuleReader.read(beside, resource));
		}
		return of(all);
	}

	/**
	 * Makes a catalogue.
	 *
	 * @throws IllegalArgumentException when an id stands twice
	 */
	public static RuleCatalogue of(Collection<Rule> rules) {
		Map<String, Rule> map = new TreeMap<>();
		for (Rule rule : rules) {
			if (map.put(rule.id(), rule) != null) {
				throw new IllegalArgumentException("rule %s stands twice in the catalogue".formatted(rule.id()));
			}
		}
		return new RuleCatalogue(map);
	}

	/** Returns the rules of both. */
	public RuleCatalogue with(RuleCatalogue other) {
		List<Rule> all = new ArrayList<>(rules.values());
		all.addAll(other.rules.values());
		return of(all);
	}

	/** Returns all rules by id. */
	public List<Rule> rules() {
		return List.copyOf(rules.values());
	}

	/** Finds a rule. */
	public Optional<Rule> find(String id) {
		return Optional.ofNullable(rules.get(id));
	}

	/**
	 * Returns a rule that must be there.
	 *
	 * @throws IllegalArgumentException when it is not: a mistake of the program
	 */
	public Rule get(String id) {
		return find(id).orElseThrow(() -> new IllegalArgumentException("no rule %s in the catalogue".formatted(id)));
	}
}
