// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.syntax;

import java.math.BigInteger;
import java.util.function.UnaryOperator;

import org.eclipse.xtext.conversion.IValueConverter;
import org.eclipse.xtext.conversion.ValueConverter;
import org.eclipse.xtext.conversion.ValueConverterException;
import org.eclipse.xtext.conversion.impl.AbstractDeclarativeValueConverterService;
import org.eclipse.xtext.conversion.impl.STRINGValueConverter;
import org.eclipse.xtext.nodemodel.INode;

import com.google.inject.Inject;
import com.google.inject.Singleton;

/**
 * Turns tokens into values: names without the escaping {@code ^}, octets and bits without quotes and spaces, numbers as text that is
 * known to be in range. What is no value becomes a syntax error.
 */
@Singleton
public final class NameConverters extends AbstractDeclarativeValueConverterService {
	private static final int LONGEST_NUMBER = 1200;
	private static final BigInteger INT = BigInteger.valueOf(Integer.MAX_VALUE);
	private static final BigInteger LONG = BigInteger.valueOf(Long.MAX_VALUE);

	@Inject
	private STRINGValueConverter strings;

	private record Converter(UnaryOperator<String> reader, UnaryOperator<String> writer) implements IValueConverter<String> {
		@Override
		public String toValue(String text, INode node) {
			if (text == null) {
				return null;
			}
			try {
				return reader.apply(text);
			} catch (IllegalArgumentException e) {
				throw new ValueConverterException(e.getMessage(), node, null);
			}
		}

		@Override
		public String toString(String value) {
			return value == null ? null : writer.apply(value);
		}
	}

	private static IValueConverter<String> names() {
		return new Converter(text -> text.indexOf('^') < 0 ? text : text.replace("^", ""), UnaryOperator.identity());
	}

	private static String whole(String text, BigInteger highest) {
		BigInteger number = text.length() > LONGEST_NUMBER ? highest.add(BigInteger.ONE) : new BigInteger(text);
		if (number.abs().compareTo(highest) > 0) {
			throw new IllegalArgumentException("the number is too large here: %s at most".formatted(highest));
		}
		return number.toString();
	}

	/** Converts identifiers. */
	@ValueConverter(rule = "ID")
	public IValueConverter<String> id() {
		return names();
	}

	/** Converts names. */
	@ValueConverter(rule = "Name")
	public IValueConverter<String> name() {
		return names();
	}

	/** Converts members. */
	@ValueConverter(rule = "Member")
	public IValueConverter<String> member() {
		return names();
	}

	/** Converts names at the start of a line. */
	@ValueConverter(rule = "BodyName")
	public IValueConverter<String> bodyName() {
		return names();
	}

	/** Converts qualified names. */
	@ValueConverter(rule = "QName")
	public IValueConverter<String> qualifiedName() {
		return names();
	}

	/** Converts imports. */
	@ValueConverter(rule = "QNameStar")
	public IValueConverter<String> importedName() {
		return names();
	}

	/** Converts whole numbers without sign. */
	@ValueConverter(rule = "UINT")
	public IValueConverter<String> unsigned() {
		return new Converter(text -> whole(text, INT), UnaryOperator.identity());
	}

	/** Converts whole numbers with sign. */
	@ValueConverter(rule = "SInt")
	public IValueConverter<String> signed() {
		return new Converter(text -> whole(text, LONG), UnaryOperator.identity());
	}

	/** Converts numbers. */
	@ValueConverter(rule = "Number")
	public IValueConverter<String> number() {
		return new Converter(text -> {
			if (text.length() > LONGEST_NUMBER) {
				throw new IllegalArgumentException("the number is too long");
			}
			return text;
		}, UnaryOperator.identity());
	}

	/** Converts texts. */
	@ValueConverter(rule = "STRING")
	public IValueConverter<String> string() {
		return strings;
	}

	/** Converts octets. */
	@ValueConverter(rule = "HEXSTRING")
	public IValueConverter<String> octets() {
		return new Converter(text -> {
			String digits = text.substring(4, text.length() - 1).replace(" ", "");
			if (digits.length() % 2 != 0) {
				throw new IllegalArgumentException("hex needs two digits for each octet");
			}
			return digits;
		}, "hex\"%s\""::formatted);
	}

	/** Converts bits. */
	@ValueConverter(rule = "BITSTRING")
	public IValueConverter<String> bits() {
		return new Converter(text -> text.substring(5, text.length() - 1).replace(" ", ""), "bits\"%s\""::formatted);
	}
}
