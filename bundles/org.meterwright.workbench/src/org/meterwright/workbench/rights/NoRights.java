// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.rights;

import org.meterwright.workbench.table.CellLook;
import org.meterwright.workbench.table.TableContent;

/** An empty table, until there is a meter. */
final class NoRights implements TableContent {

	@Override
	public int rows() {
		return 0;
	}

	@Override
	public int columns() {
		return 0;
	}

	@Override
	public String title(int column) {
		return "";
	}

	@Override
	public int width(int column) {
		return 1;
	}

	@Override
	public String text(int column, int row) {
		return "";
	}

	@Override
	public CellLook look(int column, int row) {
		return CellLook.PLAIN;
	}
}
