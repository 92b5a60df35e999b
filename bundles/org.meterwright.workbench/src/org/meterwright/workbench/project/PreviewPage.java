// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.project;

import java.util.function.Supplier;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.meterwright.workbench.text.colour.TextColours;
import org.meterwright.workbench.view.Latest;

/** Shows the text that the choices make, before anything is made. */
final class PreviewPage extends WizardPage {
	private static final int WIDTH = 560;
	private static final int HEIGHT = 320;

	private final Supplier<Supplier<String>> source;
	private Latest<Supplier<String>, String> latest;
	private StyledText text;

	/**
	 * Makes the page.
	 *
	 * @param source takes down what was chosen; what it returns makes the text, in the background
	 */
	PreviewPage(Supplier<Supplier<String>> source) {
		super("preview", "The text", null);
		this.source = source;
		setDescription("This is what the project begins with. Go back to change it, or finish and go on in the editor.");
	}

	@Override
	public void createControl(Composite parent) {
		Composite area = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(12, 12).applyTo(area);
		text = new StyledText(area, SWT.BORDER | SWT.READ_ONLY | SWT.V_SCROLL | SWT.H_SCROLL);
		text.setFont(JFaceResources.getTextFont());
		text.setMargins(6, 6, 6, 6);
		GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, HEIGHT).applyTo(text);
		latest = new Latest<>("Write a meter", parent.getDisplay(), Supplier::get, this::show);
		setControl(area);
	}

	@Override
	public void setVisible(boolean visible) {
		if (visible) {
			latest.wish(source.get());
		}
		super.setVisible(visible);
	}

	private void show(String words) {
		if (!text.isDisposed()) {
			text.setText(words);
			text.setStyleRanges(TextColours.of(words));
		}
	}

	@Override
	public void dispose() {
		if (latest != null) {
			latest.cancel();
		}
		super.dispose();
	}
}
