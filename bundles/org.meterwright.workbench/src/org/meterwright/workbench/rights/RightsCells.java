// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.rights;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.query.ModelIndex;
import org.meterwright.views.edit.EditPlan;
import org.meterwright.views.edit.RightsEdits;
import org.meterwright.views.rights.Level;
import org.meterwright.views.rights.RightsModel;
import org.meterwright.views.rights.RightsRow;
import org.meterwright.workbench.edit.ModelEdit;
import org.meterwright.workbench.table.BigTable;
import org.meterwright.workbench.table.BigTable.Cell;

/** Changes rights from the matrix: typed into a cell, or given and taken by a key in all selected cells. */
final class RightsCells {
	private static final String NONE = "no access";

	/** A new right; the object is told by name, because the newest model has other elements. */
	private record Wish(String association, String object, RightsRow row, String text) {
	}

	private final RightsView view;
	private final BigTable table;

	RightsCells(RightsView view, BigTable table) {
		this.view = view;
		this.table = table;
	}

	/** Opens a cell to edit it. */
	void begin(Cell cell) {
		Optional<RightsRow> row = member(cell);
		if (row.isEmpty()) {
			view.say("Open the object with + and edit the rights of its attributes and methods.");
			return;
		}
		String now = text(cell, row.get());
		table.editing().begin(cell, now, text -> {
			if (!text.strip().equals(now)) {
				Wish wish = wish(cell, row.get(), text);
				apply(() -> List.of(wish));
			}
		});
	}

	/** Gives the selected cells a verb, or takes it from them where the first one has it. */
	void flip(String verb) {
		List<Cell> chosen = table.selected().stream().filter(cell -> member(cell).filter(row -> row.method() == verb.equals("call")).isPresent()).toList();
		if (chosen.isEmpty()) {
			view.say("Select cells of %s: they can be given %s.".formatted(verb.equals("call") ? "methods" : "attributes", verb));
			return;
		}
		boolean take = verbs(text(chosen.getFirst(), member(chosen.getFirst()).orElseThrow())).contains(verb);
		RightsModel model = view.model().orElseThrow();
		Map<Cell, RightsRow> rows = new LinkedHashMap<>();
		chosen.forEach(cell -> member(cell).ifPresent(row -> rows.put(cell, row)));
		Map<Cell, String> titles = new LinkedHashMap<>();
		rows.keySet().forEach(cell -> titles.put(cell, table.content().title(cell.column())));
		apply(() -> rows.entrySet().stream().map(each -> new Wish(titles.get(each.getKey()), each.getValue().object().getName(), each.getValue(),
				flipped(model, text(model, each.getKey(), each.getValue()), verb, take, each.getKey()))).toList());
	}

	private static String flipped(RightsModel model, String now, String verb, boolean take, Cell cell) {
		Set<String> verbs = verbs(now);
		if (take) {
			verbs.remove(verb);
		} else {
			verbs.add(verb);
		}
		int with = now.indexOf(" with ");
		String protection = with >= 0 ? now.substring(with) : usual(model, cell);
		return verbs.isEmpty() ? NONE : String.join(", ", List.of("read", "write", "call").stream().filter(verbs::contains).toList()) + protection;
	}

	/** Returns the protection that most rights of an association have: new rights get it too. */
	private static String usual(RightsModel model, Cell cell) {
		int association = RightsContent.association(cell.column());
		Map<String, Long> counts = new TreeMap<>();
		model.objects().values().forEach(members -> members.stream().filter(row -> row.cells().get(association).level().compareTo(Level.NO_ACCESS) > 0)
				.forEach(row -> counts.merge(protection(text(model, cell, row)), 1L, Long::sum)));
		return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse("");
	}

	private static String protection(String right) {
		int with = right.indexOf(" with ");
		return with < 0 ? "" : right.substring(with);
	}

	private static Set<String> verbs(String right) {
		String words = right.replaceAll(" with .*", "");
		return words.equals(NONE) ? new LinkedHashSet<>() : new LinkedHashSet<>(Arrays.asList(words.split(", ")));
	}

	private Optional<RightsRow> member(Cell cell) {
		return RightsContent.association(cell.column()) < 0 ? Optional.empty() : view.line(cell).filter(row -> !row.isObject());
	}

	private String text(Cell cell, RightsRow row) {
		return view.model().map(model -> text(model, cell, row)).orElse(NONE);
	}

	private static String text(RightsModel model, Cell cell, RightsRow row) {
		Association association = model.associations().get(RightsContent.association(cell.column()));
		return RightsEdits.text(row.method() ? model.index().methodMode(association, row.object(), row.index()) : model.index().attributeMode(association, row.object(), row.index()),
				row.method());
	}

	private Wish wish(Cell cell, RightsRow row, String text) {
		return new Wish(table.content().title(cell.column()), row.object().getName(), row, text);
	}

	/** Works out in the background what is wanted, and changes the text. */
	private void apply(Supplier<List<Wish>> wishes) {
		view.subject().ifPresent(subject -> new ModelEdit(subject, (meter, texts) -> plan(new ModelIndex(meter.model()), texts, wishes.get()), view::say).schedule());
	}

	private static EditPlan plan(ModelIndex index, Function<String, Optional<String>> texts, List<Wish> wishes) {
		List<RightsEdits.Change> changes = new ArrayList<>();
		for (Wish wish : wishes) {
			Optional<CosemObject> object = index.objects().filter(each -> wish.object().equals(each.getName())).findFirst();
			object.ifPresent(it -> changes.add(new RightsEdits.Change(wish.association(), it, wish.row().member(), wish.row().index(), wish.row().method(), wish.text())));
		}
		return RightsEdits.plan(index, texts, changes);
	}
}
