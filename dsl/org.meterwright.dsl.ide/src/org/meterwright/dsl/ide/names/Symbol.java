// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.names;

/**
 * What a name stands for. Two names mean the same when their symbols are equal.
 *
 * @param kind  what it is
 * @param scope where the name counts, such as the meter that declares an object, or the class of an attribute
 * @param name  the name, without the escape of keywords
 */
public record Symbol(SymbolKind kind, String scope, String name) {

	@Override
	public String toString() {
		return "%s %s".formatted(kind.word(), name);
	}
}
