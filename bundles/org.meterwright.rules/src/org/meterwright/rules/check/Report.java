// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.check;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Element;
import org.meterwright.rules.Finding;
import org.meterwright.rules.Rule;

/** Takes the findings of one rule. */
public final class Report {
	private final Rule rule;
	private final Findings findings;

	Report(Rule rule, Findings findings) {
		this.rule = rule;
		this.findings = findings;
	}

	/** Returns the id of the rule. */
	public String rule() {
		return rule.id();
	}

	/** Reports a finding on a whole element. */
	public void on(Element element, String message, String... data) {
		findings.add(Finding.of(rule, Places.of(element), element, 0, message, data));
	}

	/** Reports a finding on an attribute of an object, at the attribute's line if it has one. */
	public void on(CosemObject object, int attribute, String message, String... data) {
		EObject place = Facts.attribute(object, attribute).<EObject>map(present -> present).orElse(object);
		findings.add(Finding.of(rule, Places.of(place), object, attribute, message, data));
	}

	/** Reports a finding on an attribute. */
	public void on(Attribute attribute, String message, String... data) {
		on(Facts.objectOf(attribute), Facts.index(attribute), message, data);
	}
}
