// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import java.util.ArrayList;
import java.util.List;

import org.meterwright.firmware.layout.ProfileRow;
import org.meterwright.firmware.layout.Table;
import org.meterwright.firmware.layout.TableLayout;
import org.meterwright.firmware.layout.Tables;
import org.meterwright.firmware.layout.Text;

/**
 * The header of a group of tables: names of rows as enumerators that count by themselves, so that a row more or a longer one changes its own
 * line and no other.
 */
final class TableNames {
	private final TableLayout layout;
	private final Handles handles;
	private final TableGroup group;
	private final List<Table> tables;

	TableNames(TableLayout layout, Tables tables, Handles handles, TableGroup group) {
		this.layout = layout;
		this.handles = handles;
		this.group = group;
		this.tables = group.of(tables);
	}

	OctetText text() {
		String section = Text.of("%s_TABLES", handles.macroPrefix());
		SourceText out = SourceText.ofC(Text.of("%s: names of rows", group.title()), layout.meter().getName())
				.open(Text.of("%s_%s_ROWS_H", handles.macroPrefix(), group.name())).line("#include \"mw_tables.h\"").line().openC();
		out.line("/* Where constant tables go; define it to place them in a section of their own. */").line("#ifndef %s", section).line("#define %s", section)
				.line("#endif").line();
		tables.forEach(table -> table(out, table));
		if (group == TableGroup.ROOT) {
			root(out);
		}
		return out.close().octets();
	}

	/** Names firmware functions, and the places of profiles in the log memory. */
	private void root(SourceText out) {
		if (!layout.handlers().isEmpty()) {
			out.line("enum {");
			layout.handlers().forEach(handler -> out.line("    %s_%s,", handles.prefix(), layout.handlerName(handler)));
			out.line("    %s_handler_rows", handles.prefix()).line("};").line();
		}
		String before = "0UL";
		for (ProfileRow row : layout.profiles()) {
			String place = Text.of("%s_%s", handles.prefix(), row.place());
			out.line("#define %s %s", place, before).line("#define %s_end (%s + %dUL + (%dUL * %dUL))", place, place, ProfileRow.STATE, row.entries(), row.row());
			before = Text.of("%s_end", place);
		}
	}

	private void table(SourceText out, Table table) {
		String size = table.like().isEmpty() ? names(out, table) : Text.of("%s_%s_rows", handles.prefix(), table.like());
		out.line("extern const %s %s_%s[%s];", table.type(), handles.prefix(), table.name(), size).line();
	}

	/** Writes the names of a table's rows; returns the number of its elements in C. */
	private String names(SourceText out, Table table) {
		List<String> sizes = new ArrayList<>();
		int from = 0;
		for (int to = 1; to <= table.rows().size(); to++) {
			if (to == table.rows().size() || table.rows().get(to).restart()) {
				String last = Text.of(sizes.isEmpty() ? "%s_%s_rows" : "%s_%s_rows_%d", handles.prefix(), table.name(), sizes.size() + 1);
				sizes.add(block(out, table, table.rows().subList(from, to), last));
				from = to;
			}
		}
		return String.join(" + ", sizes);
	}

	private String block(SourceText out, Table table, List<Table.Row> rows, String last) {
		int elements = 0;
		int units = 0;
		boolean named = false;
		out.line("enum {");
		for (Table.Row row : rows) {
			elements += row.cells().length / table.widths().size();
			if (!row.name().isEmpty()) {
				named = true;
				units += row.units();
				name(out, row);
			}
		}
		boolean counted = named && elements % units == 0;
		out.line(counted ? "    %s" : "    %s = %d", last, elements).line("};");
		return counted && elements != units ? Text.of("(%s * %d)", last, elements / units) : last;
	}

	private void name(SourceText out, Table.Row row) {
		if (row.units() == 1) {
			out.line("    %s_%s,", handles.prefix(), row.name());
		} else {
			out.line("    %s_%s, %s_%s_end = %s_%s + %d,", handles.prefix(), row.name(), handles.prefix(), row.name(), handles.prefix(), row.name(), row.units() - 1);
		}
	}
}
