// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl;


/**
 * Initialization support for running Xtext languages without Equinox extension registry.
 */
public class CosemStandaloneSetup extends CosemStandaloneSetupGenerated {

	public static void doSetup() {
		new CosemStandaloneSetup().createInjectorAndDoEMFRegistration();
	}
}
