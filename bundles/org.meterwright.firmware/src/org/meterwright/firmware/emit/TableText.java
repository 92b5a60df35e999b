// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import java.util.List;

import org.meterwright.firmware.layout.Descriptor;
import org.meterwright.firmware.layout.Symbol;
import org.meterwright.firmware.layout.Table;
import org.meterwright.firmware.layout.TableLayout;
import org.meterwright.firmware.layout.Text;

/** Writes tables: a row a line with its comment. Columns have the width of their type, so that no row changes the look of another. */
final class TableText {
	private static final int TEN = 10;
	private static final int[] WIDTHS = { 0, 4, 6, 6, 11 };

	private final Handles handles;
	private final int ramShift;
	private final int nvmShift;

	TableText(TableLayout layout, Handles handles) {
		this.handles = handles;
		this.ramShift = layout.ram().shift();
		this.nvmShift = layout.nvm().shift();
	}

	/** Writes the definition of a table whose size its header declares. */
	void write(SourceText out, Table table) {
		out.line("%s_TABLES const %s %s_%s[] = {", handles.macroPrefix(), table.type(), handles.prefix(), table.name());
		StringBuilder line = new StringBuilder(100);
		for (Table.Row row : table.rows()) {
			line.setLength(0);
			appendRow(line, row, table.widths());
			out.add(line).line();
		}
		out.line("};").line();
	}

	private void appendRow(StringBuilder out, Table.Row row, List<Integer> widths) {
		out.append("    ");
		boolean plain = widths.size() == 1;
		int fields = widths.size();
		for (int i = 0; i < row.cells().length; i++) {
			int field = i % fields;
			out.append(field > 0 || plain && i > 0 ? ", " : i > 0 ? " }, { " : plain ? "" : "{ ");
			append(out, row, i, plain && row.cells().length > 1 ? 0 : WIDTHS[widths.get(field)]);
		}
		out.append(plain ? "," : " },");
		if (!row.comment().isEmpty()) {
			out.append(" /* ").append(CNames.comment(row.comment())).append(" */");
		}
	}

	private void append(StringBuilder out, Table.Row row, int cell, int width) {
		switch (row.symbol(cell)) {
			case Symbol.Number number -> appendNumber(out, row.cells()[cell], width);
			case Symbol.Row(String name, int plus) -> {
				out.append(handles.prefix()).append('_').append(name);
				if (plus > 0) {
					out.append(" + ").append(plus);
				}
			}
			case Symbol.Slot(Descriptor.Memory memory, int object) -> appendSlot(out, memory == Descriptor.Memory.RAM, object);
		}
	}

	private void appendSlot(StringBuilder out, boolean ram, int object) {
		out.append("MW_AT(").append(handles.prefix()).append(ram ? "_ram_t, " : "_nvm_t, ").append(handles.member(object)).append(", ").append(ram ? ramShift : nvmShift)
				.append("U)");
	}

	private static void appendNumber(StringBuilder out, long number, int width) {
		if (number < 0) {
			Text.right(out, Long.toString(number), width);
			return;
		}
		int length = 2; // one digit and the letter behind it
		for (long rest = number; rest >= TEN; rest /= TEN) {
			length++;
		}
		out.repeat(' ', Math.max(0, width - length)).append(number).append('U');
	}
}
