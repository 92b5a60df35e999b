// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.project;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** Asks what the project begins with. */
final class TemplatePage extends WizardPage {
	private MeterTemplate chosen = MeterTemplate.SMALL;
	private Button first;

	TemplatePage() {
		super("template", "Begin with", null);
		setDescription("Choose the text that the project begins with.");
	}

	@Override
	public void createControl(Composite parent) {
		Composite area = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(12, 12).spacing(0, 2).applyTo(area);
		for (MeterTemplate template : MeterTemplate.values()) {
			choice(area, template);
		}
		setControl(area);
	}

	private void choice(Composite area, MeterTemplate template) {
		Button button = new Button(area, SWT.RADIO);
		button.setText(template.label());
		button.setSelection(template == chosen);
		first = first == null ? button : first;
		button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> chosen = button.getSelection() ? template : chosen));
		Label text = new Label(area, SWT.WRAP);
		text.setText(template.description());
		GridDataFactory.fillDefaults().grab(true, false).hint(420, SWT.DEFAULT).indent(24, 0).applyTo(text);
		GridDataFactory.fillDefaults().hint(SWT.DEFAULT, 8).applyTo(new Label(area, SWT.NONE));
	}

	@Override
	public void setVisible(boolean visible) {
		super.setVisible(visible);
		if (visible) {
			first.setFocus(); // so that the arrow keys choose
		}
	}

	MeterTemplate chosen() {
		return chosen;
	}
}
