// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.virtual;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.meterwright.views.virtual.MemberRow;
import org.meterwright.views.virtual.MessageRow;
import org.meterwright.views.virtual.PlayRow;
import org.meterwright.views.virtual.Reading;
import org.meterwright.views.virtual.TimeLine;

/** Finds the parts of the virtual meter's view for tests. */
public final class VirtualMeterDriver {
	private final VirtualMeterView view;

	public VirtualMeterDriver(VirtualMeterView view) {
		this.view = view;
	}

	public VirtualMeterView view() {
		return view;
	}

	public Button start() {
		return view.bar().start();
	}

	public boolean isRunning() {
		return view.bench().running().isPresent();
	}

	public String state() {
		return view.bar().state();
	}

	/** Presses the button of a text in the bar. */
	public void press(String text) {
		for (Control control : view.bar().start().getParent().getChildren()) {
			if (control instanceof Button button && button.getText().equals(text)) {
				button.notifyListeners(SWT.Selection, null);
			}
		}
	}

	public List<String> objects() {
		return view.client().table().lines().stream().map(MemberRow::label).toList();
	}

	public void chooseClient(int number) {
		view.client().client().select(number);
		view.client().client().notifyListeners(SWT.Selection, null);
	}

	/** Chooses the client of an association. */
	public void chooseClient(String name) {
		chooseClient(view.client().client().indexOf(name));
	}

	/** Filters the objects. */
	public void find(String words) {
		view.page(0);
		view.client().words().setText(words);
	}

	/** Reads what is selected. */
	public void read() {
		view.client().read();
	}

	/** Selects the value of an object, and gives the table the keys. */
	public void select(String object) {
		view.page(0);
		view.client().focus();
		view.client().table().table().select(1, objects().indexOf(object));
	}

	public String value(String object) {
		return view.client().table().lines().stream().filter(row -> row.label().equals(object)).findFirst().flatMap(row -> view.bench().running().flatMap(it -> it.reading(row)))
				.map(Reading::words).orElse("");
	}

	public boolean isEditing() {
		return view.client().table().table().editing().isOpen();
	}

	public List<String> messages() {
		return view.messages().table().lines().stream().map(MessageRow::label).map(label -> label.replaceFirst("^\\d+ {2}", "")).toList();
	}

	public void openMessage(String label) {
		view.messages().table().toggle(messages().lastIndexOf(label));
	}

	public void selectEvent(String name) {
		view.events().focus();
		view.events().table().table().select(0, view.events().table().lines().stream().map(EventsPage.Line::name).toList().indexOf(name));
	}

	public List<String> steps() {
		return view.scenarios().table().lines().stream().map(PlayRow::words).toList();
	}

	/** Returns how many scenarios have a result. */
	public long played() {
		return view.scenarios().table().lines().stream().filter(row -> row.depth() == 0 && (row.outcome() == PlayRow.Outcome.FINE || row.outcome() == PlayRow.Outcome.FAILED)).count();
	}

	public void openScenario(String title) {
		view.scenarios().table().toggle(steps().indexOf(title));
	}

	public void selectStep(String words) {
		view.scenarios().focus();
		view.scenarios().table().table().select(0, steps().indexOf(words));
	}

	/** Opens or closes an object of the client's list. */
	public void openObject(String object) {
		view.client().table().toggle(objects().indexOf(object));
	}

	public List<String> marks() {
		return view.timeLine().shown().marks().stream().map(TimeLine.Mark::words).toList();
	}

	/** Clicks on a mark of the time line. */
	public void clickMark(String words) {
		TimeLine.Mark mark = view.timeLine().shown().marks().stream().filter(each -> each.words().equals(words)).findFirst().orElseThrow();
		Rectangle place = view.timeLine().place(mark);
		Event event = new Event();
		event.x = place.x + place.width / 2;
		event.y = place.y + place.height / 2;
		event.button = 1;
		view.timeLine().canvas().notifyListeners(SWT.MouseDown, event);
	}

	/** Opens the text of the mark that was clicked on. */
	public void openMark() {
		view.timeLine().canvas().notifyListeners(SWT.MouseDoubleClick, new Event());
	}
}
