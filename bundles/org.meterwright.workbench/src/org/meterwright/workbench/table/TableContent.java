// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.table;

/** What a table shows. Only the cells that can be seen are asked for. */
public interface TableContent {
	/** Returns the number of rows. */
	int rows();

	/** Returns the number of columns. */
	int columns();

	/** Returns the heading of a column. */
	String title(int column);

	/** Returns the pixels that a column takes at first. */
	int width(int column);

	/** Returns what a cell says. */
	String text(int column, int row);

	/** Returns what a cell looks like beside its text. */
	CellLook look(int column, int row);

	/** Returns which way a column is sorted: 1 up, -1 down, 0 not. */
	default int sorting(int column) {
		return 0;
	}
}
