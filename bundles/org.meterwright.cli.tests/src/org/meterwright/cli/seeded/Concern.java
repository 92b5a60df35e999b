// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.seeded;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.Column;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;
import org.meterwright.rules.Finding;

/** What a fault is about: elements, what contains them below the device, and whatever refers to them by reference or by logical name. */
final class Concern {
	private final Set<EObject> elements = new HashSet<>();
	private final Set<LogicalName> names = new HashSet<>();

	Concern(List<EObject> spoiled) {
		for (EObject element : spoiled) {
			elements.add(element);
			for (EObject at = element.eContainer(); at != null && !(at instanceof LogicalDevice) && !(at instanceof Meter); at = at.eContainer()) {
				elements.add(at);
			}
		}
		look();
	}

	/** Remembers the logical names that the elements have now. */
	void look() {
		elements.stream().filter(CosemObject.class::isInstance).map(element -> ((CosemObject) element).getLogicalName()).forEach(names::add);
	}

	/** Tells whether a finding is at an element, at a part of one, or at something that refers to one. */
	boolean covers(Finding finding) {
		return finding.subject().filter(subject -> isPart(subject) || refers(subject)).isPresent();
	}

	private boolean isPart(EObject subject) {
		for (EObject at = subject; at != null; at = at.eContainer()) {
			if (elements.contains(at) && (at == subject || !(at instanceof Meter) && !(at instanceof LogicalDevice))) {
				return true;
			}
		}
		return false;
	}

	private boolean refers(EObject subject) {
		if (subject instanceof Meter || subject instanceof LogicalDevice) {
			return false;
		}
		return subject.eCrossReferences().stream().anyMatch(elements::contains) || subject instanceof Attribute attribute && names(attribute.getValue())
				|| subject.eContents().stream().filter(part -> !(part instanceof Column column) || column.getObject() != null).anyMatch(this::refers);
	}

	private boolean names(Value value) {
		return value != null && (Values.asLogicalName(value).filter(names::contains).isPresent() || Values.parts(value).stream().anyMatch(this::names));
	}
}
