// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.project;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.meterwright.views.starter.MeterPlan;
import org.meterwright.views.starter.Part;
import org.meterwright.views.starter.Wiring;

/** Asks what the meter measures and switches. What nobody has looked at is as it is proposed. */
final class MeasuringPage extends WizardPage {
	private final PartChecks checks = new PartChecks();
	private Text manufacturer;
	private Combo wiring;
	private Spinner rates;

	MeasuringPage() {
		super("measuring", "What it measures and switches", null);
		setDescription("All of it can be changed in the text later.");
	}

	@Override
	public void createControl(Composite parent) {
		Composite area = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(12, 12).spacing(0, 10).applyTo(area);
		Composite top = new Composite(area, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(3).spacing(10, 6).applyTo(top);
		label(top, "&Manufacturer:");
		manufacturer = new Text(top, SWT.BORDER);
		manufacturer.setTextLimit(3);
		manufacturer.setText("ACM");
		manufacturer.addModifyListener(event -> check());
		GridDataFactory.swtDefaults().hint(50, SWT.DEFAULT).applyTo(manufacturer);
		remark(top, "three letters of the FLAG list");
		wiring(top);
		label(top, "Tariff &rates:");
		rates = new Spinner(top, SWT.BORDER);
		rates.setValues(2, 1, MeterPlan.MOST_RATES, 0, 1, 1);
		remark(top, "1: no tariff; else a calendar changes the rate");
		checks.add(area, Part.Page.MEASURING, "It has");
		setControl(area);
	}

	private void wiring(Composite top) {
		label(top, "&Phases:");
		wiring = new Combo(top, SWT.READ_ONLY);
		for (Wiring each : Wiring.values()) {
			wiring.add(each.label());
		}
		wiring.select(0);
		Label remark = remark(top, Wiring.values()[0].description());
		wiring.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> remark.setText(wiring().description())));
	}

	private static void label(Composite parent, String words) {
		new Label(parent, SWT.NONE).setText(words);
	}

	private static Label remark(Composite parent, String words) {
		Label label = new Label(parent, SWT.NONE);
		label.setText(words);
		label.setEnabled(false);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(360, SWT.DEFAULT).applyTo(label);
		return label;
	}

	private void check() {
		Optional<String> wrong = MeterPlan.wrongManufacturer(manufacturer.getText());
		setErrorMessage(wrong.orElse(null));
		setPageComplete(wrong.isEmpty());
	}

	String manufacturer() {
		return manufacturer == null ? "ACM" : manufacturer.getText();
	}

	Wiring wiring() {
		return Wiring.values()[wiring == null ? 0 : wiring.getSelectionIndex()];
	}

	int rates() {
		return rates == null ? 2 : rates.getSelection();
	}

	Set<Part> parts() {
		return getControl() == null ? EnumSet.allOf(Part.class) : checks.chosen();
	}
}
