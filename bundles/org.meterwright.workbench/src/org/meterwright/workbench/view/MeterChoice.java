// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.view;

import java.util.List;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ControlContribution;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** Chooses among the meters and variants of a project. */
final class MeterChoice extends ControlContribution {
	private static final int WIDTH = 130;
	private final Runnable onChoice;
	private List<String> offered = List.of();
	private String chosen = "";
	private Combo combo;

	MeterChoice(Runnable onChoice) {
		super("org.meterwright.workbench.view.meter");
		this.onChoice = onChoice;
	}

	@Override
	protected Control createControl(Composite parent) {
		Composite area = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().applyTo(area);
		combo = new Combo(area, SWT.READ_ONLY | SWT.DROP_DOWN);
		combo.setToolTipText("The meter or variant that is shown");
		GridDataFactory.swtDefaults().align(SWT.FILL, SWT.CENTER).hint(WIDTH, SWT.DEFAULT).applyTo(combo);
		combo.addListener(SWT.Selection, event -> choose(combo.getText()));
		fill();
		return area;
	}

	void offer(List<String> meters) {
		if (meters.isEmpty() || meters.equals(offered)) {
			return;
		}
		offered = List.copyOf(meters);
		if (!offered.contains(chosen)) {
			chosen = offered.isEmpty() ? "" : offered.getFirst();
		}
		fill();
	}

	private void fill() {
		if (combo != null && !combo.isDisposed()) {
			combo.setItems(offered.toArray(String[]::new));
			combo.select(offered.indexOf(chosen));
			combo.setEnabled(offered.size() > 1);
		}
	}

	void choose(String meter) {
		chosen = meter;
		fill();
		onChoice.run();
	}

	/** Makes a menu that offers the same. */
	MenuManager menu() {
		MenuManager menu = new MenuManager("Meter or Variant", "org.meterwright.workbench.view.meters");
		menu.setRemoveAllWhenShown(true);
		menu.addMenuListener(shown -> offered.forEach(meter -> shown.add(entry(meter))));
		return menu;
	}

	private Action entry(String meter) {
		Action entry = new Action(meter, IAction.AS_RADIO_BUTTON) {
			@Override
			public void run() {
				if (isChecked()) {
					choose(meter);
				}
			}
		};
		entry.setChecked(meter.equals(chosen));
		return entry;
	}

	List<String> offered() {
		return offered;
	}

	String chosen() {
		return chosen;
	}
}
