// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.virtual;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;

/** The controls that pages of the view are made of. */
final class Page {
	private static final int LEAST_FIELD = 80;

	private Page() {
	}

	/** Makes a page in a folder of tabs. */
	static Composite of(CTabFolder tabs, String title) {
		Composite page = new Composite(tabs, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(page);
		CTabItem item = new CTabItem(tabs, SWT.NONE);
		item.setText(title);
		item.setControl(page);
		return page;
	}

	/** Makes a bar at the top of a page. */
	static Composite bar(Composite page, int columns) {
		Composite bar = new Composite(page, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
		GridLayoutFactory.fillDefaults().numColumns(columns).margins(4, 3).spacing(4, 0).applyTo(bar);
		return bar;
	}

	/** Makes a bar at the top of a page whose controls go on in a second line where there is too little room. */
	static Composite wrapping(Composite page) {
		Composite bar = new Composite(page, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
		RowLayout layout = new RowLayout(SWT.HORIZONTAL);
		layout.wrap = true;
		layout.center = true;
		layout.spacing = 4;
		bar.setLayout(layout);
		return bar;
	}

	static Button button(Composite bar, String text, String hint, Runnable work) {
		Button button = new Button(bar, SWT.PUSH);
		button.setText(text);
		button.setToolTipText(hint);
		button.addListener(SWT.Selection, event -> work.run());
		return button;
	}

	static Button check(Composite bar, String text, String hint, Runnable work) {
		Button button = new Button(bar, SWT.CHECK);
		button.setData("org.eclipse.e4.ui.css.disabled", Boolean.TRUE); // a style's background would paint over the tick
		button.setText(text);
		button.setToolTipText(hint);
		button.addListener(SWT.Selection, event -> work.run());
		return button;
	}

	/** Makes a field that filters; the arrow down leads into the list below. */
	static Text filter(Composite bar, String message, Runnable onChange, Runnable down) {
		Text field = new Text(bar, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
		field.setMessage(message);
		GridDataFactory.fillDefaults().grab(true, false).minSize(LEAST_FIELD, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER).applyTo(field); // narrower, its signs have no room
		field.addListener(SWT.Modify, event -> onChange.run());
		field.addListener(SWT.KeyDown, event -> {
			if (event.keyCode == SWT.ARROW_DOWN) {
				event.doit = false;
				down.run();
			}
		});
		return field;
	}

	/** Lets a control take the rest of the page. */
	static void fill(Control control) {
		GridDataFactory.fillDefaults().grab(true, true).applyTo(control);
	}
}
