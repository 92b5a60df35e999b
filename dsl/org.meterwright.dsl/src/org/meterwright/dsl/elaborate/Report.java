// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.meterwright.cosem.value.Origin;
import org.meterwright.dsl.syntax.SyntaxFile;
import org.meterwright.rules.Finding;
import org.meterwright.rules.Rule;
import org.meterwright.rules.Severity;

/** Collects what elaboration finds. A rule is named by its id, such as MW-LANG-020; its severity stands in {@link LanguageRules}. */
public final class Report {
	private final List<Finding> findings = new ArrayList<>();

	/** Reports on a node of the syntax tree. */
	public void report(String rule, EObject node, String message, String... data) {
		at(rule, SyntaxFile.place(node, "written"), node, message, data);
	}

	/** Reports on the value of a feature of a node. */
	public void report(String rule, EObject node, EStructuralFeature feature, String message, String... data) {
		at(rule, SyntaxFile.place(node, feature, 0), node, message, data);
	}

	/** Reports at a place. */
	public void at(String rule, Origin place, EObject subject, String message, String... data) {
		Severity severity = LanguageRules.language().find(rule).map(Rule::severity).orElse(Severity.ERROR);
		findings.add(new Finding(rule, severity, message, place, Optional.ofNullable(subject), 0, List.of(data), Optional.empty()));
	}

	/** Takes over what another found, behind what is here. */
	void addAll(Report other) {
		findings.addAll(other.findings);
	}

	/** Returns what was found, in the order of finding. */
	public List<Finding> findings() {
		return List.copyOf(findings);
	}

	/** Returns what was found since there were so many findings. */
	List<Finding> since(int before) {
		return List.copyOf(findings.subList(before, findings.size()));
	}

	/** Takes out what was found since there were so many findings. */
	List<Finding> take(int before) {
		List<Finding> since = since(before);
		findings.subList(before, findings.size()).clear();
		return since;
	}

	/** Tells how many findings there are so far. */
	public int count() {
		return findings.size();
	}
}
