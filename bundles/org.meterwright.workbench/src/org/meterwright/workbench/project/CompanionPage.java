// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.project;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.meterwright.views.starter.Companion;
import org.meterwright.views.starter.MeterPlan;
import org.meterwright.views.starter.Wiring;
import org.meterwright.workbench.text.Icons;

/** Asks which companion the meter conforms to, and which of its variants it is. Only what the companion knows is offered. */
final class CompanionPage extends WizardPage {
	private static final int NAME_WIDTH = 150;
	private static final int ABOUT_WIDTH = 520;
	private static final int LIST_HEIGHT = 230;
	private static final int TEXT_WIDTH = 660;

	private final List<Companion> companions = Companion.all();
	private Table list;
	private Label about;
	private Text manufacturer;
	private Combo wiring;
	private Composite switches;

	CompanionPage() {
		super("companion", "The companion, and the variant", null);
		setDescription("The meter gets all that the companion requires: objects, associations with their rights, Alerts.");
	}

	@Override
	public void createControl(Composite parent) {
		Composite area = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(12, 12).spacing(0, 8).applyTo(area);
		list = new Table(area, SWT.BORDER | SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL);
		GridDataFactory.fillDefaults().grab(true, true).hint(NAME_WIDTH + ABOUT_WIDTH, LIST_HEIGHT).applyTo(list);
		new TableColumn(list, SWT.NONE).setWidth(NAME_WIDTH);
		new TableColumn(list, SWT.NONE).setWidth(ABOUT_WIDTH);
		companions.forEach(this::item);
		list.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> show()));
		about = new Label(area, SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).hint(TEXT_WIDTH, 3 * about.computeSize(SWT.DEFAULT, SWT.DEFAULT).y).applyTo(about);
		choices(area);
		setControl(area);
		list.select(0);
		show();
	}

	private void item(Companion companion) {
		TableItem item = new TableItem(list, SWT.NONE);
		item.setImage(Icons.get("org.meterwright.workbench", "meter"));
		item.setText(new String[] { companion.name(), companion.about() });
	}

	private void choices(Composite area) {
		Composite form = new Composite(area, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(10, 6).applyTo(form);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(form);
		new Label(form, SWT.NONE).setText("&Manufacturer:");
		manufacturer = new Text(form, SWT.BORDER);
		manufacturer.setTextLimit(3);
		manufacturer.setText("ACM");
		manufacturer.addModifyListener(event -> check());
		GridDataFactory.swtDefaults().hint(50, SWT.DEFAULT).applyTo(manufacturer);
		new Label(form, SWT.NONE).setText("&Phases:");
		wiring = new Combo(form, SWT.READ_ONLY);
		GridDataFactory.swtDefaults().hint(220, SWT.DEFAULT).applyTo(wiring);
		new Label(form, SWT.NONE).setText("It has:");
		switches = new Composite(form, SWT.NONE);
		RowLayout row = new RowLayout(SWT.HORIZONTAL);
		row.marginLeft = 0;
		row.spacing = 12;
		switches.setLayout(row);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(switches);
	}

	private void show() {
		Companion companion = companion();
		about.setText(companion.about());
		wiring.setItems(companion.wirings().stream().map(Wiring::label).toArray(String[]::new));
		wiring.select(0);
		wiring.setEnabled(companion.wirings().size() > 1);
		Stream.of(switches.getChildren()).forEach(Control::dispose);
		companion.switches().forEach(this::box);
		if (companion.switches().isEmpty()) {
			new Label(switches, SWT.NONE).setText("the companion has no other variants");
		}
		switches.getParent().getParent().layout(true, true);
		check();
	}

	private void box(String name) {
		Button box = new Button(switches, SWT.CHECK);
		box.setText(Companion.words(name));
		box.setData(name);
	}

	private void check() {
		Optional<String> wrong = MeterPlan.wrongManufacturer(manufacturer.getText());
		setErrorMessage(wrong.orElse(null));
		setPageComplete(wrong.isEmpty());
	}

	@Override
	public void setVisible(boolean visible) {
		super.setVisible(visible);
		if (visible) {
			list.setFocus(); // so that the arrow keys choose
		}
	}

	Companion companion() {
		return companions.get(Math.max(0, list == null ? 0 : list.getSelectionIndex()));
	}

	Wiring wiring() {
		return companion().wirings().get(Math.max(0, wiring == null ? 0 : wiring.getSelectionIndex()));
	}

	Set<String> switches() {
		Set<String> on = new HashSet<>();
		for (Control each : switches == null ? new Control[0] : switches.getChildren()) {
			if (each instanceof Button box && box.getSelection()) {
				on.add((String) box.getData());
			}
		}
		return on;
	}

	String manufacturer() {
		return manufacturer == null ? "ACM" : manufacturer.getText();
	}
}
