// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.values;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.meterwright.cosem.time.CosemDateTime;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.type.TemporalTypes;
import org.meterwright.cosem.type.TypeCheck;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Value;

/** Writes values by their types: literals, bits, dates, units and the names of objects instead of numbers and octets. */
public final class ValueText {
	private static final int LOGICAL_NAME = 6;

	private final Words words;
	private final Function<LogicalName, Optional<String>> objects;

	/**
	 * Makes a writer.
	 *
	 * @param objects finds the name of the only object with a logical name
	 */
	public ValueText(Words words, Function<LogicalName, Optional<String>> objects) {
		this.words = words;
		this.objects = objects;
	}

	/** Writes a value of a type. */
	public String text(DataType type, Value value) {
		Optional<DataTag> temporal = TemporalTypes.kind(type);
		if (temporal.isPresent()) {
			return temporal(temporal.get(), value);
		}
		return switch (type.bare()) {
			case DataType.Simple simple when !simple.tag().hasParts() -> simple(simple, value);
			case DataType.Enumeration enumeration -> literal(enumeration, value);
			case DataType.BitField field -> bits(field, value);
			case DataType.ArrayOf array when value instanceof Value.Array list -> list(array.element(), list.elements());
			case DataType.CompactOf array when value instanceof Value.CompactArray list -> list(array.element(), list.elements());
			case DataType.StructureOf structure when value instanceof Value.Structure parts && !structure.fields().isEmpty() -> structure(structure, parts);
			case DataType.Choice choice -> option(choice, value);
			default -> open(value);
		};
	}

	private String temporal(DataTag kind, Value value) {
		Bytes octets = switch (value) {
			case Value.Octets it -> it.bytes();
			case Value.Temporal it -> it.bytes();
			default -> Bytes.EMPTY;
		};
		return CosemDateTime.print(kind, octets).orElseGet(() -> hex(octets));
	}

	private static String hex(Bytes octets) {
		return "hex\"%s\"".formatted(octets.hex());
	}

	private String simple(DataType.Simple type, Value value) {
		return switch (value) {
			case Value.Octets octets when type.size().lower() == LOGICAL_NAME && type.size().upper() == LOGICAL_NAME -> logicalName(octets.bytes());
			case Value.Octets octets -> octets(octets.bytes());
			default -> leaf(value);
		};
	}

	private String logicalName(Bytes octets) {
		if (octets.length() != LOGICAL_NAME) {
			return hex(octets);
		}
		LogicalName name = LogicalName.of(octets);
		return objects.apply(name).orElseGet(name::toString);
	}

	private static String octets(Bytes octets) {
		String text = new String(octets.toArray(), StandardCharsets.ISO_8859_1);
		boolean readable = octets.length() > 1 && text.chars().allMatch(c -> c >= 0x20 && c <= 0x7E);
		return readable ? Words.quoted(text) : hex(octets);
	}

	/** Writes a value whose type is known from around it. */
	private static String leaf(Value value) {
		return switch (value) {
			case Value.Null nothing -> "null";
			case Value.DontCare any -> "dont-care";
			case Value.Bool bool -> Boolean.toString(bool.value());
			case Value.Bits bits -> "bits\"%s\"".formatted(bits.bits());
			case Value.Int number -> number.value().toString();
			case Value.Float32 number -> floating(number.value(), Float.toString(number.value()));
			case Value.Float64 number -> floating(number.value(), Double.toString(number.value()));
			case Value.Octets octets -> octets(octets.bytes());
			case Value.Visible text -> Words.quoted(text.text());
			case Value.Utf8 text -> Words.quoted(text.text());
			case Value.Temporal time -> CosemDateTime.print(time.tag(), time.bytes()).orElseGet(() -> hex(time.bytes()));
			default -> throw new IllegalArgumentException("%s has parts".formatted(value.tag().standardName()));
		};
	}

	private static String floating(double number, String digits) {
		if (Double.isNaN(number)) {
			return "nan";
		}
		if (Double.isInfinite(number)) {
			return number > 0 ? "infinity" : "minus_infinity";
		}
		return number == 0 ? digits : new BigDecimal(digits).toPlainString();
	}

	private String literal(DataType.Enumeration type, Value value) {
		if (!(value instanceof Value.Int number)) {
			return open(value);
		}
		int code = number.value().intValue();
		return type.literals().stream().filter(literal -> !literal.isRange() && literal.value() == code).findFirst().map(literal -> words.name(literal.name()))
				.orElseGet(number.value()::toString);
	}

	private String bits(DataType.BitField type, Value value) {
		List<Integer> set = setBits(type, value);
		List<String> names = new ArrayList<>();
		for (int bit : set) {
			type.literals().stream().filter(literal -> literal.value() == bit).findFirst().ifPresent(literal -> names.add(words.name(literal.name())));
		}
		boolean named = !set.isEmpty() && names.size() == set.size() && (!(value instanceof Value.Bits bits) || bits.bits().length() == type.size());
		return named ? String.join(" | ", names) : leaf(value);
	}

	private static List<Integer> setBits(DataType.BitField type, Value value) {
		return switch (value) {
			case Value.Bits bits -> IntStream.range(0, bits.bits().length()).filter(i -> bits.bits().charAt(i) == '1').boxed().toList();
			case Value.Int number -> {
				BigInteger all = number.value();
				yield IntStream.range(0, 8 * type.carrier().width()).filter(all::testBit).boxed().toList();
			}
			default -> List.of();
		};
	}

	private String list(DataType element, List<Value> values) {
		return values.stream().map(value -> text(element, value)).collect(Collectors.joining(", ", "[", "]"));
	}

	private String structure(DataType.StructureOf type, Value.Structure value) {
		if (type.fields().size() != value.fields().size()) {
			return open(value);
		}
		return scalerUnit(type, value).orElseGet(() -> IntStream.range(0, type.fields().size())
				.mapToObj(i -> "%s: %s".formatted(type.fields().get(i).name(), text(type.fields().get(i).type(), value.fields().get(i))))
				.collect(Collectors.joining(", ", "{ ", " }")));
	}

	private Optional<String> scalerUnit(DataType.StructureOf type, Value.Structure value) {
		boolean scaler = type.fields().size() == 2 && type.fields().get(0).name().equals("scaler") && type.fields().get(1).name().equals("unit");
		if (!scaler || !(type.fields().get(1).type().bare() instanceof DataType.Enumeration units) || !TypeCheck.fits(type, value)) {
			return Optional.empty();
		}
		String unit = literal(units, value.fields().get(1));
		return Words.isName(unit) ? Optional.of("10^%s %s".formatted(leaf(value.fields().get(0)), unit)) : Optional.empty();
	}

	/** Writes a value of a choice so that only one option is meant. */
	private String option(DataType.Choice choice, Value value) {
		Optional<DataType> option = choice.options().stream().filter(each -> TypeCheck.fits(each, value)).findFirst();
		boolean parts = value instanceof Value.Array || value instanceof Value.Structure || value instanceof Value.CompactArray;
		return option.isPresent() && parts ? text(option.get(), value) : open(value);
	}

	/** Writes a value that tells its type itself. */
	private String open(Value value) {
		return switch (value) {
			case Value.Array array -> array.elements().stream().map(this::open).collect(Collectors.joining(", ", "[", "]"));
			case Value.CompactArray array -> array.elements().stream().map(this::open).collect(Collectors.joining(", ", "[", "]"));
			case Value.Structure structure -> IntStream.range(0, structure.fields().size())
					.mapToObj(i -> "field%d: %s".formatted(i + 1, open(structure.fields().get(i)))).collect(Collectors.joining(", ", "{ ", " }"));
			case Value.Null nothing -> "null";
			case Value.DontCare any -> "dont-care";
			case Value.Bool bool -> leaf(bool);
			case Value.Bits bits -> leaf(bits);
			case Value.Int number when number.tag() == DataTag.ENUM -> "enum(%s)".formatted(number.value());
			default -> "%s(%s)".formatted(value.tag().standardName(), leaf(value));
		};
	}
}
