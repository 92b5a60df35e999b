// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.rights;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.access.AccessModes;
import org.meterwright.rules.check.WatchedAttribute;

/** What a grant on a whole object gives: reading what is not secret, writing where the meter does not change the value itself. */
public final class Offered {
	private Offered() {
	}

	/** Returns the access bits that a grant on the whole object can give an attribute. */
	public static int by(Attribute attribute) {
		int read = attribute.getDefinition().isSecret() ? 0 : AccessModes.READ;
		return isConfiguration(attribute) ? read | AccessModes.WRITE : read;
	}

	private static boolean isConfiguration(Attribute attribute) {
		return attribute.getDefinition().getIndex() != 1 && switch (attribute.getDefinition().getDynamics()) {
			case STATIC -> true;
			case DYNAMIC -> false;
			case INSTANCE -> WatchedAttribute.isKept(attribute);
		};
	}
}
