// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import org.meterwright.firmware.layout.Table;
import org.meterwright.firmware.layout.TableLayout;
import org.meterwright.firmware.layout.Tables;
import org.meterwright.firmware.layout.Text;

/** The file with the tables of a group. */
final class TablesPart {
	/** Groups whose rows a group names. */
	private static final Map<TableGroup, Set<TableGroup>> USES = new EnumMap<>(Map.of(TableGroup.OBJECTS, EnumSet.of(TableGroup.SHAPES, TableGroup.RIGHTS), TableGroup.SHAPES,
			EnumSet.of(TableGroup.CONSTANTS, TableGroup.COLUMNS, TableGroup.ROOT), TableGroup.CONSTANTS, EnumSet.noneOf(TableGroup.class), TableGroup.COLUMNS,
			EnumSet.noneOf(TableGroup.class), TableGroup.RIGHTS, EnumSet.noneOf(TableGroup.class), TableGroup.EVENTS, EnumSet.of(TableGroup.CONSTANTS, TableGroup.COLUMNS)));

	private final TableLayout layout;
	private final Tables tables;
	private final Handles handles;
	private final TableGroup group;

	TablesPart(TableLayout layout, Tables tables, Handles handles, TableGroup group) {
		this.layout = layout;
		this.tables = tables;
		this.handles = handles;
		this.group = group;
	}

	OctetText text() {
		SourceText out = SourceText.ofC(group.title(), layout.meter().getName()).line("#include \"%s.h\"", handles.prefix());
		if (group == TableGroup.OBJECTS) {
			out.line("#include \"%s_memory.h\"", handles.prefix());
		}
		include(out, group);
		USES.get(group).forEach(used -> include(out, used));
		out.line();
		definitions(out, layout, tables, handles, group);
		return out.octets();
	}

	/** Writes the tables of a group. */
	static void definitions(SourceText out, TableLayout layout, Tables tables, Handles handles, TableGroup group) {
		TableText texts = new TableText(layout, handles);
		for (Table table : group.of(tables)) {
			texts.write(out, table);
		}
	}

	private void include(SourceText out, TableGroup used) {
		if (!used.of(tables).isEmpty()) {
			out.line("#include \"%s_rows.h\"", Text.of(used == TableGroup.ROOT ? Text.of("tables/%s", used.file()) : used.file(), handles.prefix()));
		}
	}
}
