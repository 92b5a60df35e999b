// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.names;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * A name in a syntax tree, not yet resolved.
 *
 * @param node     node that holds it
 * @param feature  feature that holds it
 * @param index    which of the feature's values
 * @param name     the name: the last part of a qualified one
 * @param declares whether it is declared here
 */
record Mention(EObject node, EStructuralFeature feature, int index, String name, boolean declares) {
}
