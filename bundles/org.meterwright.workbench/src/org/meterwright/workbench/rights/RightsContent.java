// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.rights;

import java.util.List;
import java.util.Set;

import org.eclipse.swt.graphics.Color;
import org.meterwright.views.rights.Level;
import org.meterwright.views.rights.RightsModel;
import org.meterwright.views.rights.RightsRow;
import org.meterwright.workbench.table.CellLook;
import org.meterwright.workbench.table.CellLook.Align;
import org.meterwright.workbench.table.CellLook.Expander;
import org.meterwright.workbench.table.TableColours;
import org.meterwright.workbench.table.TableContent;
import org.meterwright.workbench.text.Icons;

/**
 * Rights as a table shows them: a heat map.
 *
 * @param model   all rights
 * @param lines   the rows that are shown
 * @param opened  keys of the objects whose members are shown
 * @param colours colours of the table
 */
record RightsContent(RightsModel model, List<RightsRow> lines, Set<String> opened, TableColours colours) implements TableContent {
	private static final int FACTS = 2;

	@Override
	public int rows() {
		return lines.size();
	}

	@Override
	public int columns() {
		return FACTS + model.associations().size();
	}

	@Override
	public String title(int column) {
		return switch (column) {
			case 0 -> "Object";
			case 1 -> "Class, logical name";
			default -> String.valueOf(model.associations().get(column - FACTS).getName());
		};
	}

	@Override
	public int width(int column) {
		return switch (column) {
			case 0 -> 220;
			case 1 -> 220;
			default -> 136;
		};
	}

	/** Returns the number of the association of a column; negative: none. */
	static int association(int column) {
		return column - FACTS;
	}

	@Override
	public String text(int column, int row) {
		RightsRow line = lines.get(row);
		return switch (column) {
			case 0 -> line.label();
			case 1 -> line.isObject() ? "%s %s".formatted(line.object().getInterfaceClass() == null ? "" : line.object().getInterfaceClass().getName(), line.object().getLogicalName())
					: "%s %d".formatted(line.method() ? "method" : "attribute", line.index());
			default -> line.cells().get(association(column)).brief();
		};
	}

	@Override
	public CellLook look(int column, int row) {
		RightsRow line = lines.get(row);
		if (column == 0) {
			return new CellLook(line.isObject() ? 0 : 1, line.isObject() ? opened.contains(line.key()) ? Expander.OPEN : Expander.CLOSED : Expander.NONE,
					Icons.get(line.isObject() ? "object" : line.method() ? "method" : "attribute"), null, false, false, Align.LEFT);
		}
		if (column == 1) {
			return CellLook.QUIET;
		}
		Level level = line.cells().get(association(column)).level();
		return level == Level.HIDDEN ? CellLook.PLAIN : CellLook.heat(colour(level, colours));
	}

	/** Returns the colour of a level; warm where nothing protects. */
	static Color colour(Level level, TableColours colours) {
		return switch (level) {
			case HIDDEN -> colours.back();
			case NO_ACCESS -> colours.choose(0xECEEF0, 0x2F3237);
			case READ_PROTECTED -> colours.choose(0xD3EBD9, 0x1F4A33);
			case READ_OPEN -> colours.choose(0xFBEFC0, 0x57491A);
			case CHANGE_PROTECTED -> colours.choose(0xBFD8F4, 0x1E4166);
			case CHANGE_OPEN -> colours.choose(0xF6C6A8, 0x6B3418);
		};
	}
}
