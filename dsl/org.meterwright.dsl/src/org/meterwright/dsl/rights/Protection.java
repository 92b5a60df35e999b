// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.rights;

/**
 * What a grant says of protection.
 *
 * @param given a {@code with} is written; otherwise the protection that is there stays
 * @param bits  bits of {@link org.meterwright.cosem.access.AccessModes}
 */
public record Protection(boolean given, int bits) {
	/** Nothing said. */
	public static final Protection UNSAID = new Protection(false, 0);

	/** Makes a protection that replaces the one that is there. */
	public static Protection of(int bits) {
		return new Protection(true, bits);
	}
}
