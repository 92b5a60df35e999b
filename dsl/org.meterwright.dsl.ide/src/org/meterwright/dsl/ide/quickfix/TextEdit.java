// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.quickfix;

/**
 * A change of a text.
 *
 * @param offset first character that goes, from 0
 * @param length characters that go
 * @param text   what comes in their place
 */
public record TextEdit(int offset, int length, String text) {
}
