// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.refactor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.TreeViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.dialogs.ContainerCheckedTreeViewer;

/** Shows each line that a rename changes, as it is and as it will be; what is left out keeps the old name. */
final class RenamePreview extends TitleAreaDialog {
	private final Map<String, List<Use>> uses;
	private final String before;
	private final String after;
	private ContainerCheckedTreeViewer tree;
	private List<Use> chosen = List.of();

	RenamePreview(Shell shell, List<Use> places, String before, String after) {
		super(shell);
		this.before = before;
		this.after = after;
		this.uses = new LinkedHashMap<>();
		places.forEach(use -> uses.computeIfAbsent(use.file(), file -> new ArrayList<>()).add(use));
		setShellStyle(getShellStyle() | SWT.RESIZE);
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText("Rename");
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		Composite area = (Composite) super.createDialogArea(parent);
		setTitle("%s becomes %s".formatted(before, after));
		tree = new ContainerCheckedTreeViewer(area, SWT.FULL_SELECTION | SWT.BORDER);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(tree.getControl());
		tree.getTree().setHeaderVisible(true);
		column("Now", 430, use -> "%d: %s".formatted(use.line(), use.text()));
		column("Then", 400, use -> use.with(after));
		tree.setContentProvider(new UsesContent());
		tree.setInput(uses);
		tree.expandAll();
		uses.keySet().forEach(file -> tree.setSubtreeChecked(file, true));
		tree.addCheckStateListener(event -> look());
		look();
		return area;
	}

	/** Words of a use in a column. */
	private interface Words {
		String of(Use use);
	}

	private void column(String title, int width, Words words) {
		TreeViewerColumn column = new TreeViewerColumn(tree, SWT.NONE);
		column.getColumn().setText(title);
		column.getColumn().setWidth(width);
		column.setLabelProvider(new ColumnLabelProvider() {
			@Override
			public String getText(Object element) {
				return element instanceof Use use ? words.of(use) : title.equals("Now") ? Use.shortName(String.valueOf(element)) : "";
			}
		});
	}

	private void look() {
		int all = uses.values().stream().mapToInt(List::size).sum();
		chosen = Arrays.stream(tree.getCheckedElements()).filter(Use.class::isInstance).map(Use.class::cast).toList();
		boolean part = chosen.size() < all;
		setMessage(part ? "%d of %d places change. Those that are left out keep the old name: the text may have errors until they are mended.".formatted(chosen.size(), all)
				: "%d places change, in one step to undo.".formatted(all), part ? IMessageProvider.WARNING : IMessageProvider.NONE);
		if (getButton(IDialogConstants.OK_ID) != null) {
			getButton(IDialogConstants.OK_ID).setEnabled(!chosen.isEmpty());
		}
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, IDialogConstants.OK_ID, "Rename", true);
		createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
	}

	@Override
	protected Point getInitialSize() {
		return new Point(900, 560);
	}

	/** Tells whether a place was left in. */
	boolean wants(String file, int offset) {
		return chosen.stream().anyMatch(use -> use.file().equals(file) && use.offset() == offset);
	}
}
