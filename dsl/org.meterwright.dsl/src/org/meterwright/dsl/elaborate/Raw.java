// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import org.eclipse.emf.ecore.EObject;

/**
 * An item as the text has it, switches decided.
 *
 * @param node       the item
 * @param device     name of the logical device that it stands in; empty outside devices
 * @param layer      where it comes from
 * @param overriding whether it stands behind {@code override}
 */
record Raw(EObject node, String device, Layer layer, boolean overriding) {
}
