// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl;

/** Sets the language up outside Equinox. */
public class CosemStandaloneSetup extends CosemStandaloneSetupGenerated {

	/** Registers the language. */
	public static void doSetup() {
		CosemLanguage.injector();
	}
}
