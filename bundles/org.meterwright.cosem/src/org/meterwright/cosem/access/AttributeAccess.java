// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.access;

import java.util.List;

/**
 * The right to an attribute (IEC 62056-6-2, attribute_access_item).
 *
 * @param index     attribute_id
 * @param mode      bits of {@link AccessModes}
 * @param selectors access selectors that are offered; none: null-data
 */
public record AttributeAccess(int index, int mode, List<Integer> selectors) {
	/** Copies the selectors. */
	public AttributeAccess {
		selectors = List.copyOf(selectors);
	}

	/** Makes a right without selective access. */
	public AttributeAccess(int index, int mode) {
		this(index, mode, List.of());
	}

	@Override
	public String toString() {
		String numbers = selectors.toString().replace(" ", "");
		return selectors.isEmpty() ? "%d=%d".formatted(index, mode) : "%d=%d%s".formatted(index, mode, numbers);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof AttributeAccess access && index == access.index && mode == access.mode && selectors.equals(access.selectors);
	}

	@Override
	public int hashCode() {
		return (index * 31 + mode) * 31 + selectors.hashCode();
	}
}
