// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.project;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.meterwright.views.starter.Part;

/** Asks what is recorded, and who may read. */
final class ClientsPage extends WizardPage {
	private final PartChecks checks = new PartChecks();

	ClientsPage() {
		super("clients", "What it records, and who may read", null);
		setDescription("The public client (16) is always there: it reads the clock, the device name and frame counters.");
	}

	@Override
	public void createControl(Composite parent) {
		Composite area = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(12, 12).spacing(0, 8).applyTo(area);
		checks.add(area, Part.Page.PROFILES, "Profiles and logs");
		checks.add(area, Part.Page.CLIENTS, "Associations");
		setControl(area);
	}

	/** Returns what was chosen here, and of other pages. */
	Set<Part> partsWith(Set<Part> others) {
		Set<Part> parts = EnumSet.noneOf(Part.class);
		parts.addAll(others);
		parts.removeIf(part -> part.page() != Part.Page.MEASURING);
		parts.addAll(getControl() == null ? Stream.of(Part.values()).filter(part -> part.page() != Part.Page.MEASURING).toList() : checks.chosen());
		return parts;
	}
}
