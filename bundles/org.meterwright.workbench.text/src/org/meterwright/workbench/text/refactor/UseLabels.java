// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.refactor;

import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.swt.graphics.Image;
import org.meterwright.workbench.text.Icons;

/** A use as its line, with the name brought out. */
final class UseLabels extends LabelProvider implements IStyledLabelProvider {
	@Override
	public StyledString getStyledText(Object element) {
		if (!(element instanceof Use use)) {
			return new StyledString(Use.shortName(String.valueOf(element)));
		}
		StyledString text = new StyledString("%d: ".formatted(use.line()), StyledString.QUALIFIER_STYLER);
		int from = text.length() + use.column();
		text.append(use.text());
		text.setStyle(from, Math.min(use.length(), text.length() - from), StyledString.COUNTER_STYLER);
		return text;
	}

	@Override
	public Image getImage(Object element) {
		return element instanceof Use ? Icons.get("name") : Icons.get("cosem");
	}
}
