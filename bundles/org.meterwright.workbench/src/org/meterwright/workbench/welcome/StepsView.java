// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.welcome;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.part.ViewPart;
import org.meterwright.workbench.Preferences;
import org.meterwright.workbench.text.WindowThread;

/** The first fifteen minutes, step by step; what is done is ticked and stays so. */
public final class StepsView extends ViewPart {
	/** Id of the view. */
	public static final String ID = "org.meterwright.workbench.steps";

	private final List<Step> steps = Step.all();
	private final Set<Integer> done = Arrays.stream(Preferences.get().getString(Preferences.STEPS).split(",")).filter(text -> text.matches("\\d+")).map(Integer::valueOf)
			.collect(Collectors.toCollection(TreeSet::new));
	private ScrolledComposite scroll;
	/** Width that the lines were broken for. */
	private int width;

	@Override
	public void createPartControl(Composite parent) {
		scroll = new ScrolledComposite(parent, SWT.V_SCROLL);
		scroll.setExpandHorizontal(true);
		scroll.setExpandVertical(true);
		Composite page = new Composite(scroll, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(10, 8).spacing(0, 3).applyTo(page);
		for (int i = 0; i < steps.size(); i++) {
			step(page, i);
		}
		scroll.setContent(page);
		scroll.addListener(SWT.Resize, event -> arrangeSoon(page));
	}

	/** Breaks the lines anew, which takes a while: once for all changes of the size that come together, and only for another width. */
	private void arrangeSoon(Composite page) {
		int wanted = Math.max(1, scroll.getClientArea().width);
		if (wanted != width) {
			width = wanted;
			WindowThread.later(scroll.getDisplay(), () -> {
				if (!scroll.isDisposed() && wanted == width) {
					scroll.setMinSize(page.computeSize(wanted, SWT.DEFAULT));
				}
			});
		}
	}

	private void step(Composite page, int number) {
		Step step = steps.get(number);
		Button tick = new Button(page, SWT.CHECK);
		tick.setText("%d  %s".formatted(number + 1, step.title()));
		tick.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
		tick.setSelection(done.contains(number));
		tick.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> mark(number, tick.getSelection())));
		GridDataFactory.fillDefaults().indent(0, 6).applyTo(tick);
		Label text = new Label(page, SWT.WRAP);
		text.setText(step.text());
		GridDataFactory.fillDefaults().grab(true, false).indent(24, 0).hint(100, SWT.DEFAULT).applyTo(text);
		Button go = new Button(page, SWT.PUSH);
		go.setText(step.label());
		go.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
			tick.setSelection(true);
			mark(number, true);
			step.way().go(getSite().getWorkbenchWindow());
		}));
		GridDataFactory.swtDefaults().indent(24, 0).applyTo(go);
	}

	private void mark(int number, boolean isDone) {
		if (isDone) {
			done.add(number);
		} else {
			done.remove(number);
		}
		Preferences.get().setValue(Preferences.STEPS, done.stream().map(String::valueOf).collect(Collectors.joining(",")));
	}

	@Override
	public void setFocus() {
		scroll.setFocus();
	}
}
