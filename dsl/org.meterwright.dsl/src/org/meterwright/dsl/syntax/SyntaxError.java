// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.syntax;

/**
 * A place where the text does not follow the grammar.
 *
 * @param message one sentence
 * @param line    line from 1
 * @param offset  offset from 0
 * @param length  number of characters
 */
public record SyntaxError(String message, int line, int offset, int length) {
}
