// SPDX-License-Identifier: EPL-2.0
package org.meterwright.rules.area;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.rules.check.Facts;
import org.meterwright.rules.check.TypedValue;

/**
 * Lower bounds of memory in bytes, whatever the layout: numbers take their width, everything else nothing, a profile its rows of numbers.
 * The memory report of the generated firmware is the exact account; this one only tells early that something cannot fit.
 */
final class Sizes {
	private static final int BUFFER = 2;
	private static final int CAPTURE_OBJECTS = 3;
	private static final int PROFILE_ENTRIES = 8;

	private Sizes() {
	}

	/** Adds up what is in each storage but rom, which holds more than values. */
	static Map<Storage, Long> least(Facts facts) {
		long[] sums = new long[Storage.values().length];
		facts.objects().forEach(object -> {
			for (Attribute attribute : object.getAttributes()) {
				Storage storage = attribute.getStorage();
				sums[storage.ordinal()] += storage == Storage.ROM ? 0 : least(attribute, facts);
			}
		});
		Map<Storage, Long> all = new EnumMap<>(Storage.class);
		for (Storage storage : Storage.values()) {
			all.put(storage, sums[storage.ordinal()]);
		}
		return all;
	}

	private static long least(Attribute attribute, Facts facts) {
		CosemObject object = Facts.objectOf(attribute);
		if (Facts.is(object, ClassIds.PROFILE_GENERIC) && Facts.index(attribute) == BUFFER) {
			return Facts.number(object, PROFILE_ENTRIES).orElse(0L) * row(object, facts);
		}
		return attribute.getType() == null ? 0 : least(attribute.getType());
	}

	private static long row(CosemObject profile, Facts facts) {
		return Facts.elements(profile, CAPTURE_OBJECTS).stream().mapToLong(column -> column(profile, column, facts)).sum();
	}

	private static long column(CosemObject profile, TypedValue column, Facts facts) {
		Optional<CosemObject> target = Facts.device(profile).flatMap(device -> column.logicalName("logical_name")
				.flatMap(name -> facts.find(device, (int) column.number("class_id"), name)));
		List<DataType> types = target.flatMap(object -> Facts.attribute(object, (int) column.number("attribute_index"))).map(Attribute::getType)
				.map(List::of).orElse(List.of());
		return column.number("data_index") == 0 ? types.stream().mapToLong(Sizes::least).sum() : 0;
	}

	private static long least(DataType type) {
		return switch (type.bare()) {
			case DataType.Simple simple when simple.tag() == DataTag.NULL_DATA -> 0;
			case DataType.Simple simple -> Math.max(0, simple.tag().width());
			case DataType.Enumeration ignored -> 1;
			case DataType.StructureOf structure -> structure.fields().stream().mapToLong(field -> least(field.type())).sum();
			default -> 0;
		};
	}
}
