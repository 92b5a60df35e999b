// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.colour;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.meterwright.dsl.ide.view.SemanticKinds;

/** What a name stands for, as far as it has a colour of its own; every other name looks as its token does. */
enum Meaning {
	/** An interface class, wherever it is named. */
	CLASS,
	/** A literal of an enumeration, a named bit, an entry of an index. */
	LITERAL,
	/** A type, a unit, a group of logical names. */
	TYPE,
	/** A method, a script, a function of the firmware. */
	METHOD,
	/** An event, an Alert, a push, a reaction. */
	EVENT,
	/** An association or a role. */
	ASSOCIATION,
	/** An index of a family, or a switch between variants. */
	SWITCH;

	private static final Map<String, Meaning> BY_KIND = Map.of("class", CLASS, "enumMember", LITERAL, "type", TYPE, "method", METHOD, "function", METHOD, "event", EVENT, "struct",
			ASSOCIATION, "parameter", SWITCH, "macro", SWITCH);

	/** Returns the id of its entry in <i>Colors and Fonts</i>. */
	String colour() {
		return TokenStyles.PREFIX + name().toLowerCase(Locale.ROOT);
	}

	/** Returns what a token means; nothing: its own colour is right. */
	static Optional<Meaning> of(SemanticKinds.Token token) {
		return Optional.ofNullable(BY_KIND.get(SemanticKinds.KINDS.get(token.kind())));
	}
}
