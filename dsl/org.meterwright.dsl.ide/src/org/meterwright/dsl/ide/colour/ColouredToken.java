// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.colour;

/**
 * A piece of text of one kind.
 *
 * @param offset first character from 0
 * @param length number of characters
 * @param kind   what it is
 */
public record ColouredToken(int offset, int length, TokenKind kind) {

	/** Returns the offset behind the last character. */
	public int end() {
		return offset + length;
	}
}
