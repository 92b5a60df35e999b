// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.objects;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Display;
import org.meterwright.cosem.CosemObject;
import org.meterwright.dsl.CompiledMeter;
import org.meterwright.views.edit.EditPlan;
import org.meterwright.views.edit.ValueEdits;
import org.meterwright.views.objects.ObjectColumn;
import org.meterwright.views.objects.ObjectLine;
import org.meterwright.views.objects.ObjectRow;
import org.meterwright.workbench.edit.ModelEdit;
import org.meterwright.workbench.table.BigTable;
import org.meterwright.workbench.table.BigTable.Cell;
import org.meterwright.workbench.text.WindowThread;
import org.meterwright.workbench.view.Subject;

/** Changes values from the table: one cell, a column filled from its top, a block pasted. All of it becomes one edit of the text. */
final class ObjectEdits {

	/**
	 * A new text for an attribute of an object, which is told by name: the newest model has other elements.
	 *
	 * @param text says it in the newest text, when the edit is planned
	 */
	private record Wish(String device, String object, String attribute, Function<Sources, String> text) {
	}

	/** What the newest text says of attributes. */
	private interface Sources {
		String of(ObjectRow row, String attribute);
	}

	private final ObjectsView view;
	private final BigTable table;

	ObjectEdits(ObjectsView view, BigTable table) {
		this.view = view;
		this.table = table;
	}

	/** Opens a cell to edit it; nothing: it cannot be edited. */
	Optional<Boolean> begin(Cell cell) {
		Optional<String> attribute = attribute(cell);
		Optional<ObjectRow> row = view.line(cell).flatMap(ObjectLine::row);
		if (attribute.isEmpty() || row.isEmpty()) {
			view.say("This is not written in the text of its own: edit a column of an attribute, or the logical name.");
			return Optional.empty();
		}
		Display display = table.control().getDisplay();
		Job.createSystem("Look up what is written", monitor -> {
			String source = source(row.get().object(), attribute.get());
			WindowThread.later(display, () -> open(cell, row.get(), attribute.get(), source));
		}).schedule();
		return Optional.of(true);
	}

	/** Opens the field, unless the user has gone elsewhere meanwhile. */
	private void open(Cell cell, ObjectRow row, String attribute, String source) {
		if (table.control().isDisposed() || view.line(cell).flatMap(ObjectLine::row).filter(it -> it.name().equals(row.name())).isEmpty()) {
			return;
		}
		table.editing().begin(cell, source, text -> {
			if (!text.strip().equals(source.strip())) {
				apply(List.of(wish(row, attribute, texts -> text)));
			}
		});
	}

	private String source(CosemObject object, String attribute) {
		return view.subject().map(subject -> ValueEdits.source(texts(subject), object, attribute)).orElse("");
	}

	private static Function<String, Optional<String>> texts(Subject subject) {
		return name -> subject.language().ask(session -> session.text(name));
	}

	private static Wish wish(ObjectRow row, String attribute, Function<Sources, String> text) {
		return new Wish(row.device(), row.name(), attribute, text);
	}

	private static String key(String device, String object) {
		return "%s %s".formatted(device, object);
	}

	/** Returns the attribute that a cell shows, where it can be changed. */
	private Optional<String> attribute(Cell cell) {
		Optional<ObjectLine> line = view.line(cell);
		ObjectColumn column = view.columns().get(cell.column());
		return line.flatMap(it -> switch (it.kind()) {
			case OBJECT -> it.row().filter(column::isEditable).map(row -> column.attribute().isEmpty() ? "logical_name" : column.attribute());
			case ATTRIBUTE -> it.attribute().map(attribute -> attribute.getDefinition().getName());
			case AREA, ELEMENT -> Optional.empty();
		});
	}

	/** Gives the selected cells of each column what the topmost of them says. */
	void fillDown() {
		Map<Integer, Function<Sources, String>> tops = new LinkedHashMap<>();
		List<Wish> wishes = new ArrayList<>();
		for (Cell cell : table.selected()) {
			Optional<String> attribute = attribute(cell);
			Optional<ObjectRow> row = view.line(cell).flatMap(ObjectLine::row);
			if (attribute.isPresent() && row.isPresent()) {
				if (tops.containsKey(cell.column())) {
					wishes.add(wish(row.get(), attribute.get(), tops.get(cell.column())));
				} else {
					tops.put(cell.column(), texts -> texts.of(row.get(), attribute.get()));
				}
			}
		}
		if (wishes.isEmpty()) {
			view.say("Select cells of an attribute's column one below the other: all get what the topmost says.");
		} else {
			apply(wishes);
		}
	}

	/** Writes what the clipboard has into the cells from the selected one on; a single value fills all selected cells. */
	void paste() {
		Clipboard clipboard = new Clipboard(table.control().getDisplay());
		Object text = clipboard.getContents(TextTransfer.getInstance());
		clipboard.dispose();
		if (text instanceof String block) {
			paste(block);
		}
	}

	/** Writes a block of texts, as spreadsheets copy it. */
	void paste(String block) {
		List<List<String>> rows = block.stripTrailing().lines().map(line -> Arrays.asList(line.split("\t", -1))).toList();
		List<Wish> wishes = new ArrayList<>();
		List<Cell> selected = table.selected();
		if (rows.size() == 1 && rows.getFirst().size() == 1) {
			selected.forEach(cell -> wish(cell, rows.getFirst().getFirst()).ifPresent(wishes::add));
		} else if (!selected.isEmpty()) {
			Cell corner = selected.getFirst();
			for (int row = 0; row < rows.size(); row++) {
				for (int column = 0; column < rows.get(row).size(); column++) {
					if (corner.column() + column < view.columns().size()) {
						wish(new Cell(corner.column() + column, corner.row() + row), rows.get(row).get(column)).ifPresent(wishes::add);
					}
				}
			}
		}
		if (wishes.isEmpty()) {
			view.say("Nothing to paste here: select a cell of an attribute's column, or of logical names.");
		} else {
			apply(wishes);
		}
	}

	private Optional<Wish> wish(Cell cell, String text) {
		return attribute(cell).flatMap(attribute -> view.line(cell).flatMap(ObjectLine::row).map(row -> wish(row, attribute, texts -> text)));
	}

	private void apply(List<Wish> wishes) {
		view.subject().ifPresent(subject -> new ModelEdit(subject, (meter, texts) -> plan(meter, texts, wishes), view::say).schedule());
	}

	private static EditPlan plan(CompiledMeter meter, Function<String, Optional<String>> texts, List<Wish> wishes) {
		Map<String, CosemObject> objects = new LinkedHashMap<>();
		meter.model().getDevices().forEach(device -> device.getObjects().forEach(object -> objects.put(key(device.getName(), object.getName()), object)));
		Sources sources = (row, attribute) -> Optional.ofNullable(objects.get(key(row.device(), row.name()))).map(object -> ValueEdits.source(texts, object, attribute)).orElse("");
		List<ValueEdits.Change> changes = new ArrayList<>();
		for (Wish wish : wishes) {
			Optional.ofNullable(objects.get(key(wish.device(), wish.object())))
					.ifPresent(object -> changes.add(new ValueEdits.Change(object, wish.attribute(), wish.text().apply(sources))));
		}
		return ValueEdits.plan(texts, changes);
	}
}
