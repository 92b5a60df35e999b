// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.objects;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.meterwright.views.objects.ObjectColumn;
import org.meterwright.views.objects.ObjectModel;

/** Lets a user choose the columns of the object explorer; the attributes that most objects have come first. */
final class ColumnsDialog extends Dialog {
	private final List<ObjectColumn> all;
	private final Set<String> chosen;
	private Table list;

	ColumnsDialog(Shell shell, ObjectModel model, List<String> chosen) {
		super(shell);
		this.all = ObjectColumn.all(model).stream().filter(column -> !column.id().equals(ObjectColumn.NAME)).toList();
		this.chosen = new LinkedHashSet<>(chosen);
		setShellStyle(getShellStyle() | SWT.RESIZE);
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText("Columns of the Objects");
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		Composite area = (Composite) super.createDialogArea(parent);
		new Label(area, SWT.NONE).setText("Facts about objects, then their attributes, the most frequent first:");
		Text words = new Text(area, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
		words.setMessage("part of a name");
		GridDataFactory.fillDefaults().grab(true, false).applyTo(words);
		list = new Table(area, SWT.CHECK | SWT.BORDER | SWT.V_SCROLL);
		GridDataFactory.fillDefaults().grab(true, true).hint(360, 380).applyTo(list);
		list.addListener(SWT.Selection, event -> {
			if (event.detail == SWT.CHECK) {
				note((TableItem) event.item);
			}
		});
		words.addListener(SWT.Modify, event -> fill(words.getText().toLowerCase(Locale.ROOT)));
		fill("");
		return area;
	}

	private void fill(String words) {
		list.removeAll();
		for (ObjectColumn column : all) {
			if (column.title().toLowerCase(Locale.ROOT).contains(words)) {
				TableItem item = new TableItem(list, SWT.NONE);
				item.setText(column.title());
				item.setData(column.id());
				item.setChecked(chosen.contains(column.id()));
			}
		}
	}

	private void note(TableItem item) {
		String id = (String) item.getData();
		if (item.getChecked()) {
			chosen.add(id);
		} else {
			chosen.remove(id);
		}
	}

	/** Returns the ids of the chosen columns: those that were there before in their order, then the new ones. */
	List<String> chosen() {
		return new ArrayList<>(chosen);
	}
}
