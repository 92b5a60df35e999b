// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.status;

import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.MouseListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.menus.WorkbenchWindowControlContribution;
import org.meterwright.workbench.text.Icons;
import org.meterwright.workbench.text.language.ProjectState;

/** Answers in the status line: is it safe to generate, and does it fit? A click shows the Meter view. */
public final class MeterStatusLine extends WorkbenchWindowControlContribution {
	private static final int WIDTH = 680;

	private Label icon;
	private Label text;

	@Override
	protected Control createControl(Composite parent) {
		Composite area = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(6, 2).spacing(6, 0).applyTo(area);
		icon = new Label(area, SWT.NONE);
		text = new Label(area, SWT.NONE);
		GridDataFactory.swtDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(text);
		icon.addMouseListener(MouseListener.mouseUpAdapter(event -> showView()));
		text.addMouseListener(MouseListener.mouseUpAdapter(event -> showView()));
		StatusFollower.follow(getWorkbenchWindow(), area, this::show);
		return area;
	}

	private void show(Optional<ProjectState> state) {
		String words = state.map(StatusWords::line).orElse("No meter project is open");
		icon.setImage(state.map(known -> Icons.get(MeterView.BUNDLE, StatusWords.icon(known))).orElse(null));
		if (!words.equals(text.getText())) {
			text.setText(words);
			text.setToolTipText(words);
		}
		text.getParent().layout();
	}

	private void showView() {
		try {
			getWorkbenchWindow().getActivePage().showView(MeterView.ID);
		} catch (PartInitException e) {
			text.setText(e.getMessage());
		}
	}

	@Override
	public boolean isDynamic() {
		return true;
	}
}
