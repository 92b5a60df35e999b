// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.rights;

import java.util.List;

import org.meterwright.cosem.CosemObject;

/**
 * An object, or an attribute or method of one, with the rights of each association.
 *
 * @param object the object
 * @param member attribute or method; empty: the whole object, its cells sum its members up
 * @param index  attribute_id or method_id; 0: the whole
 * @param method whether the member is a method
 * @param cells  one for each association
 */
public record RightsRow(CosemObject object, String member, int index, boolean method, List<RightsCell> cells) {
	/** Copies the cells. */
	public RightsRow {
		cells = List.copyOf(cells);
	}

	/** Tells whether it stands for the whole object. */
	public boolean isObject() {
		return index == 0;
	}

	/** Returns what to call it. */
	public String label() {
		return isObject() ? String.valueOf(object.getName()) : method ? "%s()".formatted(member) : member;
	}

	/** Returns a stable name. */
	public String key() {
		return "%s %s.%s%s".formatted(object.getName(), object.getLogicalName(), method ? "()" : "", member);
	}

	/** Tells whether two associations may not do the same. */
	public boolean differs(int one, int other) {
		return !cells.get(one).equals(cells.get(other));
	}
}
