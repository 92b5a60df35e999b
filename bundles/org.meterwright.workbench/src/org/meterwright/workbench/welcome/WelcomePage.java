// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.welcome;

import java.util.Map;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.part.EditorPart;
import org.meterwright.workbench.Preferences;
import org.meterwright.workbench.project.IntakeWizard;
import org.meterwright.workbench.project.NewMeterWizard;
import org.meterwright.workbench.status.MeterView;
import org.meterwright.workbench.text.Icons;

/** The page that comes up when nothing else is open: begin, learn, look. */
public final class WelcomePage extends EditorPart {
	/** Id of the editor. */
	public static final String ID = "org.meterwright.workbench.welcome";
	private static final String BUNDLE = "org.meterwright.workbench";
	private static final int COLUMN = 240;
	private static final int KEYS_COLUMN = 290;

	private static final String[][] KEYS = { { "Ctrl+Space", "what may stand here" }, { "Ctrl+1", "mend what is wrong here" }, { "Ctrl+O", "go to a name of this text" },
			{ "F3", "go to the declaration" }, { "Ctrl+Alt+G", "generate" }, { "Ctrl+3", "find any command" } };

	private LocalResourceManager fonts;
	private ScrolledComposite scroll;

	@Override
	public void init(IEditorSite site, IEditorInput input) {
		setSite(site);
		setInput(input);
		setPartName(input.getName());
		setTitleImage(Icons.get(BUNDLE, "meterwright"));
	}

	@Override
	public void createPartControl(Composite parent) {
		fonts = new LocalResourceManager(JFaceResources.getResources(), parent);
		scroll = new ScrolledComposite(parent, SWT.V_SCROLL | SWT.H_SCROLL);
		scroll.setExpandHorizontal(true);
		scroll.setExpandVertical(true);
		Composite page = new Composite(scroll, SWT.NONE);
		page.setBackground(parent.getDisplay().getSystemColor(SWT.COLOR_LIST_BACKGROUND));
		page.setBackgroundMode(SWT.INHERIT_FORCE);
		GridLayoutFactory.fillDefaults().numColumns(3).margins(36, 28).spacing(34, 20).applyTo(page);
		head(page);
		begin(page);
		learn(page);
		keys(page);
		foot(page);
		scroll.setContent(page);
		scroll.setMinSize(page.computeSize(SWT.DEFAULT, SWT.DEFAULT));
	}

	private void head(Composite page) {
		Composite head = new Composite(page, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(18, 0).applyTo(head);
		GridDataFactory.fillDefaults().span(3, 1).applyTo(head);
		Label logo = new Label(head, SWT.NONE);
		logo.setImage(Icons.get(BUNDLE, "meterwright64"));
		GridDataFactory.swtDefaults().span(1, 2).applyTo(logo);
		Label title = new Label(head, SWT.NONE);
		title.setText("Meterwright");
		title.setFont(font(2.4, SWT.BOLD));
		Label line = new Label(head, SWT.NONE);
		line.setText("Design an electricity meter as text; get firmware tables that answer exactly what the text says.");
	}

	private Font font(double times, int style) {
		int height = JFaceResources.getDialogFont().getFontData()[0].getHeight();
		return fonts.create(FontDescriptor.createFrom(JFaceResources.getDialogFont()).setHeight((int) Math.round(height * times)).setStyle(style));
	}

	private Composite column(Composite page, String title) {
		Composite column = new Composite(page, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 3).applyTo(column);
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.BEGINNING).hint(COLUMN, SWT.DEFAULT).applyTo(column);
		Label label = new Label(column, SWT.NONE);
		label.setText(title);
		label.setFont(font(1.35, SWT.BOLD));
		return column;
	}

	private void begin(Composite page) {
		Composite column = column(page, "Begin");
		way(column, "New meter", "A few choices, and a text that generates as it stands", Way.wizard(NewMeterWizard.ID));
		way(column, "Example", "Complete meters to begin with or to look things up in", Way.wizard(NewMeterWizard.FromExample.EXAMPLE_ID));
		way(column, "Import a meter", "Object lists, Gurux files, tables, saved models", new Way.Run("org.eclipse.ui.file.import", Map.of("importWizardId", IntakeWizard.ID)));
		way(column, "Open a folder", "Texts that you have already", new Way.Run("org.eclipse.e4.ui.importer.openFileSystem", Map.of()));
	}

	private void learn(Composite page) {
		Composite column = column(page, "Learn");
		way(column, "The first fifteen minutes", "Step by step, with a button for each step", new Way.View(StepsView.ID));
		way(column, "Tutorial", "From an empty file to a meter that is read", new Way.Page("tutorial.md"));
		way(column, "The language", "Each construct, and what becomes of it", new Way.Page("language/README.md"));
		way(column, "Rules", "What is checked, why, and by which clause", new Way.Page("rules.md"));
	}

	private void keys(Composite page) {
		Composite column = column(page, "At your fingertips");
		GridDataFactory.createFrom((GridData) column.getLayoutData()).hint(KEYS_COLUMN, SWT.DEFAULT).applyTo(column);
		Composite table = new Composite(column, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(12, 7).applyTo(table);
		GridDataFactory.fillDefaults().indent(0, 8).applyTo(table);
		for (String[] key : KEYS) {
			Label name = new Label(table, SWT.NONE);
			name.setText(key[0]);
			name.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
			new Label(table, SWT.NONE).setText(key[1]);
		}
		way(column, "Is it safe to generate?", "The status line always says; a click on a part has the details", new Way.View(MeterView.ID));
	}

	private void way(Composite column, String words, String more, Way way) {
		Link link = new Link(column, SWT.NONE);
		link.setText("<a>%s</a>".formatted(words));
		link.setFont(font(1.1, SWT.NORMAL));
		link.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> way.go(getSite().getWorkbenchWindow())));
		GridDataFactory.fillDefaults().indent(0, 9).applyTo(link);
		Label label = new Label(column, SWT.WRAP);
		label.setText(more);
		GridDataFactory.fillDefaults().hint(COLUMN, SWT.DEFAULT).applyTo(label);
	}

	private void foot(Composite page) {
		Button always = new Button(page, SWT.CHECK);
		always.setText("Show this page at the start when no text is open");
		always.setSelection(Preferences.get().getBoolean(Preferences.WELCOME));
		always.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> Preferences.get().setValue(Preferences.WELCOME, always.getSelection())));
		GridDataFactory.fillDefaults().span(3, 1).indent(0, 12).applyTo(always);
	}

	@Override
	public void setFocus() {
		scroll.setFocus();
	}

	@Override
	public boolean isDirty() {
		return false;
	}

	@Override
	public boolean isSaveAsAllowed() {
		return false;
	}

	@Override
	public void doSave(IProgressMonitor monitor) {
		// there is nothing to save
	}

	@Override
	public void doSaveAs() {
		// there is nothing to save
	}
}
