// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.virtual;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.meterwright.cosem.Event;
import org.meterwright.cosem.Meter;
import org.meterwright.views.virtual.VirtualMeter;
import org.meterwright.workbench.table.ListContent.Head;
import org.meterwright.workbench.table.ListTable;

/** The events that the firmware can notice; Enter raises one. */
final class EventsPage {

	/** A line: an event with what it must lead to. */
	record Line(Event event, String alerts) {
		String name() {
			return String.valueOf(event.getName());
		}

		String code() {
			return event.getCode() < 0 ? "" : Integer.toString(event.getCode());
		}

		String text() {
			return Objects.requireNonNullElse(event.getText(), "");
		}

		boolean has(String words) {
			return "%s %s %s %s".formatted(name(), code(), text(), alerts).toLowerCase(Locale.ROOT).contains(words);
		}
	}

	private final VirtualMeterView view;
	private final Text words;
	private final ListTable<Line> table;
	private List<Line> all = List.of();

	EventsPage(VirtualMeterView view, CTabFolder tabs) {
		this.view = view;
		Composite page = Page.of(tabs, "Events");
		Composite bar = Page.bar(page, 2);
		words = Page.filter(bar, "event, code, Alert", this::fill, this::focus);
		Page.button(bar, "Raise", "Let the firmware notice the selected event (Enter)", () -> selected().ifPresent(this::raise));
		table = new ListTable<>(page, List.of(Head.plain("Event", 260, Line::name), Head.plain("Code", 60, Line::code), Head.plain("Alert", 240, Line::alerts), Head.quiet("Meaning", 380, Line::text)),
				Line::name);
		Page.fill(table.table().area());
		table.onOpen(this::raise);
	}

	void offer(Meter meter) {
		all = meter.getEvents().stream().map(event -> new Line(event, VirtualMeter.alerts(meter, event).stream().map(alert -> alert.getName()).collect(Collectors.joining(", ")))).toList();
		fill();
	}

	private void fill() {
		String wanted = words.getText().toLowerCase(Locale.ROOT).strip();
		table.show(all.stream().filter(line -> line.has(wanted)).toList());
	}

	private Optional<Line> selected() {
		return table.selected();
	}

	private void raise(Line line) {
		view.work("Raise %s".formatted(line.name()), (running, monitor) -> {
			int before = running.happenings().size();
			running.raise(line.event());
			int more = running.happenings().size() - before;
			return "%s was noticed at %s; %s.".formatted(line.name(), running.now(), more == 0 ? "the meter did nothing that can be seen" : "what followed is on the right");
		});
	}

	ListTable<Line> table() {
		return table;
	}

	Text words() {
		return words;
	}

	void focus() {
		table.table().control().setFocus();
	}
}
