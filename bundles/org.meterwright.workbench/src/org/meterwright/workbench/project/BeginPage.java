// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.project;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.meterwright.views.starter.ExampleMeter;
import org.meterwright.views.starter.MeterPlan;
import org.meterwright.workbench.text.Icons;

/** Asks what the project begins with: a meter of one's own choices, one that conforms to a companion, or an example, listed from the folders that there are. */
final class BeginPage extends WizardPage {
	private static final int LIST_WIDTH = 210;
	private static final int TEXT_WIDTH = 330;
	private static final int HEIGHT = 250;

	/** What a project may begin with, beside the examples. */
	enum Way {
		/** A few choices. */
		OWN("A meter of my choices", "newproject",
				"Phases, tariff, profiles, clients: the next pages ask for them. What comes of it is a text that checks without an error and generates as it stands, to go on from."),
		/** A companion. */
		COMPANION("A meter for a companion", "conformance",
				"Choose the companion and the variant: the text has every object, association and Alert that the companion requires, and checks without an error. What no companion says, such as values and columns, is left to you."),
		/** A complete meter. */
		EXAMPLE("", "meter", "");

		private final String label;
		private final String icon;
		private final String description;

		Way(String label, String icon, String description) {
			this.label = label;
			this.icon = icon;
			this.description = description;
		}
	}

	private static final List<Way> CHOICES = List.of(Way.OWN, Way.COMPANION);

	private final boolean choices;
	private List<ExampleMeter> examples = List.of();
	private Table list;
	private Label title;
	private Label description;
	private Label facts;
	private Button rename;
	private Text manufacturer;

	BeginPage(boolean choices) {
		super("begin", "Begin with", null);
		this.choices = choices;
		setDescription(choices ? "Make a meter from a few choices or for a companion, or take a complete one." : "Each example is complete: it checks without an error, generates and runs.");
	}

	@Override
	public void createControl(Composite parent) {
		Composite area = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(12, 12).spacing(14, 0).applyTo(area);
		list = new Table(area, SWT.BORDER | SWT.SINGLE | SWT.FULL_SELECTION);
		GridDataFactory.fillDefaults().grab(false, true).hint(LIST_WIDTH, HEIGHT).applyTo(list);
		list.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> show()));
		about(area);
		setControl(area);
		fill();
	}

	private void about(Composite area) {
		Composite right = new Composite(area, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 8).applyTo(right);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(right);
		title = text(right);
		title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
		description = text(right);
		facts = text(right);
		rename = new Button(right, SWT.CHECK);
		rename.setText("&Give it the project's name, and the manufacturer");
		GridDataFactory.swtDefaults().indent(0, 10).applyTo(rename);
		manufacturer = new Text(right, SWT.BORDER);
		manufacturer.setTextLimit(3);
		manufacturer.setText("ACM");
		GridDataFactory.swtDefaults().hint(40, SWT.DEFAULT).indent(0, 10).applyTo(manufacturer);
		rename.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> check()));
		manufacturer.addModifyListener(event -> check());
	}

	private static Label text(Composite parent) {
		Label label = new Label(parent, SWT.WRAP);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(TEXT_WIDTH, SWT.DEFAULT).applyTo(label);
		return label;
	}

	private void fill() {
		if (choices) {
			CHOICES.forEach(way -> item(way.label, way.icon));
		}
		try {
			examples = Gallery.all();
			examples.forEach(example -> item(example.label(), "meter"));
		} catch (CoreException e) {
			setErrorMessage(e.getMessage());
		}
		list.select(0);
		show();
	}

	private void item(String label, String icon) {
		TableItem item = new TableItem(list, SWT.NONE);
		item.setText(label);
		item.setImage(Icons.get("org.meterwright.workbench", icon));
	}

	private void show() {
		Optional<ExampleMeter> example = example();
		title.setText(example.map(ExampleMeter::label).orElse(way().label));
		description.setText(example.map(ExampleMeter::description)
				.orElse(way().description));
		facts.setText(example.map(it -> "%s: %s.".formatted(it.meterName(), String.join(", ", it.facts()))).orElse(""));
		rename.setVisible(example.isPresent());
		manufacturer.setVisible(example.isPresent());
		check();
		title.getParent().layout();
	}

	private void check() {
		manufacturer.setEnabled(rename.getSelection());
		Optional<String> wrong = rename() ? MeterPlan.wrongManufacturer(manufacturer.getText()) : Optional.empty();
		setErrorMessage(wrong.orElse(null));
		setPageComplete(wrong.isEmpty() && list.getItemCount() > 0);
		if (getContainer().getCurrentPage() != null) {
			getContainer().updateButtons();
		}
	}

	@Override
	public void setVisible(boolean visible) {
		super.setVisible(visible);
		if (visible) {
			list.setFocus(); // so that the arrow keys choose
		}
	}

	/** Returns the example that is chosen; nothing: a meter of one's own. */
	Optional<ExampleMeter> example() {
		int index = list == null ? -1 : list.getSelectionIndex() - (choices ? CHOICES.size() : 0);
		return index < 0 || index >= examples.size() ? Optional.empty() : Optional.of(examples.get(index));
	}

	/** Returns what the project begins with. */
	Way way() {
		return example().isPresent() ? Way.EXAMPLE : CHOICES.get(Math.clamp(list == null ? 0 : list.getSelectionIndex(), 0, CHOICES.size() - 1));
	}

	boolean rename() {
		return example().isPresent() && rename.getSelection();
	}

	String manufacturer() {
		return manufacturer.getText();
	}
}
