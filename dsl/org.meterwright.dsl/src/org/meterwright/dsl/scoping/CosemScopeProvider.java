// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.scoping;

/** Offers nothing of its own: the grammar has no cross-references, names are resolved by elaboration. */
public class CosemScopeProvider extends AbstractCosemScopeProvider {
}
