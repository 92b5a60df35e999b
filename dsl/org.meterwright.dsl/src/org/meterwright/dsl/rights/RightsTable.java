// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.rights;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.ObjectListEntry;
import org.meterwright.cosem.Verb;
import org.meterwright.cosem.value.LogicalName;

/** The rights of one association: empty at first, changed by one line after the other. */
public final class RightsTable {
	/** Bit 21 of the conformance block. */
	static final int SELECTIVE_ACCESS = 0x800000 >> 21;
	private static final LogicalName CURRENT = new LogicalName(0, 0, 40, 0, 0, 255);
	/** What every association starts with, and {@code deny} takes away: a client reads what it may do. */
	private static final Grant READ_OWN_VIEW = new Grant(false, Set.of(Verb.READ), List.of(), List.of(), SelectorChoice.UNSAID, Protection.UNSAID);

	private static final IntPredicate NOT_EXCEPTED = index -> false;

	private final Map<CosemObject, ObjectRights> rights = new LinkedHashMap<>();
	private final SharedRights shared = new SharedRights();

	/**
	 * Makes the table that an association starts with: no right, but for reading the current association that is made for it.
	 *
	 * @param association the association, whose conformance says whether there is selective access
	 * @param shown       the objects that it shows
	 */
	public RightsTable(Association association, Collection<CosemObject> shown) {
		boolean selective = (association.getConformance() & SELECTIVE_ACCESS) != 0;
		shown.forEach(object -> rights.computeIfAbsent(object, each -> new ObjectRights(each, selective)));
		rights.keySet().stream().filter(RightsTable::isOwnView).findFirst().ifPresent(view -> apply(READ_OWN_VIEW.on(view)));
	}

	private static boolean isOwnView(CosemObject object) {
		return object.isGenerated() && object.getLogicalName().equals(CURRENT);
	}

	/** Tells whether the association shows an object. */
	public boolean shows(CosemObject object) {
		return rights.containsKey(object);
	}

	/** Applies a line and returns how many attributes and methods it was about; objects that are not shown are passed over. */
	public int apply(Grant grant) {
		Map<CosemObject, Set<Part>> excepted = byObject(grant.excepted());
		int touched = 0;
		for (Reach reach : grant.reaches()) {
			ObjectRights object = rights.get(reach.object());
			Set<Part> without = excepted.getOrDefault(reach.object(), Set.of());
			if (object != null && !without.contains(Part.WHOLE)) {
				touched += without.isEmpty() ? object.apply(grant, reach.part(), NOT_EXCEPTED, NOT_EXCEPTED)
						: object.apply(grant, reach.part(), index -> without.contains(new Part.OfAttribute(index)), index -> without.contains(new Part.OfMethod(index)));
			}
		}
		return touched;
	}

	/** Leaves attributes and methods out of the entries. */
	public void omit(List<Reach> reaches) {
		for (Reach reach : reaches) {
			if (rights.containsKey(reach.object())) {
				rights.get(reach.object()).omit(reach.part());
			}
		}
	}

	/** Tells whether any right has a protection that is not among some bits. */
	public boolean needsMoreThan(int protection) {
		return rights.values().stream().anyMatch(object -> object.needsMoreThan(protection));
	}

	/** Makes the element of object_list for an object that is shown. */
	public ObjectListEntry entry(CosemObject object) {
		return rights.get(object).entry(shared);
	}

	private static Map<CosemObject, Set<Part>> byObject(List<Reach> reaches) {
		Map<CosemObject, Set<Part>> parts = new HashMap<>();
		reaches.forEach(reach -> parts.computeIfAbsent(reach.object(), object -> new HashSet<>()).add(reach.part()));
		return parts;
	}
}
