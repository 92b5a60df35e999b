// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.language;

import org.meterwright.dsl.ide.CosemIdeSetup;

import com.google.inject.Injector;

/** The language services, set up once. */
public final class Language {
	private static final class Holder {
		static final Injector INJECTOR = new CosemIdeSetup().createInjectorAndDoEMFRegistration();
	}

	private Language() {
	}

	/** Returns a part of the language services. */
	public static <T> T part(Class<T> type) {
		return Holder.INJECTOR.getInstance(type);
	}
}
