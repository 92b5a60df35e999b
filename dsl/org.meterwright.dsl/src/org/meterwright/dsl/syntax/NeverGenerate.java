// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.syntax;

import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.generator.IShouldGenerate;
import org.eclipse.xtext.util.CancelIndicator;

/** Keeps Xtext's builder from generating: generating is asked for by the user. */
public final class NeverGenerate implements IShouldGenerate {
	@Override
	public boolean shouldGenerate(Resource resource, CancelIndicator cancelIndicator) {
		return false;
	}
}
