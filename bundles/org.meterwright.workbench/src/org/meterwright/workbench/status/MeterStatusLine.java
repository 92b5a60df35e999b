// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.status;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.events.MouseListener;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.menus.WorkbenchWindowControlContribution;
import org.meterwright.workbench.table.TableColours;
import org.meterwright.workbench.text.Icons;
import org.meterwright.workbench.text.language.ProjectState;
import org.meterwright.workbench.text.severity.Weight;

/** Answers in the status line: is it safe to generate, does it fit, does it conform? A click on a part shows the view that has the details. */
public final class MeterStatusLine extends WorkbenchWindowControlContribution {
	private static final int WIDTH = 670;
	private static final int HEIGHT = 24;
	/** Colours of what is bad and of what is doubtful, for the light and for the dark theme. */
	private static final int[] BAD = { 0xB83232, 0xF28B82 };
	private static final int[] DOUBTFUL = { 0x96560A, 0xE8A84C };

	private Composite area;
	private List<StatusParts.Part> shown = List.of();

	@Override
	protected Control createControl(Composite parent) {
		Composite frame = new Composite(parent, SWT.NONE);
		frame.setLayout(new GridLayout());
		((GridLayout) frame.getLayout()).marginHeight = 0;
		area = new Composite(frame, SWT.NONE);
		area.setLayout(layout());
		GridDataFactory.swtDefaults().align(SWT.FILL, SWT.CENTER).grab(true, true).hint(WIDTH, HEIGHT).applyTo(area);
		StatusFollower.follow(getWorkbenchWindow(), area, this::show);
		return frame;
	}

	private static RowLayout layout() {
		RowLayout layout = RowLayoutFactory.fillDefaults().wrap(false).spacing(6).create();
		layout.center = true;
		return layout;
	}

	private void show(Optional<ProjectState> state) {
		List<StatusParts.Part> parts = StatusParts.of(state);
		if (parts.equals(shown)) {
			return;
		}
		shown = parts;
		for (Control old : area.getChildren()) {
			old.dispose();
		}
		parts.forEach(this::label);
		area.layout();
	}

	private void label(StatusParts.Part part) {
		CLabel label = new CLabel(area, SWT.NONE);
		label.setText(part.words());
		label.setToolTipText(part.more());
		label.setMargins(2, 1, 2, 1);
		label.setCursor(label.getDisplay().getSystemCursor(SWT.CURSOR_HAND));
		if (!part.icon().isEmpty()) {
			label.setImage(Icons.get(MeterView.BUNDLE, part.icon()));
		}
		if (part.weight() != Weight.USUAL) {
			int[] colours = part.weight() == Weight.ERROR ? BAD : DOUBTFUL;
			label.setForeground(TableColours.of(label).choose(colours[0], colours[1]));
		}
		label.addMouseListener(MouseListener.mouseUpAdapter(event -> open(part.view())));
	}

	private void open(String view) {
		try {
			getWorkbenchWindow().getActivePage().showView(view);
		} catch (PartInitException e) {
			area.setToolTipText(e.getMessage());
		}
	}

	@Override
	public boolean isDynamic() {
		return true;
	}
}
