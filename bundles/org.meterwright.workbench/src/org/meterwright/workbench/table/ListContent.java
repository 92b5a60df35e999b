// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.table;

import java.util.List;
import java.util.function.Function;

/**
 * Lines of a list as a table shows them.
 *
 * @param heads the columns
 * @param lines the lines
 */
public record ListContent<T>(List<Head<T>> heads, List<T> lines) implements TableContent {
	/** Copies the lists. */
	public ListContent {
		heads = List.copyOf(heads);
		lines = List.copyOf(lines);
	}

	/**
	 * A column.
	 *
	 * @param title its heading
	 * @param width its pixels at first
	 * @param text  what it says of a line
	 * @param look  what that looks like
	 */
	public record Head<T>(String title, int width, Function<T, String> text, Function<T, CellLook> look) {
		/** Makes a column of plain text. */
		public static <T> Head<T> plain(String title, int width, Function<T, String> text) {
			return new Head<>(title, width, text, line -> CellLook.PLAIN);
		}

		/** Makes a column of text that stands back. */
		public static <T> Head<T> quiet(String title, int width, Function<T, String> text) {
			return new Head<>(title, width, text, line -> CellLook.QUIET);
		}
	}

	@Override
	public int rows() {
		return lines.size();
	}

	@Override
	public int columns() {
		return heads.size();
	}

	@Override
	public String title(int column) {
		return heads.get(column).title();
	}

	@Override
	public int width(int column) {
		return heads.get(column).width();
	}

	@Override
	public String text(int column, int row) {
		return heads.get(column).text().apply(lines.get(row));
	}

	@Override
	public CellLook look(int column, int row) {
		return heads.get(column).look().apply(lines.get(row));
	}
}
