// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.ui.preferences.ScopedPreferenceStore;

/** What a user can set. */
public final class Preferences {
	/** Whether saving a text generates, where there are no errors. */
	public static final String GENERATE_ON_SAVE = "generateOnSave";
	/** Folder of the project that generated files go to. */
	public static final String OUTPUT_FOLDER = "outputFolder";
	/** Ids of the columns of the object explorer, with commas between them; empty: those that are shown at first. */
	public static final String OBJECT_COLUMNS = "objectColumns";
	/** The compiler that looks at generated C, by its name on the path or with its folder. */
	public static final String COMPILER = "c.compiler";
	/** What it is told, with blanks between: the dialect and the warnings. */
	public static final String COMPILER_OPTIONS = "compilerOptions";
	/** Whether it looks at the files each time some were generated. */
	public static final String COMPILE_AFTER = "compileAfter";
	/** Whether the welcome page comes up when nothing else is open. */
	public static final String WELCOME = "welcome";
	/** Numbers of the first steps that are done, with commas between. */
	public static final String STEPS = "steps";
	private static final IPreferenceStore STORE = store();

	private Preferences() {
	}

	private static IPreferenceStore store() {
		ScopedPreferenceStore store = new ScopedPreferenceStore(InstanceScope.INSTANCE, "org.meterwright.workbench");
		store.setDefault(GENERATE_ON_SAVE, false);
		store.setDefault(OUTPUT_FOLDER, "generated");
		store.setDefault(COMPILER, "gcc");
		store.setDefault(COMPILER_OPTIONS, "-std=c99 -Wall -Wextra -pedantic -fsyntax-only");
		store.setDefault(COMPILE_AFTER, false);
		store.setDefault(WELCOME, true);
		return store;
	}

	/** Returns the store. */
	public static IPreferenceStore get() {
		return STORE;
	}
}
