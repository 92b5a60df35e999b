// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cosem.words;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.type.TemporalTypes;
import org.meterwright.cosem.type.TypeCheck;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Value;

/**
 * Says values in words, by their types: literals and named bits, dates, units, names of objects, attributes and scripts instead of numbers
 * and octets. The language itself is written elsewhere; this is for people who read.
 */
public final class ValueWords {
	private static final int LOGICAL_NAME = 6;
	private static final int MOST_ELEMENTS = 12;
	private static final int MOST_OCTETS = 24;
	private static final Map<String, String> WELL_KNOWN = Map.of("60857405080101", "logical name referencing, no ciphering", "60857405080102",
			"short name referencing, no ciphering", "60857405080103", "logical name referencing with ciphering", "60857405080104",
			"short name referencing with ciphering");
	private static final String MECHANISM = "608574050802";

	private final ObjectNames names;
	private final ReferenceWords references;

	private ValueWords(ObjectNames names) {
		this.names = names;
		this.references = new ReferenceWords(this, names);
	}

	/** Says values that stand alone. */
	public static ValueWords alone() {
		return new ValueWords(ObjectNames.NONE);
	}

	/** Says values of a logical device, whose objects it names. Made once from a finished model; later changes are not seen. */
	public static ValueWords in(LogicalDevice device) {
		return new ValueWords(ObjectNames.of(device));
	}

	/** Says the value of an attribute of a model; nothing: it has none. */
	public static Optional<String> of(Attribute attribute) {
		if (attribute.getValue() == null || !(attribute.eContainer() instanceof CosemObject object)) {
			return Optional.empty();
		}
		ValueWords words = CosemObjects.device(object).map(ValueWords::in).orElseGet(ValueWords::alone);
		return Optional.of(words.text(attribute, attribute.getValue()));
	}

	/** Says a value that an attribute has or could have: its own one, a bound, one that is written to it. */
	public String text(Attribute attribute, Value value) {
		DataType type = attribute.getType() == null ? new DataType.Any() : attribute.getType();
		if (attribute.eContainer() instanceof CosemObject object && attribute.getDefinition() != null) {
			Optional<ScalerUnit> scale = references.scale(object, attribute.getDefinition());
			if (scale.isPresent()) {
				return scaled(type, value, scale.get());
			}
		}
		return text(type, value);
	}

	private String scaled(DataType type, Value value, ScalerUnit scale) {
		return switch (value) {
			case Value.Int number when number.tag() != DataTag.ENUM && TemporalTypes.kind(type).isEmpty() -> scale.amount(number.value());
			case Value.Array array -> elements(array.elements().stream().map(each -> scaled(new DataType.Any(), each, scale)).toList());
			default -> text(type, value);
		};
	}

	/** Says a value of a type; where the value does not fit the type, it speaks for itself. */
	public String text(DataType type, Value value) {
		Optional<DataTag> temporal = TemporalTypes.kind(type);
		if (temporal.isPresent()) {
			return octetsOf(value).flatMap(octets -> TimeWords.of(temporal.get(), octets)).orElseGet(() -> plain(value));
		}
		return switch (type.bare()) {
			case DataType.Simple simple when value instanceof Value.Octets octets && isLogicalName(simple) -> logicalName(octets.bytes());
			case DataType.Enumeration enumeration when value instanceof Value.Int number -> literal(type, enumeration, number);
			case DataType.BitField field when value instanceof Value.Int || value instanceof Value.Bits -> bits(field, value);
			case DataType.ArrayOf array when value instanceof Value.Array list -> list(array.element(), list.elements());
			case DataType.CompactOf array when value instanceof Value.CompactArray list -> list(array.element(), list.elements());
			case DataType.StructureOf structure when value instanceof Value.Structure parts && structure.fields().size() == parts.fields().size() ->
				structure(type, structure, parts);
			case DataType.Choice choice -> choice.options().stream().filter(each -> TypeCheck.fits(each, value)).findFirst()
					.filter(each -> !(each.bare() instanceof DataType.Choice)).map(each -> text(each, value)).orElseGet(() -> plain(value));
			default -> plain(value);
		};
	}

	private static Optional<Bytes> octetsOf(Value value) {
		return switch (value) {
			case Value.Octets it -> Optional.of(it.bytes());
			case Value.Temporal it -> Optional.of(it.bytes());
			default -> Optional.empty();
		};
	}

	private static boolean isLogicalName(DataType.Simple type) {
		return type.tag() == DataTag.OCTET_STRING && type.size().lower() == LOGICAL_NAME && type.size().upper() == LOGICAL_NAME;
	}

	private String logicalName(Bytes octets) {
		return octets.length() == LOGICAL_NAME ? names.object(LogicalName.of(octets)) : octets(octets);
	}

	private static String literal(DataType type, DataType.Enumeration enumeration, Value.Int number) {
		if (type instanceof DataType.Named named && named.name().endsWith("unit_code")) {
			return Unit.words(number.value().intValue());
		}
		for (DataType.Literal literal : enumeration.literals()) {
			if (literal.covers(number.value().longValue())) {
				StringBuilder words = new StringBuilder(40).append(literal.name()).append(" (").append(number.value()).append(')'); // said of many attributes: a format takes longer
				return literal.text().isEmpty() ? words.toString() : words.append(": ").append(literal.text()).toString();
			}
		}
		return "%s, which has no name".formatted(number.value());
	}

	/** Names the bits that are set. */
	private static String bits(DataType.BitField field, Value value) {
		List<String> set = new ArrayList<>();
		for (int bit : setBits(field, value)) {
			set.add(field.literals().stream().filter(each -> each.covers(bit)).findFirst().map(DataType.Literal::name).orElse("bit %s".formatted(bit)));
		}
		return set.isEmpty() ? "no bit set" : String.join(", ", set);
	}

	private static List<Integer> setBits(DataType.BitField field, Value value) {
		return switch (value) {
			case Value.Bits bits -> IntStream.range(0, bits.bits().length()).filter(i -> bits.bits().charAt(i) == '1').boxed().toList();
			case Value.Int number -> {
				BigInteger all = number.value();
				yield IntStream.range(0, 8 * Math.max(1, field.carrier().width())).filter(all::testBit).boxed().toList();
			}
			default -> List.of();
		};
	}

	private String structure(DataType type, DataType.StructureOf structure, Value.Structure value) {
		if (ScalerUnit.is(type)) {
			return ScalerUnit.read(value).map(ScalerUnit::words).orElseGet(() -> plain(value));
		}
		return references.text(structure, value).orElseGet(() -> fields(structure, value, 0));
	}

	/** Says the fields of a structure from one on. */
	String fields(DataType.StructureOf structure, Value.Structure value, int from) {
		return IntStream.range(from, structure.fields().size())
				.mapToObj(i -> String.join(": ", structure.fields().get(i).name(), inner(structure.fields().get(i).type(), value.fields().get(i))))
				.collect(Collectors.joining(", "));
	}

	/** Says a part: lists and structures within get brackets. */
	private String inner(DataType type, Value value) {
		String text = text(type, value);
		return (value instanceof Value.Array || value instanceof Value.Structure) && text.contains(": ") ? "(%s)".formatted(text) : text;
	}

	private String list(DataType element, List<Value> values) {
		return elements(values.stream().limit(MOST_ELEMENTS).map(each -> text(element, each)).toList(), values.size());
	}

	private static String elements(List<String> texts) {
		return elements(texts.size() > MOST_ELEMENTS ? texts.subList(0, MOST_ELEMENTS) : texts, texts.size());
	}

	private static String elements(List<String> first, int count) {
		if (count == 0) {
			return "empty";
		}
		String words = String.join("; ", first);
		return count > first.size() ? "%s; and %s more".formatted(words, count - first.size()) : words;
	}

	/** Says a value of which nothing but its tag is known. */
	private static String plain(Value value) {
		return switch (value) {
			case Value.Null nothing -> "nothing";
			case Value.DontCare any -> "anything";
			case Value.Bool bool -> Boolean.toString(bool.value());
			case Value.Bits bits -> bits.bits().isEmpty() ? "no bits" : "bits %s".formatted(bits.bits());
			case Value.Int number -> number.value().toString();
			case Value.Float32 number -> floating(number.value(), Float.toString(number.value()));
			case Value.Float64 number -> floating(number.value(), Double.toString(number.value()));
			case Value.Octets octets -> octets(octets.bytes());
			case Value.Visible text -> "\"%s\"".formatted(text.text());
			case Value.Utf8 text -> "\"%s\"".formatted(text.text());
			case Value.Temporal time -> TimeWords.of(time.tag(), time.bytes()).orElseGet(() -> octets(time.bytes()));
			case Value.Array array -> elements(array.elements().stream().map(ValueWords::plainPart).toList());
			case Value.CompactArray array -> elements(array.elements().stream().map(ValueWords::plainPart).toList());
			case Value.Structure structure -> structure.fields().stream().map(ValueWords::plainPart).collect(Collectors.joining(", "));
		};
	}

	private static String plainPart(Value value) {
		boolean parts = value instanceof Value.Array || value instanceof Value.Structure || value instanceof Value.CompactArray;
		return parts ? "(%s)".formatted(plain(value)) : plain(value);
	}

	private static String floating(double number, String digits) {
		return Double.isNaN(number) || Double.isInfinite(number) ? digits : new BigDecimal(digits).toPlainString();
	}

	private static String octets(Bytes octets) {
		String known = WELL_KNOWN.get(octets.hex());
		if (known != null) {
			return known;
		}
		if (octets.length() == 7 && octets.hex().startsWith(MECHANISM)) {
			return "authentication %s".formatted(AccessWords.mechanism(octets.at(6)));
		}
		String text = new String(octets.toArray(), StandardCharsets.ISO_8859_1);
		if (octets.length() > 1 && text.chars().allMatch(c -> c >= 0x20 && c <= 0x7E)) {
			return new StringBuilder(text.length() + 2).append('"').append(text).append('"').toString();
		}
		if (octets.length() == 0) {
			return "empty";
		}
		String hex = octets.length() > MOST_OCTETS ? "%s...".formatted(octets.slice(0, MOST_OCTETS).hex()) : octets.hex();
		return "%s octet%s %s".formatted(octets.length(), octets.length() == 1 ? "" : "s", hex);
	}
}
