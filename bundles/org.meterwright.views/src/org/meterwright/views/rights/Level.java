// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.rights;

import org.meterwright.cosem.access.AccessModes;

/** How much a client may do with an attribute, a method or an object, mildest first: what the colour of a cell says. */
public enum Level {
	/** The association does not show the object. */
	HIDDEN("not shown"),
	/** It is shown, but there is no access. */
	NO_ACCESS("no access"),
	/** It may be read under protection. */
	READ_PROTECTED("read, protected"),
	/** It may be read as it is. */
	READ_OPEN("read, open"),
	/** It may be changed or called under protection. */
	CHANGE_PROTECTED("change, protected"),
	/** It may be changed or called by anybody who holds the association. */
	CHANGE_OPEN("change, open");

	private static final int PROTECTION = ~(AccessModes.READ | AccessModes.WRITE);

	private final String words;

	Level(String words) {
		this.words = words;
	}

	/** Returns it for people. */
	public String words() {
		return words;
	}

	/** Returns the level of an attribute's mode, in the bits of version 3. */
	static Level ofAttribute(int mode) {
		boolean open = (mode & PROTECTION) == 0;
		if ((mode & AccessModes.WRITE) != 0) {
			return open ? CHANGE_OPEN : CHANGE_PROTECTED;
		}
		return (mode & AccessModes.READ) == 0 ? NO_ACCESS : open ? READ_OPEN : READ_PROTECTED;
	}

	/** Returns the level of a method's mode, in the bits of version 3. */
	static Level ofMethod(int mode) {
		return (mode & AccessModes.ACCESS) == 0 ? NO_ACCESS : (mode & PROTECTION) == 0 ? CHANGE_OPEN : CHANGE_PROTECTED;
	}

	/** Returns the higher of two. */
	Level or(Level other) {
		return compareTo(other) >= 0 ? this : other;
	}
}
