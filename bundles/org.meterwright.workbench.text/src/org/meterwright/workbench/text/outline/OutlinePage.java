// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.outline;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.IPostSelectionProvider;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.TreePath;
import org.eclipse.jface.viewers.TreeSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.contentoutline.ContentOutlinePage;
import org.meterwright.dsl.ide.outline.OutlineAreas;
import org.meterwright.dsl.ide.outline.OutlineEntry;
import org.meterwright.workbench.text.language.Languages;
import org.meterwright.workbench.text.language.ProjectState;
import org.meterwright.workbench.text.language.TextPlace;

/** The outline of one text; its selection and the cursor follow each other. */
final class OutlinePage extends ContentOutlinePage {
	private static final int DEEPEST = 3;
	private static final int MOST_LINES = 400;

	private final ITextEditor editor;
	private final TextPlace place;
	private final Consumer<ProjectState> onState = this::changed;
	private final ISelectionChangedListener onCursor = this::cursorMoved;
	private List<OutlineEntry> entries = List.of();
	private boolean following;
	private boolean grouped;

	OutlinePage(ITextEditor editor, TextPlace place) {
		this.editor = editor;
		this.place = place;
	}

	@Override
	public void createControl(Composite parent) {
		super.createControl(parent);
		TreeViewer tree = getTreeViewer();
		tree.setUseHashlookup(true);
		tree.setContentProvider(new OutlineContent());
		tree.setLabelProvider(new DelegatingStyledCellLabelProvider(new OutlineLabels()));
		tree.setInput(entries);
		show(place.language().state());
		Languages.get().addListener(onState);
		if (editor.getSelectionProvider() instanceof IPostSelectionProvider provider) {
			provider.addPostSelectionChangedListener(onCursor);
		}
	}

	@Override
	public void makeContributions(IMenuManager menu, IToolBarManager tools, IStatusLineManager status) {
		Action group = new Action("Group objects by area", IAction.AS_CHECK_BOX) {
			@Override
			public void run() {
				grouped = isChecked();
				show(place.language().state());
			}
		};
		group.setToolTipText("Group objects by medium, billing periods and profiles");
		menu.add(group);
	}

	private void changed(ProjectState state) {
		if (state.project().equals(place.language().project()) && getControl() != null && !getControl().isDisposed()) {
			getControl().getDisplay().asyncExec(() -> show(state));
		}
	}

	private void show(ProjectState state) {
		List<OutlineEntry> plain = state.outlines().getOrDefault(place.name(), List.of());
		List<OutlineEntry> now = grouped ? OutlineAreas.of(plain) : plain;
		TreeViewer tree = getTreeViewer();
		if (tree == null || tree.getControl().isDisposed() || now.equals(entries)) {
			return;
		}
		boolean first = entries.isEmpty();
		TreePath[] open = tree.getExpandedTreePaths();
		entries = now;
		following = true;
		tree.setAutoExpandLevel(levels(entries));
		tree.setInput(entries);
		if (!first) {
			tree.setExpandedTreePaths(OutlinePaths.same(entries, open).toArray(TreePath[]::new));
		}
		following = false;
	}

	/** Returns how many levels are open at first: each line costs time, so a text with many objects has them closed. */
	private static int levels(List<OutlineEntry> roots) {
		List<OutlineEntry> level = roots;
		int lines = roots.size();
		for (int depth = 1; depth < DEEPEST; depth++) {
			level = level.stream().flatMap(entry -> entry.children().stream()).toList();
			lines += level.size();
			if (lines > MOST_LINES) {
				return depth;
			}
		}
		return DEEPEST;
	}

	private void cursorMoved(SelectionChangedEvent event) {
		TreeViewer tree = getTreeViewer();
		if (following || tree == null || tree.getControl().isDisposed() || !(event.getSelection() instanceof ITextSelection cursor)) {
			return;
		}
		TreePath path = OutlinePaths.at(entries, cursor.getOffset());
		if (path.getSegmentCount() > 0) {
			following = true;
			tree.setSelection(new TreeSelection(path), true);
			following = false;
		}
	}

	@Override
	public void selectionChanged(SelectionChangedEvent event) {
		super.selectionChanged(event);
		if (!following && event.getStructuredSelection().getFirstElement() instanceof OutlineEntry entry) {
			following = true;
			editor.selectAndReveal(entry.offset(), 0);
			editor.setHighlightRange(entry.offset(), entry.length(), false);
			following = false;
		}
	}

	@Override
	public void dispose() {
		Languages.get().removeListener(onState);
		if (editor.getSelectionProvider() instanceof IPostSelectionProvider provider) {
			provider.removePostSelectionChangedListener(onCursor);
		}
		super.dispose();
	}
}
