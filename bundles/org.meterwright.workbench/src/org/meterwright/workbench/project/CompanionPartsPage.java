// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.project;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.meterwright.views.starter.CompanionOffer;
import org.meterwright.views.starter.CompanionPlan;
import org.meterwright.views.starter.Part;
import org.meterwright.workbench.view.Latest;

/** Asks what a meter has beside what its companion requires: associations, profiles, and what the companion allows. */
final class CompanionPartsPage extends WizardPage {
	private static final int WIDTH = 660;
	private static final int LIST_HEIGHT = 150;
	private static final int NAME_WIDTH = 230;
	private static final List<Integer> MINUTES = List.of(5, 10, 15, 30, 60);
	private static final int USUAL = 2;

	private final Supplier<CompanionPlan> plan;
	private final Function<CompanionPlan, CompanionOffer> offers;
	private final Map<Part, Button> boxes = new EnumMap<>(Part.class);
	private Latest<CompanionPlan, CompanionOffer> latest;
	private CompanionPlan shown;
	private Label required;
	private Group clients;
	private Group profiles;
	private Combo period;
	private Table optional;

	/**
	 * Makes the page.
	 *
	 * @param plan   what was chosen on the pages before
	 * @param offers finds what may be chosen here; asked in the background
	 */
	CompanionPartsPage(Supplier<CompanionPlan> plan, Function<CompanionPlan, CompanionOffer> offers) {
		super("parts", "Associations and profiles", null);
		this.plan = plan;
		this.offers = offers;
		setDescription("What the companion requires is there in any case. What it settles is not asked again.");
	}

	@Override
	public void createControl(Composite parent) {
		Composite area = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(12, 12).spacing(0, 8).applyTo(area);
		required = new Label(area, SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(required);
		clients = group(area, "Associations");
		profiles = group(area, "Profiles and measurements");
		new Label(area, SWT.NONE).setText("The companion &also allows:");
		optional = new Table(area, SWT.BORDER | SWT.CHECK | SWT.FULL_SELECTION | SWT.V_SCROLL);
		GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, LIST_HEIGHT).applyTo(optional);
		new TableColumn(optional, SWT.NONE).setWidth(NAME_WIDTH);
		new TableColumn(optional, SWT.NONE).setWidth(WIDTH - NAME_WIDTH);
		latest = new Latest<>("Read a companion", parent.getDisplay(), offers, this::show);
		setControl(area);
	}

	private static Group group(Composite area, String title) {
		Group group = new Group(area, SWT.NONE);
		group.setText(title);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(10, 8).spacing(12, 3).applyTo(group);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(group);
		return group;
	}

	@Override
	public void setVisible(boolean visible) {
		super.setVisible(visible);
		CompanionPlan now = plan.get();
		if (visible && !now.equals(shown)) {
			shown = now;
			required.setText("Reading what %s asks for...".formatted(now.companion().name()));
			setPageComplete(false);
			latest.wish(now);
		}
	}

	private void show(CompanionOffer offer) {
		if (getControl().isDisposed()) {
			return;
		}
		required.setText("%s requires %d objects and families.".formatted(shown.companion().name(), offer.required()));
		boxes.clear();
		Stream.of(clients, profiles).flatMap(group -> Stream.of(group.getChildren())).forEach(Control::dispose);
		offer.clients().forEach(each -> given(clients, each));
		Stream.of(Part.READER, Part.HEAD_END).filter(offer.parts()::contains).forEach(part -> box(clients, part));
		given(profiles, offer.profiles());
		Stream.of(Part.LOAD_PROFILE, Part.DAILY_PROFILE, Part.BILLING, Part.QUALITY).filter(offer.parts()::contains).forEach(part -> box(profiles, part));
		period(offer.parts().contains(Part.LOAD_PROFILE));
		optional.removeAll();
		offer.optional().forEach(this::item);
		optional.setEnabled(!offer.optional().isEmpty());
		((Composite) getControl()).layout(true, true);
		setPageComplete(true);
	}

	/** Shows an association that comes with the companion: ticked, and not to be changed. */
	private static void given(Composite group, String words) {
		Button box = new Button(group, SWT.CHECK);
		box.setText(words);
		box.setSelection(true);
		box.setEnabled(false);
		GridDataFactory.swtDefaults().span(2, 1).applyTo(box);
	}

	private static void given(Composite group, List<String> names) {
		Label label = new Label(group, SWT.WRAP);
		label.setText(names.isEmpty() ? "The companion brings none." : "With the companion: %s".formatted(String.join(", ", names)));
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(label);
	}

	private void box(Composite group, Part part) {
		Button box = new Button(group, SWT.CHECK);
		box.setText("%s: %s".formatted(part.label(), part == Part.LOAD_PROFILE ? "energy for a month, each" : part.description()));
		box.setSelection(part != Part.READER);
		GridDataFactory.swtDefaults().span(part == Part.LOAD_PROFILE ? 1 : 2, 1).applyTo(box);
		boxes.put(part, box);
		if (part == Part.LOAD_PROFILE) {
			period = new Combo(group, SWT.READ_ONLY);
			MINUTES.forEach(minutes -> period.add("%d minutes".formatted(minutes)));
			period.select(USUAL);
		}
	}

	private void period(boolean there) {
		if (!there) {
			period = null;
		}
	}

	private void item(CompanionOffer.Choice choice) {
		TableItem item = new TableItem(optional, SWT.NONE);
		item.setText(new String[] { choice.name(), choice.about() });
	}

	/** Returns what is ticked; of a page that nobody has looked at, what is proposed. */
	Set<Part> parts() {
		Set<Part> parts = EnumSet.noneOf(Part.class);
		if (boxes.isEmpty() && shown == null) {
			parts.addAll(EnumSet.complementOf(EnumSet.of(Part.READER)));
		}
		boxes.forEach((part, box) -> {
			if (box.getSelection()) {
				parts.add(part);
			}
		});
		return parts;
	}

	Set<String> optional() {
		Set<String> names = new HashSet<>();
		for (TableItem item : optional == null ? new TableItem[0] : optional.getItems()) {
			if (item.getChecked()) {
				names.add(item.getText());
			}
		}
		return names;
	}

	int minutes() {
		return MINUTES.get(period == null ? USUAL : period.getSelectionIndex());
	}

	@Override
	public void dispose() {
		if (latest != null) {
			latest.cancel();
		}
		super.dispose();
	}
}
