// SPDX-License-Identifier: EPL-2.0
package org.meterwright.scenario;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.Column;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.query.AttributeReference;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;
import org.meterwright.cosem.words.ValueWords;

/** Compares values with what is expected, and says what they are in words. */
final class Judge {
	private static final int CAPTURE_OBJECTS = 3;
	private static final int SORT_METHOD = 5;
	private static final int LIFO = 2;
	private static final int DATE_TIME = 12;
	private static final int OPEN = 0xFF;
	/** Place of the deviation in a date-time, and its first octet where it is not specified. */
	private static final int DEVIATION = 9;
	private static final int NO_DEVIATION = 0x80;

	private Judge() {
	}

	/** Tells whether a condition holds for a value. */
	static boolean holds(Play.Condition condition, Value value) {
		if (condition.comparison() == Play.Comparison.EQUAL && value.equals(condition.value())) {
			return true;
		}
		if (condition.comparison() == Play.Comparison.EQUAL && isSameMoment(value, condition.value())) {
			return true;
		}
		Optional<BigInteger> is = Values.bigNumber(value);
		Optional<BigInteger> wanted = Values.bigNumber(condition.value());
		if (is.isEmpty() || wanted.isEmpty()) {
			return false;
		}
		int order = is.get().compareTo(wanted.get());
		return switch (condition.comparison()) {
			case LESS -> order < 0;
			case AT_MOST -> order <= 0;
			case GREATER -> order > 0;
			case AT_LEAST -> order >= 0;
			case EQUAL -> order == 0;
		};
	}

	/** A date-time is what is expected where that leaves nothing open: FF is anything, and so is a deviation of 8000. */
	private static boolean isSameMoment(Value value, Value expected) {
		if (!(value instanceof Value.Octets is) || !(expected instanceof Value.Octets wanted) || is.bytes().length() != DATE_TIME || wanted.bytes().length() != DATE_TIME) {
			return false;
		}
		for (int i = 0; i < DATE_TIME; i++) {
			boolean open = wanted.bytes().at(i) == OPEN || (i == DEVIATION || i == DEVIATION + 1) && wanted.bytes().at(DEVIATION) == NO_DEVIATION;
			if (!open && wanted.bytes().at(i) != is.bytes().at(i)) {
				return false;
			}
		}
		return true;
	}

	/** Fails when a condition does not hold. */
	static void demand(Play.Condition condition, Value value) throws StepFailure {
		if (!holds(condition, value)) {
			throw new StepFailure("%s is %s".formatted(name(condition.column()), words(condition.column(), value)));
		}
	}

	/** Names a column. */
	static String name(Column column) {
		return name(column.getObject(), column.getAttribute());
	}

	/** Names an attribute of an object. */
	static String name(CosemObject object, int attribute) {
		return "%s.%s".formatted(object.getName(), CosemObjects.definition(object.getInterfaceClass(), attribute).map(each -> each.getName()).orElse("?"));
	}

	/** Says a value of a column in words. */
	static String words(Column column, Value value) {
		Optional<Attribute> attribute = CosemObjects.attribute(column.getObject(), column.getAttribute());
		return attribute.map(each -> ValueWords.alone().text(each, value)).filter(text -> !text.isBlank()).orElse(value.toString());
	}

	/** Finds the place of a column among the capture objects of a profile; -1: it is not captured. */
	static int captured(CosemObject profile, Column column) {
		List<AttributeReference> captured = CosemObjects.attribute(profile, CAPTURE_OBJECTS).flatMap(CosemObjects::value).map(AttributeReference::listOf).orElse(List.of());
		for (int i = 0; i < captured.size(); i++) {
			AttributeReference each = captured.get(i);
			if (each.classId() == CosemObjects.classId(column.getObject()) && each.logicalName().equals(column.getObject().getLogicalName()) && each.attribute() == column.getAttribute()) {
				return i;
			}
		}
		return -1;
	}

	/** Returns the entries of a buffer, the newest last, whatever order the profile sends them in. */
	static List<Value> oldestFirst(CosemObject profile, Value buffer) {
		boolean newestFirst = CosemObjects.attribute(profile, SORT_METHOD).flatMap(CosemObjects::value).flatMap(Values::bigNumber).filter(method -> method.intValue() == LIFO).isPresent();
		return newestFirst ? Values.parts(buffer).reversed() : Values.parts(buffer);
	}

	/** Tells whether all conditions hold for a row of a profile. */
	static boolean holds(List<Play.Condition> conditions, CosemObject profile, Value row) {
		List<Value> cells = Values.parts(row);
		return conditions.stream().allMatch(condition -> {
			int at = captured(profile, condition.column());
			return at >= 0 && at < cells.size() && holds(condition, cells.get(at));
		});
	}
}
