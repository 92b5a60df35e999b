// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.table;

import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.meterwright.workbench.table.BigTable.Cell;

/** Edits a cell in place: Enter takes the text, Escape or a click elsewhere leaves all as it was. */
public final class CellEditing {
	private static final int LEAST_WIDTH = 180;

	private final BigTable table;
	private Optional<Text> open = Optional.empty();

	CellEditing(BigTable table) {
		this.table = table;
	}

	/** Opens a field over a cell with a text, selected. */
	public void begin(Cell cell, String first, Consumer<String> take) {
		cancel();
		table.bounds(cell).ifPresent(bounds -> open(bounds, first, take));
	}

	private void open(Rectangle bounds, String first, Consumer<String> take) {
		Text field = new Text(table.control(), SWT.BORDER | SWT.SINGLE);
		field.setText(first);
		field.selectAll();
		int room = table.control().getClientArea().width - bounds.x;
		field.setBounds(bounds.x, bounds.y - 2, Math.min(room, Math.max(bounds.width, LEAST_WIDTH)), bounds.height + 4);
		field.addListener(SWT.DefaultSelection, event -> take(field, take));
		field.addListener(SWT.Traverse, event -> traverse(event));
		field.addListener(SWT.FocusOut, event -> cancel());
		field.setFocus();
		open = Optional.of(field);
	}

	private void take(Text field, Consumer<String> take) {
		String text = field.getText();
		cancel();
		table.control().setFocus();
		take.accept(text);
	}

	private void traverse(Event event) {
		if (event.detail == SWT.TRAVERSE_ESCAPE) {
			event.doit = false;
			cancel();
			table.control().setFocus();
		}
	}

	/** Tells whether a field is open. */
	public boolean isOpen() {
		return open.isPresent();
	}

	/** Closes the field, and forgets what is in it. */
	public void cancel() {
		Optional<Text> field = open;
		open = Optional.empty();
		field.filter(it -> !it.isDisposed()).ifPresent(Text::dispose);
	}
}
