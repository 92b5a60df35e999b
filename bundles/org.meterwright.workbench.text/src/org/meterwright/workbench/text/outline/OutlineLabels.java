// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.outline;

import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.swt.graphics.Image;
import org.meterwright.dsl.ide.outline.OutlineEntry;
import org.meterwright.dsl.ide.outline.OutlineKind;
import org.meterwright.workbench.text.Icons;

/** Shows an entry by its name, what stands behind it in grey, and the icon of its kind. */
final class OutlineLabels extends LabelProvider implements IStyledLabelProvider {

	@Override
	public StyledString getStyledText(Object element) {
		OutlineEntry entry = (OutlineEntry) element;
		StyledString text = new StyledString(entry.label());
		return entry.detail().isEmpty() ? text : text.append("  %s".formatted(entry.detail()), StyledString.QUALIFIER_STYLER);
	}

	@Override
	public String getText(Object element) {
		return getStyledText(element).getString();
	}

	@Override
	public Image getImage(Object element) {
		return Icons.get(icon(((OutlineEntry) element).kind()));
	}

	private static String icon(OutlineKind kind) {
		return switch (kind) {
			case METER -> "meter";
			case COMPANION -> "companion";
			case CLASS -> "class";
			case TYPE -> "type";
			case UNIT -> "unit";
			case DEVICE -> "device";
			case OBJECT -> "object";
			case ATTRIBUTE -> "attribute";
			case SCRIPT -> "script";
			case ASSOCIATION -> "association";
			case EVENT -> "event";
			case REACTION -> "reaction";
			case PUSH -> "push";
			case ALERT -> "alert";
			case USE_CASE -> "usecase";
			case REQUIREMENT -> "requirement";
			case VARIANT -> "variant";
			case GROUP, AREA -> "group";
			case SCENARIO -> "scenario";
			case CONDITION -> "condition";
		};
	}
}
