// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.obis.Dictionary;
import org.meterwright.cosem.obis.DictionaryEntry;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.type.TemporalTypes;
import org.meterwright.cosem.type.TypeCheck;
import org.meterwright.cosem.type.TypeNotation;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;
import org.meterwright.cosem.words.ScalerUnit;
import org.meterwright.cosem.words.Unit;
import org.meterwright.cosem.words.ValueWords;
import org.meterwright.rules.check.Facts;
import org.meterwright.rules.check.Report;
import org.meterwright.rules.check.RuleArea;
import org.meterwright.rules.check.RuleBook;
import org.meterwright.rules.check.TypedValue;

/** Rules on types, values, scalers and units. */
public final class TypeRules implements RuleArea {
	/** Value not of the attribute's type. */
	public static final String VALUE = "MW-TYPE-001";
	/** Type not one that the class allows. */
	public static final String TYPE = "MW-TYPE-002";
	/** Value outside the attribute's range. */
	public static final String RANGE = "MW-TYPE-003";
	/** Value longer than the attribute allows. */
	public static final String LENGTH = "MW-TYPE-004";
	/** Bounds that no value of the type can keep. */
	public static final String BOUNDS = "MW-TYPE-005";
	/** Scaler beyond what a meter needs. */
	public static final String SCALER = "MW-TYPE-006";
	/** Unit of another quantity. */
	public static final String UNIT = "MW-TYPE-007";
	/** Impossible date or time. */
	public static final String DATE = "MW-TYPE-008";
	/** Unit of something that is no number. */
	public static final String UNIT_OF_TEXT = "MW-TYPE-009";

	private static final int LARGEST_SCALER = 9;
	private static final long NO_UNIT = 255;

	@Override
	public void register(RuleBook book) {
		book.on(Attribute.class, VALUE, this::value);
		book.on(Attribute.class, TYPE, this::type);
		book.on(Attribute.class, RANGE, this::range);
		book.on(Attribute.class, LENGTH, this::length);
		book.on(Attribute.class, BOUNDS, this::bounds);
		book.on(CosemObject.class, SCALER, this::scaler);
		book.on(CosemObject.class, UNIT, this::unit);
		book.on(Attribute.class, DATE, this::date);
		book.on(CosemObject.class, UNIT_OF_TEXT, this::unitOfText);
	}

	private static String label(Attribute attribute) {
		return "%s of %s".formatted(attribute.getDefinition().getName(), Facts.label(Facts.objectOf(attribute)));
	}

	private void value(Attribute attribute, Facts facts, Report report) {
		if (attribute.getValue() != null && attribute.getType() != null) {
			TypeCheck.problem(attribute.getType(), attribute.getValue())
					.ifPresent(problem -> report.on(attribute, "%s: %s".formatted(label(attribute), problem)));
		}
	}

	private void type(Attribute attribute, Facts facts, Report report) {
		DataType declared = attribute.getDefinition() == null ? null : attribute.getDefinition().getType();
		DataType own = attribute.getType();
		if (declared != null && own != null && !own.equals(declared) && !TypeFit.specialises(own, declared)) {
			report.on(attribute, "%s: %s is not what the class allows, %s".formatted(label(attribute), TypeNotation.brief(own),
					TypeNotation.brief(declared)));
		}
	}

	private void range(Attribute attribute, Facts facts, Report report) {
		Optional<BigInteger> number = number(attribute.getValue());
		Optional<BigInteger> minimum = number(attribute.getMinimum());
		Optional<BigInteger> maximum = number(attribute.getMaximum());
		if (number.isEmpty() || bothReversed(minimum, maximum)) {
			return;
		}
		if (minimum.isPresent() && number.get().compareTo(minimum.get()) < 0) {
			report.on(attribute, "%s: %s is below the lowest value %s".formatted(label(attribute), words(attribute, attribute.getValue()),
					words(attribute, attribute.getMinimum())), words(attribute, attribute.getMinimum()));
		} else if (maximum.isPresent() && number.get().compareTo(maximum.get()) > 0) {
			report.on(attribute, "%s: %s is above the highest value %s".formatted(label(attribute), words(attribute, attribute.getValue()),
					words(attribute, attribute.getMaximum())), words(attribute, attribute.getMaximum()));
		}
	}

	private static String words(Attribute attribute, Value value) {
		return ValueWords.alone().text(attribute, value);
	}

	private static Optional<BigInteger> number(Value value) {
		return value == null ? Optional.empty() : Values.bigNumber(value);
	}

	private static boolean bothReversed(Optional<BigInteger> minimum, Optional<BigInteger> maximum) {
		return minimum.isPresent() && maximum.isPresent() && minimum.get().compareTo(maximum.get()) > 0;
	}

	private void length(Attribute attribute, Facts facts, Report report) {
		int length = length(attribute.getValue());
		if (attribute.getMaximumLength() > 0 && length > attribute.getMaximumLength()) {
			report.on(attribute, "%s: the value is %d long, more than the %d allowed".formatted(label(attribute), length,
					attribute.getMaximumLength()), Integer.toString(length));
		}
	}

	private static int length(Value value) {
		return switch (value) {
			case null -> 0;
			case Value.Octets octets -> octets.bytes().length();
			case Value.Visible text -> text.text().length();
			case Value.Utf8 text -> text.text().getBytes(StandardCharsets.UTF_8).length;
			case Value.Bits bits -> bits.bits().length();
			case Value.Array array -> array.elements().size();
			default -> 0;
		};
	}

	private void bounds(Attribute attribute, Facts facts, Report report) {
		if (bothReversed(number(attribute.getMinimum()), number(attribute.getMaximum()))) {
			report.on(attribute, "%s: the lowest value is above the highest".formatted(label(attribute)));
		} else if (misfits(attribute, attribute.getMinimum()) || misfits(attribute, attribute.getMaximum())) {
			report.on(attribute, "%s: a bound of the range is no value of its type".formatted(label(attribute)));
		}
	}

	private static boolean misfits(Attribute attribute, Value bound) {
		return bound != null && attribute.getType() != null && !TypeCheck.fits(attribute.getType(), bound);
	}

	private static Optional<TypedValue> scalerUnit(CosemObject object) {
		return switch (Facts.classId(object)) {
			case ClassIds.REGISTER, ClassIds.EXTENDED_REGISTER -> Facts.value(object, 3);
			case ClassIds.DEMAND_REGISTER -> Facts.value(object, 4);
			default -> Optional.empty();
		};
	}

	private static int scalerUnitIndex(CosemObject object) {
		return Facts.is(object, ClassIds.DEMAND_REGISTER) ? 4 : 3;
	}

	private void scaler(CosemObject object, Facts facts, Report report) {
		scalerUnit(object).flatMap(value -> ScalerUnit.read(value.value())).filter(scale -> Math.abs(scale.scaler()) > LARGEST_SCALER)
				.ifPresent(scale -> report.on(object, scalerUnitIndex(object), "%s has a scaler of 10^%d: %s".formatted(Facts.label(object), scale.scaler(),
						scale.words())));
	}

	private void unit(CosemObject object, Facts facts, Report report) {
		Optional<Long> unit = scalerUnit(object).map(value -> value.number("unit")).filter(code -> code != 0);
		Dictionary dictionary = Dictionary.of(facts.meter());
		Set<Integer> units = unit.isEmpty() ? Set.of() : dictionary.find(object.getLogicalName()).map(DictionaryEntry::units).orElse(Set.of());
		if (!units.isEmpty() && !units.contains(unit.get().intValue())) {
			report.on(object, scalerUnitIndex(object), "%s is %s by its logical name, in %s, but its unit is %s".formatted(Facts.label(object),
					dictionary.name(object.getLogicalName()).orElse(""), units.stream().sorted().map(Unit::words).collect(Collectors.joining(" or ")),
					Unit.words(unit.get().intValue())), units.stream().sorted().findFirst().flatMap(Unit::of).map(Unit::name).stream().toArray(String[]::new));
		}
	}

	private void date(Attribute attribute, Facts facts, Report report) {
		if (attribute.getValue() == null || attribute.getValue() instanceof Value.Int) {
			return;
		}
		TypedValue.of(attribute).flatMap(TypeRules::dateProblem)
				.ifPresent(problem -> report.on(attribute, "%s: %s".formatted(label(attribute), problem)));
	}

	private static Optional<String> dateProblem(TypedValue value) {
		Optional<DataTag> kind = TemporalTypes.kind(value.type());
		if (kind.isPresent()) {
			return switch (value.value()) {
				case Value.Octets octets -> DateCheck.problem(kind.get(), octets.bytes());
				case Value.Temporal temporal -> DateCheck.problem(kind.get(), temporal.bytes());
				default -> Optional.empty();
			};
		}
		for (TypedValue part : value.parts()) {
			Optional<String> problem = dateProblem(part);
			if (problem.isPresent()) {
				return problem;
			}
		}
		return Optional.empty();
	}

	private void unitOfText(CosemObject object, Facts facts, Report report) {
		Optional<Long> unit = scalerUnit(object).map(value -> value.number("unit")).filter(code -> code != 0 && code != NO_UNIT);
		DataType type = Facts.attribute(object, 2).map(Attribute::getType).orElse(null);
		if (unit.isPresent() && type != null && type.bare() instanceof DataType.Simple simple && simple.tag().isString()) {
			report.on(object, scalerUnitIndex(object), "%s has a unit, but its value is %s".formatted(Facts.label(object),
					simple.tag().standardName()));
		}
	}
}
