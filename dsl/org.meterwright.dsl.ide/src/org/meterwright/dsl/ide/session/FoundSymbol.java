// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.session;

import org.meterwright.dsl.ide.outline.OutlineKind;

/**
 * A declaration that was searched for.
 *
 * @param label     its name
 * @param kind      what it is
 * @param file      file that holds it
 * @param offset    first character of its name
 * @param length    length of its name
 * @param container what it stands in; empty at the top
 */
public record FoundSymbol(String label, OutlineKind kind, String file, int offset, int length, String container) {
}
