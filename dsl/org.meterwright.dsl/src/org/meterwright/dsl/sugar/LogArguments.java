// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.sugar;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.query.AttributeReference;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.type.TypeCheck;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.value.Value;
import org.meterwright.dsl.cosemDsl.LogStep;
import org.meterwright.dsl.elaborate.Elaboration;
import org.meterwright.dsl.elaborate.Scope;

/**
 * What a log gets to record besides the time: the columns that are stored (ram or nvm) and belong to no clock, in order. The values that
 * are written, or the event's own code in the first of them that takes a number.
 */
final class LogArguments {
	private static final int CLOCK = 8;
	private static final int CAPTURE_OBJECTS = 3;
	private static final List<DataTag> NUMBERS = List.of(DataTag.LONG_UNSIGNED, DataTag.DOUBLE_LONG_UNSIGNED, DataTag.UNSIGNED, DataTag.LONG,
			DataTag.DOUBLE_LONG, DataTag.LONG64_UNSIGNED, DataTag.LONG64, DataTag.INTEGER, DataTag.ENUM);

	private final Elaboration elaboration;
	private final Map<CosemObject, List<Attribute>> known = new HashMap<>();

	LogArguments(Elaboration elaboration) {
		this.elaboration = elaboration;
	}

	/** Converts the values after {@code with}. */
	List<Value> written(LogStep step, CosemObject log, Scope scope) {
		List<Attribute> columns = columns(log);
		if (step.getArguments().size() > columns.size()) {
			elaboration.report().report("MW-LANG-221", step, "%s records %d values besides the time, not %d".formatted(log.getName(), columns.size(),
					step.getArguments().size()));
			return List.of();
		}
		List<Value> values = new ArrayList<>();
		for (int i = 0; i < step.getArguments().size(); i++) {
			elaboration.values().convert(step.getArguments().get(i), columns.get(i).getType(), scope).ifPresent(values::add);
		}
		return values;
	}

	/** Returns a code as the argument of a log, when the first column that is stored takes it. */
	List<Value> code(CosemObject log, int code) {
		Optional<Attribute> first = columns(log).stream().findFirst();
		if (code < 0 || first.isEmpty()) {
			return List.of();
		}
		DataType type = first.get().getType();
		return NUMBERS.stream().filter(tag -> TypeCheck.accepts(type, tag) && BigInteger.valueOf(code).compareTo(tag.maximum()) <= 0).<Value>map(tag -> new Value.Int(tag, code))
				.filter(value -> TypeCheck.fits(type, value)).findFirst().map(List::of).orElse(List.of());
	}

	/** Returns the attributes that a log records and a reaction can write before. */
	private List<Attribute> columns(CosemObject log) {
		return known.computeIfAbsent(log, LogArguments::read);
	}

	private static List<Attribute> read(CosemObject log) {
		List<Attribute> columns = new ArrayList<>();
		LogicalDevice device = (LogicalDevice) log.eContainer();
		for (AttributeReference column : CosemObjects.value(log, CAPTURE_OBJECTS).map(AttributeReference::listOf).orElse(List.of())) {
			target(device, column).filter(LogArguments::isStored).ifPresent(columns::add);
		}
		return columns;
	}

	private static Optional<Attribute> target(LogicalDevice device, AttributeReference reference) {
		return device.getObjects().stream().filter(object -> object.getInterfaceClass().getClassId() == reference.classId()
				&& object.getLogicalName().equals(reference.logicalName())).findFirst().flatMap(object -> CosemObjects.attribute(object, reference.attribute()));
	}

	private static boolean isStored(Attribute attribute) {
		boolean stored = attribute.getStorage() == Storage.RAM || attribute.getStorage() == Storage.NVM;
		return stored && ((CosemObject) attribute.eContainer()).getInterfaceClass().getClassId() != CLOCK;
	}
}
