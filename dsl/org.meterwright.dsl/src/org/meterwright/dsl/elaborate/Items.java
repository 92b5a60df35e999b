// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.emf.ecore.EObject;
import org.meterwright.dsl.cosemDsl.CompanionDecl;
import org.meterwright.dsl.cosemDsl.GroupDecl;
import org.meterwright.dsl.cosemDsl.MeterDecl;

/** The flat list of what a meter has, in order: companions (oldest first), bases (oldest first), the meter and its layers. */
public final class Items {
	private final List<Entry<?>> all = new ArrayList<>();
	private final Map<Class<?>, List<? extends Entry<?>>> byType = new ConcurrentHashMap<>();
	private boolean settled;
	private final Map<String, List<IndexEntry>> indexes = new LinkedHashMap<>();
	private final Map<String, EObject> removed = new LinkedHashMap<>();
	private final List<MeterDecl> chain;
	private final List<ConformingTo> companions;
	private final Set<String> switches;
	private final Map<String, EObject> absent;
	private List<Variants.Variant> variants = List.of();
	private Map<GroupDecl, List<GroupDecl>> groups;

	/** A companion that the meter conforms to, directly or as the base of another; bases come first. */
	public record ConformingTo(CompanionDecl companion, boolean complete, Optional<CompanionDecl> base) {
	}

	Items(List<MeterDecl> chain, List<ConformingTo> companions, Set<String> switches, Map<String, EObject> absent) {
		this.chain = List.copyOf(chain);
		this.companions = List.copyOf(companions);
		this.switches = Collections.unmodifiableSet(new LinkedHashSet<>(switches));
		this.absent = absent;
	}

	/** Takes the variants; from now on the items stay as they are. */
	void settle(Variants found) {
		settled = true;
		variants = found.all();
	}

	/** Returns all items in order. */
	public List<Entry<?>> all() {
		return List.copyOf(all);
	}

	/** Returns the items of a syntax class in order. */
	@SuppressWarnings("unchecked")
	public <T extends EObject> List<Entry<T>> of(Class<T> type) {
		return settled ? (List<Entry<T>>) (List<?>) byType.computeIfAbsent(type, key -> List.copyOf(collect(type))) : collect(type);
	}

	@SuppressWarnings("unchecked")
	private <T extends EObject> List<Entry<T>> collect(Class<T> type) {
		List<Entry<T>> found = new ArrayList<>();
		for (Entry<?> entry : all) {
			if (type.isInstance(entry.node())) {
				found.add((Entry<T>) entry);
			}
		}
		return found;
	}

	/** Returns the entries of an index. */
	public Optional<List<IndexEntry>> index(String name) {
		return Optional.ofNullable(indexes.get(name));
	}

	/** Returns the names of the indexes. */
	public List<String> indexNames() {
		return List.copyOf(indexes.keySet());
	}

	/** Returns a group and what it overrides, oldest first. */
	public List<GroupDecl> groupLayers(GroupDecl group) {
		if (groups == null) {
			groups = new IdentityHashMap<>();
			of(GroupDecl.class).forEach(entry -> groups.put(entry.node(), Heads.newestFirst(entry).reversed().stream().map(Entry::node).toList()));
		}
		return groups.getOrDefault(group, List.of(group));
	}

	/** Returns the place that removes a name, if one does. */
	public Optional<EObject> removal(String name) {
		return Optional.ofNullable(removed.get(name));
	}

	/** Returns what another variant has under a name that this one lacks. */
	public Optional<EObject> absent(String name) {
		return Optional.ofNullable(absent.get(name));
	}

	/** Returns the switches that are on, with those that are on where a choice says nothing. */
	public Set<String> switches() {
		return switches;
	}

	/** Returns the variants of the meter in order of text, those of its bases first. */
	public List<Variants.Variant> variants() {
		return variants;
	}

	/** Returns the meters from the oldest base to the meter itself. */
	public List<MeterDecl> chain() {
		return chain;
	}

	/** Returns the companions that the meter conforms to, bases first. */
	public List<ConformingTo> companions() {
		return companions;
	}

	/** Forgets what was found among the items, after they changed. */
	void forget() {
		byType.clear();
	}

	List<Entry<?>> entries() {
		return all;
	}

	Map<String, List<IndexEntry>> indexes() {
		return indexes;
	}

	Map<String, EObject> removed() {
		return removed;
	}
}
