// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.refactor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.part.ViewPart;
import org.meterwright.workbench.text.link.TextEditors;

/** All uses of a name, by text; they stay until the next search, to be gone through one by one. */
public final class ReferencesView extends ViewPart {
	/** Id of the view. */
	public static final String ID = "org.meterwright.workbench.text.referencesView";

	private Label summary;
	private TreeViewer tree;
	private Optional<Selected> asked = Optional.empty();
	private List<Use> uses = List.of();

	@Override
	public void createPartControl(Composite parent) {
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
		summary = new Label(parent, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).indent(6, 3).hint(SWT.DEFAULT, 20).applyTo(summary);
		summary.setText("Ctrl+Shift+G in an editor lists all uses of the name at the cursor.");
		tree = new TreeViewer(parent, SWT.FULL_SELECTION);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(tree.getControl());
		tree.setContentProvider(new UsesContent());
		tree.setLabelProvider(new DelegatingStyledCellLabelProvider(new UseLabels()));
		tree.addOpenListener(event -> open(event.getSelection() instanceof StructuredSelection chosen ? chosen.getFirstElement() : null));
		contribute(getViewSite().getActionBars());
	}

	private void contribute(IActionBars bars) {
		bars.setGlobalActionHandler(ActionFactory.NEXT.getId(), action("Next Use", () -> step(1)));
		bars.setGlobalActionHandler(ActionFactory.PREVIOUS.getId(), action("Previous Use", () -> step(-1)));
		bars.setGlobalActionHandler(ActionFactory.REFRESH.getId(), action("Search Again", this::again));
		bars.getMenuManager().add(action("Next Use", () -> step(1)));
		bars.getMenuManager().add(action("Previous Use", () -> step(-1)));
		bars.getMenuManager().add(action("Search Again", this::again));
		bars.updateActionBars();
	}

	private static Action action(String text, Runnable work) {
		return new Action(text) {
			@Override
			public void run() {
				work.run();
			}
		};
	}

	/** Lists the uses of the name at a place. */
	void search(Selected selected) {
		asked = Optional.of(selected);
		uses = selected.ask(services -> Optional.of(Use.all(services, selected.place().name(), selected.offset()))).orElse(List.of());
		Map<String, List<Use>> byFile = new LinkedHashMap<>();
		uses.forEach(use -> byFile.computeIfAbsent(use.file(), file -> uses.stream().filter(each -> each.file().equals(file)).toList()));
		tree.setInput(byFile);
		tree.expandAll();
		summary.setText(uses.isEmpty() ? "Nothing is named at the cursor." : "%s: %d places in %d %s".formatted(uses.getFirst().name(), uses.size(), byFile.size(), byFile.size() == 1 ? "text" : "texts"));
		if (!uses.isEmpty()) {
			tree.setSelection(new StructuredSelection(uses.getFirst()), true);
		}
	}

	private void again() {
		asked.ifPresent(this::search);
	}

	private void open(Object chosen) {
		if (chosen instanceof Use use) {
			asked.ifPresent(it -> TextEditors.open(it.place().language(), use.place()));
		}
	}

	private void step(int by) {
		if (!uses.isEmpty()) {
			int now = uses.indexOf(tree.getStructuredSelection().getFirstElement());
			Use next = uses.get(Math.floorMod(now + by, uses.size()));
			tree.setSelection(new StructuredSelection(next), true);
			asked.ifPresent(it -> TextEditors.reveal(it.place().language(), next.place()));
		}
	}

	/** Returns what stands above the list. */
	public String said() {
		return summary.getText();
	}

	@Override
	public void setFocus() {
		tree.getControl().setFocus();
	}
}
