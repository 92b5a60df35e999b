// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.view;

/**
 * A remark on a declaration, shown above it.
 *
 * @param offset first character of the declaration
 * @param length length of its name
 * @param text   remark
 */
public record Lens(int offset, int length, String text) {
}
