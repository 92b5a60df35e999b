// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.help;

import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.swt.graphics.Image;
import org.meterwright.views.help.HelpBook.Hit;
import org.meterwright.workbench.text.Icons;

/** Shows a page by its title, and the line that was found in grey. */
final class HitLabels extends LabelProvider implements IStyledLabelProvider {
	@Override
	public StyledString getStyledText(Object element) {
		Hit hit = (Hit) element;
		StyledString text = new StyledString(hit.title());
		return hit.line().isEmpty() ? text : text.append("  %s".formatted(hit.line()), StyledString.QUALIFIER_STYLER);
	}

	@Override
	public String getText(Object element) {
		return getStyledText(element).getString();
	}

	@Override
	public Image getImage(Object element) {
		return Icons.get("org.meterwright.workbench", "page");
	}
}
