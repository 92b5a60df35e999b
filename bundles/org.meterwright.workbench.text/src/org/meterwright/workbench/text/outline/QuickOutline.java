// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.outline;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.dialogs.PopupDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerFilter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.texteditor.ITextEditor;
import org.meterwright.dsl.ide.outline.OutlineEntry;
import org.meterwright.dsl.ide.view.Search;

/** The outline of a text in a window over it: typed letters leave what they fit, Enter goes there, Escape goes back. */
public final class QuickOutline extends PopupDialog {
	private static final int WIDTH = 460;
	private static final int HEIGHT = 420;

	private final ITextEditor editor;
	private final List<OutlineEntry> entries;
	private Text filter;
	private TreeViewer tree;

	/** Makes the window for an editor. */
	public QuickOutline(Shell parent, ITextEditor editor, List<OutlineEntry> entries) {
		super(parent, SWT.RESIZE, true, true, false, true, true, null, "Letters of a name, or of its words: aIP finds activePowerImport");
		this.editor = editor;
		this.entries = List.copyOf(entries);
	}

	@Override
	protected Control createTitleControl(Composite parent) {
		filter = new Text(parent, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(filter);
		filter.addModifyListener(event -> narrow());
		filter.addKeyListener(KeyListener.keyPressedAdapter(event -> {
			if (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) {
				go();
			} else if (event.keyCode == SWT.ARROW_DOWN) {
				tree.getControl().setFocus();
			}
		}));
		return filter;
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		tree = new TreeViewer(parent, SWT.SINGLE | SWT.V_SCROLL);
		GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, HEIGHT).applyTo(tree.getControl());
		tree.setContentProvider(new OutlineContent());
		tree.setLabelProvider(new DelegatingStyledCellLabelProvider(new OutlineLabels()));
		tree.addFilter(new Narrowing());
		tree.setAutoExpandLevel(3);
		tree.setInput(entries);
		tree.getTree().addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(event -> go()));
		return tree.getControl();
	}

	@Override
	protected Control getFocusControl() {
		return filter;
	}

	@Override
	protected Point getInitialLocation(Point size) {
		Control text = editor.getAdapter(Control.class);
		Rectangle area = text.getDisplay().map(text.getParent(), null, text.getBounds());
		return new Point(area.x + Math.max(0, (area.width - size.x) / 2), area.y + Math.max(0, (area.height - size.y) / 4));
	}

	private void narrow() {
		tree.getControl().setRedraw(false);
		tree.refresh();
		tree.expandAll();
		best(entries).ifPresent(entry -> tree.setSelection(new StructuredSelection(entry), true));
		tree.getControl().setRedraw(true);
	}

	private Optional<OutlineEntry> best(List<OutlineEntry> level) {
		for (OutlineEntry entry : level) {
			if (!filter.getText().isBlank() && Search.rank(filter.getText(), entry.label()) >= 0) {
				return Optional.of(entry);
			}
			Optional<OutlineEntry> inside = best(entry.children());
			if (inside.isPresent()) {
				return inside;
			}
		}
		return Optional.empty();
	}

	private void go() {
		IStructuredSelection selection = tree.getStructuredSelection();
		if (selection.getFirstElement() instanceof OutlineEntry entry) {
			close();
			editor.getSite().getPage().activate(editor);
			editor.selectAndReveal(entry.offset(), 0);
			editor.setHighlightRange(entry.offset(), entry.length(), false);
		}
	}

	private final class Narrowing extends ViewerFilter {
		@Override
		public boolean select(Viewer viewer, Object parent, Object element) {
			OutlineEntry entry = (OutlineEntry) element;
			return filter.getText().isBlank() || Search.rank(filter.getText(), entry.label()) >= 0 || entry.children().stream().anyMatch(child -> select(viewer, entry, child));
		}
	}
}
