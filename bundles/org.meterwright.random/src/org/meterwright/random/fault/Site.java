// SPDX-License-Identifier: EPL-2.0
package org.meterwright.random.fault;

import java.util.List;

import org.eclipse.emf.ecore.EObject;

/**
 * A place where a fault can be put into a meter.
 *
 * @param label    says the place: the same for the same place in every copy of the meter
 * @param elements the element that is spoiled, and what else the fault is about, such as the device that loses an object
 * @param spoil    does it
 */
public record Site(String label, List<EObject> elements, Runnable spoil) {
	static Site of(String label, EObject element, Runnable spoil) {
		return new Site(label, List.of(element), spoil);
	}

	static Site of(String label, EObject element, EObject other, Runnable spoil) {
		return new Site(label, List.of(element, other), spoil);
	}
}
