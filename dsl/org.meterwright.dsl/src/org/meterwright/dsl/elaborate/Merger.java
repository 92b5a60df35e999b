// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.dsl.cosemDsl.DeviceDecl;
import org.meterwright.dsl.cosemDsl.GroupDecl;
import org.meterwright.dsl.cosemDsl.LayerDecl;
import org.meterwright.dsl.cosemDsl.ObjectDecl;
import org.meterwright.dsl.cosemDsl.OverrideItem;
import org.meterwright.dsl.cosemDsl.RemoveItem;
import org.meterwright.dsl.cosemDsl.UseCaseDecl;
import org.meterwright.dsl.syntax.SyntaxFile;

/** Joins the items of all layers: what is declared stays, {@code override} takes its place in the list, {@code remove} takes it away. */
final class Merger {
	private final Items items;
	private final List<LayerOrder> orders;
	private final Report report;
	private final Map<String, Entry<?>> byKey = new HashMap<>();
	private final Map<String, Entry<?>> removed = new HashMap<>();
	private final Map<Entry<?>, Integer> positions = new IdentityHashMap<>();

	Merger(Items items, List<LayerOrder> orders, Report report) {
		this.items = items;
		this.orders = orders;
		this.report = report;
	}

	void merge(List<Raw> raw) {
		String home = DefaultDevice.name(raw.stream().map(Raw::node).filter(DeviceDecl.class::isInstance).map(DeviceDecl.class::cast).toList());
		for (Raw each : raw) {
			String device = each.device().isEmpty() && (each.node() instanceof ObjectDecl || each.node() instanceof GroupDecl) ? home : each.device();
			if (each.node() instanceof RemoveItem remove) {
				new Removal(this, report).apply(remove, device.isEmpty() ? home : device, each.layer());
			} else if (each.overriding()) {
				override(each, device);
			} else {
				declare(each, device);
			}
		}
	}

	private void declare(Raw raw, String device) {
		Optional<String> key = ItemKey.of(raw.node(), device);
		Optional<Entry<?>> before = key.map(byKey::get);
		// of a use case that is said anew it stays known who said it first: a maker's companion must not change what a specification mandates
		Entry<?> entry = new Entry<>(raw.node(), device, raw.layer(), raw.node() instanceof UseCaseDecl ? before : Optional.empty());
		if (before.isPresent() && !ItemKey.mayReplace(entry, before.get())) {
			twice(raw.node(), before.get());
			return;
		}
		before.ifPresent(this::drop);
		put(entry, key);
	}

	private void put(Entry<?> entry, Optional<String> key) {
		positions.put(entry, items.entries().size());
		items.entries().add(entry);
		key.ifPresent(name -> byKey.put(name, entry));
	}

	private void drop(Entry<?> entry) {
		items.entries().set(positions.remove(entry), null);
	}

	private void twice(EObject node, Entry<?> before) {
		var place = SyntaxFile.place(before.node(), Layer.WRITTEN);
		report.report("MW-LANG-013", node, "%s is declared before, in %s line %d; write override to replace it".formatted(ItemKey.describe(node), place.file(),
				place.line()), place.toString());
	}

	private void override(Raw raw, String device) {
		Optional<String> key = ItemKey.of(raw.node(), device);
		Optional<Entry<?>> before = key.map(byKey::get);
		if (raw.node() instanceof DeviceDecl) {
			put(new Entry<>(raw.node(), device, raw.layer(), Optional.empty()), key);
			return;
		}
		if (before.isEmpty()) {
			nothing(raw, key);
			if (!(raw.node() instanceof ObjectDecl object && object.getInterfaceClass() == null)) {
				put(new Entry<>(raw.node(), device, raw.layer(), Optional.empty()), key);
			}
			return;
		}
		checkOrder(raw.node(), raw.layer(), before.get());
		Entry<?> merged = new Entry<>(raw.node(), raw.device().isEmpty() ? before.get().device() : device, raw.layer(), before);
		int position = positions.remove(before.get());
		items.entries().set(position, merged);
		positions.put(merged, position);
		key.ifPresent(name -> byKey.put(name, merged));
	}

	private void nothing(Raw raw, Optional<String> key) {
		Optional<Entry<?>> gone = key.map(removed::get);
		if (gone.isPresent() && !isOrdered(raw.layer(), gone.get().layer())) {
			unordered(raw.node(), raw.layer(), gone.get().layer(), raw.node());
			return;
		}
		String why = gone.map(each -> SyntaxFile.place(each.node(), Layer.WRITTEN)).map(place -> "it was removed in %s line %d".formatted(place.file(), place.line()))
				.orElseGet(() -> "%s has no %s before this%s".formatted(items.chain().getLast().getName(), ItemKey.describe(raw.node()), nearest(key)));
		report.report("MW-LANG-012", raw.node(), "nothing to override: %s".formatted(why));
	}

	private String nearest(Optional<String> key) {
		return key.flatMap(wrong -> Suggest.nearest(ItemKey.name(wrong), byKey.keySet().stream().filter(each -> ItemKey.kind(each).equals(ItemKey.kind(wrong)))
				.map(ItemKey::name).toList())).map("; did you mean %s?"::formatted).orElse("");
	}

	/** Reports a change of something that a layer in no order with this one declared or changed. */
	void checkOrder(EObject node, Layer upper, Entry<?> before) {
		if (!isOrdered(upper, before.layer()) && !commutes(node, before)) {
			unordered(node, upper, before.layer(), before.node());
		}
	}

	/** A change comes after what it changes; and a group may grow in many places. */
	private static boolean commutes(EObject node, Entry<?> before) {
		boolean declared = !(before.node().eContainer() instanceof OverrideItem) && ((LayerDecl) before.layer().owner()).getName() == null;
		return declared || grows(node) && grows(before.node());
	}

	private static boolean grows(EObject node) {
		return node instanceof GroupDecl group && (group.isAlso() || group.getTargets().isEmpty());
	}

	private boolean isOrdered(Layer upper, Layer lower) {
		if (upper.owner() == lower.owner() || !(upper.owner() instanceof LayerDecl above) || !(lower.owner() instanceof LayerDecl below)) {
			return true;
		}
		return orders.stream().filter(order -> order.layers().contains(above) && order.layers().contains(below)).allMatch(order -> order.isAfter(above, below));
	}

	private void unordered(EObject node, Layer upper, Layer lower, EObject what) {
		LayerDecl above = (LayerDecl) upper.owner();
		LayerDecl below = (LayerDecl) lower.owner();
		String remedy = above.getName() == null ? "give the one that comes last a name: extend meter %s as name".formatted(above.getTarget())
				: "write extend meter %s as %s after %s, or the other way round".formatted(above.getTarget(), above.getName(), below.getName());
		report.report("MW-LANG-028", node, "%s is changed by %s and by %s, and the text does not say which comes after the other; %s".formatted(ItemKey.describe(what),
				LayerOrder.describe(below), LayerOrder.describe(above), remedy), Optional.ofNullable(below.getName()).stream().toArray(String[]::new));
	}

	/** Finds an item that is there. */
	Optional<Entry<?>> find(String kind, String device, String name) {
		return Optional.ofNullable(byKey.get(ItemKey.text(kind, device, name)));
	}

	/** Returns the items that are there. */
	List<Entry<?>> present() {
		return items.entries().stream().filter(entry -> entry != null).toList();
	}

	/** Returns the names of what is there. */
	List<String> names() {
		return byKey.keySet().stream().map(ItemKey::name).toList();
	}

	/** Takes an item away. */
	void take(Entry<?> entry, EObject place, Layer layer) {
		checkOrder(place, layer, entry);
		drop(entry);
		byKey.values().removeIf(each -> each == entry);
		ItemKey.of(entry.node(), entry.device()).ifPresent(key -> {
			items.removed().put(ItemKey.name(key), place);
			removed.put(key, new Entry<>(place, entry.device(), layer, Optional.of(entry)));
		});
	}
}
