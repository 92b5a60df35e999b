// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.access;

/**
 * The right to a method (IEC 62056-6-2, method_access_item).
 *
 * @param index method_id
 * @param mode  bits of {@link AccessModes}
 */
public record MethodAccess(int index, int mode) {
	@Override
	public String toString() {
		return "%d=%d".formatted(index, mode);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof MethodAccess access && index == access.index && mode == access.mode;
	}

	@Override
	public int hashCode() {
		return index * 31 + mode;
	}
}
