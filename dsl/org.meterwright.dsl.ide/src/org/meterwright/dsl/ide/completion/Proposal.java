// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.completion;

/**
 * Something that may be written at the cursor.
 *
 * @param text          what is inserted in place of the prefix
 * @param detail        a few words behind the text in the list
 * @param documentation what the side window shows; may be empty
 * @param kind          what it is
 * @param offset        first character that is replaced
 * @param length        number of characters that are replaced
 */
public record Proposal(String text, String detail, String documentation, Kind kind, int offset, int length) {

	/** What a proposal is; each kind has one icon. The order is that of the list. */
	public enum Kind {
		/** A value: literal of an enumeration or named bit. */
		LITERAL,
		/** An attribute or a field. */
		ATTRIBUTE,
		/** A method. */
		METHOD,
		/** A script of a script table. */
		SCRIPT,
		/** An object, a family or a group. */
		OBJECT,
		/** An event, Alert, push set-up, association, role, device, switch or index. */
		NAME,
		/** An interface class. */
		CLASS,
		/** A type. */
		TYPE,
		/** A unit. */
		UNIT,
		/** A word of the language. */
		KEYWORD
	}
}
