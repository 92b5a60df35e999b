// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.dsl.cosemDsl.IfItem;
import org.meterwright.dsl.cosemDsl.LayerDecl;
import org.meterwright.dsl.cosemDsl.SwitchDecl;

/** The switches of a meter: those of its companions, bases and layers too. Of switches that exclude one another exactly one is on. */
final class Switches {
	private final Set<String> names = new LinkedHashSet<>();
	private final List<SwitchDecl> exclusive = new ArrayList<>();

	Switches(MeterChain chain) {
		chain.companions().forEach(each -> collect(each.companion(), each.companion().getItems(), chain));
		chain.meters().forEach(each -> collect(each, each.getItems(), chain));
	}

	private void collect(EObject owner, List<? extends EObject> items, MeterChain chain) {
		items.forEach(this::collect);
		for (LayerDecl layer : chain.layers(owner)) {
			layer.getItems().forEach(this::collect);
		}
	}

	private void collect(EObject item) {
		if (item instanceof SwitchDecl declaration) {
			names.addAll(declaration.getNames());
			if (declaration.isExclusive()) {
				exclusive.add(declaration);
			}
		} else if (item instanceof IfItem choice) {
			choice.getItems().forEach(this::collect);
			choice.getElseItems().forEach(this::collect);
		}
	}

	Set<String> names() {
		return names;
	}

	/** Returns the declarations of switches that exclude one another. */
	List<SwitchDecl> exclusive() {
		return exclusive;
	}

	/** Adds the first of each choice of which none is on; leaves out what is no switch. */
	Set<String> complete(Set<String> on) {
		Set<String> all = new LinkedHashSet<>(on);
		all.retainAll(names);
		for (SwitchDecl each : exclusive) {
			if (!each.getNames().isEmpty() && each.getNames().stream().noneMatch(all::contains)) {
				all.add(each.getNames().getFirst());
			}
		}
		return all;
	}
}
