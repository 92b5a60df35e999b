// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.util.Optional;

import org.meterwright.cosem.AttributeDefinition;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.MethodDefinition;
import org.meterwright.cosem.ScriptName;

/**
 * What a reference means.
 *
 * @param symbol    the thing
 * @param attribute the attribute, where one is named
 * @param method    the method, where one is named
 * @param script    the script, where one is named
 * @param dataIndex index of the part of the attribute's value; 0: the whole
 */
public record Referent(Symbol symbol, Optional<AttributeDefinition> attribute, Optional<MethodDefinition> method, Optional<ScriptName> script, int dataIndex) {

	/** Makes a reference to a whole thing. */
	public static Referent of(Symbol symbol) {
		return new Referent(symbol, Optional.empty(), Optional.empty(), Optional.empty(), 0);
	}

	/**
	 * Returns the object.
	 *
	 * @throws ClassCastException when the reference was not asked to be an object
	 */
	public CosemObject object() {
		return (CosemObject) symbol.element();
	}

	/** Tells whether nothing but the thing is named. */
	public boolean isWhole() {
		return attribute.isEmpty() && method.isEmpty() && script.isEmpty();
	}

	/** Returns the name for users: {@code importRate[3].value}. */
	public String text() {
		String part = attribute.map(AttributeDefinition::getName).or(() -> method.map(MethodDefinition::getName)).or(() -> script.map(ScriptName::getName)).orElse("");
		return part.isEmpty() ? symbol.fullName() : "%s.%s".formatted(symbol.fullName(), part);
	}
}
