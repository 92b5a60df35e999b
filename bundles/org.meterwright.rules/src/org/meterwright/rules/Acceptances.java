// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.meterwright.cosem.Acceptance;
import org.meterwright.cosem.Association;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Element;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.Push;
import org.meterwright.cosem.Reaction;
import org.meterwright.rules.check.Places;

/** Applies a meter's {@code accept} lines to findings and judges those lines. */
final class Acceptances {
	/** Nothing needs the acceptance. */
	static final String UNUSED = "MW-ACC-001";
	/** The rule does not allow it. */
	static final String NOT_ACCEPTABLE = "MW-ACC-002";
	/** There is no such rule. */
	static final String UNKNOWN_RULE = "MW-ACC-003";
	/** No reason is given. */
	static final String NO_REASON = "MW-ACC-004";

	private final RuleCatalogue catalogue;
	private final Predicate<Rule> wanted;
	private final Map<String, List<Acceptance>> byRule;
	private final List<Acceptance> all;
	private final Set<Acceptance> used = new HashSet<>();

	Acceptances(RuleCatalogue catalogue, Meter meter, Predicate<Rule> wanted) {
		this.catalogue = catalogue;
		this.wanted = wanted;
		this.all = meter.getAcceptances();
		this.byRule = all.stream().collect(Collectors.groupingBy(acceptance -> ruleOf(acceptance)));
	}

	/** Returns the findings, the accepted ones marked, and those on the acceptances themselves. */
	List<Finding> apply(List<Finding> findings) {
		List<Finding> result = new ArrayList<>();
		findings.forEach(finding -> result.add(apply(finding)));
		all.forEach(acceptance -> judge(acceptance, result));
		return result;
	}

	private Finding apply(Finding finding) {
		for (Acceptance acceptance : byRule.getOrDefault(finding.rule(), List.of())) {
			if (covers(acceptance, finding)) {
				used.add(acceptance);
				return isAcceptable(finding.rule()) ? finding.accept(Optional.ofNullable(acceptance.getReason()).orElse("")) : finding;
			}
		}
		return finding;
	}

	private static boolean covers(Acceptance acceptance, Finding finding) {
		if (acceptance.getSubject() == null) {
			return true;
		}
		boolean inside = finding.subject().filter(subject -> isInside(acceptance.getSubject(), subject)).isPresent();
		return inside && (acceptance.getAttribute() == 0 || acceptance.getAttribute() == finding.attribute());
	}

	/** Tells whether a subject is in an element, or in the object that stands for the element in the meter. */
	private static boolean isInside(Element element, EObject subject) {
		CosemObject object = switch (element) {
			case Association association -> association.getObject();
			case Push push -> push.getObject();
			case Reaction reaction -> reaction.getObject();
			default -> null;
		};
		return EcoreUtil.isAncestor(element, subject) || object != null && EcoreUtil.isAncestor(object, subject);
	}

	private void judge(Acceptance acceptance, List<Finding> result) {
		String rule = ruleOf(acceptance);
		if (catalogue.find(rule).isEmpty()) {
			add(UNKNOWN_RULE, acceptance, "there is no rule %s".formatted(rule), result);
		} else if (!isAcceptable(rule)) {
			add(NOT_ACCEPTABLE, acceptance, "%s cannot be accepted".formatted(rule), result);
		} else if (!used.contains(acceptance)) {
			add(UNUSED, acceptance, "nothing is left to accept for %s; remove the line".formatted(rule), result);
		} else if (acceptance.getReason() == null || acceptance.getReason().isBlank()) {
			add(NO_REASON, acceptance, "say why %s is accepted".formatted(rule), result);
		}
	}

	private void add(String id, Acceptance acceptance, String message, List<Finding> result) {
		Rule rule = catalogue.get(id);
		if (wanted.test(rule)) {
			result.add(Finding.of(rule, Places.of(acceptance), acceptance, 0, message, ruleOf(acceptance)));
		}
	}

	private boolean isAcceptable(String rule) {
		return catalogue.find(rule).map(Rule::acceptable).orElse(false);
	}

	private static String ruleOf(Acceptance acceptance) {
		return acceptance.getRule() == null ? "" : acceptance.getRule();
	}
}
