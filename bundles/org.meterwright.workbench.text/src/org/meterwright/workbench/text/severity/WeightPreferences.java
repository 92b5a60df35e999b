// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.severity;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.ui.preferences.ScopedPreferenceStore;

/** Where the weights of rules are kept. */
public final class WeightPreferences {
	/** The weights, as {@link Weights#text} writes them. */
	public static final String KEY = "weights";
	private static final IPreferenceStore STORE = new ScopedPreferenceStore(InstanceScope.INSTANCE, "org.meterwright.workbench.text");

	private WeightPreferences() {
	}

	/** Returns the store, to listen to. */
	public static IPreferenceStore store() {
		return STORE;
	}

	/** Returns the weights as they are now. */
	public static Weights get() {
		return Weights.parse(STORE.getString(KEY));
	}

	/** Keeps weights; all projects are checked anew. */
	public static void put(Weights weights) {
		STORE.setValue(KEY, weights.text());
	}
}
