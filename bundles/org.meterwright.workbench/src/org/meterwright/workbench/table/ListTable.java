// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.table;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.meterwright.workbench.table.BigTable.Cell;
import org.meterwright.workbench.table.ListContent.Head;

/**
 * A list or tree of lines in a big table, for mouse and keys alike: Enter or a double click opens a line, + and - open and close what is below it, and
 * the selected line stays selected when others come or go.
 *
 * @param <T> a line
 */
public final class ListTable<T> {
	private final BigTable table;
	private final List<Head<T>> heads;
	private final Function<T, String> keys;
	private final Set<String> toggled = new HashSet<>();
	private Runnable onToggle = () -> {
	};
	private Consumer<T> onOpen = line -> {
	};

	/**
	 * Makes a table.
	 *
	 * @param keys what stays the same as long as a line is about the same
	 */
	public ListTable(Composite parent, List<Head<T>> heads, Function<T, String> keys) {
		this.heads = heads;
		this.keys = keys;
		table = new BigTable(parent, new ListContent<>(heads, List.of()));
		table.onExpander(this::toggle);
		table.onOpen(cell -> line(cell.row()).ifPresent(line -> onOpen.accept(line)));
		table.decorate(control -> control.addListener(SWT.KeyDown, this::key));
	}

	/** Returns the table. */
	public BigTable table() {
		return table;
	}

	/** Shows lines. */
	public void show(List<T> lines) {
		Optional<Cell> cell = table.focus();
		Optional<String> key = selected().map(keys);
		boolean atEnd = cell.filter(it -> it.row() == lines().size() - 1).isPresent();
		boolean more = lines.size() > lines().size();
		table.show(new ListContent<>(heads, lines), true);
		if (atEnd && more) {
			table.select(cell.get().column(), lines.size() - 1);
		} else {
			key.ifPresent(wanted -> table.select(cell.get().column(), lines.stream().map(keys).toList().indexOf(wanted)));
		}
	}

	/** Returns the lines that are shown. */
	@SuppressWarnings("unchecked")
	public List<T> lines() {
		return ((ListContent<T>) table.content()).lines();
	}

	private Optional<T> line(int row) {
		return row >= 0 && row < lines().size() ? Optional.of(lines().get(row)) : Optional.empty();
	}

	/** Returns the line that keys go to. */
	public Optional<T> selected() {
		return table.focus().flatMap(cell -> line(cell.row()));
	}

	/** Returns all selected lines. */
	public List<T> allSelected() {
		return table.selected().stream().map(Cell::row).distinct().map(this::line).flatMap(Optional::stream).toList();
	}

	/** Returns the keys of the lines that were opened or closed. */
	public Set<String> toggled() {
		return Set.copyOf(toggled);
	}

	/** Opens or closes a line. */
	public void toggle(int row) {
		line(row).map(keys).ifPresent(key -> {
			if (!toggled.remove(key)) {
				toggled.add(key);
			}
			onToggle.run();
		});
	}

	private void key(Event event) {
		Optional<Cell> cell = table.focus();
		if (cell.isEmpty() || table.editing().isOpen()) {
			return;
		}
		if (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) {
			selected().ifPresent(onOpen);
		} else if (event.character == '+' || event.character == '-') {
			CellLook.Expander wanted = event.character == '+' ? CellLook.Expander.CLOSED : CellLook.Expander.OPEN;
			if (table.content().look(0, cell.get().row()).expander() == wanted) {
				toggle(cell.get().row());
			}
		}
	}

	/** Tells when a line was opened or closed. */
	public void onToggle(Runnable listener) {
		onToggle = listener;
	}

	/** Tells of Enter or a double click on a line. */
	public void onOpen(Consumer<T> listener) {
		onOpen = listener;
	}
}
