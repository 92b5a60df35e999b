// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.conformance;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.actions.ActionFactory;
import org.meterwright.rules.conformance.ConformanceLine;
import org.meterwright.views.conformance.ConformanceModel;
import org.meterwright.views.conformance.ConformanceRow;
import org.meterwright.views.conformance.Shown;
import org.meterwright.views.edit.MissingEdits;
import org.meterwright.workbench.edit.ModelEdit;
import org.meterwright.workbench.table.ListTable;
import org.meterwright.workbench.view.Latest;
import org.meterwright.workbench.view.ModelView;
import org.meterwright.workbench.view.Subject;
import org.meterwright.workbench.virtual.PlayedResults;
import org.meterwright.workbench.virtual.VirtualMeterView;

/** The requirements of the meter's companions as a tree with what becomes of each; what is missing can be created from here. */
public final class ConformanceView extends ModelView<ConformanceModel> {
	/** Id of the view. */
	public static final String ID = "org.meterwright.workbench.conformance";

	/** What is to be shown. */
	private record Wish(ConformanceModel model, String words, Shown shown, Set<String> toggled) {
	}

	private final Runnable onPlayed = this::remake;
	private Optional<ConformanceModel> model = Optional.empty();
	private ListTable<ConformanceRow> table;
	private Text words;
	private Combo verdicts;
	private Label summary;
	private Label detail;
	private Button create;
	private Latest<Wish, List<ConformanceRow>> rows;

	@Override
	protected void createBody(Composite parent) {
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
		createBar(parent);
		summary = new Label(parent, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).indent(6, 2).hint(SWT.DEFAULT, 20).applyTo(summary);
		table = new ListTable<>(parent, ConformanceHeads.of(() -> table.table().colours()), ConformanceRow::key);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(table.table().area());
		table.onToggle(this::fill);
		table.onOpen(this::openText);
		table.table().onSelection(this::selected);
		table.table().decorate(control -> control.addListener(SWT.KeyDown, this::key));
		detail = new Label(parent, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).indent(6, 3).hint(SWT.DEFAULT, 20).applyTo(detail);
		rows = new Latest<>("Filter requirements", parent.getDisplay(), wish -> wish.model().rows(wish.words(), wish.shown(), wish.toggled()), this::show);
		PlayedResults.onChange(onPlayed);
	}

	private void createBar(Composite parent) {
		Composite bar = new Composite(parent, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
		GridLayoutFactory.fillDefaults().numColumns(4).margins(4, 3).spacing(4, 0).applyTo(bar);
		words = new Text(bar, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
		words.setMessage("requirement, use case, Alert, object, clause");
		words.setToolTipText("Requirements that have all these words in their name, text, clause or reasons");
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(words);
		words.addListener(SWT.Modify, event -> fill());
		words.addListener(SWT.KeyDown, this::down);
		verdicts = new Combo(bar, SWT.READ_ONLY | SWT.DROP_DOWN);
		verdicts.setToolTipText("Only requirements with this verdict");
		verdicts.setItems(Arrays.stream(Shown.values()).map(Shown::words).toArray(String[]::new));
		verdicts.select(0);
		GridDataFactory.swtDefaults().hint(150, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER).applyTo(verdicts);
		verdicts.addListener(SWT.Selection, event -> fill());
		create = button(bar, "Create Missing Objects", "Write what the selected requirements lack, or else all required objects that are missing, into the meter's text (Insert)", this::create);
		button(bar, "Open Report", "The whole report as a page, as meterwright report writes it", this::openReport);
	}

	private static Button button(Composite bar, String text, String hint, Runnable work) {
		Button button = new Button(bar, SWT.PUSH);
		button.setText(text);
		button.setToolTipText(hint);
		button.addListener(SWT.Selection, event -> work.run());
		return button;
	}

	private void down(Event event) {
		if (event.keyCode == SWT.ARROW_DOWN) {
			event.doit = false;
			setFocus();
		}
	}

	@Override
	protected void contribute() {
		var bars = getViewSite().getActionBars();
		bars.setGlobalActionHandler(ActionFactory.FIND.getId(), action("Find", () -> words.setFocus()));
		Action play = action("Play Scenarios", this::play);
		play.setToolTipText("Play the meter's scenarios, and see what they prove");
		play.setImageDescriptor(ResourceLocator.imageDescriptorFromBundle("org.meterwright.workbench", "icons/start.svg").orElse(null));
		bars.getToolBarManager().add(play);
		bars.updateActionBars();
		MenuManager menu = new MenuManager();
		menu.add(action("Go to Text\tEnter", () -> table.selected().ifPresent(this::openText)));
		menu.add(action("Create Missing Objects\tInsert", this::create));
		menu.add(action("Open Report", this::openReport));
		menu.add(play);
		table.table().decorate(control -> control.setMenu(menu.createContextMenu(control)));
	}

	private static Action action(String text, Runnable work) {
		return new Action(text) {
			@Override
			public void run() {
				work.run();
			}
		};
	}

	@Override
	protected ConformanceModel make(Subject subject, IProgressMonitor monitor) {
		return ConformanceModel.of(subject.meter(), PlayedResults.of(subject.meter()));
	}

	@Override
	protected void show(ConformanceModel made, Subject subject) {
		model = Optional.of(made);
		summary.setText(made.summary());
		summary.setToolTipText(made.summary());
		create.setEnabled(!made.creatable().isEmpty());
		fill();
	}

	private void fill() {
		model.ifPresent(it -> rows.wish(new Wish(it, words.getText(), Shown.values()[Math.max(0, verdicts.getSelectionIndex())], table.toggled())));
	}

	private void show(List<ConformanceRow> lines) {
		if (!summary.isDisposed()) {
			table.show(lines);
			describe();
		}
	}

	private void selected() {
		describe();
		table.selected().flatMap(ConformanceRow::place).ifPresent(this::reveal);
	}

	private void describe() {
		say(table.selected().map(row -> "%s: %s".formatted(row.name(), row.words())).orElse("Enter goes to the text, + and - open and close, Insert creates what is missing."));
	}

	private void say(String text) {
		if (!detail.isDisposed()) {
			detail.setText(text.replace("&", "&&"));
			detail.setToolTipText(text);
		}
	}

	private void key(Event event) {
		if (event.keyCode == SWT.INSERT) {
			create();
		}
	}

	private void openText(ConformanceRow row) {
		row.place().ifPresentOrElse(this::open, () -> say("%s is not met anywhere in the text.".formatted(row.name())));
	}

	/** Creates what the selected requirements lack; where no single ones are selected, all. */
	public void create() {
		model.ifPresent(it -> shown().ifPresent(subject -> {
			List<ConformanceLine> lines = table.allSelected().stream().map(ConformanceRow::of).flatMap(Optional::stream).distinct().toList();
			Set<String> names = lines.isEmpty() ? it.creatable() : lines.stream().flatMap(line -> it.creatable(line).stream()).collect(Collectors.toSet());
			if (names.isEmpty()) {
				say(lines.isEmpty() ? "Nothing that is required is missing." : "Nothing is missing for %s that could be created.".formatted(lines.getFirst().name()));
			} else {
				new ModelEdit(subject, (meter, texts) -> MissingEdits.plan(meter, texts, names), this::say).schedule();
			}
		}));
	}

	/** Writes the report as a page and opens it. */
	public void openReport() {
		model.ifPresent(it -> new ReportJob(it.report(), getSite().getShell().getDisplay(), this::say).schedule());
	}

	private void play() {
		try {
			((VirtualMeterView) getSite().getPage().showView(VirtualMeterView.ID)).playAll();
		} catch (PartInitException e) {
			say(e.getMessage());
		}
	}

	/** Filters by words, as typed into the field. */
	public void filter(String text) {
		words.setText(text);
	}

	/** Chooses which verdicts are shown. */
	public void choose(Shown shown) {
		verdicts.select(shown.ordinal());
		fill();
	}

	/** Returns the table. */
	public ListTable<ConformanceRow> table() {
		return table;
	}

	/** Returns what stands above the table. */
	public String summary() {
		return summary.getText();
	}

	/** Returns what stands below the table. */
	public String said() {
		return detail.getText();
	}

	@Override
	public void setFocus() {
		table.table().control().setFocus();
	}

	@Override
	public void dispose() {
		PlayedResults.forget(onPlayed);
		super.dispose();
	}
}
