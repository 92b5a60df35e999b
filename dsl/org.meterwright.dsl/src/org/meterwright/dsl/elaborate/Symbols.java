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

import org.eclipse.emf.ecore.EObject;

/** The names of a meter: per logical device, and for the whole meter under the empty device. */
public final class Symbols {
	private final Map<String, Map<String, List<Symbol>>> byDevice = new LinkedHashMap<>();
	private final Map<EObject, Symbol> byElement = new IdentityHashMap<>();
	private final Set<String> devices = new LinkedHashSet<>();

	/** Adds a name. */
	public void add(Symbol symbol) {
		byDevice.computeIfAbsent(symbol.device(), key -> new LinkedHashMap<>()).computeIfAbsent(symbol.name(), key -> new ArrayList<>(1)).add(symbol);
		byElement.put(symbol.element(), symbol);
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
				.filter(entry -> entry.getValue().stream().anyMatch(symbol -> kinds.contains(symbol.kind()))).map(Map.Entry::getKey).toList();
	}
}
