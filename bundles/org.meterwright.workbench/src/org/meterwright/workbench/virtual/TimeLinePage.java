// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.virtual;

import java.util.Objects;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ScrollBar;
import org.meterwright.scenario.ScenarioResult;
import org.meterwright.views.virtual.TimeLine;
import org.meterwright.views.virtual.TimeLine.Mark;
import org.meterwright.workbench.table.TableColours;

/** A scenario's run drawn along time. A click shows the step in the text, Enter or a double click goes there, the arrows walk. */
final class TimeLinePage {
	private static final int LINE = 22;

	private final VirtualMeterView view;
	private final Canvas canvas;
	private TimeLine shown = TimeLine.EMPTY;
	private Optional<ScenarioResult> result = Optional.empty();
	private int selected = -1;

	TimeLinePage(VirtualMeterView view, CTabFolder tabs) {
		this.view = view;
		Composite page = Page.of(tabs, "Time line");
		canvas = new Canvas(page, SWT.DOUBLE_BUFFERED | SWT.V_SCROLL | SWT.NO_REDRAW_RESIZE);
		Page.fill(canvas);
		canvas.addListener(SWT.Paint, event -> painter(event).paint());
		canvas.addListener(SWT.Resize, event -> bar());
		canvas.addListener(SWT.MouseDown, this::press);
		canvas.addListener(SWT.MouseDoubleClick, event -> open());
		canvas.addListener(SWT.MouseMove, this::hint);
		canvas.addListener(SWT.KeyDown, this::key);
		canvas.addListener(SWT.FocusIn, event -> canvas.redraw());
		canvas.getVerticalBar().addListener(SWT.Selection, event -> canvas.redraw());
	}

	private TimeLinePainter painter(Event event) {
		return new TimeLinePainter(event.gc, TableColours.of(canvas), shown, new TimeLineLanes(canvas.getClientArea()), canvas.getVerticalBar().getSelection(), selected);
	}

	/** Shows the run of a scenario. */
	void show(Optional<ScenarioResult> next) {
		if (!next.equals(result) && !canvas.isDisposed()) {
			boolean other = !next.map(it -> it.scenario().title()).equals(result.map(it -> it.scenario().title()));
			result = next;
			shown = next.map(TimeLine::of).orElse(TimeLine.EMPTY);
			selected = other ? -1 : Math.min(selected, shown.marks().size() - 1);
			bar();
			canvas.redraw();
		}
	}

	private void bar() {
		ScrollBar bar = canvas.getVerticalBar();
		int seen = Math.max(1, canvas.getClientArea().height - TimeLineLanes.HEAD);
		bar.setVisible(shown.height() > seen);
		bar.setMaximum(Math.max(seen, shown.height()));
		bar.setThumb(seen);
		bar.setIncrement(LINE);
		bar.setPageIncrement(seen);
	}

	private int at(int x, int y) {
		TimeLineLanes lanes = new TimeLineLanes(canvas.getClientArea());
		int top = y - TimeLineLanes.HEAD + canvas.getVerticalBar().getSelection();
		for (int i = 0; i < shown.marks().size() && y > TimeLineLanes.HEAD; i++) {
			if (lanes.place(shown.marks().get(i)).contains(x, top)) {
				return i;
			}
		}
		return -1;
	}

	private void press(Event event) {
		canvas.setFocus();
		select(at(event.x, event.y));
	}

	/** Selects a mark, says what it is and shows its step in the text. */
	private void select(int number) {
		selected = number;
		canvas.redraw();
		mark().ifPresent(mark -> {
			bring(lanes().place(mark));
			view.say(words(mark));
			view.revealStep(mark.row());
		});
	}

	private TimeLineLanes lanes() {
		return new TimeLineLanes(canvas.getClientArea());
	}

	private void bring(Rectangle place) {
		ScrollBar bar = canvas.getVerticalBar();
		if (place.y < bar.getSelection() || place.y + place.height > bar.getSelection() + bar.getThumb()) {
			bar.setSelection(place.y - bar.getThumb() / 2);
		}
	}

	private Optional<Mark> mark() {
		return selected < 0 || selected >= shown.marks().size() ? Optional.empty() : Optional.of(shown.marks().get(selected));
	}

	private static String words(Mark mark) {
		return "%s  %s%s".formatted(mark.time(), mark.words(), mark.row().why().isEmpty() ? "" : ": %s".formatted(mark.row().why()));
	}

	private void open() {
		mark().ifPresent(mark -> view.openStep(mark.row()));
	}

	private void hint(Event event) {
		int number = at(event.x, event.y);
		String hint = number < 0 ? null : words(shown.marks().get(number)).replace("&", "&&");
		if (!Objects.equals(hint, canvas.getToolTipText())) {
			canvas.setToolTipText(hint);
		}
	}

	private void key(Event event) {
		int last = shown.marks().size() - 1;
		switch (event.keyCode) {
			case SWT.ARROW_DOWN, SWT.ARROW_RIGHT -> select(Math.min(last, selected + 1));
			case SWT.ARROW_UP, SWT.ARROW_LEFT -> select(Math.clamp(selected - 1, -1, Math.max(-1, last)));
			case SWT.HOME -> select(Math.min(0, last));
			case SWT.END -> select(last);
			case SWT.CR, SWT.KEYPAD_CR -> open();
			default -> {
				// other keys have no meaning here
			}
		}
	}

	TimeLine shown() {
		return shown;
	}

	Canvas canvas() {
		return canvas;
	}

	/** Returns where a mark is seen. */
	Rectangle place(Mark mark) {
		Rectangle place = lanes().place(mark);
		return new Rectangle(place.x, place.y + TimeLineLanes.HEAD - canvas.getVerticalBar().getSelection(), place.width, place.height);
	}
}
