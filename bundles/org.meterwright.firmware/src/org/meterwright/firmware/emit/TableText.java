// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import java.util.List;

import org.meterwright.firmware.layout.Table;
import org.meterwright.firmware.layout.Text;

/** Writes a table: a row a line with aligned fields and a comment; tables of plain numbers 16 a line. */
final class TableText {
	private static final int IN_A_LINE = 16;

	private TableText() {
	}

	static String of(String name, String section, Table table) {
		StringBuilder out = new StringBuilder();
		out.append(Text.of("%s static const %s %s[%d] = {\n", section, table.type(), name, table.rows().size()));
		boolean bare = table.rows().stream().allMatch(row -> row.comment().isEmpty() && row.cells().length == 1);
		if (bare) {
			appendBare(out, table.rows());
		} else {
			appendRows(out, table.rows());
		}
		return out.append("};\n").toString();
	}

	private static void appendBare(StringBuilder out, List<Table.Row> rows) {
		for (int from = 0; from < rows.size(); from += IN_A_LINE) {
			out.append("   ");
			int to = Math.min(from + IN_A_LINE, rows.size());
			for (int i = from; i < to; i++) {
				out.append(' ');
				append(out, rows.get(i).cells()[0]);
				out.append(i + 1 < rows.size() ? "," : "");
			}
			out.append('\n');
		}
	}

	private static void appendRows(StringBuilder out, List<Table.Row> rows) {
		int[] widths = new int[rows.getFirst().cells().length];
		for (Table.Row row : rows) {
			for (int i = 0; i < widths.length; i++) {
				widths[i] = Math.max(widths[i], width(row.cells()[i]));
			}
		}
		for (int i = 0; i < rows.size(); i++) {
			appendRow(out, rows.get(i), widths, i + 1 < rows.size());
		}
	}

	private static void appendRow(StringBuilder out, Table.Row row, int[] widths, boolean more) {
		boolean plain = widths.length == 1;
		out.append(plain ? "    " : "    { ");
		for (int i = 0; i < widths.length; i++) {
			long number = row.cells()[i];
			out.append(i == 0 ? "" : ", ").repeat(' ', widths[i] - width(number));
			append(out, number);
		}
		out.append(plain ? "" : " }").append(more ? "," : row.comment().isEmpty() ? "" : " ");
		if (!row.comment().isEmpty()) {
			out.append(" /* ").append(CNames.comment(row.comment())).append(" */");
		}
		out.append('\n');
	}

	private static void append(StringBuilder out, long number) {
		out.append(number).append(number < 0 ? "" : "U");
	}

	/** Returns the characters of a number with its suffix. */
	private static int width(long number) {
		int width = 2;
		for (long rest = Math.abs(number) / 10; rest > 0; rest /= 10) {
			width++;
		}
		return width;
	}
}
