// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench;

import org.eclipse.jface.preference.BooleanFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.StringFieldEditor;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;

/** Lets a user say when and where files are generated, and which compiler looks at them. */
public final class PreferencePage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {

	/** Makes the page. */
	public PreferencePage() {
		super(GRID);
		setDescription("Firmware tables are generated from meters without errors.");
	}

	@Override
	public void init(IWorkbench workbench) {
		setPreferenceStore(Preferences.get());
	}

	@Override
	protected void createFieldEditors() {
		StringFieldEditor folder = new StringFieldEditor(Preferences.OUTPUT_FOLDER, "Folder in the project:", getFieldEditorParent());
		folder.setEmptyStringAllowed(false);
		addField(folder);
		addField(new BooleanFieldEditor(Preferences.GENERATE_ON_SAVE, "Generate when a text is saved", getFieldEditorParent()));
		addField(new StringFieldEditor(Preferences.COMPILER, "C compiler:", getFieldEditorParent()));
		addField(new StringFieldEditor(Preferences.COMPILER_OPTIONS, "Its dialect and warnings:", getFieldEditorParent()));
		addField(new BooleanFieldEditor(Preferences.COMPILE_AFTER, "Let the compiler look at the files after generating", getFieldEditorParent()));
		addField(new BooleanFieldEditor(Preferences.WELCOME, "Show the welcome page at the start when no text is open", getFieldEditorParent()));
	}
}
