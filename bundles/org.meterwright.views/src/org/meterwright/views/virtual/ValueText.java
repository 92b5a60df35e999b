// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.virtual;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;
import org.meterwright.cosem.words.ScalerUnit;
import org.meterwright.cosem.words.Unit;

/** Reads a value that a user types, in the shape of the value that is there now. */
public final class ValueText {
	private static final String HELP = "write a number, with its unit if you like, true or false, a name of the enumeration, \"text\", 2026-11-22 12:00:00, or axdr and the octets in hex";

	private ValueText() {
	}

	/**
	 * Reads a value.
	 *
	 * @param now the value that the attribute has
	 * @throws IllegalArgumentException when the text is no such value; the message says what to write
	 */
	public static Value read(Attribute attribute, Value now, String text) {
		return read(Optional.of(attribute), now, text);
	}

	/**
	 * Reads a value that is no attribute's, such as a parameter.
	 *
	 * @param like a value of the same shape
	 * @throws IllegalArgumentException when the text is no such value; the message says what to write
	 */
	public static Value read(Value like, String text) {
		return read(Optional.empty(), like, text);
	}

	private static Value read(Optional<Attribute> attribute, Value now, String text) {
		String words = text.strip();
		if (words.toLowerCase(Locale.ROOT).startsWith("axdr ")) {
			return Value.valueOf(words.substring(5).replace(" ", ""));
		}
		return switch (now) {
			case Value.Bool it when words.equals("true") || words.equals("false") -> new Value.Bool(words.equals("true"));
			case Value.Int it -> new Value.Int(it.tag(), literal(attribute, words).orElseGet(() -> number(attribute, words)));
			case Value.Bits it when words.matches("[01]+") -> new Value.Bits(words);
			case Value.Octets it -> new Value.Octets(octets(words, it.bytes()));
			case Value.Visible it -> new Value.Visible(unquoted(words));
			case Value.Utf8 it -> new Value.Utf8(unquoted(words));
			case Value.Float32 it -> new Value.Float32(number(words).floatValue());
			case Value.Float64 it -> new Value.Float64(number(words).doubleValue());
			default -> throw new IllegalArgumentException("%s is no such value: %s.".formatted(words, HELP));
		};
	}

	private static Optional<BigInteger> literal(Optional<Attribute> attribute, String words) {
		return attribute.map(Attribute::getType).filter(type -> type.bare() instanceof DataType.Enumeration).map(type -> (DataType.Enumeration) type.bare())
				.flatMap(it -> it.literals().stream().filter(each -> each.name().equals(words)).map(each -> BigInteger.valueOf(each.value())).findFirst());
	}

	/** A number with a unit is an amount; without one it is what is transmitted. */
	private static BigInteger number(Optional<Attribute> attribute, String words) {
		String[] parts = words.split("\\s+", 2);
		BigDecimal number = number(parts[0]);
		if (parts.length > 1) {
			ScalerUnit scale = attribute.flatMap(ValueText::scale)
					.orElseThrow(() -> new IllegalArgumentException("%s has no unit: write the number alone.".formatted(attribute.map(it -> it.getDefinition().getName()).orElse("The parameter"))));
			number = number.scaleByPowerOfTen(thousands(parts[1], scale) - scale.scaler());
		}
		try {
			return number.toBigIntegerExact();
		} catch (ArithmeticException e) {
			throw new IllegalArgumentException("%s is no whole number of what is transmitted.".formatted(words));
		}
	}

	private static Optional<ScalerUnit> scale(Attribute attribute) {
		return attribute.eContainer() instanceof CosemObject object ? ScalerUnit.of(object, CosemObjects.index(attribute)) : Optional.empty();
	}

	private static int thousands(String unit, ScalerUnit scale) {
		String symbol = Unit.symbolOf(scale.unit());
		int power = unit.equals("k%s".formatted(symbol)) ? 3 : unit.equals("M%s".formatted(symbol)) ? 6 : 0;
		if (power == 0 && !unit.equals(symbol)) {
			throw new IllegalArgumentException("The unit is %s, not %s.".formatted(symbol, unit));
		}
		return power;
	}

	private static BigDecimal number(String words) {
		try {
			return words.startsWith("0x") ? new BigDecimal(new BigInteger(words.substring(2), 16)) : new BigDecimal(words);
		} catch (NumberFormatException e) {
			throw new IllegalArgumentException("%s is no number: %s.".formatted(words, HELP));
		}
	}

	private static Bytes octets(String words, Bytes now) {
		Optional<LocalDateTime> time = time(words);
		if (time.isPresent()) {
			return octets(time.get(), now);
		}
		if (words.startsWith("\"")) {
			return Bytes.of(unquoted(words).getBytes(StandardCharsets.US_ASCII));
		}
		String hex = words.replace(" ", "").replaceFirst("^0x", "");
		if (!hex.matches("([0-9A-Fa-f]{2})*")) {
			throw new IllegalArgumentException("%s is no octet string: write \"text\", pairs of hexadecimal digits or 2026-11-22 12:00:00.".formatted(words));
		}
		return Bytes.ofHex(hex);
	}

	/** Reads a time of day; nothing: it is none. */
	public static Optional<LocalDateTime> time(String words) {
		String full = words.strip().replace('T', ' ').replaceFirst("^(\\S+ \\d\\d:\\d\\d)$", "$1:00");
		try {
			return Optional.of(LocalDateTime.parse(full, DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)));
		} catch (DateTimeException e) {
			return Optional.empty();
		}
	}

	/** Day of the week, deviation and status stay open, hundredths are none. */
	private static Bytes octets(LocalDateTime time, Bytes now) {
		if (now.length() != 12) {
			throw new IllegalArgumentException("The attribute is no date-time.");
		}
		return Bytes.ofInts(time.getYear() >> 8, time.getYear() & 0xFF, time.getMonthValue(), time.getDayOfMonth(), 0xFF, time.getHour(), time.getMinute(), time.getSecond(), 0, 0x80, 0, 0);
	}

	private static String unquoted(String words) {
		return words.length() > 1 && words.startsWith("\"") && words.endsWith("\"") ? words.substring(1, words.length() - 1) : words;
	}

	/** Writes a value as a user would type it; values with parts as their octets. */
	public static String write(Value value) {
		return switch (value) {
			case Value.Bool it -> Boolean.toString(it.value());
			case Value.Int it -> it.value().toString();
			case Value.Bits it -> it.bits();
			case Value.Octets it -> it.bytes().hex();
			case Value.Visible it -> it.text();
			case Value.Utf8 it -> it.text();
			case Value.Float32 it -> Float.toString(it.value());
			case Value.Float64 it -> Double.toString(it.value());
			default -> value.equals(Values.nothing()) ? "" : "axdr %s".formatted(value);
		};
	}
}
