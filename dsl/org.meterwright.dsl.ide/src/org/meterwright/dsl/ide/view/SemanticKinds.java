// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.meterwright.dsl.ide.colour.ColouredToken;
import org.meterwright.dsl.ide.names.Occurrence;
import org.meterwright.dsl.ide.names.Symbol;

/** Says of each token what it is and, of names, what they stand for. */
public final class SemanticKinds {
	/** The kinds, by the names that the language server protocol gives them. */
	public static final List<String> KINDS = List.of("keyword", "class", "property", "variable", "number", "string", "regexp", "comment", "method", "enumMember", "type",
			"namespace", "event", "function", "parameter", "struct", "macro");

	/**
	 * A token with its kind.
	 *
	 * @param offset   first character
	 * @param length   length
	 * @param kind     number in {@link #KINDS}
	 * @param declares whether a name is declared
	 * @param library  whether what is named belongs to the library
	 */
	public record Token(int offset, int length, int kind, boolean declares, boolean library) {
	}

	private SemanticKinds() {
	}

	/** Returns the tokens of a text in order. */
	public static List<Token> of(List<ColouredToken> tokens, Map<Occurrence, Symbol> names) {
		Map<Integer, Map.Entry<Occurrence, Symbol>> byOffset = new HashMap<>();
		names.entrySet().forEach(entry -> byOffset.put(entry.getKey().offset(), entry));
		List<Token> found = new ArrayList<>(tokens.size());
		for (ColouredToken token : tokens) {
			Map.Entry<Occurrence, Symbol> named = byOffset.get(token.offset());
			String kind = named == null || named.getKey().length() != token.length() ? plain(token) : kind(named.getValue());
			if (!kind.isEmpty()) {
				boolean library = named != null && named.getValue().scope().startsWith("cosem.");
				found.add(new Token(token.offset(), token.length(), KINDS.indexOf(kind), named != null && named.getKey().declares(), library));
			}
		}
		return List.copyOf(found);
	}

	private static String plain(ColouredToken token) {
		return switch (token.kind()) {
			case KEYWORD -> "keyword";
			case CLASS -> "class";
			case DECLARED -> "property";
			case NAME -> "variable";
			case NUMBER, DATE -> "number";
			case STRING -> "string";
			case LOGICAL_NAME -> "regexp";
			case COMMENT, DOCUMENTATION -> "comment";
			case UNKNOWN -> "";
		};
	}

	private static String kind(Symbol symbol) {
		return switch (symbol.kind()) {
			case METER, COMPANION, DEVICE, VARIANT, LAYER -> "namespace";
			case CLASS -> "class";
			case TYPE, UNIT, OBIS_GROUP -> "type";
			case ATTRIBUTE, FIELD, PROPERTY -> "property";
			case METHOD, SCRIPT -> "method";
			case LITERAL, INDEX_ENTRY -> "enumMember";
			case OBJECT, REQUIREMENT, DEMAND, GROUP -> "variable";
			case EVENT, ALERT, REACTION, PUSH -> "event";
			case ASSOCIATION, ROLE -> "struct";
			case HANDLER, USE_CASE -> "function";
			case INDEX, BINDER -> "parameter";
			case SWITCH -> "macro";
		};
	}
}
