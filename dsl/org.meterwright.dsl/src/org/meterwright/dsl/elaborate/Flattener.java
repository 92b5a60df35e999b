// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.dsl.cosemDsl.AcceptItem;
import org.meterwright.dsl.cosemDsl.AlertDecl;
import org.meterwright.dsl.cosemDsl.DeviceDecl;
import org.meterwright.dsl.cosemDsl.EventDecl;
import org.meterwright.dsl.cosemDsl.GroupDecl;
import org.meterwright.dsl.cosemDsl.IfItem;
import org.meterwright.dsl.cosemDsl.IndexDecl;
import org.meterwright.dsl.cosemDsl.LayerDecl;
import org.meterwright.dsl.cosemDsl.MeterDecl;
import org.meterwright.dsl.cosemDsl.OverrideItem;
import org.meterwright.dsl.cosemDsl.PropertyDecl;
import org.meterwright.dsl.cosemDsl.RemoveItem;
import org.meterwright.dsl.cosemDsl.RoleDecl;
import org.meterwright.dsl.cosemDsl.SwitchDecl;
import org.meterwright.dsl.cosemDsl.SwitchTest;
import org.meterwright.dsl.cosemDsl.VariantDecl;

/**
 * Lays out what a meter has: companions, bases, layers and switches disappear here, {@code override} and {@code remove} take effect.
 * Lower comes first: companions, then each meter from the oldest base on, with its parts and layers in their order.
 */
final class Flattener {
	private final Report report;
	private final MeterChain chain;
	private final Switches switches;
	private final Set<String> on;
	private final List<Raw> raw = new ArrayList<>();
	private final List<LayerOrder> orders = new ArrayList<>();
	private final Set<String> layerNames = new LinkedHashSet<>();
	private final Map<String, EObject> absent = new LinkedHashMap<>();
	private final Map<SwitchTest, Layer> tests = new LinkedHashMap<>();
	private Layer layer;
	private final Conditions conditions;

	Flattener(MeterDecl meter, Set<String> on, Names names, Report report) {
		this.report = report;
		this.chain = new MeterChain(meter, names, report);
		this.switches = new Switches(chain);
		this.on = switches.complete(on);
		this.conditions = new Conditions(this.on, test -> tests.put(test, layer));
	}

	/** Returns the flat list. */
	Items flatten() {
		chain.companions().forEach(each -> walk(each.companion(), Layer.COMPANION, each.companion().getName(), each.companion().getItems()));
		List<MeterDecl> meters = chain.meters();
		for (MeterDecl each : meters) {
			walk(each, each == meters.getLast() ? Layer.WRITTEN : Layer.BASE, each.getName(), each.getItems());
		}
		checkSwitches();
		Items items = new Items(meters, chain.companions(), on, absent);
		new Merger(items, orders, report).merge(raw);
		items.entries().removeIf(entry -> entry == null);
		items.settle(new Variants(items.of(VariantDecl.class), switches, report));
		new Indexes(report).collect(items);
		return items;
	}

	private void walk(EObject owner, String kind, String name, List<? extends EObject> own) {
		int begin = raw.size();
		layer = new Layer(kind, owner, name == null ? "" : name);
		own.forEach(item -> walk(item, ""));
		LayerOrder order = new LayerOrder(chain.layers(owner), layerNames, report);
		orders.add(order);
		layerNames.addAll(order.names());
		boolean inParts = true;
		for (LayerDecl each : order.layers()) {
			if (inParts && each.getName() != null) {
				inParts = false;
				changesLast(begin);
			}
			boolean named = each.getName() != null && !kind.equals(Layer.COMPANION);
			layer = new Layer(named ? Layer.LAYER : kind, each, named ? each.getName() : name == null ? "" : name);
			each.getItems().forEach(item -> walk(item, ""));
		}
		if (inParts) {
			changesLast(begin);
		}
	}

	/** The parts of a meter stand side by side: what one of them declares, each may change, whatever the files are called. */
	private void changesLast(int begin) {
		List<Raw> parts = raw.subList(begin, raw.size());
		List<Raw> sorted = new ArrayList<>();
		List<Raw> changes = new ArrayList<>();
		Map<EObject, Set<String>> removed = new IdentityHashMap<>();
		for (Raw each : parts) {
			Set<String> names = removed.computeIfAbsent(each.layer().owner(), key -> new LinkedHashSet<>());
			if (each.node() instanceof RemoveItem remove) {
				remove.getTargets().stream().filter(target -> target.getRef() != null).forEach(target -> names.add(target.getRef().getSegments().getLast().getName()));
			}
			boolean again = !names.isEmpty() && ItemKey.of(each.node(), "").map(ItemKey::name).filter(names::contains).isPresent();
			(each.overriding() || each.node() instanceof RemoveItem || again ? changes : sorted).add(each);
		}
		sorted.addAll(changes);
		for (int i = 0; i < sorted.size(); i++) {
			parts.set(i, sorted.get(i));
		}
	}

	private void walk(EObject item, String device) {
		switch (item) {
			case IfItem it -> choose(it, device);
			case DeviceDecl it -> {
				raw.add(new Raw(it, it.getName(), layer, false));
				it.getItems().forEach(each -> walk(each, it.getName()));
			}
			case SwitchDecl it -> {
				// read before, because conditions stand anywhere
			}
			case OverrideItem it when it.getItem() != null -> raw.add(new Raw(it.getItem(), it.getItem() instanceof DeviceDecl own && own.getName() != null ? own.getName() : device, layer, true));
			default -> add(item, device);
		}
	}

	private void choose(IfItem choice, String device) {
		boolean holds = conditions.holds(choice.getCondition());
		(holds ? choice.getItems() : choice.getElseItems()).forEach(each -> walk(each, device));
		(holds ? choice.getElseItems() : choice.getItems()).forEach(this::leaveOut);
	}

	/** Remembers the names of what another variant has, so that lists may name it and a reference to it can say so. */
	private void leaveOut(EObject item) {
		switch (item) {
			case IfItem it -> {
				it.getItems().forEach(this::leaveOut);
				it.getElseItems().forEach(this::leaveOut);
			}
			case DeviceDecl it -> it.getItems().forEach(this::leaveOut);
			default -> ItemKey.of(item, "").ifPresent(key -> absent.putIfAbsent(ItemKey.name(key), item));
		}
	}

	private void add(EObject item, String device) {
		boolean companion = layer.isCompanion();
		boolean companionItem = ItemKey.isCompanions(item);
		if (companion && !companionItem && !allowedInCompanion(item)) {
			report.report("MW-LANG-014", item, "this belongs into a meter; a companion says require, allow or forbid before an object");
		} else if (!companion && companionItem) {
			report.report("MW-LANG-014", item, "this belongs into a companion, not into a meter");
		} else {
			raw.add(new Raw(item, device, layer, false));
		}
	}

	private static boolean allowedInCompanion(EObject item) {
		return item instanceof RoleDecl || item instanceof AlertDecl || item instanceof EventDecl || item instanceof IndexDecl || item instanceof PropertyDecl
				|| item instanceof GroupDecl || item instanceof AcceptItem || item instanceof RemoveItem;
	}

	private void checkSwitches() {
		tests.forEach((test, where) -> {
			if (!switches.names().contains(test.getTest()) && !where.isCompanion()) {
				Optional<String> near = Suggest.nearest(test.getTest(), switches.names());
				report.report("MW-LANG-011", test, "no switch %s%s".formatted(test.getTest(), near.map("; did you mean %s?"::formatted).orElse("")),
						near.map(each -> new String[] { each }).orElse(new String[0]));
			}
		});
	}
}
