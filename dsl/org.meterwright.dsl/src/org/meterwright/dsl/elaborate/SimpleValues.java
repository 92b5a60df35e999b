// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.elaborate;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.meterwright.cosem.time.CosemDateTime;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.type.TemporalTypes;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.value.Value;
import org.meterwright.dsl.cosemDsl.BitsValue;
import org.meterwright.dsl.cosemDsl.BoolValue;
import org.meterwright.dsl.cosemDsl.EnumValue;
import org.meterwright.dsl.cosemDsl.NullValue;
import org.meterwright.dsl.cosemDsl.ObisValue;
import org.meterwright.dsl.cosemDsl.OctetsValue;
import org.meterwright.dsl.cosemDsl.QuantityValue;
import org.meterwright.dsl.cosemDsl.Ref;
import org.meterwright.dsl.cosemDsl.RefValue;
import org.meterwright.dsl.cosemDsl.TemporalValue;
import org.meterwright.dsl.cosemDsl.TextValue;
import org.meterwright.dsl.cosemDsl.ValueExpr;
import org.meterwright.dsl.elaborate.Values.Context;
import org.meterwright.dsl.values.ValueTexts;

/** Values without parts: numbers, strings, dates, enumerations, bits. */
final class SimpleValues {
	private final Numbers numbers;
	private final ReferenceValues references;

	SimpleValues(Numbers numbers, ReferenceValues references) {
		this.numbers = numbers;
		this.references = references;
	}

	/** Converts to a type without parts, which may have a name that says more: an octet-string that holds a date. */
	Value simple(ValueExpr expr, DataType type, Context context) {
		DataType.Simple plain = (DataType.Simple) type.bare();
		Optional<DataTag> temporal = TemporalTypes.kind(type);
		if (expr instanceof RefValue ref && ref.isTyped()) {
			return typed(ref, plain, context);
		}
		Value value = temporal.isPresent() && !(expr instanceof OctetsValue) ? temporal(expr, temporal.get(), plain.tag(), type, context) : plain(expr, plain.tag(), type, context);
		bounds(expr, plain, value);
		return value;
	}

	private Value typed(RefValue ref, DataType.Simple type, Context context) {
		String name = Resolver.text(ref.getFirst());
		if (!name.equals(type.tag().standardName())) {
			throw new ValueProblem("MW-LANG-050", ref, "%s is expected here, not %s".formatted(type.tag().standardName(), name));
		}
		return simple(ref.getArgument(), type, context);
	}

	private Value plain(ValueExpr expr, DataTag tag, DataType type, Context context) {
		return switch (tag) {
			case NULL_DATA -> only(expr instanceof NullValue, expr, type, Value.Null::new);
			case DONT_CARE -> only(expr instanceof RefValue ref && Resolver.text(ref.getFirst()).equals("dont-care"), expr, type, Value.DontCare::new);
			case BOOLEAN -> only(expr instanceof BoolValue, expr, type, () -> new Value.Bool(((BoolValue) expr).getValue().equals("true")));
			case BIT_STRING -> only(expr instanceof BitsValue, expr, type, () -> new Value.Bits(((BitsValue) expr).getBits()));
			case FLOAT32, FLOAT64 -> floating(expr, tag, type, context);
			case OCTET_STRING -> octets(expr, type, context);
			case VISIBLE_STRING -> visible(expr, type);
			case UTF8_STRING -> only(expr instanceof TextValue, expr, type, () -> new Value.Utf8(((TextValue) expr).getText()));
			case DATE_TIME, DATE, TIME -> rawTemporal(expr, tag, type);
			case ENUM -> expr instanceof EnumValue code ? enumCode(code) : integer(expr, tag, type, context);
			default -> integer(expr, tag, type, context);
		};
	}

	private static Value only(boolean fits, ValueExpr expr, DataType type, Supplier<Value> value) {
		if (!fits) {
			throw unfit(expr, type);
		}
		return value.get();
	}

	static ValueProblem unfit(ValueExpr expr, DataType type) {
		return new ValueProblem("MW-LANG-050", expr, "%s is expected here, not %s".formatted(Values.name(type), Describe.value(expr)), ValueTexts.zero(type));
	}

	private Value integer(ValueExpr expr, DataTag tag, DataType type, Context context) {
		if (expr instanceof QuantityValue quantity) {
			return numbers.integer(quantity, tag, context.scale());
		}
		throw unfit(expr, type);
	}

	private static Value enumCode(EnumValue code) {
		long number = Numerals.longOf(code.getCode());
		if (number < 0 || number > 255) {
			throw new ValueProblem("MW-LANG-051", code, "enum(%d) is outside 0 to 255".formatted(number));
		}
		return new Value.Int(DataTag.ENUM, number);
	}

	private Value floating(ValueExpr expr, DataTag tag, DataType type, Context context) {
		double number = switch (expr) {
			case QuantityValue it -> signed(it, numbers.number(it, context.scale()).doubleValue());
			case RefValue it when Resolver.text(it.getFirst()).equals("nan") -> Double.NaN;
			case RefValue it when Resolver.text(it.getFirst()).equals("infinity") -> Double.POSITIVE_INFINITY;
			case RefValue it when Resolver.text(it.getFirst()).equals("minus_infinity") -> Double.NEGATIVE_INFINITY;
			default -> throw unfit(expr, type);
		};
		boolean quantity = expr instanceof QuantityValue;
		if (quantity && (Double.isInfinite(number) || tag == DataTag.FLOAT32 && Float.isInfinite((float) number))) {
			throw new ValueProblem("MW-LANG-051", expr, "the number does not fit %s".formatted(tag.standardName()));
		}
		return tag == DataTag.FLOAT32 ? new Value.Float32((float) number) : new Value.Float64(number);
	}

	/** Keeps the sign of a zero: floating point numbers have two of them. */
	private static double signed(QuantityValue quantity, double number) {
		return number == 0 && quantity.getNumber().startsWith("-") ? -0.0 : number;
	}

	private Value octets(ValueExpr expr, DataType type, Context context) {
		return switch (expr) {
			case OctetsValue it -> new Value.Octets(bytes(it));
			case TextValue it -> new Value.Octets(ascii(it));
			case ObisValue it -> new Value.Octets(LogicalNameText.parse(it, it.getLn(), context.scope().env()).bytes());
			case RefValue it when it.getMore().isEmpty() -> references.logicalName(it, context.scope());
			case TemporalValue it -> throw new ValueProblem("MW-LANG-050", it,
					"a date is no octet-string here; write its octets as hex, or use the type octet_date_time, octet_date or octet_time");
			default -> throw unfit(expr, type);
		};
	}

	private static Bytes bytes(OctetsValue value) {
		try {
			return Bytes.ofHex(value.getOctets());
		} catch (IllegalArgumentException e) {
			throw new ValueProblem("MW-LANG-050", value, "hex needs two digits for each octet");
		}
	}

	private static Bytes ascii(TextValue value) {
		String text = value.getText();
		if (text.chars().anyMatch(c -> c > 0x7E)) {
			throw new ValueProblem("MW-LANG-050", value, "an octet-string takes ASCII text only; write other octets as hex, or use utf8-string");
		}
		return Bytes.of(text.getBytes(StandardCharsets.US_ASCII));
	}

	private static Value visible(ValueExpr expr, DataType type) {
		if (!(expr instanceof TextValue text)) {
			throw unfit(expr, type);
		}
		if (text.getText().chars().anyMatch(c -> c < 0x20 || c > 0x7E)) {
			throw new ValueProblem("MW-LANG-050", expr, "a visible-string takes printable ASCII only");
		}
		return new Value.Visible(text.getText());
	}

	private Value temporal(ValueExpr expr, DataTag kind, DataTag tag, DataType type, Context context) {
		if (!(expr instanceof TemporalValue value)) {
			return plain(expr, tag, type, context);
		}
		Bytes octets = parse(value, kind);
		return tag == DataTag.OCTET_STRING ? new Value.Octets(octets) : new Value.Temporal(tag, octets);
	}

	static Bytes parse(TemporalValue value, DataTag kind) {
		String date = value.getDate();
		String time = value.getTime();
		String text = date == null ? time : time == null ? date : "%s %s".formatted(date, time);
		try {
			boolean anyTime = kind == DataTag.DATE_TIME && time == null;
			return CosemDateTime.parse(kind, anyTime ? "%s *:*:*".formatted(text) : text);
		} catch (IllegalArgumentException e) {
			throw new ValueProblem("MW-LANG-056", value, e.getMessage());
		}
	}

	private static Value rawTemporal(ValueExpr expr, DataTag tag, DataType type) {
		if (!(expr instanceof OctetsValue octets)) {
			throw unfit(expr, type);
		}
		Bytes bytes = bytes(octets);
		if (bytes.length() != tag.width()) {
			throw new ValueProblem("MW-LANG-051", expr, "%s has %d octets, not %d".formatted(tag.standardName(), tag.width(), bytes.length()));
		}
		return new Value.Temporal(tag, bytes);
	}

	private static void bounds(ValueExpr expr, DataType.Simple type, Value value) {
		long length = switch (value) {
			case Value.Octets it -> it.bytes().length();
			case Value.Visible it -> it.text().length();
			case Value.Utf8 it -> it.text().getBytes(StandardCharsets.UTF_8).length;
			case Value.Bits it -> it.bits().length();
			default -> Long.MIN_VALUE;
		};
		if (length >= 0 && !type.size().contains(length)) {
			throw new ValueProblem("MW-LANG-051", expr, "the %s has length %d; %s is expected".formatted(type.tag().standardName(), length, Values.sizeText(type.size())));
		}
	}

	/** Converts to an enumeration: a literal's name, or a number. */
	Value enumeration(ValueExpr expr, DataType.Enumeration type, Context context) {
		return switch (expr) {
			case RefValue it when it.getMore().isEmpty() && !it.isTyped() -> new Value.Int(DataTag.ENUM, literal(it.getFirst(), type.literals()).value());
			case EnumValue it -> enumCode(it);
			case QuantityValue it -> numbers.integer(it, DataTag.ENUM, context.scale());
			case RefValue it when !it.getMore().isEmpty() -> throw new ValueProblem("MW-LANG-050", it, "only bits are joined with |; one of %s is expected here".formatted(
					literalNames(type.literals())));
			default -> throw unfit(expr, type);
		};
	}

	private static DataType.Literal literal(Ref ref, List<DataType.Literal> literals) {
		String name = Resolver.text(ref);
		Optional<DataType.Literal> found = literals.stream().filter(each -> each.name().equals(name)).findFirst();
		if (found.isEmpty() || found.get().isRange()) {
			List<String> names = literals.stream().filter(each -> !each.isRange()).map(DataType.Literal::name).toList();
			String hint = Suggest.nearest(name, names).map("did you mean %s?"::formatted).orElse("one of %s is expected".formatted(literalNames(literals)));
			String what = found.isPresent() ? "%s is a range; write a number in it".formatted(name) : "no literal %s; %s".formatted(name, hint);
			throw new ValueProblem("MW-LANG-057", ref, what, Suggest.nearest(name, names).map(each -> new String[] { each }).orElse(new String[0]));
		}
		return found.get();
	}

	private static String literalNames(List<DataType.Literal> literals) {
		String names = literals.stream().limit(12).map(DataType.Literal::name).collect(Collectors.joining(", "));
		return literals.size() > 12 ? names + ", ..." : names;
	}

	/** Converts to named bits: {@code a | b}, bits or, in a number, its value. */
	Value bits(ValueExpr expr, DataType.BitField type) {
		boolean string = type.carrier() == DataTag.BIT_STRING;
		return switch (expr) {
			case RefValue it when !it.isTyped() -> string ? bitString(it, type) : bitNumber(it, type);
			case BitsValue it when string -> bitText(it, type);
			case QuantityValue it when !string -> numbers.integer(it, type.carrier(), Optional.empty());
			case EnumValue it when type.carrier() == DataTag.ENUM -> enumCode(it);
			default -> throw unfit(expr, type);
		};
	}

	private static Value bitText(BitsValue expr, DataType.BitField type) {
		if (expr.getBits().length() != type.size() && !expr.getBits().isEmpty()) {
			throw new ValueProblem("MW-LANG-051", expr, "%d bits are expected here, not %d".formatted(type.size(), expr.getBits().length()),
					"bits\"%s\"".formatted((expr.getBits() + "0".repeat(type.size())).substring(0, type.size())));
		}
		return new Value.Bits(expr.getBits().isEmpty() ? "0".repeat(type.size()) : expr.getBits());
	}

	private static List<Integer> bitNumbers(RefValue expr, DataType.BitField type) {
		List<Integer> all = new ArrayList<>();
		all.add(literal(expr.getFirst(), type.literals()).value());
		expr.getMore().forEach(ref -> all.add(literal(ref, type.literals()).value()));
		return all;
	}

	private static Value bitString(RefValue expr, DataType.BitField type) {
		StringBuilder bits = new StringBuilder("0".repeat(type.size()));
		bitNumbers(expr, type).forEach(bit -> bits.setCharAt(bit, '1'));
		return new Value.Bits(bits.toString());
	}

	private static Value bitNumber(RefValue expr, DataType.BitField type) {
		BigInteger number = BigInteger.ZERO;
		for (int bit : bitNumbers(expr, type)) {
			number = number.setBit(bit);
		}
		if (type.carrier().signed() && number.compareTo(type.carrier().maximum()) > 0) {
			number = number.subtract(BigInteger.ONE.shiftLeft(type.carrier().width() * 8));
		}
		return new Value.Int(type.carrier(), number);
	}
}
