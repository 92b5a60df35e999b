// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import org.meterwright.cosem.value.LogicalName;

/** A script of a script table. */
record ScriptCall(LogicalName table, int id) {
	/** Runs nothing. */
	static final ScriptCall NONE = new ScriptCall(new LogicalName(0, 0, 0, 0, 0, 0), 0);
}
