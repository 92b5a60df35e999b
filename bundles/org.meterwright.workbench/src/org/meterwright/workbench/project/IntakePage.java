// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.project;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.meterwright.views.intake.IntakeFormat;

/** Asks for the format, and for the files. */
final class IntakePage extends WizardPage {
	private static final int WIDTH = 460;
	private static final int HEIGHT = 140;

	private Combo format;
	private Label about;
	private org.eclipse.swt.widgets.List files;

	IntakePage() {
		super("intake", "What the meter is made of", null);
		setDescription("Choose the format, and add the file, or the files of one meter.");
		setPageComplete(false);
	}

	@Override
	public void createControl(Composite parent) {
		Composite area = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(12, 12).spacing(10, 8).applyTo(area);
		new Label(area, SWT.NONE).setText("&Format:");
		format = new Combo(area, SWT.READ_ONLY);
		Arrays.stream(IntakeFormat.values()).map(IntakeFormat::label).forEach(format::add);
		format.select(0);
		format.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> check()));
		GridDataFactory.fillDefaults().grab(true, false).applyTo(format);
		about = new Label(area, SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(WIDTH, SWT.DEFAULT).applyTo(about);
		files = new org.eclipse.swt.widgets.List(area, SWT.BORDER | SWT.MULTI | SWT.V_SCROLL);
		GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, HEIGHT).span(2, 1).applyTo(files);
		button(area, "&Add...", this::ask);
		button(area, "&Remove", () -> files.remove(files.getSelectionIndices()));
		setControl(area);
		check();
	}

	private void button(Composite area, String label, Runnable action) {
		Button button = new Button(area, SWT.PUSH);
		button.setText(label);
		button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
			action.run();
			check();
		}));
		GridDataFactory.swtDefaults().hint(100, SWT.DEFAULT).applyTo(button);
	}

	private void ask() {
		FileDialog dialog = new FileDialog(getShell(), SWT.OPEN | (format().several() ? SWT.MULTI : 0));
		dialog.setText(format().label());
		dialog.setFilterExtensions(format().extensions().toArray(String[]::new));
		if (dialog.open() != null) {
			Arrays.stream(dialog.getFileNames()).map(name -> Path.of(dialog.getFilterPath(), name)).forEach(this::add);
		}
	}

	/** Adds a file to the list. */
	void add(Path file) {
		files.add(file.toString());
		check();
	}

	private void check() {
		about.setText(format().description());
		about.getParent().layout();
		boolean tooMany = !format().several() && files.getItemCount() > 1;
		setErrorMessage(tooMany ? "A meter in this format is one file; remove the others." : null);
		setPageComplete(files.getItemCount() > 0 && !tooMany);
	}

	IntakeFormat format() {
		return IntakeFormat.values()[format.getSelectionIndex()];
	}

	List<Path> files() {
		return Arrays.stream(files.getItems()).map(Path::of).toList();
	}
}
