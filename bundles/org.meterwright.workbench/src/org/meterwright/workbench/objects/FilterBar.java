// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.objects;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.meterwright.views.objects.ObjectFilter;
import org.meterwright.views.objects.ObjectFilter.Findings;
import org.meterwright.views.objects.ObjectModel;

/** Where a user says which objects are shown. */
final class FilterBar {
	private static final int FIELD = 220;
	private static final int LEAST_FIELD = 120;
	private static final int CHOICE = 145;
	private static final int LONG_CHOICE = 180;

	private final Text words;
	private final Combo classes;
	private final Combo areas;
	private final Combo associations;
	private final Combo findings;
	private final Label count;
	private final Runnable onChange;

	FilterBar(Composite parent, Runnable onChange) {
		this.onChange = onChange;
		Composite bar = new Composite(parent, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
		GridLayoutFactory.fillDefaults().numColumns(6).margins(4, 3).spacing(4, 0).applyTo(bar);
		words = new Text(bar, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
		words.setMessage("name, value, 1-0:x.8.0*255, finding");
		words.setToolTipText("Objects that have all these words in their name, class, logical name, meaning, values or findings.\nIn a logical name x is any number.");
		GridDataFactory.fillDefaults().grab(true, false).hint(FIELD, SWT.DEFAULT).minSize(LEAST_FIELD, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER).applyTo(words);
		words.addListener(SWT.Modify, event -> onChange.run());
		classes = combo(bar, CHOICE, "Only objects of this class");
		areas = combo(bar, CHOICE, "Only objects about this");
		associations = combo(bar, LONG_CHOICE, "Only objects that this association shows");
		findings = combo(bar, CHOICE, "Only objects with such findings");
		count = new Label(bar, SWT.NONE);
		GridDataFactory.swtDefaults().align(SWT.END, SWT.CENTER).hint(90, SWT.DEFAULT).applyTo(count);
		offer(ObjectModel.EMPTY);
		findings.setItems(Arrays.stream(Findings.values()).map(Findings::words).toArray(String[]::new));
		findings.select(0);
	}

	private Combo combo(Composite bar, int width, String hint) {
		Combo combo = new Combo(bar, SWT.READ_ONLY | SWT.DROP_DOWN);
		combo.setToolTipText(hint);
		GridDataFactory.swtDefaults().hint(width, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER).applyTo(combo);
		combo.addListener(SWT.Selection, event -> onChange.run());
		return combo;
	}

	/** Offers what a model has; what was chosen stays chosen where it is still there. */
	void offer(ObjectModel model) {
		offer(classes, "all classes", model.classes());
		offer(areas, "all areas", model.areas());
		offer(associations, "any association", model.associations());
	}

	private static void offer(Combo combo, String all, List<String> names) {
		List<String> items = new ArrayList<>(List.of(all));
		items.addAll(names);
		if (!Arrays.asList(combo.getItems()).equals(items)) {
			String before = combo.getText();
			combo.setItems(items.toArray(String[]::new));
			combo.select(Math.max(0, items.indexOf(before)));
		}
	}

	ObjectFilter filter() {
		return new ObjectFilter(words.getText(), chosen(classes), chosen(areas), chosen(associations), Findings.values()[Math.max(0, findings.getSelectionIndex())]);
	}

	private static String chosen(Combo combo) {
		return combo.getSelectionIndex() <= 0 ? "" : combo.getText();
	}

	void count(int shown, int all) {
		count.setText(shown == all ? "%d objects".formatted(all) : "%d of %d".formatted(shown, all));
	}

	void focus() {
		words.setFocus();
		words.selectAll();
	}

	Text words() {
		return words;
	}
}
