// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench;

import java.util.List;
import java.util.Locale;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.ComboBoxViewerCellEditor;
import org.eclipse.jface.viewers.EditingSupport;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.meterwright.rules.Rule;
import org.meterwright.rules.RuleCatalogue;
import org.meterwright.workbench.text.severity.Weight;
import org.meterwright.workbench.text.severity.WeightPreferences;
import org.meterwright.workbench.text.severity.Weights;

/** Lets a user say how much a rule counts. Errors of the catalogue are not in the list: they stay errors. */
public final class SeverityPage extends PreferencePage implements IWorkbenchPreferencePage {
	private static final int HEIGHT = 320;
	private static final int WIDTH = 560;

	private Weights weights = WeightPreferences.get();
	private TableViewer table;
	private String words = "";

	/** Makes the page. */
	public SeverityPage() {
		setDescription("How much findings count in this workbench. What the standard or the firmware forbids is always an error and not listed. On the command line all rules count as usual.");
	}

	@Override
	public void init(IWorkbench workbench) {
		// the weights know where they are kept
	}

	@Override
	protected Control createContents(Composite parent) {
		Composite area = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().applyTo(area);
		Text filter = new Text(area, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
		filter.setMessage("Filter by id or words");
		GridDataFactory.fillDefaults().grab(true, false).applyTo(filter);
		Composite box = new Composite(area, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, HEIGHT).applyTo(box);
		TableColumnLayout layout = new TableColumnLayout();
		box.setLayout(layout);
		table = new TableViewer(box, SWT.BORDER | SWT.FULL_SELECTION | SWT.V_SCROLL);
		table.getTable().setHeaderVisible(true);
		columns(layout);
		table.setContentProvider(ArrayContentProvider.getInstance());
		filter.addModifyListener(event -> {
			words = filter.getText().toLowerCase(Locale.ROOT);
			show();
		});
		show();
		return area;
	}

	private void show() {
		table.setInput(rules().stream().filter(rule -> "%s %s".formatted(rule.id(), rule.title()).toLowerCase(Locale.ROOT).contains(words)).toList());
	}

	private static List<Rule> rules() {
		return RuleCatalogue.standard().rules().stream().filter(Weights::isFree).sorted((a, b) -> a.id().compareTo(b.id())).toList();
	}

	private void columns(TableColumnLayout layout) {
		column(layout, "Rule", 22, Rule::id);
		column(layout, "What is wrong", 58, Rule::title);
		column(layout, "Usual", 14, rule -> rule.severity().word());
		column(layout, "Counts as", 16, rule -> weights.of(rule.id()).word()).setEditingSupport(new Choosing(table));
	}

	private interface Words {
		String of(Rule rule);
	}

	private TableViewerColumn column(TableColumnLayout layout, String title, int weight, Words text) {
		TableViewerColumn column = new TableViewerColumn(table, SWT.LEFT);
		column.getColumn().setText(title);
		layout.setColumnData(column.getColumn(), new ColumnWeightData(weight));
		column.setLabelProvider(new ColumnLabelProvider() {
			@Override
			public String getText(Object element) {
				return text.of((Rule) element);
			}
		});
		return column;
	}

	@Override
	protected void performDefaults() {
		weights = Weights.USUAL;
		show();
		super.performDefaults();
	}

	@Override
	public boolean performOk() {
		WeightPreferences.put(weights);
		return true;
	}

	private final class Choosing extends EditingSupport {
		Choosing(TableViewer viewer) {
			super(viewer);
		}

		@Override
		protected CellEditor getCellEditor(Object element) {
			ComboBoxViewerCellEditor editor = new ComboBoxViewerCellEditor(table.getTable(), SWT.READ_ONLY);
			editor.setContentProvider(ArrayContentProvider.getInstance());
			editor.setLabelProvider(new ColumnLabelProvider() {
				@Override
				public String getText(Object weight) {
					return ((Weight) weight).word();
				}
			});
			editor.setInput(Weight.values());
			return editor;
		}

		@Override
		protected boolean canEdit(Object element) {
			return true;
		}

		@Override
		protected Object getValue(Object element) {
			return weights.of(((Rule) element).id());
		}

		@Override
		protected void setValue(Object element, Object value) {
			weights = weights.with(((Rule) element).id(), (Weight) value);
			table.update(element, null);
		}
	}
}
