// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.objects;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.meterwright.cosem.value.Origin;
import org.meterwright.cosem.value.Origins;
import org.meterwright.views.objects.ObjectColumn;
import org.meterwright.views.objects.ObjectLine;
import org.meterwright.views.objects.ObjectModel;
import org.meterwright.workbench.objects.FilterJob.Result;
import org.meterwright.workbench.objects.FilterJob.Wish;
import org.meterwright.workbench.table.BigTable;
import org.meterwright.workbench.table.BigTable.Cell;
import org.meterwright.workbench.view.ModelView;
import org.meterwright.workbench.view.Subject;

/** The object explorer: every object of a meter, to find, compare and change, linked with the text both ways. */
public final class ObjectsView extends ModelView<ObjectModel> {
	/** Id of the view. */
	public static final String ID = "org.meterwright.workbench.objects";

	private final Set<String> toggled = new HashSet<>();
	private ObjectModel model = ObjectModel.EMPTY;
	private List<ObjectColumn> columns = List.of();
	private Optional<String> sorting = Optional.empty();
	private boolean down;
	private boolean grouped;
	private FilterBar filter;
	private BigTable table;
	private Label detail;
	private FilterJob job;
	private ObjectEdits edits;
	private Optional<String> wantedKey = Optional.empty();

	@Override
	protected void createBody(Composite parent) {
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
		filter = new FilterBar(parent, this::filter);
		table = new BigTable(parent, new ObjectsContent(List.of(), List.of(), -1, false));
		GridDataFactory.fillDefaults().grab(true, true).applyTo(table.area());
		detail = new Label(parent, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).indent(6, 3).hint(SWT.DEFAULT, 20).applyTo(detail);
		job = new FilterJob(parent.getDisplay(), this::show);
		edits = new ObjectEdits(this, table);
		table.onHead(this::sort);
		table.onExpander(this::toggle);
		table.onSelection(this::selected);
		table.onOpen(cell -> edits.begin(cell).ifPresentOrElse(nothing -> {
		}, () -> line(cell).flatMap(ObjectLine::place).ifPresent(this::open)));
		table.decorate(control -> control.addListener(SWT.KeyDown, this::key));
	}

	@Override
	protected void contribute() {
		ObjectActions actions = new ObjectActions(this, edits);
		actions.contributeTo(getViewSite().getActionBars());
		MenuManager menu = actions.menu();
		table.decorate(control -> control.setMenu(menu.createContextMenu(control)));
		getSite().registerContextMenu(menu, new TableSelection());
	}

	@Override
	protected ObjectModel make(Subject subject, IProgressMonitor monitor) {
		return ObjectModel.of(subject.meter(), subject.isSound());
	}

	@Override
	protected void show(ObjectModel made, Subject subject) {
		wantedKey = wantedKey.or(this::selectedKey);
		model = made;
		filter.offer(made);
		columns = ChosenColumns.of(made);
		filter();
	}

	private void filter() {
		if (job != null) {
			Optional<ObjectColumn> column = sorting.flatMap(id -> ObjectColumn.all(model).stream().filter(each -> each.id().equals(id)).findFirst());
			job.run(new Wish(model, filter.filter(), column, down, grouped, Set.copyOf(toggled)));
		}
	}

	private void show(Result result) {
		if (table.control().isDisposed() || result.wish().model() != model) {
			return;
		}
		wantedKey = wantedKey.or(this::selectedKey);
		int sorted = sorting.map(id -> columns.stream().map(ObjectColumn::id).toList().indexOf(id)).orElse(-1);
		ObjectsContent content = new ObjectsContent(result.lines(), columns, sorted, down);
		boolean same = table.content() instanceof ObjectsContent before && before.shown().stream().map(ObjectColumn::id).toList().equals(columns.stream().map(ObjectColumn::id).toList());
		int column = table.focus().map(Cell::column).orElse(0);
		table.show(content, same);
		filter.count(result.objects(), model.rows().size());
		wantedKey.ifPresent(key -> row(key).ifPresent(row -> table.select(Math.min(column, columns.size() - 1), row)));
		wantedKey = Optional.empty();
		describe();
	}

	private Optional<String> selectedKey() {
		return table.focus().flatMap(this::line).map(ObjectLine::key);
	}

	private Optional<Integer> row(String key) {
		List<ObjectLine> lines = lines();
		for (int row = 0; row < lines.size(); row++) {
			if (lines.get(row).key().equals(key)) {
				return Optional.of(row);
			}
		}
		return Optional.empty();
	}

	/** Returns the lines that are shown. */
	public List<ObjectLine> lines() {
		return table.content() instanceof ObjectsContent content ? content.lines() : List.of();
	}

	/** Returns the columns that are shown. */
	public List<ObjectColumn> columns() {
		return columns;
	}

	Optional<ObjectLine> line(Cell cell) {
		return cell.row() < lines().size() ? Optional.of(lines().get(cell.row())) : Optional.empty();
	}

	private void sort(int column) {
		String id = columns.get(column).id();
		boolean again = sorting.equals(Optional.of(id));
		if (again && down) {
			sorting = Optional.empty();
			down = false;
		} else {
			down = again;
			sorting = Optional.of(id);
		}
		filter();
	}

	void toggle(int row) {
		String key = lines().get(row).key();
		if (!toggled.remove(key)) {
			toggled.add(key);
		}
		wantedKey = Optional.of(key);
		filter();
	}

	void group(boolean wanted) {
		grouped = wanted;
		filter();
	}

	void chooseColumns(List<String> ids) {
		ChosenColumns.put(ids);
		columns = ChosenColumns.of(model);
		filter();
	}

	ObjectModel model() {
		return model;
	}

	private void selected() {
		describe();
		table.focus().flatMap(this::line).flatMap(ObjectLine::place).filter(place -> !place.file().isEmpty()).ifPresent(this::reveal);
	}

	/** Says the whole value of the cell and where it comes from. */
	private void describe() {
		detail.setText(table.focus().flatMap(cell -> line(cell).map(line -> words(line, columns.get(cell.column())))).orElse("Enter goes to the text, F2 edits, + and - open and close."));
		detail.setToolTipText(detail.getText());
	}

	private static String words(ObjectLine line, ObjectColumn column) {
		boolean ofAttribute = !column.attribute().isEmpty() && line.kind() == ObjectLine.Kind.OBJECT;
		List<Origin> origins = line.row().map(row -> ofAttribute
				? row.attribute(column.attribute()).map(it -> (List<Origin>) it.getOrigins()).orElse(List.of())
				: line.attribute().map(it -> (List<Origin>) it.getOrigins()).orElse(row.object().getOrigins())).orElse(List.of());
		String value = line.value().isEmpty() ? line.text(column) : line.value();
		String what = ofAttribute ? "%s.%s".formatted(line.label(), column.attribute()) : line.label();
		return "%s%s%s".formatted(what, value.isEmpty() || value.equals(what) ? "" : ": " + value, origins.isEmpty() ? "" : "   \u2014   " + shortened(Origins.text(origins)));
	}

	/** Leaves the folders out of the files' names. */
	private static String shortened(String words) {
		return words.replaceAll("/[^ ()]*/", "");
	}

	/** Says something below the table until the selection is another. */
	void say(String words) {
		if (!detail.isDisposed()) {
			detail.setText(words);
			detail.setToolTipText(words);
		}
	}

	/** Returns what stands below the table. */
	public String said() {
		return detail.getText();
	}

	@Override
	protected void cursor(Subject subject, String file, int offset) {
		List<ObjectLine> lines = lines();
		int best = -1;
		int length = Integer.MAX_VALUE;
		for (int row = 0; row < lines.size(); row++) {
			Optional<Origin> place = lines.get(row).place();
			if (place.isPresent() && covers(place.get(), file, offset) && place.get().length() < length && lines.get(row).kind() != ObjectLine.Kind.ELEMENT) {
				best = row;
				length = place.get().length();
			}
		}
		if (best >= 0) {
			table.select(table.focus().map(Cell::column).orElse(0), best);
			describe();
		}
	}

	private static boolean covers(Origin place, String file, int offset) {
		return offset >= place.offset() && offset <= place.offset() + place.length() && place.file().equals(file);
	}

	private void key(Event event) {
		Optional<Cell> cell = table.focus();
		if (cell.isEmpty() || table.editing().isOpen()) {
			return;
		}
		boolean control = (event.stateMask & SWT.MOD1) != 0;
		if (event.keyCode == SWT.F2) {
			edits.begin(cell.get());
		} else if (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) {
			openText();
		} else if (control && event.keyCode == 'd') {
			edits.fillDown();
		} else if (!control && (event.character == '+' || event.character == '-')) {
			line(cell.get()).filter(line -> line.openable() && line.open() == (event.character == '-')).ifPresent(line -> toggle(cell.get().row()));
		}
	}

	void openText() {
		table.focus().flatMap(this::line).flatMap(ObjectLine::place).ifPresent(this::open);
	}

	/** Puts the cursor into the field that filters. */
	void find() {
		filter.focus();
	}

	/** Returns the table. */
	public BigTable table() {
		return table;
	}

	/** Filters by words, as typed into the field. */
	public void filter(String words) {
		filter.words().setText(words);
	}

	Optional<Subject> subject() {
		return shown();
	}

	List<Cell> selectedCells() {
		return new ArrayList<>(table.selected());
	}

	@Override
	public void setFocus() {
		table.control().setFocus();
	}
}
