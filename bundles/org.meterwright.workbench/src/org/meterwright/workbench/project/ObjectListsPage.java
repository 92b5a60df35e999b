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
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;

/** Asks for the object lists of a meter. */
final class ObjectListsPage extends WizardPage {
	private static final int WIDTH = 420;
	private static final int HEIGHT = 160;

	private org.eclipse.swt.widgets.List files;

	ObjectListsPage() {
		super("lists", "Object lists", null);
		setDescription("Add attribute 2 of each Association LN object of one meter: hexadecimal text or binary, a file for each association.");
		setPageComplete(false);
	}

	@Override
	public void createControl(Composite parent) {
		Composite area = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(12, 12).applyTo(area);
		files = new org.eclipse.swt.widgets.List(area, SWT.BORDER | SWT.MULTI | SWT.V_SCROLL);
		GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, HEIGHT).span(1, 2).applyTo(files);
		button(area, "Add...", this::add);
		button(area, "Remove", () -> files.remove(files.getSelectionIndices()));
		setControl(area);
	}

	private void button(Composite area, String label, Runnable action) {
		Button button = new Button(area, SWT.PUSH);
		button.setText(label);
		button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
			action.run();
			setPageComplete(files.getItemCount() > 0);
		}));
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.BEGINNING).applyTo(button);
	}

	private void add() {
		FileDialog dialog = new FileDialog(getShell(), SWT.OPEN | SWT.MULTI);
		dialog.setText("Object lists");
		dialog.setFilterExtensions(new String[] { "*.hex;*.bin;*.axdr;*.txt", "*" });
		if (dialog.open() != null) {
			Arrays.stream(dialog.getFileNames()).map(name -> Path.of(dialog.getFilterPath(), name).toString()).forEach(files::add);
		}
	}

	List<Path> chosen() {
		return Arrays.stream(files.getItems()).map(Path::of).toList();
	}
}
