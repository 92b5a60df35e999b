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
	private static final IPreferenceStore STORE = store();

	private Preferences() {
	}

	private static IPreferenceStore store() {
		ScopedPreferenceStore store = new ScopedPreferenceStore(InstanceScope.INSTANCE, "org.meterwright.workbench");
		store.setDefault(GENERATE_ON_SAVE, false);
		store.setDefault(OUTPUT_FOLDER, "generated");
		return store;
	}

	/** Returns the store. */
	public static IPreferenceStore get() {
		return STORE;
	}
}
