// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.compare;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.obis.Dictionary;
import org.meterwright.cosem.query.ModelIndex;
import org.meterwright.cosem.time.CosemDateTime;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.type.TemporalTypes;
import org.meterwright.cosem.type.TypeCheck;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;

/** Says things in the words of a model: its types, its dictionary and the names of its objects. */
public final class ModelWording implements Wording {
	private final ModelIndex index;
	private final Dictionary dictionary;

	/** Makes the wording of a meter. */
	public ModelWording(Meter meter) {
		this.index = new ModelIndex(meter);
		this.dictionary = Dictionary.of(meter);
	}

	@Override
	public String meaning(CosemObject object) {
		return object.getLogicalName() == null ? "" : dictionary.name(object.getLogicalName()).orElse("");
	}

	@Override
	public String value(DataType type, Value value) {
		Optional<DataTag> temporal = TemporalTypes.kind(type);
		if (temporal.isPresent()) {
			return CosemDateTime.print(temporal.get(), octets(value)).orElseGet(() -> open(value));
		}
		return switch (type.bare()) {
			case DataType.Enumeration enumeration when value instanceof Value.Int number -> enumeration.literals().stream().filter(literal -> !literal.isRange()
					&& literal.value() == number.value().intValue()).findFirst().map(DataType.Literal::name).orElseGet(number.value()::toString);
			case DataType.BitField field -> bits(field, value);
			case DataType.ArrayOf array when value instanceof Value.Array list -> list.elements().stream().map(each -> value(array.element(), each))
					.collect(Collectors.joining(", ", "[", "]"));
			case DataType.StructureOf structure when value instanceof Value.Structure fields && structure.fields().size() == fields.fields().size() -> structure(structure, fields.fields());
			case DataType.Choice choice -> choice.options().stream().filter(option -> TypeCheck.fits(option, value)).findFirst().map(option -> value(option, value)).orElseGet(() -> open(value));
			default -> open(value);
		};
	}

	private static Bytes octets(Value value) {
		return switch (value) {
			case Value.Octets octets -> octets.bytes();
			case Value.Temporal time -> time.bytes();
			default -> Bytes.EMPTY;
		};
	}

	private String bits(DataType.BitField type, Value value) {
		String names = type.literals().stream().filter(literal -> isSet(value, literal.value())).map(DataType.Literal::name).collect(Collectors.joining(" | "));
		return names.isEmpty() ? open(value) : names;
	}

	private static boolean isSet(Value value, int bit) {
		return switch (value) {
			case Value.Bits bits -> bit < bits.bits().length() && bits.bits().charAt(bit) == '1';
			case Value.Int number -> number.value().testBit(bit);
			default -> false;
		};
	}

	private String structure(DataType.StructureOf type, List<Value> fields) {
		if (fields.size() == 2 && type.fields().getFirst().name().equals("scaler")) {
			return "10^%s %s".formatted(open(fields.get(0)), value(type.fields().get(1).type(), fields.get(1)));
		}
		return IntStream.range(0, fields.size()).mapToObj(i -> "%s: %s".formatted(type.fields().get(i).name(), value(type.fields().get(i).type(), fields.get(i))))
				.collect(Collectors.joining(", ", "{ ", " }"));
	}

	private String open(Value value) {
		return switch (value) {
			case Value.Null nothing -> "null";
			case Value.Bool bool -> Boolean.toString(bool.value());
			case Value.Int number -> number.value().toString();
			case Value.Bits bits -> "bits\"%s\"".formatted(bits.bits());
			case Value.Octets octets -> Values.asLogicalName(octets).map(this::object).orElseGet(() -> octets(octets.bytes()));
			case Value.Visible text -> "\"%s\"".formatted(text.text());
			case Value.Utf8 text -> "\"%s\"".formatted(text.text());
			case Value.Float32 number -> Float.toString(number.value());
			case Value.Float64 number -> Double.toString(number.value());
			case Value.Temporal time -> CosemDateTime.print(time.tag(), time.bytes()).orElseGet(() -> octets(time.bytes()));
			case Value.Array array -> parts(array.elements(), "[", "]");
			case Value.CompactArray array -> parts(array.elements(), "[", "]");
			case Value.Structure structure -> parts(structure.fields(), "{ ", " }");
			case Value.DontCare any -> "dont-care";
		};
	}

	private String parts(List<Value> values, String open, String close) {
		return values.stream().map(this::open).collect(Collectors.joining(", ", open, close));
	}

	private String object(LogicalName name) {
		return index.meter().getDevices().stream().map(device -> index.object(device, name)).flatMap(Optional::stream).findFirst().map(CosemObject::getName).filter(found -> !found.isEmpty())
				.orElseGet(name::toString);
	}

	private static String octets(Bytes octets) {
		String text = new String(octets.toArray(), StandardCharsets.ISO_8859_1);
		boolean readable = octets.length() > 1 && text.chars().allMatch(c -> c >= 0x20 && c <= 0x7E);
		return readable ? "\"%s\"".formatted(text) : "hex\"%s\"".formatted(octets.hex());
	}
}
