// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.project;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.meterwright.views.starter.Part;

/** A check box for each part of a meter, with what it brings below it; a part that needs another one follows that. */
final class PartChecks {
	private static final int TEXT_WIDTH = 480;

	private final Map<Part, Button> buttons = new EnumMap<>(Part.class);

	/** Makes the boxes of a page of choices, all ticked. */
	void add(Composite parent, Part.Page page, String title) {
		Group group = new Group(parent, SWT.NONE);
		group.setText(title);
		GridLayoutFactory.fillDefaults().margins(10, 8).spacing(0, 1).applyTo(group);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(group);
		for (Part part : Part.values()) {
			if (part.page() == page) {
				check(group, part);
			}
		}
		follow();
	}

	private void check(Composite group, Part part) {
		Button button = new Button(group, SWT.CHECK);
		button.setText(part.label());
		button.setSelection(true);
		button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> follow()));
		buttons.put(part, button);
		Label text = new Label(group, SWT.WRAP);
		text.setText(part.description());
		text.setEnabled(false);
		GridDataFactory.fillDefaults().grab(true, false).hint(TEXT_WIDTH, SWT.DEFAULT).indent(24, 0).applyTo(text);
	}

	private void follow() {
		buttons.forEach((part, button) -> part.needs().ifPresent(need -> button.setEnabled(buttons.containsKey(need) && buttons.get(need).getSelection())));
	}

	/** Returns what is ticked. */
	Set<Part> chosen() {
		Set<Part> parts = EnumSet.noneOf(Part.class);
		buttons.forEach((part, button) -> {
			if (button.getSelection() && button.getEnabled()) {
				parts.add(part);
			}
		});
		return parts;
	}
}
