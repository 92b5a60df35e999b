// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.virtual;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.meterwright.cosem.Association;
import org.meterwright.cosem.Meter;
import org.meterwright.scenario.RefusedException;
import org.meterwright.views.virtual.MemberRow;
import org.meterwright.views.virtual.Reading;
import org.meterwright.views.virtual.VirtualMeter;
import org.meterwright.workbench.table.BigTable.Cell;
import org.meterwright.workbench.table.CellLook;
import org.meterwright.workbench.table.CellLook.Align;
import org.meterwright.workbench.table.CellLook.Expander;
import org.meterwright.workbench.table.ListContent.Head;
import org.meterwright.workbench.table.ListTable;
import org.meterwright.workbench.text.Icons;
import org.meterwright.workbench.view.Latest;

/** What a client sees of the meter: choose who it is, read, write and call, and see values in words. What the firmware does, its own line of the choice does. */
final class ClientPage {
	private static final String NOBODY = "firmware";

	/** What is to be listed. */
	private record Wish(Meter meter, Optional<Association> association, String words, Set<String> toggled) {
	}

	private static final int CLIENT = 140;
	private static final String DISCONNECT = "Disconnect";

	private final VirtualMeterView view;
	private final Combo client;
	private final Button connect;
	private final Text words;
	private final ListTable<MemberRow> table;
	private final Latest<Wish, List<MemberRow>> rows;
	private List<Association> associations = List.of();
	private Optional<Meter> meter = Optional.empty();

	ClientPage(VirtualMeterView view, CTabFolder tabs) {
		this.view = view;
		Composite page = Page.of(tabs, "Client");
		Composite bar = Page.bar(page, 6);
		client = new Combo(bar, SWT.READ_ONLY | SWT.DROP_DOWN);
		client.setToolTipText("Who reads, writes and calls: the client of an association, or the firmware itself");
		GridDataFactory.swtDefaults().hint(CLIENT, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER).applyTo(client);
		client.addListener(SWT.Selection, event -> fill());
		connect = Page.button(bar, "Connect", "Open the association with its mechanism and keys, or close it", this::connect);
		GridDataFactory.swtDefaults().hint(widthOf(connect, DISCONNECT), SWT.DEFAULT).applyTo(connect);
		words = Page.filter(bar, "name, class, logical name", this::fill, this::focus);
		Page.button(bar, "Read", "Read the selected lines; of an object all that the client may read (Enter)", this::read);
		Page.button(bar, "Write", "Write the selected attribute as the client, or set it as the firmware (F2)", this::edit);
		Page.button(bar, "Call", "Call the selected method as the client (Enter)", this::edit);
		table = new ListTable<>(page, heads(), MemberRow::key);
		Page.fill(table.table().area());
		table.onToggle(this::fill);
		table.onOpen(this::open);
		table.table().decorate(control -> control.addListener(SWT.KeyDown, this::key));
		rows = new Latest<>("List what a client sees", page.getDisplay(), wish -> MemberRow.of(wish.meter(), wish.association(), wish.words(), wish.toggled()), this::show);
	}

	private List<Head<MemberRow>> heads() {
		return List.of(new Head<>("Object", 220, MemberRow::label, ClientPage::name), new Head<>("Value", 330, row -> reading(row).map(Reading::words).orElse(""), this::value),
				Head.quiet("Class, logical name, rights", 210, ClientPage::facts), Head.quiet("Read by", 230, row -> reading(row).map(it -> "%s at %s".formatted(it.by(), it.time())).orElse("")));
	}

	private static CellLook name(MemberRow row) {
		boolean object = row.isObject();
		return new CellLook(object ? 0 : 1, !object ? Expander.NONE : row.open() ? Expander.OPEN : Expander.CLOSED, Icons.get(object ? "object" : row.method().isPresent() ? "method" : "attribute"), null, false, false, Align.LEFT);
	}

	private static String facts(MemberRow row) {
		return !row.isObject() ? row.rights() : "%s %s".formatted(row.object().getInterfaceClass().getName(), row.object().getLogicalName());
	}

	private Optional<Reading> reading(MemberRow row) {
		return row.method().isPresent() ? Optional.empty() : view.bench().running().flatMap(it -> it.reading(row));
	}

	private CellLook value(MemberRow row) {
		return reading(row).filter(Reading::refused).isPresent() ? new CellLook(0, Expander.NONE, null, table.table().colours().choose(0xF7CDAE, 0x6B3A18), false, false, Align.LEFT) : CellLook.PLAIN;
	}

	/** Offers the associations of a meter. */
	void offer(Meter shown) {
		meter = Optional.of(shown);
		associations = shown.getDevices().stream().flatMap(device -> device.getAssociations().stream()).toList();
		List<String> names = new ArrayList<>(List.of(NOBODY));
		associations.forEach(association -> names.add(String.valueOf(association.getName())));
		if (!Arrays.asList(client.getItems()).equals(names)) {
			String before = client.getText();
			client.setItems(names.toArray(String[]::new));
			client.select(Math.max(0, names.indexOf(before)));
		}
		fill();
	}

	/** The association of the meter that runs, which may be that of an older text. */
	private Optional<Association> chosen() {
		int at = client.getSelectionIndex() - 1;
		return at < 0 || at >= associations.size() ? Optional.empty() : Optional.of(associations.get(at));
	}

	private void fill() {
		meter.ifPresent(it -> rows.wish(new Wish(it, chosen(), words.getText(), table.toggled())));
	}

	private void show(List<MemberRow> lines) {
		if (!client.isDisposed()) {
			table.show(lines);
		}
	}

	/** Shows what has changed. */
	void refresh() {
		connect.setEnabled(view.bench().running().isPresent());
		connect.setText(view.bench().running().flatMap(VirtualMeter::connected).isPresent() ? DISCONNECT : "Connect");
		table.table().repaint();
	}

	/** Returns the width of a button with another text than now. */
	private static int widthOf(Button button, String text) {
		String now = button.getText();
		button.setText(text);
		int width = button.computeSize(SWT.DEFAULT, SWT.DEFAULT).x;
		button.setText(now);
		return width;
	}

	private void connect() {
		Optional<Association> wanted = chosen();
		boolean open = view.bench().running().flatMap(VirtualMeter::connected).isPresent();
		if (!open && wanted.isEmpty()) {
			view.say("Choose the association whose client you want to be.");
			return;
		}
		view.work(open ? "Close the association" : "Open the association", (running, monitor) -> {
			if (open) {
				running.disconnect();
				return "The association is closed.";
			}
			running.connect(wanted.get());
			return "%s is connected.".formatted(wanted.get().getName());
		});
	}

	private void open(MemberRow row) {
		if (row.method().isPresent()) {
			edit(row);
		} else {
			read();
		}
	}

	/** Connects the client that is chosen, unless it is connected. */
	private static void become(VirtualMeter running, Optional<Association> wanted) throws IOException, RefusedException {
		if (!running.connected().equals(wanted)) {
			running.disconnect();
			if (wanted.isPresent()) {
				running.connect(wanted.get());
			}
		}
	}

	/** Reads the selected lines; connects first where a client is chosen. */
	void read() {
		List<MemberRow> lines = table.allSelected();
		Optional<Association> wanted = chosen();
		view.work("Read", (running, monitor) -> {
			become(running, wanted);
			running.read(lines, monitor::isCanceled);
			return lines.isEmpty() ? "Select what to read." : lines.size() == 1 ? running.reading(lines.getFirst()).map(it -> "%s: %s".formatted(lines.getFirst().label(), it.words())).orElse("Read.")
					: "%d lines read.".formatted(lines.size());
		});
	}

	private void key(Event event) {
		if (event.keyCode == SWT.F2 && !table.table().editing().isOpen()) {
			table.selected().ifPresent(this::edit);
		}
	}

	private void edit() {
		table.selected().ifPresent(this::edit);
	}

	/** Opens a field with the value that is there, or with the least that a method takes. */
	private void edit(MemberRow row) {
		String does = chosen().isPresent() ? "writes" : "sets";
		view.work("Ask for %s".formatted(row.label()), (running, monitor) -> {
			String now = row.method().isPresent() ? VirtualMeter.typed(row.method().get()) : running.typed(row);
			view.later(() -> table.table().focus().ifPresent(cell -> table.table().editing().begin(new Cell(1, cell.row()), now, text -> set(row, text))));
			return row.method().isPresent() ? "Type the parameter of %s; Enter calls it.".formatted(row.label())
					: "Type the value of %s: a number with its unit if you like, true, a name, \"text\", a date. Enter %s it.".formatted(row.label(), does);
		});
	}

	/** Gives an attribute a value, or calls a method, as who is chosen. */
	void set(MemberRow row, String text) {
		Optional<Association> wanted = chosen();
		if (row.method().isPresent()) {
			call(row, text, wanted);
			return;
		}
		view.work("%s %s".formatted(wanted.isPresent() ? "Write" : "Set", row.label()), (running, monitor) -> {
			if (wanted.isPresent()) {
				become(running, wanted);
				running.write(row, text);
			} else {
				running.set(row, text);
			}
			return "%s is %s.".formatted(row.label(), running.reading(row).filter(it -> !it.refused()).map(Reading::words).orElse(text));
		});
	}

	private void call(MemberRow row, String text, Optional<Association> wanted) {
		if (wanted.isEmpty()) {
			view.say("A client calls methods: choose the association whose client you want to be.");
			return;
		}
		view.work("Call %s".formatted(row.label()), (running, monitor) -> {
			become(running, wanted);
			running.call(row, text);
			return "%s.%s was called.".formatted(row.object().getName(), row.label());
		});
	}

	ListTable<MemberRow> table() {
		return table;
	}

	Combo client() {
		return client;
	}

	Text words() {
		return words;
	}

	void focus() {
		table.table().control().setFocus();
	}
}
