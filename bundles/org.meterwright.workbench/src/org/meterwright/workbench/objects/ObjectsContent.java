// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.objects;

import java.util.List;

import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.meterwright.rules.Severity;
import org.meterwright.views.objects.ObjectColumn;
import org.meterwright.views.objects.ObjectLine;
import org.meterwright.views.objects.ObjectRow;
import org.meterwright.workbench.table.CellLook;
import org.meterwright.workbench.table.CellLook.Align;
import org.meterwright.workbench.table.CellLook.Expander;
import org.meterwright.workbench.table.TableContent;
import org.meterwright.workbench.text.Icons;

/**
 * Lines of the object explorer as a table shows them.
 *
 * @param lines   the lines
 * @param shown   the columns that the user has chosen
 * @param sorted  number of the column that sorts; -1: none
 * @param down    whether the greatest comes first
 */
record ObjectsContent(List<ObjectLine> lines, List<ObjectColumn> shown, int sorted, boolean down) implements TableContent {

	@Override
	public int rows() {
		return lines.size();
	}

	@Override
	public int columns() {
		return shown.size();
	}

	@Override
	public String title(int column) {
		return shown.get(column).title();
	}

	@Override
	public int width(int column) {
		return shown.get(column).width();
	}

	@Override
	public String text(int column, int row) {
		return lines.get(row).text(shown.get(column));
	}

	@Override
	public int sorting(int column) {
		return column != sorted ? 0 : down ? -1 : 1;
	}

	@Override
	public CellLook look(int column, int row) {
		ObjectLine line = lines.get(row);
		ObjectColumn here = shown.get(column);
		if (column == 0) {
			return new CellLook(line.depth(), line.openable() ? line.open() ? Expander.OPEN : Expander.CLOSED : Expander.NONE, icon(line), null, false,
					line.kind() == ObjectLine.Kind.AREA, Align.LEFT);
		}
		if (here.id().equals("findings") && line.kind() == ObjectLine.Kind.OBJECT) {
			return line.row().flatMap(ObjectRow::severity).map(ObjectsContent::finding).map(CellLook::icon).orElse(CellLook.PLAIN);
		}
		boolean quiet = here.id().equals("origin") || here.id().equals("meaning") && line.kind() == ObjectLine.Kind.OBJECT;
		return here.number() ? CellLook.NUMBER : quiet ? CellLook.QUIET : CellLook.PLAIN;
	}

	private static Image icon(ObjectLine line) {
		return switch (line.kind()) {
			case AREA -> Icons.get("group");
			case OBJECT -> Icons.get("object");
			case ATTRIBUTE -> Icons.get("attribute");
			case ELEMENT -> Icons.get("name");
		};
	}

	private static Image finding(Severity severity) {
		return PlatformUI.getWorkbench().getSharedImages().getImage(switch (severity) {
			case ERROR -> ISharedImages.IMG_OBJS_ERROR_TSK;
			case WARNING -> ISharedImages.IMG_OBJS_WARN_TSK;
			case INFO -> ISharedImages.IMG_OBJS_INFO_TSK;
		});
	}
}
