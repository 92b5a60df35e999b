// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.rights;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.actions.ActionFactory;
import org.meterwright.cosem.value.Origin;
import org.meterwright.cosem.value.Origins;
import org.meterwright.views.rights.RightsModel;
import org.meterwright.views.rights.RightsRow;
import org.meterwright.workbench.table.BigTable;
import org.meterwright.workbench.table.BigTable.Cell;
import org.meterwright.workbench.view.Latest;
import org.meterwright.workbench.view.ModelView;
import org.meterwright.workbench.view.Subject;

/** The association matrix: objects and their members against associations, as a heat map whose cells can be edited. */
public final class RightsView extends ModelView<RightsModel> {
	/** Id of the view. */
	public static final String ID = "org.meterwright.workbench.rights";
	private static final String NOBODY = "no comparison";

	/** What is to be shown. */
	private record Wish(RightsModel model, String words, int one, int other, Set<String> opened) {
	}

	/** What came of it. */
	private record Made(Wish wish, List<RightsRow> rows) {
	}

	private final Set<String> opened = new HashSet<>();
	private Latest<Wish, Made> job;
	private Optional<RightsModel> model = Optional.empty();
	private BigTable table;
	private Text words;
	private Combo one;
	private Combo other;
	private Label count;
	private Label detail;
	private RightsCells cells;

	@Override
	protected void createBody(Composite parent) {
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
		job = new Latest<>("Filter rights", parent.getDisplay(), wish -> new Made(wish, wish.model().rows(wish.words(), wish.one(), wish.other(), wish.opened())), this::show);
		createBar(parent);
		table = new BigTable(parent, new NoRights());
		GridDataFactory.fillDefaults().grab(true, true).applyTo(table.area());
		new Legend(parent, table);
		detail = new Label(parent, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).indent(6, 2).hint(SWT.DEFAULT, 20).applyTo(detail);
		cells = new RightsCells(this, table);
		table.onExpander(this::toggle);
		table.onSelection(this::selected);
		table.onOpen(this::open);
		table.decorate(control -> control.addListener(SWT.KeyDown, this::key));
	}

	private void createBar(Composite parent) {
		Composite bar = new Composite(parent, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
		GridLayoutFactory.fillDefaults().numColumns(6).margins(4, 3).spacing(4, 0).applyTo(bar);
		words = new Text(bar, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
		words.setMessage("name, class, logical name");
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(words);
		words.addListener(SWT.Modify, event -> fill());
		new Label(bar, SWT.NONE).setText("Differences between");
		one = combo(bar);
		new Label(bar, SWT.NONE).setText("and");
		other = combo(bar);
		count = new Label(bar, SWT.NONE);
		GridDataFactory.swtDefaults().align(SWT.END, SWT.CENTER).hint(100, SWT.DEFAULT).applyTo(count);
	}

	private Combo combo(Composite bar) {
		Combo combo = new Combo(bar, SWT.READ_ONLY | SWT.DROP_DOWN);
		combo.setToolTipText("Only what these two associations may not do alike");
		GridDataFactory.swtDefaults().hint(170, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER).applyTo(combo);
		combo.addListener(SWT.Selection, event -> fill());
		return combo;
	}

	@Override
	protected void contribute() {
		var bars = getViewSite().getActionBars();
		bars.setGlobalActionHandler(ActionFactory.FIND.getId(), action("Find", () -> words.setFocus()));
		bars.updateActionBars();
		MenuManager menu = new MenuManager();
		menu.add(action("Edit Rights\tF2", () -> table.focus().ifPresent(cells::begin)));
		menu.add(action("Read on or off\tR", () -> cells.flip("read")));
		menu.add(action("Write on or off\tW", () -> cells.flip("write")));
		menu.add(action("Call on or off\tC", () -> cells.flip("call")));
		menu.add(action("Go to the association\tEnter", this::openText));
		table.decorate(control -> control.setMenu(menu.createContextMenu(control)));
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
	protected RightsModel make(Subject subject, IProgressMonitor monitor) {
		return RightsModel.of(subject.meter().model());
	}

	@Override
	protected void show(RightsModel made, Subject subject) {
		List<String> names = new ArrayList<>(List.of(NOBODY));
		made.associations().forEach(association -> names.add(String.valueOf(association.getName())));
		offer(one, names);
		offer(other, names);
		model = Optional.of(made);
		fill();
	}

	private static void offer(Combo combo, List<String> names) {
		if (!Arrays.asList(combo.getItems()).equals(names)) {
			String before = combo.getText();
			combo.setItems(names.toArray(String[]::new));
			combo.select(Math.max(0, names.indexOf(before)));
		}
	}

	private void fill() {
		model.ifPresent(it -> job.wish(new Wish(it, words.getText(), one.getSelectionIndex() - 1, other.getSelectionIndex() - 1, Set.copyOf(opened))));
	}

	private void show(Made made) {
		if (table.control().isDisposed() || model.filter(it -> it == made.wish().model()).isEmpty()) {
			return;
		}
		Optional<Cell> cell = table.focus();
		Optional<String> key = cell.flatMap(this::line).map(RightsRow::key);
		List<RightsRow> rows = made.rows();
		RightsContent content = new RightsContent(made.wish().model(), rows, made.wish().opened(), table.colours());
		boolean same = table.content() instanceof RightsContent before && names(before).equals(names(content));
		table.show(content, same);
		long objects = rows.stream().filter(RightsRow::isObject).count();
		count.setText("%d objects".formatted(objects));
		key.ifPresent(wanted -> table.select(cell.get().column(), rows.stream().map(RightsRow::key).toList().indexOf(wanted)));
		describe();
	}

	private static List<String> names(RightsContent content) {
		return content.model().associations().stream().map(association -> String.valueOf(association.getName())).toList();
	}

	Optional<RightsRow> line(Cell cell) {
		return cell.row() < lines().size() ? Optional.of(lines().get(cell.row())) : Optional.empty();
	}

	/** Returns the rows that are shown. */
	public List<RightsRow> lines() {
		return table.content() instanceof RightsContent content ? content.lines() : List.of();
	}

	Optional<RightsModel> model() {
		return model;
	}

	Optional<Subject> subject() {
		return shown();
	}

	/** Opens or closes an object. */
	public void toggle(int row) {
		String key = lines().get(row).key();
		if (!opened.remove(key)) {
			opened.add(key);
		}
		fill();
	}

	/** Shows only what two associations may not do alike. */
	public void compare(String first, String second) {
		one.setText(first);
		other.setText(second);
		fill();
	}

	/** Filters by words. */
	public void filter(String text) {
		words.setText(text);
	}

	private void selected() {
		describe();
		table.focus().flatMap(this::line).flatMap(row -> row.object().getOrigins().stream().findFirst()).filter(place -> !place.file().isEmpty()).ifPresent(this::reveal);
	}

	private void describe() {
		detail.setText(table.focus().flatMap(cell -> line(cell).map(row -> words(cell, row))).orElse("Enter goes to the association, F2 edits, R W C give and take, + and - open and close."));
	}

	private String words(Cell cell, RightsRow row) {
		int association = RightsContent.association(cell.column());
		String what = row.isObject() ? row.label() : "%s.%s".formatted(row.object().getName(), row.label());
		return association < 0 ? "%s   \u2014   %s".formatted(what, Origins.text(row.object().getOrigins()).replaceAll("/[^ ()]*/", ""))
				: "%s may do with %s: %s".formatted(table.content().title(cell.column()), what, row.cells().get(association).words());
	}

	void say(String text) {
		if (!detail.isDisposed()) {
			detail.setText(text);
		}
	}

	/** Returns what stands below the table. */
	public String said() {
		return detail.getText();
	}

	private void open(Cell cell) {
		Optional<RightsRow> row = line(cell);
		if (row.isPresent() && row.get().isObject()) {
			toggle(cell.row());
		} else {
			cells.begin(cell);
		}
	}

	private void openText() {
		table.focus().ifPresent(cell -> {
			int association = RightsContent.association(cell.column());
			Optional<Origin> place = association < 0 ? line(cell).flatMap(row -> row.object().getOrigins().stream().findFirst())
					: model.flatMap(it -> it.associations().get(association).getOrigins().stream().findFirst());
			place.ifPresent(this::open);
		});
	}

	private void key(Event event) {
		Optional<Cell> cell = table.focus();
		if (cell.isEmpty() || table.editing().isOpen() || (event.stateMask & SWT.MODIFIER_MASK & ~SWT.SHIFT) != 0) {
			return;
		}
		switch (event.keyCode) {
			case SWT.F2 -> cells.begin(cell.get());
			case SWT.CR, SWT.KEYPAD_CR -> openText();
			case 'r' -> cells.flip("read");
			case 'w' -> cells.flip("write");
			case 'c' -> cells.flip("call");
			default -> {
				if (event.character == '+' || event.character == '-') {
					line(cell.get()).filter(row -> row.isObject() && opened.contains(row.key()) == (event.character == '-')).ifPresent(row -> toggle(cell.get().row()));
				}
			}
		}
	}

	/** Returns the table. */
	public BigTable table() {
		return table;
	}

	@Override
	public void setFocus() {
		table.control().setFocus();
	}
}
