// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import org.eclipse.emf.ecore.EObject;

/**
 * Where items come from.
 *
 * @param kind  written (the meter itself and its layers), base or companion
 * @param owner MeterDecl, LayerDecl or CompanionDecl
 */
public record Layer(String kind, EObject owner) {
	/** Kind of the meter's own items. */
	public static final String WRITTEN = "written";
	/** Kind of items of a meter that is extended. */
	public static final String BASE = "base";
	/** Kind of items of a companion. */
	public static final String COMPANION = "companion";
}
