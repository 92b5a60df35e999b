// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.compare;

import org.eclipse.jface.viewers.ITableLabelProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.meterwright.views.compare.ChangeNode;

/** Says the lines of the tree of differences. */
final class ChangeLabels extends LabelProvider implements ITableLabelProvider {

	@Override
	public Image getColumnImage(Object element, int column) {
		ChangeNode node = (ChangeNode) element;
		if (column > 0 || node.children().isEmpty() || node.children().getFirst().change().isPresent()) {
			return null;
		}
		return PlatformUI.getWorkbench().getSharedImages().getImage(switch (node.impact()) {
			case BREAKING -> ISharedImages.IMG_OBJS_WARN_TSK;
			default -> ISharedImages.IMG_OBJS_INFO_TSK;
		});
	}

	@Override
	public String getColumnText(Object element, int column) {
		ChangeNode node = (ChangeNode) element;
		return switch (column) {
			case 0 -> node.label();
			case 1 -> node.before();
			default -> node.after();
		};
	}
}
