// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.syntax;

import org.eclipse.xtext.conversion.IValueConverterService;
import org.eclipse.xtext.conversion.ValueConverterException;
import org.eclipse.xtext.conversion.ValueConverterWithValueException;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.util.Strings;

/** Xtext's view of {@link TokenValues}: what services that know the grammar only ask for. */
public final class NameConverters implements IValueConverterService {

	@Override
	public Object toValue(String text, String rule, INode node) throws ValueConverterException, ValueConverterWithValueException {
		if (text == null) {
			return null;
		}
		try {
			return TokenValues.of(rule, text);
		} catch (IllegalArgumentException e) {
			throw new ValueConverterException(e.getMessage(), node, e);
		}
	}

	@Override
	public String toString(Object value, String rule) {
		String text = String.valueOf(value);
		return switch (rule.substring(rule.lastIndexOf('.') + 1)) {
			case "STRING" -> "\"%s\"".formatted(Strings.convertToJavaString(text, false));
			case "HEXSTRING" -> "hex\"%s\"".formatted(text);
			case "BITSTRING" -> "bits\"%s\"".formatted(text);
			default -> text;
		};
	}
}
