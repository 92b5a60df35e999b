// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide;

import com.google.inject.Guice;
import com.google.inject.Injector;
import org.eclipse.xtext.util.Modules2;
import org.meterwright.dsl.CosemRuntimeModule;
import org.meterwright.dsl.CosemStandaloneSetup;

/**
 * Initialization support for running Xtext languages as language servers.
 */
public class CosemIdeSetup extends CosemStandaloneSetup {

	@Override
	public Injector createInjector() {
		return Guice.createInjector(Modules2.mixin(new CosemRuntimeModule(), new CosemIdeModule()));
	}
	
}
