// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.dsl.cosemDsl.ObjectDecl;

/** The names of a meter: per logical device, and for the whole meter under the empty device. */
public final class Symbols {
	private final Map<String, Map<String, List<Symbol>>> byDevice = new LinkedHashMap<>();
	private final Map<EObject, Symbol> byElement = new IdentityHashMap<>();
	private final Set<String> devices = new LinkedHashSet<>();
	/** When names came that were not there from the beginning. */
	private final Map<EObject, Stage> later = new IdentityHashMap<>();
	private Stage stage = Stage.DECLARED;
	private Stage shown = Stage.ALL;

	/** Until when names come in: who looks for one that is near to a wrong one is offered those that were there when the wrong one was read. */
	enum Stage {
		/** What the text declares, before the lines of objects are read. */
		DECLARED,
		/** Until captures are read. */
		NAMED,
		/** All. */
		ALL
	}

	/** Begins a stage, in which names may come in. */
	void begin(Stage next) {
		stage = next;
	}

	/** Runs some work as if the names of later stages were not there yet for who looks for one that is near. */
	void as(Stage past, Runnable work) {
		shown = past;
		try {
			work.run();
		} finally {
			shown = Stage.ALL;
		}
	}

	/** Adds a name. */
	public void add(Symbol symbol) {
		if (stage != Stage.DECLARED && !(symbol.declaration() instanceof ObjectDecl)) {
			later.put(symbol.element(), stage);
		}
		byDevice.computeIfAbsent(symbol.device(), key -> new LinkedHashMap<>()).computeIfAbsent(symbol.name(), key -> new ArrayList<>(1)).add(symbol);
		byElement.put(symbol.element(), symbol);
	}

	/** Takes away the name of an element that nothing names. */
	void remove(EObject element) {
		Symbol symbol = byElement.remove(element);
		Map<String, List<Symbol>> names = byDevice.get(symbol.device());
		names.get(symbol.name()).remove(symbol);
		names.values().removeIf(List::isEmpty);
	}

	/** Returns all that a name stands for, in all devices. */
	Stream<Symbol> all(String name) {
		return byDevice.values().stream().flatMap(names -> names.getOrDefault(name, List.of()).stream());
	}

	/** Tells whether anything in the meter has a name. */
	boolean has(String name) {
		return byDevice.values().stream().anyMatch(names -> names.containsKey(name)) || devices.contains(name);
	}

	/** Moves the newest name of a device behind those of the objects that the text declares, which come first. */
	void moveBehindObjects(String device, String name) {
		for (Map.Entry<String, List<Symbol>> each : byDevice.get(device).entrySet()) {
			Symbol symbol = each.getValue().getFirst();
			if (symbol.kind() != Kind.OBJECT || !(symbol.declaration() instanceof ObjectDecl)) {
				moveBefore(device, name, each.getKey());
				return;
			}
		}
	}

	/** Moves the newest name of a device in front of another one. */
	void moveBefore(String device, String name, String other) {
		Map<String, List<Symbol>> names = byDevice.get(device);
		Map<String, List<Symbol>> before = new LinkedHashMap<>(names);
		names.clear();
		before.forEach((each, symbols) -> {
			if (each.equals(other)) {
				names.put(name, before.get(name));
			}
			if (!each.equals(name)) {
				names.put(each, symbols);
			}
		});
	}

	/** Returns the number of things that have a name. */
	int size() {
		return byElement.size();
	}

	void addDevice(String device) {
		devices.add(device);
	}

	/** Tells whether there is a logical device of this name. */
	public boolean isDevice(String name) {
		return devices.contains(name);
	}

	/** Returns the names of the logical devices. */
	public Set<String> devices() {
		return devices;
	}

	/** Finds what a name stands for in one device, in index order. */
	public List<Symbol> find(String device, String name, Set<Kind> kinds) {
		List<Symbol> all = byDevice.getOrDefault(device, Map.of()).getOrDefault(name, List.of());
		for (Symbol each : all) {
			if (!kinds.contains(each.kind())) {
				return all.stream().filter(symbol -> kinds.contains(symbol.kind())).toList();
			}
		}
		return all;
	}

	/** Finds the symbol of a model element. */
	public Optional<Symbol> of(EObject element) {
		return Optional.ofNullable(byElement.get(element));
	}

	/** Returns all names of a device. */
	public Collection<String> names(String device) {
		return byDevice.getOrDefault(device, Map.of()).keySet();
	}

	/** Returns the names of a device that stand for some kinds. */
	public List<String> names(String device, Set<Kind> kinds) {
		return byDevice.getOrDefault(device, Map.of()).entrySet().stream()
				.filter(entry -> entry.getValue().stream().anyMatch(symbol -> kinds.contains(symbol.kind()) && isShown(symbol))).map(Map.Entry::getKey).toList();
	}

	private boolean isShown(Symbol symbol) {
		return shown == Stage.ALL || later.getOrDefault(symbol.element(), Stage.DECLARED).compareTo(shown) <= 0;
	}
}
