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
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Value;

/**
 * What a log records besides the time: the columns that are stored (ram or nvm) and belong to no clock, in order. An event's code goes into
 * the first of them when that takes a number.
 */
public final class LogColumns {
	private static final int CLOCK = 8;
	private static final int CAPTURE_OBJECTS = 3;
	private static final List<DataTag> NUMBERS = List.of(DataTag.LONG_UNSIGNED, DataTag.DOUBLE_LONG_UNSIGNED, DataTag.UNSIGNED, DataTag.LONG,
			DataTag.DOUBLE_LONG, DataTag.LONG64_UNSIGNED, DataTag.LONG64, DataTag.INTEGER, DataTag.ENUM);

	private final Map<CosemObject, List<Attribute>> known = new HashMap<>();
	private final Map<LogicalDevice, Named> named = new HashMap<>();

	/** The objects of a device by logical name, when it had so many. */
	private record Named(int size, Map<LogicalName, List<CosemObject>> objects) {
	}

	/** Returns a code as the argument of a log, when the first column that is stored takes it. */
	public List<Value> code(CosemObject log, int code) {
		Optional<Attribute> first = of(log).stream().findFirst();
		if (code < 0 || first.isEmpty()) {
			return List.of();
		}
		DataType type = first.get().getType();
		return NUMBERS.stream().filter(tag -> TypeCheck.accepts(type, tag) && BigInteger.valueOf(code).compareTo(tag.maximum()) <= 0).<Value>map(tag -> new Value.Int(tag, code))
				.filter(value -> TypeCheck.fits(type, value)).findFirst().map(List::of).orElse(List.of());
	}

	/** Returns the attributes that a log records and a reaction can write before. */
	public List<Attribute> of(CosemObject log) {
		return known.computeIfAbsent(log, this::read);
	}

	private List<Attribute> read(CosemObject log) {
		List<Attribute> columns = new ArrayList<>();
		LogicalDevice device = (LogicalDevice) log.eContainer();
		for (AttributeReference column : CosemObjects.value(log, CAPTURE_OBJECTS).map(AttributeReference::listOf).orElse(List.of())) {
			target(device, column).filter(LogColumns::isStored).ifPresent(columns::add);
		}
		return columns;
	}

	private Optional<Attribute> target(LogicalDevice device, AttributeReference reference) {
		for (CosemObject object : named(device).getOrDefault(reference.logicalName(), List.of())) {
			if (object.getInterfaceClass().getClassId() == reference.classId()) {
				return CosemObjects.attribute(object, reference.attribute());
			}
		}
		return Optional.empty();
	}

	/** Looks at the objects once, until there are others: a meter may have thousands of logs. */
	private Map<LogicalName, List<CosemObject>> named(LogicalDevice device) {
		Named before = named.get(device);
		if (before == null || before.size() != device.getObjects().size()) {
			Map<LogicalName, List<CosemObject>> objects = new HashMap<>();
			device.getObjects().forEach(object -> objects.computeIfAbsent(object.getLogicalName(), name -> new ArrayList<>(1)).add(object));
			before = new Named(device.getObjects().size(), objects);
			named.put(device, before);
		}
		return before.objects();
	}

	private static boolean isStored(Attribute attribute) {
		boolean stored = attribute.getStorage() == Storage.RAM || attribute.getStorage() == Storage.NVM;
		return stored && ((CosemObject) attribute.eContainer()).getInterfaceClass().getClassId() != CLOCK;
	}
}
