// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.dsl.cosemDsl.AlertDecl;
import org.meterwright.dsl.cosemDsl.CompanionDecl;
import org.meterwright.dsl.cosemDsl.DeviceDecl;
import org.meterwright.dsl.cosemDsl.EventDecl;
import org.meterwright.dsl.cosemDsl.GroupDecl;
import org.meterwright.dsl.cosemDsl.IfItem;
import org.meterwright.dsl.cosemDsl.IndexDecl;
import org.meterwright.dsl.cosemDsl.LayerDecl;
import org.meterwright.dsl.cosemDsl.MeterDecl;
import org.meterwright.dsl.cosemDsl.ObjectDecl;
import org.meterwright.dsl.cosemDsl.OverrideItem;
import org.meterwright.dsl.cosemDsl.PropertyDecl;
import org.meterwright.dsl.cosemDsl.RemoveItem;
import org.meterwright.dsl.cosemDsl.RequirementDecl;
import org.meterwright.dsl.cosemDsl.RoleDecl;
import org.meterwright.dsl.cosemDsl.SwitchDecl;
import org.meterwright.dsl.cosemDsl.SwitchTest;
import org.meterwright.dsl.cosemDsl.UseCaseDecl;
import org.meterwright.dsl.cosemDsl.AcceptItem;
import org.meterwright.dsl.syntax.SyntaxFile;

/**
 * Lays out what a meter has: companions, bases, layers and switches disappear here, {@code override} and {@code remove} take effect.
 */
final class Flattener {
	private record Raw(EObject node, String device, Layer layer, boolean overriding) {
	}

	private final Names names;
	private final Report report;
	private final MeterChain chain;
	private final Set<String> on;
	private final List<Raw> raw = new ArrayList<>();
	private final Set<String> switches = new LinkedHashSet<>();
	private final Map<SwitchTest, Layer> tests = new LinkedHashMap<>();
	private Layer layer;
	private Conditions conditions;

	Flattener(MeterDecl meter, Set<String> on, Names names, Report report) {
		this.names = names;
		this.report = report;
		this.on = on;
		this.chain = new MeterChain(meter, names, report);
		this.conditions = new Conditions(on, test -> tests.put(test, layer));
	}

	/** Returns the flat list. */
	Items flatten() {
		chain.companions().forEach(each -> walk(each.companion(), Layer.COMPANION, each.companion().getItems()));
		List<MeterDecl> meters = chain.meters();
		for (MeterDecl each : meters) {
			walk(each, each == meters.getLast() ? Layer.WRITTEN : Layer.BASE, each.getItems());
		}
		checkSwitches();
		Items items = new Items(meters, chain.companions());
		merge(items);
		new Indexes(report).collect(items);
		return items;
	}

	private void walk(EObject owner, String kind, List<? extends EObject> own) {
		layer = new Layer(kind, owner);
		own.forEach(item -> walk(item, ""));
		for (LayerDecl each : chain.layers(owner)) {
			layer = new Layer(kind, each);
			each.getItems().forEach(item -> walk(item, ""));
		}
	}

	private void walk(EObject item, String device) {
		switch (item) {
			case IfItem it -> (conditions.holds(it.getCondition()) ? it.getItems() : it.getElseItems()).forEach(each -> walk(each, device));
			case DeviceDecl it -> {
				raw.add(new Raw(it, it.getName(), layer, false));
				it.getItems().forEach(each -> walk(each, it.getName()));
			}
			case SwitchDecl it -> switches.addAll(it.getNames());
			case OverrideItem it -> raw.add(new Raw(it.getItem(), device, layer, true));
			default -> add(item, device);
		}
	}

	private void add(EObject item, String device) {
		boolean companion = layer.kind().equals(Layer.COMPANION);
		boolean companionItem = item instanceof RequirementDecl || item instanceof UseCaseDecl;
		if (companion && !companionItem && !allowedInCompanion(item)) {
			report.report("MW-LANG-014", item, "this belongs into a meter; a companion says require, allow or forbid before an object");
			return;
		}
		if (!companion && companionItem) {
			report.report("MW-LANG-014", item, "this belongs into a companion, not into a meter");
			return;
		}
		raw.add(new Raw(item, device, layer, false));
	}

	private static boolean allowedInCompanion(EObject item) {
		return item instanceof RoleDecl || item instanceof AlertDecl || item instanceof EventDecl || item instanceof IndexDecl || item instanceof PropertyDecl
				|| item instanceof GroupDecl || item instanceof AcceptItem;
	}

	private void checkSwitches() {
		tests.forEach((test, where) -> {
			if (!switches.contains(test.getTest()) && !where.kind().equals(Layer.COMPANION)) {
				report.report("MW-LANG-011", test, "no switch %s%s".formatted(test.getTest(), didYouMean(test.getTest(), switches)));
			}
		});
		for (String each : on) {
			if (!switches.contains(each)) {
				report.report("MW-LANG-011", chain.meters().getLast(), "no switch %s%s".formatted(each, didYouMean(each, switches)));
			}
		}
	}

	private static String didYouMean(String wrong, Set<String> candidates) {
		return Suggest.nearest(wrong, candidates).map("; did you mean %s?"::formatted).orElse("");
	}

	private void merge(Items items) {
		String home = DefaultDevice.name(raw.stream().map(Raw::node).filter(DeviceDecl.class::isInstance).map(DeviceDecl.class::cast).toList());
		Map<String, Entry<?>> byKey = new HashMap<>();
		Map<Entry<?>, Entry<?>> current = new LinkedHashMap<>();
		for (Raw each : raw) {
			String device = each.device().isEmpty() && (each.node() instanceof ObjectDecl || each.node() instanceof GroupDecl) ? home : each.device();
			if (each.node() instanceof RemoveItem remove) {
				new Removal(items, byKey, current, report).apply(remove, device.isEmpty() ? home : device);
				continue;
			}
			Entry<?> entry = new Entry<>(each.node(), device, each.layer(), Optional.empty());
			Optional<String> key = ItemKey.of(each.node(), device);
			Optional<Entry<?>> before = key.map(byKey::get);
			if (each.overriding()) {
				override(items, byKey, current, entry, key, before);
			} else if (before.isPresent() && !ItemKey.mayReplace(entry, before.get())) {
				twice(each.node(), before.get());
			} else {
				before.ifPresent(old -> current.remove(old));
				current.put(entry, entry);
				key.ifPresent(name -> byKey.put(name, entry));
			}
		}
		items.entries().addAll(current.values());
	}

	private void override(Items items, Map<String, Entry<?>> byKey, Map<Entry<?>, Entry<?>> current, Entry<?> entry, Optional<String> key,
			Optional<Entry<?>> before) {
		if (before.isEmpty()) {
			report.report("MW-LANG-012", entry.node(), "nothing to override: %s has no %s before this".formatted(
					chain.meters().getLast().getName(), ItemKey.describe(entry.node())));
			current.put(entry, entry);
			key.ifPresent(name -> byKey.put(name, entry));
			return;
		}
		String device = entry.device().isEmpty() ? before.get().device() : entry.device();
		Entry<?> merged = new Entry<>(entry.node(), device, entry.layer(), before);
		Entry<?> slot = before.get();
		for (Map.Entry<Entry<?>, Entry<?>> each : current.entrySet()) {
			slot = each.getValue() == before.get() ? each.getKey() : slot;
		}
		current.put(slot, merged);
		key.ifPresent(name -> byKey.put(name, merged));
		ItemKey.of(entry.node(), device).ifPresent(name -> byKey.put(name, merged));
	}

	private void twice(EObject node, Entry<?> before) {
		var place = SyntaxFile.place(before.node(), "written");
		report.report("MW-LANG-013", node, "%s is declared before, in %s line %d; write override to replace it".formatted(ItemKey.describe(node), place.file(),
				place.line()), place.toString());
	}
}
