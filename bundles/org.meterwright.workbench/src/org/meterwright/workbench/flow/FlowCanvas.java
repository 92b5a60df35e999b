// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ScrollBar;
import org.meterwright.views.flow.FlowNode;
import org.meterwright.views.flow.LaidFlow;
import org.meterwright.views.flow.LaidFlow.Box;
import org.meterwright.workbench.table.TableColours;

/** Shows a drawing: scroll with the wheel or by dragging, zoom with Ctrl and the wheel or + and -, walk with the arrows. */
final class FlowCanvas extends Canvas {
	private static final double LEAST = 0.15;
	private static final double MOST = 2.5;
	private static final double STEP = 1.2;
	private static final int LINE = 40;

	private final List<Consumer<FlowNode>> onSelection = new ArrayList<>();
	private LaidFlow flow = LaidFlow.EMPTY;
	private double zoom = 1;
	private Optional<String> selected = Optional.empty();
	private Optional<Point> dragged = Optional.empty();

	FlowCanvas(Composite parent) {
		super(parent, SWT.DOUBLE_BUFFERED | SWT.H_SCROLL | SWT.V_SCROLL | SWT.NO_REDRAW_RESIZE);
		addListener(SWT.Paint, event -> new FlowPainter(event.gc, TableColours.of(this), zoom, selected).paint(flow, getHorizontalBar().getSelection(), getVerticalBar().getSelection(),
				getClientArea()));
		addListener(SWT.Resize, event -> bars());
		addListener(SWT.MouseDown, this::press);
		addListener(SWT.MouseMove, this::move);
		addListener(SWT.MouseUp, event -> dragged = Optional.empty());
		addListener(SWT.MouseVerticalWheel, this::wheel);
		addListener(SWT.KeyDown, this::key);
		getHorizontalBar().addListener(SWT.Selection, event -> redraw());
		getVerticalBar().addListener(SWT.Selection, event -> redraw());
	}

	void show(LaidFlow next) {
		flow = next;
		bars();
		redraw();
	}

	LaidFlow flow() {
		return flow;
	}

	/** Zooms so that all of the width is seen, and never larger than it is. */
	void fit() {
		Rectangle area = getClientArea();
		zoom = flow.width() == 0 ? 1 : Math.clamp(area.width / flow.width(), LEAST, 1);
		bars();
		redraw();
	}

	void zoomIn() {
		zoom(STEP);
	}

	void zoomOut() {
		zoom(1 / STEP);
	}

	private void zoom(double by) {
		double before = zoom;
		zoom = Math.clamp(zoom * by, LEAST, MOST);
		Rectangle area = getClientArea();
		double x = (getHorizontalBar().getSelection() + area.width / 2.0) / before * zoom - area.width / 2.0;
		double y = (getVerticalBar().getSelection() + area.height / 2.0) / before * zoom - area.height / 2.0;
		bars();
		getHorizontalBar().setSelection((int) x);
		getVerticalBar().setSelection((int) y);
		redraw();
	}

	double zoom() {
		return zoom;
	}

	private void bars() {
		Rectangle area = getClientArea();
		bar(getHorizontalBar(), flow.width() * zoom, area.width);
		bar(getVerticalBar(), flow.height() * zoom, area.height);
	}

	private static void bar(ScrollBar bar, double all, int seen) {
		bar.setVisible(all > seen);
		bar.setMaximum(Math.max(1, (int) Math.ceil(all)));
		bar.setThumb(Math.clamp(seen, 1, bar.getMaximum()));
		bar.setIncrement(LINE);
		bar.setPageIncrement(Math.max(LINE, seen - LINE));
		if (all <= seen) {
			bar.setSelection(0);
		}
	}

	private void press(Event event) {
		setFocus();
		Optional<Box> box = at(event.x, event.y);
		if (box.isEmpty()) {
			dragged = Optional.of(new Point(event.x, event.y));
		}
		box.ifPresent(it -> select(it.node().key(), true));
	}

	private Optional<Box> at(int x, int y) {
		double px = (x + getHorizontalBar().getSelection()) / zoom;
		double py = (y + getVerticalBar().getSelection()) / zoom;
		return flow.boxes().stream().filter(box -> box.covers(px, py)).findFirst();
	}

	private void move(Event event) {
		dragged.ifPresent(from -> {
			getHorizontalBar().setSelection(getHorizontalBar().getSelection() + from.x - event.x);
			getVerticalBar().setSelection(getVerticalBar().getSelection() + from.y - event.y);
			dragged = Optional.of(new Point(event.x, event.y));
			redraw();
		});
		String hint = at(event.x, event.y).map(box -> FlowWords.of(box.node())).orElse(null);
		if (!Objects.equals(hint, getToolTipText())) {
			setToolTipText(hint);
		}
	}

	private void wheel(Event event) {
		if ((event.stateMask & SWT.MOD1) != 0) {
			zoom(event.count > 0 ? STEP : 1 / STEP);
			event.doit = false;
		} else {
			ScrollBar bar = (event.stateMask & SWT.SHIFT) != 0 ? getHorizontalBar() : getVerticalBar();
			bar.setSelection(bar.getSelection() - event.count * LINE);
			redraw();
		}
	}

	private void key(Event event) {
		switch (event.keyCode) {
			case SWT.ARROW_RIGHT -> step(true);
			case SWT.ARROW_LEFT -> step(false);
			case SWT.ARROW_DOWN -> walk(1);
			case SWT.ARROW_UP -> walk(-1);
			case SWT.CR, SWT.KEYPAD_CR -> notifyListeners(SWT.DefaultSelection, new Event()); // a canvas does not tell by itself
			default -> {
				if (event.character == '+') {
					zoomIn();
				} else if (event.character == '-') {
					zoomOut();
				} else if (event.character == '0') {
					fit();
				}
			}
		}
	}

	/** Goes to what follows, or to what came before. */
	private void step(boolean forward) {
		flow.lines().stream().filter(line -> selected.equals(Optional.of(forward ? line.edge().from() : line.edge().to()))).findFirst()
				.ifPresentOrElse(line -> select(forward ? line.edge().to() : line.edge().from(), true), () -> walk(0));
	}

	/** Goes to the next box from top to bottom. */
	private void walk(int by) {
		List<Box> column = flow.boxes().stream().sorted((one, other) -> one.x() != other.x() ? Double.compare(one.x(), other.x()) : Double.compare(one.y(), other.y())).toList();
		if (!column.isEmpty()) {
			int now = column.stream().map(box -> Optional.of(box.node().key())).toList().indexOf(selected);
			select(column.get(Math.clamp(now + by, 0, column.size() - 1)).node().key(), true);
		}
	}

	/** Selects a node and brings it into view. */
	void select(String key, boolean tell) {
		Optional<Box> box = flow.boxes().stream().filter(it -> it.node().key().equals(key)).findFirst();
		selected = box.map(it -> it.node().key());
		box.ifPresent(this::bring);
		redraw();
		if (tell) {
			box.ifPresent(it -> onSelection.forEach(listener -> listener.accept(it.node())));
		}
	}

	private void bring(Box box) {
		Rectangle area = getClientArea();
		bring(getHorizontalBar(), box.x() * zoom, box.width() * zoom, area.width);
		bring(getVerticalBar(), box.y() * zoom, box.height() * zoom, area.height);
	}

	private static void bring(ScrollBar bar, double from, double length, int seen) {
		if (from < bar.getSelection() || from + length > bar.getSelection() + seen) {
			bar.setSelection((int) (from + length / 2 - seen / 2.0));
		}
	}

	Optional<FlowNode> selected() {
		return selected.flatMap(key -> flow.boxes().stream().map(Box::node).filter(node -> node.key().equals(key)).findFirst());
	}

	void onSelection(Consumer<FlowNode> listener) {
		onSelection.add(listener);
	}

	/** Returns where a node is seen. */
	Optional<Point> place(String key) {
		return flow.boxes().stream().filter(box -> box.node().key().equals(key)).findFirst().map(box -> new Point(
				(int) ((box.x() + box.width() / 2) * zoom) - getHorizontalBar().getSelection(), (int) ((box.y() + box.height() / 2) * zoom) - getVerticalBar().getSelection()));
	}
}
