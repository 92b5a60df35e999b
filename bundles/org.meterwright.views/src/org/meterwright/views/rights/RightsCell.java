// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.rights;

import org.meterwright.cosem.access.AccessModes;
import org.meterwright.cosem.words.AccessWords;

/**
 * What one association may do.
 *
 * @param level how much it is
 * @param brief letters for a cell: R read, W write, C call, then the protection of the request: a authenticated, e encrypted, s signed
 * @param words the same in words
 */
public record RightsCell(Level level, String brief, String words) {
	/** An object that is not shown. */
	static final RightsCell HIDDEN = new RightsCell(Level.HIDDEN, "", "not shown");

	/** Makes the cell of an attribute. */
	static RightsCell ofAttribute(int mode) {
		String access = ((mode & AccessModes.READ) == 0 ? "" : "R") + ((mode & AccessModes.WRITE) == 0 ? "" : "W");
		return new RightsCell(Level.ofAttribute(mode), access.isEmpty() ? "\u2013" : access + protection(mode), AccessWords.attribute(mode));
	}

	/** Makes the cell of a method. */
	static RightsCell ofMethod(int mode) {
		boolean called = (mode & AccessModes.ACCESS) != 0;
		return new RightsCell(Level.ofMethod(mode), called ? "C" + protection(mode) : "\u2013", AccessWords.method(mode));
	}

	private static String protection(int mode) {
		String letters = ((mode & AccessModes.AUTHENTICATED_REQUEST) == 0 ? "" : "a") + ((mode & AccessModes.ENCRYPTED_REQUEST) == 0 ? "" : "e")
				+ ((mode & AccessModes.SIGNED_REQUEST) == 0 ? "" : "s");
		return letters.isEmpty() ? "" : " " + letters;
	}
}
