// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.rights;

import org.meterwright.cosem.access.AccessModes;

/** How a line of rights changes an access mode, in the bits of {@link AccessModes}. */
final class ModeBits {
	/** Access without protection. */
	static final int ACCESS = AccessModes.READ | AccessModes.WRITE;

	private ModeBits() {
	}

	/** Adds access; a protection, when there is one, replaces the mode's own. */
	static int grant(int mode, int access, Protection protection) {
		return protection.given() ? mode & ACCESS | access | protection.bits() : mode | access;
	}

	/** Takes access away; without access there is no protection either. */
	static int deny(int mode, int access) {
		int left = mode & ~access;
		return (left & ACCESS) == 0 ? 0 : left;
	}
}
