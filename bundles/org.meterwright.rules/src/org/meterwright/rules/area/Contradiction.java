// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.RequiredAttribute;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.type.DataType.BitField;
import org.meterwright.cosem.type.DataType.Literal;
import org.meterwright.cosem.type.TypeCheck;
import org.meterwright.cosem.type.TypeNotation;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;
import org.meterwright.cosem.words.ValueWords;
import org.meterwright.rules.check.Facts;

/** What is wrong with an attribute, held against what a companion wants of it: type, named bits, constant, captures, range. */
final class Contradiction {
	private static final int PROFILE_GENERIC = 7;
	private static final int CAPTURE_OBJECTS = 3;

	private Contradiction() {
	}

	static Optional<String> of(CosemObject object, RequiredAttribute required) {
		Optional<Attribute> attribute = Facts.attribute(object, required.getIndex());
		if (attribute.isEmpty()) {
			return Optional.of("is required");
		}
		DataType type = attribute.get().getType();
		if (required.getType() != null && type != null && !TypeFit.specialises(type, required.getType())) {
			return Optional.of("must be %s, not %s".formatted(TypeNotation.brief(required.getType()), TypeNotation.brief(type)));
		}
		return bits(type, required.getType()).or(() -> constant(object, attribute.get().getValue(), required));
	}

	/** Tells the number that an attribute must hold: the constant, or the bound that is nearest; nothing where another type or no number is wanted. */
	static String[] expected(CosemObject object, RequiredAttribute required) {
		Attribute attribute = Facts.attribute(object, required.getIndex()).orElse(null);
		Optional<BigInteger> number = attribute == null || attribute.getValue() == null ? Optional.empty() : Values.bigNumber(attribute.getValue());
		Value bound = required.getMinimum() != null && compares(number, required.getMinimum(), -1) ? required.getMinimum() : required.getMaximum();
		Value wanted = required.getValue() != null ? required.getValue() : bound;
		boolean typed = attribute != null && wanted != null && attribute.getType() != null && TypeCheck.fits(attribute.getType(), wanted);
		return typed && number.isPresent() && Values.bigNumber(wanted).isPresent() ? new String[] { ValueWords.alone().text(attribute, wanted) } : new String[0];
	}

	/** Bits that have another name than the companion's, or that it reserves. */
	private static Optional<String> bits(DataType own, DataType wanted) {
		if (own == null || wanted == null || !(own.bare() instanceof BitField mine) || !(wanted.bare() instanceof BitField theirs) || theirs.literals().isEmpty()) {
			return Optional.empty();
		}
		return mine.literals().stream().flatMap(bit -> bit(bit, theirs.literals()).stream()).findFirst();
	}

	private static Optional<String> bit(Literal own, List<Literal> wanted) {
		Optional<Literal> companions = wanted.stream().filter(each -> each.value() == own.value()).findFirst();
		if (companions.isEmpty()) {
			return Optional.of("has bit %d for %s, which the companion reserves".formatted(own.value(), own.name()));
		}
		return companions.get().name().equals(own.name()) ? Optional.empty()
				: Optional.of("has bit %d for %s, which is for %s".formatted(own.value(), own.name(), companions.get().name()));
	}

	private static Optional<String> constant(CosemObject object, Value value, RequiredAttribute required) {
		if (value == null) {
			return Optional.empty();
		}
		if (required.getValue() == null || value.equals(required.getValue())) {
			return outside(value, required);
		}
		boolean captures = object.getInterfaceClass().getClassId() == PROFILE_GENERIC && required.getIndex() == CAPTURE_OBJECTS;
		return captures ? columns(value, required.getValue()) : Optional.of("must hold another constant");
	}

	private static Optional<String> columns(Value own, Value wanted) {
		List<Value> mine = own instanceof Value.Array array ? array.elements() : List.of();
		List<Value> theirs = wanted instanceof Value.Array array ? array.elements() : List.of();
		for (int i = 0; i < theirs.size(); i++) {
			if (i >= mine.size() || !mine.get(i).equals(theirs.get(i))) {
				return Optional.of("must capture %s in column %d".formatted(column(theirs.get(i)), i + 1));
			}
		}
		return Optional.of("must capture %d columns, not %d".formatted(theirs.size(), mine.size()));
	}

	/** Shows {class_id, logical_name, attribute_index, data_index}. */
	private static String column(Value element) {
		List<Value> fields = ((Value.Structure) element).fields();
		return "attribute %s of class %s at %s".formatted(Values.bigNumber(fields.get(2)).orElseThrow(), Values.bigNumber(fields.get(0)).orElseThrow(),
				Values.asLogicalName(fields.get(1)).map(Object::toString).orElse("?"));
	}

	private static Optional<String> outside(Value value, RequiredAttribute required) {
		Optional<BigInteger> number = Values.bigNumber(value);
		boolean low = required.getMinimum() != null && compares(number, required.getMinimum(), -1);
		boolean high = required.getMaximum() != null && compares(number, required.getMaximum(), 1);
		return low || high ? Optional.of("is %s, outside the range asked for".formatted(number.orElseThrow())) : Optional.empty();
	}

	private static boolean compares(Optional<BigInteger> number, Value bound, int sign) {
		Optional<BigInteger> limit = Values.bigNumber(bound);
		return number.isPresent() && limit.isPresent() && number.get().compareTo(limit.get()) == sign;
	}
}
