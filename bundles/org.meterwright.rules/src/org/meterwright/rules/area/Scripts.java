// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.value.Value;
import org.meterwright.rules.check.Facts;
import org.meterwright.rules.check.TypedValue;

/** What rules ask of a Script table (class 9). */
final class Scripts {
	private static final int SCRIPTS = 2;
	private static final int EXECUTE = 1;

	private Scripts() {
	}

	/** Returns the entries of attribute scripts. */
	static List<TypedValue> entries(CosemObject table) {
		return Facts.elements(table, SCRIPTS);
	}

	/** Returns the number of a table's first script. */
	static Optional<String> first(CosemObject table) {
		return entries(table).stream().map(entry -> entry.number("script_identifier")).filter(id -> id > 0).map(id -> Long.toString(id)).findFirst();
	}

	/** Returns the numbers of a table's scripts. */
	static List<Long> ids(CosemObject table) {
		return entries(table).stream().map(entry -> entry.number("script_identifier")).toList();
	}

	/** Tells whether a method is execute of a script table. */
	static boolean isExecute(int classId, int method) {
		return classId == ClassIds.SCRIPT_TABLE && method == EXECUTE;
	}

	/** Returns the number of the script that execute is called with; nothing where the parameter is no number. */
	static OptionalInt number(Value parameter) {
		return parameter instanceof Value.Int number ? OptionalInt.of(number.value().intValue()) : OptionalInt.empty();
	}

	/** What is asked of a table again and again: each reaction of a meter may run a script of the same one. */
	private record Ids(CosemObject table) {
	}

	/** Tells whether a table has a script; a table whose content is not known may have any. */
	static boolean has(CosemObject table, int id, Facts facts) {
		Optional<Set<Long>> ids = facts.once(new Ids(table), () -> Facts.value(table, SCRIPTS).map(known -> Set.copyOf(ids(table))));
		return ids.isEmpty() || ids.get().contains((long) id);
	}
}
