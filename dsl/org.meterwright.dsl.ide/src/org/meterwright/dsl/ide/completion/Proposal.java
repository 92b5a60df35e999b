// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.completion;

/**
 * Something that may be written at the cursor.
 *
 * @param label         what the list shows
 * @param text          what is inserted in place of the prefix
 * @param snippet       the same with places to fill, such as {@code ${1:name}}; empty: there are none
 * @param detail        a few words behind the label in the list
 * @param documentation what the side window shows; may be empty
 * @param kind          what it is
 * @param offset        first character that is replaced
 * @param length        number of characters that are replaced
 */
public record Proposal(String label, String text, String snippet, String detail, String documentation, Kind kind, int offset, int length) {

	/** What a proposal is; each kind has one icon. */
	public enum Kind {
		/** A literal of an enumeration or a named bit. */
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
		/** A value, such as a logical name. */
		VALUE,
		/** A word of the language. */
		KEYWORD,
		/** A whole declaration with places to fill. */
		SNIPPET
	}

	/** Returns what typed text is compared with. */
	public String filter() {
		return kind == Kind.SNIPPET ? label.replaceAll("[^A-Za-z0-9_].*", "") : text;
	}
}
