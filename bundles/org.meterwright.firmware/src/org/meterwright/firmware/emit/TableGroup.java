// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import java.util.List;

import org.meterwright.firmware.layout.Table;
import org.meterwright.firmware.layout.Tables;

/** Tables that stand in one file: so few of them that a change of one attribute changes at most three lines of it. */
enum TableGroup {
	/** How objects are found. */
	OBJECTS("tables/%s_objects", "Objects", "device", "cls", "group", "key", "run", "wide_run", "pair"),
	/** How attributes are read. */
	SHAPES("tables/%s_shapes", "Shapes of objects", "shape", "op", "ref"),
	/** Values. */
	CONSTANTS("tables/%s_constants", "Constants", "pool", "selectors"),
	/** Lists of attributes. */
	COLUMNS("tables/%s_columns", "Capture and push lists", "list", "column"),
	/** What associations may do. */
	RIGHTS("tables/%s_rights", "Rights", "association", "access", "wide_access", "pattern", "mode", "order"),
	/** What events set off. */
	EVENTS("tables/%s_events", "Events", "trigger", "log", "block", "step", "source", "threshold", "push", "alert", "activation"),
	/** Everything else, and the root. */
	ROOT("%s_tables", "Tables", "form", "context", "slot", "profile", "first", "type");

	private final String file;
	private final String title;
	private final List<String> names;

	TableGroup(String file, String title, String... names) {
		this.file = file;
		this.title = title;
		this.names = List.of(names);
	}

	/** Returns the name of its files, with a place for the prefix, without ending. */
	String file() {
		return file;
	}

	/** Says what stands in it. */
	String title() {
		return title;
	}

	/** Returns its tables that have rows. */
	List<Table> of(Tables tables) {
		return names.stream().map(tables.tables()::get).filter(table -> table != null).toList();
	}
}
