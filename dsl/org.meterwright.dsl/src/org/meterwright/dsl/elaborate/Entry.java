// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.cosem.value.Origin;

/**
 * An item of a meter after inheritance, layers, switches, {@code override} and {@code remove}.
 *
 * @param node     the item
 * @param device   name of the logical device that it stands in; empty outside devices
 * @param layer    where it comes from
 * @param replaced the item that this one overrides
 * @param <T>      syntax class
 */
public record Entry<T extends EObject>(T node, String device, Layer layer, Optional<Entry<?>> replaced) {

	/** Returns where the item comes from: its own place first, then what it overrides, then the base or companion. */
	public List<Origin> origins() {
		List<Origin> origins = new ArrayList<>();
		origins.add(layer.place(node));
		replaced.ifPresent(entry -> origins.addAll(entry.origins()));
		return origins;
	}

	/** Returns where a part of the item comes from. */
	public Origin place(EObject part) {
		return layer.place(part);
	}
}
