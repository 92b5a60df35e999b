// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.virtual;

import java.util.List;
import java.util.Set;

import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Composite;
import org.meterwright.views.virtual.MessageRow;
import org.meterwright.views.virtual.TrafficLine;
import org.meterwright.workbench.table.CellLook;
import org.meterwright.workbench.table.CellLook.Align;
import org.meterwright.workbench.table.CellLook.Expander;
import org.meterwright.workbench.table.ListContent.Head;
import org.meterwright.workbench.table.ListTable;
import org.meterwright.workbench.view.Latest;

/** The messages between clients and the meter, layer by layer. */
final class MessagesPage {

	private record Wish(List<TrafficLine> traffic, Set<String> toggled) {
	}

	private final VirtualMeterView view;
	private final ListTable<MessageRow> table;
	private final Latest<Wish, List<MessageRow>> rows;
	private List<TrafficLine> shown = List.of();

	MessagesPage(VirtualMeterView view, CTabFolder tabs) {
		this.view = view;
		Composite page = Page.of(tabs, "Messages");
		table = new ListTable<>(page, List.of(new Head<>("Message, layer, field", 290, MessageRow::label, MessagesPage::name), Head.plain("Says", 400, MessageRow::value),
				Head.quiet("From", 110, MessageRow::from), Head.quiet("Time", 80, MessageRow::time), Head.quiet("Octets", 600, MessageRow::octets)), MessageRow::key);
		Page.fill(table.table().area());
		table.onToggle(this::fill);
		table.onOpen(row -> table.toggle(table.lines().indexOf(row)));
		table.table().onSelection(() -> table.selected().ifPresent(row -> view.say(row.octets().isEmpty() ? "%s: %s".formatted(row.label(), row.value()) : row.octets())));
		rows = new Latest<>("Take messages apart", page.getDisplay(), wish -> MessageRow.of(wish.traffic(), wish.toggled()), this::show);
	}

	private static CellLook name(MessageRow row) {
		return new CellLook(row.depth(), !row.openable() ? Expander.NONE : row.open() ? Expander.OPEN : Expander.CLOSED, null, null, false, row.depth() == 0, Align.LEFT);
	}

	/** Shows what has come in. */
	void refresh() {
		List<TrafficLine> now = view.bench().running().map(it -> it.traffic()).orElse(shown);
		if (!now.equals(shown)) {
			shown = now;
			fill();
		}
	}

	private void fill() {
		rows.wish(new Wish(shown, table.toggled()));
	}

	private void show(List<MessageRow> lines) {
		if (!table.table().control().isDisposed()) {
			table.show(lines);
		}
	}

	/** Copies the octets of the selected lines. */
	void copy() {
		String text = String.join("\n", table.allSelected().stream().map(row -> row.octets().isEmpty() ? "%s: %s".formatted(row.label(), row.value()) : row.octets()).toList());
		if (!text.isEmpty()) {
			Clipboard clipboard = new Clipboard(table.table().control().getDisplay());
			clipboard.setContents(new Object[] { text }, new Transfer[] { TextTransfer.getInstance() });
			clipboard.dispose();
		}
	}

	ListTable<MessageRow> table() {
		return table;
	}
}
