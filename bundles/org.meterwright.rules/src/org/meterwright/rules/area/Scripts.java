// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.util.List;

import org.meterwright.cosem.CosemObject;
import org.meterwright.rules.check.Facts;
import org.meterwright.rules.check.TypedValue;

/** What rules ask of a Script table (class 9). */
final class Scripts {
	private static final int SCRIPTS = 2;

	private Scripts() {
	}

	/** Returns the entries of attribute scripts. */
	static List<TypedValue> entries(CosemObject table) {
		return Facts.elements(table, SCRIPTS);
	}

	/** Tells whether a table has a script; a table whose content is not known may have any. */
	static boolean has(CosemObject table, int id) {
		return Facts.value(table, SCRIPTS).isEmpty() || entries(table).stream().anyMatch(entry -> entry.number("script_identifier") == id);
	}
}
