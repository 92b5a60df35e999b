// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.syntax;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.diagnostics.IDiagnosticConsumer;
import org.eclipse.xtext.linking.ILinker;

/** Links nothing: the grammar has no cross-references. */
public final class NoLinker implements ILinker {
	@Override
	public void linkModel(EObject model, IDiagnosticConsumer diagnosticsConsumer) {
		// names are resolved by elaboration
	}
}
