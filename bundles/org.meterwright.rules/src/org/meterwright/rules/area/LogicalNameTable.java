// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.meterwright.cosem.value.LogicalName;

/** Logical names whose interface class the standard fixes, as {@code logical-names.csv} lists them. */
record LogicalNameTable(List<Row> rows) {
	private static final LogicalNameTable STANDARD = new LogicalNameTable(Tables.rows("logical-names.csv").stream().map(Row::of).toList());

	/** Returns the standard's table. */
	static LogicalNameTable standard() {
		return STANDARD;
	}

	/** Finds the row for a logical name. */
	Optional<Row> find(LogicalName name) {
		for (Row row : rows) {
			if (row.groups().matches(name)) {
				return Optional.of(row);
			}
		}
		return Optional.empty();
	}

	/** Returns the rows of a class. */
	List<Row> of(int classId) {
		return rows.stream().filter(row -> row.classes().contains(classId)).toList();
	}

	/**
	 * A row.
	 *
	 * @param groups  logical names
	 * @param classes classes that may stand there
	 * @param fixed   whether the protocol relies on it
	 * @param meaning what stands there
	 */
	record Row(Groups groups, Set<Integer> classes, boolean fixed, String meaning) {
		static Row of(List<String> cells) {
			Set<Integer> classes = Arrays.stream(cells.get(1).split(" ")).map(Integer::valueOf).collect(Collectors.toUnmodifiableSet());
			return new Row(Groups.of(cells.get(0)), classes, cells.get(2).equals("fixed"), cells.get(3));
		}
	}
}
