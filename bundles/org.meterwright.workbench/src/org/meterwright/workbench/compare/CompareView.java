// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.TreeColumn;
import org.meterwright.cosem.value.Origin;
import org.meterwright.dsl.CompiledMeter;
import org.meterwright.exchange.compare.Change;
import org.meterwright.exchange.compare.Comparison;
import org.meterwright.exchange.compare.report.CompareText;
import org.meterwright.views.compare.ChangeNode;
import org.meterwright.views.compare.MeterComparison;
import org.meterwright.views.compare.Revisions;
import org.meterwright.workbench.text.language.Languages;
import org.meterwright.workbench.text.language.ProjectLanguage;
import org.meterwright.workbench.view.ModelView;
import org.meterwright.workbench.view.Subject;

/** Says what differs between a meter and another one, another variant, or a revision in git: for a head-end, beside the text. */
public final class CompareView extends ModelView<CompareView.Made> {
	/** Id of the view. */
	public static final String ID = "org.meterwright.workbench.compare";
	private static final String NOTHING = "choose a revision, a variant or another meter";
	private static final String REVISION = "revision ";

	/** What came of it: what can be chosen, and the differences or why there are none. */
	record Made(List<String> offered, Optional<Comparison> comparison, String words) {
	}

	private Combo other;
	private TreeViewer tree;
	private Label detail;
	private volatile String wanted = NOTHING;

	@Override
	protected void createBody(Composite parent) {
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
		Composite bar = new Composite(parent, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(4, 3).spacing(6, 0).applyTo(bar);
		new Label(bar, SWT.NONE).setText("From");
		other = new Combo(bar, SWT.READ_ONLY | SWT.DROP_DOWN);
		other.setToolTipText("What the meter is compared with: how it was");
		GridDataFactory.fillDefaults().grab(true, false).applyTo(other);
		other.addListener(SWT.Selection, event -> compareWith(other.getText()));
		tree = new TreeViewer(parent, SWT.FULL_SELECTION);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(tree.getControl());
		tree.getTree().setHeaderVisible(true);
		column("Change", 430);
		column("Before", 240);
		column("Now", 240);
		tree.setUseHashlookup(true);
		tree.setContentProvider(new Content());
		tree.setLabelProvider(new ChangeLabels());
		tree.addSelectionChangedListener(event -> {
			if (event.getStructuredSelection().getFirstElement() instanceof ChangeNode node) {
				selected(node);
			}
		});
		tree.addOpenListener(event -> place(event.getSelection()).ifPresent(this::open));
		detail = new Label(parent, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).indent(6, 2).hint(SWT.DEFAULT, 20).applyTo(detail);
	}

	private void column(String title, int width) {
		TreeColumn column = new TreeColumn(tree.getTree(), SWT.NONE);
		column.setText(title);
		column.setWidth(width);
	}

	/** Compares with something else, as the list names it. */
	public void compareWith(String choice) {
		wanted = choice;
		remakeSeen("Compare with %s".formatted(choice));
	}

	@Override
	protected void cancelled() {
		wanted = NOTHING;
		other.select(0);
		detail.setText("Comparing was cancelled. Choose above what the meter is compared with.");
	}

	@Override
	protected Made make(Subject subject, IProgressMonitor monitor) {
		Path folder = Path.of(subject.language().project().getLocation().toOSString());
		List<String> offered = new ArrayList<>(List.of(NOTHING));
		Revisions.recent(folder).forEach(revision -> offered.add(REVISION + revision));
		Languages.get().all().forEach(language -> meters(language).stream().filter(each -> each != subject.meter()).map(each -> label(language, each)).forEach(offered::add));
		stopIfCancelled(monitor);
		if (!offered.contains(wanted) || wanted.equals(NOTHING)) {
			return new Made(offered, Optional.empty(), "Choose above what the meter is compared with.");
		}
		try {
			Comparison comparison = compare(subject, folder);
			return new Made(offered, Optional.of(comparison), CompareText.summary(comparison));
		} catch (IOException e) {
			return new Made(offered, Optional.empty(), "It cannot be compared: %s.".formatted(e.getMessage()));
		}
	}

	private Comparison compare(Subject subject, Path folder) throws IOException {
		if (wanted.startsWith(REVISION)) {
			return MeterComparison.withRevision(folder, wanted.substring(REVISION.length()).split(" ")[0], subject.label(), subject.meter());
		}
		for (ProjectLanguage language : Languages.get().all()) {
			for (CompiledMeter each : meters(language)) {
				if (label(language, each).equals(wanted)) {
					return MeterComparison.of(wanted, each, subject.label(), subject.meter());
				}
			}
		}
		throw new IOException("%s is not there any more".formatted(wanted));
	}

	private static List<CompiledMeter> meters(ProjectLanguage language) {
		return language.state().compiled().map(compilation -> compilation.meters()).orElse(List.of());
	}

	private static String label(ProjectLanguage language, CompiledMeter meter) {
		return "%s of %s".formatted(meter.variant().map(variant -> "%s-%s".formatted(meter.name(), variant)).orElse(meter.name()), language.project().getName());
	}

	@Override
	protected void show(Made made, Subject subject) {
		if (!Arrays.asList(other.getItems()).equals(made.offered())) {
			other.setItems(made.offered().toArray(String[]::new));
		}
		other.select(Math.max(0, made.offered().indexOf(wanted)));
		List<ChangeNode> nodes = made.comparison().map(ChangeNode::of).orElse(List.of());
		tree.setInput(nodes);
		tree.expandToLevel(2);
		detail.setText(made.words().substring(0, 1).toUpperCase(Locale.ROOT) + made.words().substring(1));
	}

	private void selected(ChangeNode node) {
		node.change().map(change -> change.kind().why()).ifPresent(detail::setText);
		node.change().flatMap(CompareView::place).ifPresent(this::reveal);
	}

	private static Optional<Origin> place(ISelection selection) {
		return selection instanceof IStructuredSelection chosen && chosen.getFirstElement() instanceof ChangeNode node ? node.change().flatMap(CompareView::place)
				: Optional.empty();
	}

	/** Finds where the text says it now. */
	private static Optional<Origin> place(Change change) {
		return change.right().filter(origin -> !origin.file().isEmpty());
	}

	/** Returns what stands below the tree. */
	public String said() {
		return detail.getText();
	}

	/** Returns what can be compared with. */
	public List<String> offered() {
		return List.of(other.getItems());
	}

	/** The tree's nodes. */
	private static final class Content implements ITreeContentProvider {
		@Override
		public Object[] getElements(Object input) {
			return ((List<?>) input).toArray();
		}

		@Override
		public Object[] getChildren(Object element) {
			return ((ChangeNode) element).children().toArray();
		}

		@Override
		public Object getParent(Object element) {
			return null;
		}

		@Override
		public boolean hasChildren(Object element) {
			return !((ChangeNode) element).children().isEmpty();
		}
	}

	@Override
	public void setFocus() {
		tree.getControl().setFocus();
	}
}
