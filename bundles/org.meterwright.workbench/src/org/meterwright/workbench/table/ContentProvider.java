// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.table;

import java.util.function.Supplier;

import org.eclipse.nebula.widgets.nattable.data.IDataProvider;

/** Gives NatTable the texts of cells, for copying. */
record ContentProvider(Supplier<TableContent> content) implements IDataProvider {

	@Override
	public Object getDataValue(int column, int row) {
		return content.get().text(column, row);
	}

	@Override
	public void setDataValue(int column, int row, Object value) {
		// edits are edits of the text, not of the table
	}

	@Override
	public int getColumnCount() {
		return content.get().columns();
	}

	@Override
	public int getRowCount() {
		return content.get().rows();
	}

	/** Gives NatTable the headings. */
	record Heads(Supplier<TableContent> content) implements IDataProvider {

		@Override
		public Object getDataValue(int column, int row) {
			return content.get().title(column);
		}

		@Override
		public void setDataValue(int column, int row, Object value) {
			// headings stay as they are
		}

		@Override
		public int getColumnCount() {
			return content.get().columns();
		}

		@Override
		public int getRowCount() {
			return 1;
		}
	}
}
