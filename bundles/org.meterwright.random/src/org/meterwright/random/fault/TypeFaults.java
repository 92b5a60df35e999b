// SPDX-License-Identifier: EPL-2.0
package org.meterwright.random.fault;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;

/** Faults of types, values, ranges, scalers and units. */
final class TypeFaults {
	private static final int VOLT = 35;
	private static final int WATT_HOUR = 30;
	/** Between the electrical units and those of gas: the table of units has nothing there. */
	private static final int NO_UNIT = 200;
	private static final Set<String> DATES = Set.of("octet_date_time", "octet_date");

	private TypeFaults() {
	}

	static List<FaultKind> kinds() {
		return List.of(
				FaultKind.of("value-type", "A value is of a type that the attribute does not have.", "TYPE", TypeFaults::valueType),
				FaultKind.of("attribute-type", "An attribute has a type that its class does not allow.", "TYPE", TypeFaults::attributeType),
				FaultKind.of("value-above-range", "A value is above the range of its attribute.", "TYPE", meter -> range(meter, true)),
				FaultKind.of("value-below-range", "A value is below the range of its attribute.", "TYPE", meter -> range(meter, false)),
				FaultKind.of("range-reversed", "The range of an attribute ends before it begins.", "TYPE", TypeFaults::rangeReversed),
				FaultKind.of("literal-unknown", "An enumeration has a number that it does not define.", "TYPE", TypeFaults::literalUnknown),
				FaultKind.of("number-beyond-type", "A number is outside the bounds that its type states.", "TYPE", TypeFaults::numberBeyond),
				FaultKind.of("string-long", "A string is longer than its type allows.", "TYPE", TypeFaults::stringLong),
				FaultKind.of("array-long", "An array has more elements than its type allows.", "TYPE", TypeFaults::arrayLong),
				FaultKind.of("bits-length", "A bit-string has another length than its type.", "TYPE", TypeFaults::bitsLength),
				FaultKind.of("field-lost", "A structure lacks a field.", "TYPE", TypeFaults::fieldLost),
				FaultKind.of("element-type", "An array holds an element of another type.", "TYPE", TypeFaults::elementType),
				FaultKind.of("scaler-beyond", "A scaler is beyond what any meter measures.", "TYPE", meter -> scaler(meter, 60)),
				FaultKind.of("unit-of-another", "The unit is not that of the quantity that the logical name says.", "TYPE OBIS", TypeFaults::unitOfAnother),
				FaultKind.of("unit-unknown", "The unit is a number that the standard does not define.", "TYPE", TypeFaults::unitUnknown),
				FaultKind.of("date-impossible", "A date has a month that is not there.", "TYPE TIME SCHED", meter -> date(meter, 2, 14)),
				FaultKind.of("day-impossible", "A date has a day that its month does not have.", "TYPE TIME SCHED", TypeFaults::dayImpossible),
				FaultKind.of("time-impossible", "A time has an hour that is not there.", "TYPE TIME SCHED", TypeFaults::timeImpossible));
	}

	private static Stream<Attribute> typed(Meter meter) {
		return Models.attributes(meter).filter(attribute -> attribute.getValue() != null && attribute.getType() != null && !(attribute.getType().bare() instanceof DataType.Any));
	}

	private static String label(Attribute attribute) {
		return "%s %d".formatted(Models.label((CosemObject) attribute.eContainer()), attribute.getDefinition().getIndex());
	}

	private static Stream<Site> valueType(Meter meter) {
		return typed(meter).filter(attribute -> !(attribute.getValue() instanceof Value.Float64) && !(attribute.getType().bare() instanceof DataType.Choice))
				.map(attribute -> Site.of(label(attribute), attribute, () -> attribute.setValue(new Value.Float64(1.5))));
	}

	private static Stream<Site> attributeType(Meter meter) {
		return typed(meter).filter(attribute -> attribute.getDefinition().getType().bare() instanceof DataType.Simple simple && simple.tag() != DataTag.TIME)
				.map(attribute -> Site.of(label(attribute), attribute, () -> {
					attribute.setType(DataType.valueOf("time"));
					attribute.setValue(null);
				}));
	}

	private static Stream<Site> range(Meter meter, boolean above) {
		return Models.attributes(meter).filter(attribute -> attribute.getValue() instanceof Value.Int && attribute.getMinimum() instanceof Value.Int && attribute.getMaximum() instanceof Value.Int)
				.filter(attribute -> canBe(attribute, beyond(attribute, above)))
				.map(attribute -> Site.of(label(attribute), attribute, () -> attribute.setValue(new Value.Int(attribute.getValue().tag(), beyond(attribute, above)))));
	}

	private static BigInteger beyond(Attribute attribute, boolean above) {
		return above ? ((Value.Int) attribute.getMaximum()).value().add(BigInteger.ONE) : ((Value.Int) attribute.getMinimum()).value().subtract(BigInteger.ONE);
	}

	private static boolean canBe(Attribute attribute, BigInteger number) {
		DataTag tag = attribute.getValue().tag();
		return number.compareTo(tag.minimum()) >= 0 && number.compareTo(tag.maximum()) <= 0;
	}

	private static Stream<Site> rangeReversed(Meter meter) {
		return Models.attributes(meter).filter(attribute -> attribute.getMinimum() != null && attribute.getMaximum() != null && !attribute.getMinimum().equals(attribute.getMaximum()))
				.map(attribute -> Site.of(label(attribute), attribute, () -> {
					Value least = attribute.getMinimum();
					attribute.setMinimum(attribute.getMaximum());
					attribute.setMaximum(least);
				}));
	}

	private static Stream<Site> literalUnknown(Meter meter) {
		return Models.parts(meter).filter(part -> part.type().bare() instanceof DataType.Enumeration literals && literals.literals().stream().noneMatch(literal -> literal.covers(150)))
				.filter(part -> !part.field().equals("unit")).map(part -> part.site(() -> part.set(150)));
	}

	private static Stream<Site> numberBeyond(Meter meter) {
		return Models.parts(meter).filter(part -> part.value() instanceof Value.Int && beyondSize(part) != null).map(part -> part.site(() -> part.set(new Value.Int(part.value().tag(), beyondSize(part)))));
	}

	private static BigInteger beyondSize(Part part) {
		if (!(part.type().bare() instanceof DataType.Simple simple) || simple.size().upper() == DataType.Size.UNBOUNDED) {
			return null;
		}
		BigInteger over = BigInteger.valueOf(simple.size().upper()).add(BigInteger.ONE);
		return over.compareTo(part.value().tag().maximum()) <= 0 ? over : null;
	}

	private static Stream<Site> stringLong(Meter meter) {
		return Models.parts(meter).filter(part -> part.value() instanceof Value.Octets && part.type().bare() instanceof DataType.Simple simple && simple.size().upper() < 1000)
				.map(part -> part.site(() -> part.set(new Value.Octets(Bytes.of(new byte[(int) ((DataType.Simple) part.type().bare()).size().upper() + 1])))));
	}

	private static Stream<Site> arrayLong(Meter meter) {
		return Models.parts(meter).filter(part -> part.value() instanceof Value.Array array && !array.elements().isEmpty() && longest(part) < 500).map(part -> part.site(() -> part.edit(elements -> {
			while (elements.size() <= longest(part)) {
				elements.add(elements.getFirst());
			}
			return elements;
		})));
	}

	private static long longest(Part part) {
		long own = part.path().isEmpty() && part.attribute().getMaximumLength() > 0 ? part.attribute().getMaximumLength() : Long.MAX_VALUE;
		return part.type().bare() instanceof DataType.ArrayOf array ? Math.min(own, array.size().upper()) : own;
	}

	private static Stream<Site> bitsLength(Meter meter) {
		return Models.parts(meter).filter(part -> part.value() instanceof Value.Bits && fixedBits(part.type().bare())).map(part -> part.site(() -> part.set(new Value.Bits("%s1".formatted(((Value.Bits) part.value()).bits())))));
	}

	private static boolean fixedBits(DataType type) {
		return type instanceof DataType.BitField field && field.carrier() == DataTag.BIT_STRING && field.size() > 0
				|| type instanceof DataType.Simple simple && simple.size().lower() == simple.size().upper();
	}

	private static Stream<Site> fieldLost(Meter meter) {
		return Models.parts(meter).filter(part -> part.value() instanceof Value.Structure && part.type().bare() instanceof DataType.StructureOf).map(part -> part.site(() -> part.edit(fields -> fields.subList(0, fields.size() - 1))));
	}

	private static Stream<Site> elementType(Meter meter) {
		return Models.parts(meter).filter(part -> part.value() instanceof Value.Array array && !array.elements().isEmpty() && part.type().bare() instanceof DataType.ArrayOf of && !(of.element().bare() instanceof DataType.Any))
				.map(part -> part.site(() -> part.edit(elements -> {
					elements.set(elements.size() - 1, new Value.Float64(2.5));
					return elements;
				})));
	}

	private static Stream<Part> scalerUnits(Meter meter) {
		return Models.parts(meter).filter(part -> part.get("scaler").isPresent() && part.get("unit").isPresent());
	}

	private static Stream<Site> scaler(Meter meter, int scaler) {
		return scalerUnits(meter).filter(part -> part.number("unit").orElse(0L) < 254).map(part -> part.site(() -> part.set("scaler", scaler)));
	}

	private static Stream<Site> unitOfAnother(Meter meter) {
		return scalerUnits(meter).filter(part -> {
			LogicalName name = part.object().getLogicalName();
			return name.a() == 1 && name.b() < 64 && Set.of(1, 2, 21, 22, 31, 32, 51, 52, 71, 72).contains(name.c()) && Set.of(6, 7, 8, 9).contains(name.d());
		}).map(part -> part.site(() -> part.set("unit", part.number("unit").orElse(0L) == VOLT ? WATT_HOUR : VOLT)));
	}

	private static Stream<Site> unitUnknown(Meter meter) {
		return scalerUnits(meter).map(part -> part.site(() -> part.set("unit", NO_UNIT)));
	}

	private static Stream<Part> dates(Meter meter) {
		return Models.parts(meter).filter(part -> part.value() instanceof Value.Octets && part.type() instanceof DataType.Named named && DATES.contains(named.name()));
	}

	private static Stream<Site> date(Meter meter, int octet, int wrong) {
		return dates(meter).map(part -> part.site(() -> part.set(withOctet(part, octet, wrong))));
	}

	private static Stream<Site> dayImpossible(Meter meter) {
		return dates(meter).map(part -> part.site(() -> {
			byte[] octets = ((Value.Octets) part.value()).bytes().toArray();
			octets[2] = 2;
			octets[3] = 30;
			part.set(new Value.Octets(Bytes.of(octets)));
		}));
	}

	private static Stream<Site> timeImpossible(Meter meter) {
		return Models.parts(meter).filter(part -> part.value() instanceof Value.Octets && part.type() instanceof DataType.Named named && named.name().equals("octet_time"))
				.map(part -> part.site(() -> part.set(withOctet(part, 0, 25))));
	}

	private static Value withOctet(Part part, int at, int value) {
		byte[] octets = ((Value.Octets) part.value()).bytes().toArray();
		octets[at] = (byte) value;
		return new Value.Octets(Bytes.of(octets));
	}

	/** Returns an octet-string in which every octet is not specified. */
	static Value unspecified(int length) {
		int[] octets = new int[length];
		Arrays.fill(octets, 0xFF);
		return Values.octets(octets);
	}
}
