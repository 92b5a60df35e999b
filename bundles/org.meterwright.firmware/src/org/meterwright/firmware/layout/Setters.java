// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.layout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.ObjectListEntry;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.access.AccessModes;
import org.meterwright.cosem.access.AccessRights;
import org.meterwright.cosem.access.AttributeAccess;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.DataTag;

/** Firmware functions that take what clients write: one for each handler behind which some client may write an attribute. */
public final class Setters {
	private final TableLayout layout;
	private final Map<String, Set<DataTag>> tags = new TreeMap<>();

	/**
	 * A function that takes what is written.
	 *
	 * @param handler the name in the text
	 * @param number  the tag of the number that it takes; empty: it takes A-XDR octets
	 */
	public record Setter(String handler, Optional<DataTag> number) {
	}

	private Setters(TableLayout layout) {
		this.layout = layout;
		layout.associations().forEach(this::collect);
	}

	/** Returns a setter, or nothing, for each handler of a layout, which keeps them. */
	static List<Optional<Setter>> of(TableLayout layout) {
		Setters setters = new Setters(layout);
		return layout.handlers().stream().map(setters::setter).toList();
	}

	private void collect(Association association) {
		for (ObjectListEntry entry : association.getEntries()) {
			if ((entry.getRights().modes() & AccessModes.WRITE) != 0 && isCalled(entry.getObject())) {
				collect(entry.getRights(), layout.objects().get(layout.number(entry.getObject())));
			}
		}
	}

	/** Tells whether a firmware function may stand behind any attribute: of most objects none does. */
	private static boolean isCalled(CosemObject object) {
		for (Attribute attribute : object.getAttributes()) {
			if (attribute.getStorage() == Storage.CALL) {
				return true;
			}
		}
		return false;
	}

	private void collect(AccessRights rights, LaidObject object) {
		for (AttributeAccess access : rights.attributes()) {
			if ((access.mode() & AccessModes.WRITE) != 0) {
				collect(object, access.index());
			}
		}
	}

	private void collect(LaidObject object, int index) {
		boolean there = index > 1 && index - 2 < object.descriptors().size();
		if (there && object.descriptors().get(index - 2) instanceof Descriptor.Call call) {
			tags.computeIfAbsent(call.handler(), key -> new TreeSet<>()).add(CosemObjects.attribute(object.object(), index).map(Setters::tag).orElse(DataTag.NULL_DATA));
		}
	}

	/** Returns the tag of a number, null-data for anything else. */
	private static DataTag tag(Attribute attribute) {
		DataType type = attribute.getType() == null ? new DataType.Any() : attribute.getType().bare();
		return switch (type) {
			case DataType.Simple simple when isNumber(simple.tag()) -> simple.tag();
			case DataType.Enumeration enumeration -> DataTag.ENUM;
			case DataType.BitField field when isNumber(field.carrier()) -> field.carrier();
			default -> DataTag.NULL_DATA;
		};
	}

	private static boolean isNumber(DataTag tag) {
		return switch (tag) {
			case BOOLEAN, ENUM, INTEGER, LONG, DOUBLE_LONG, LONG64, UNSIGNED, LONG_UNSIGNED, DOUBLE_LONG_UNSIGNED, LONG64_UNSIGNED -> true;
			default -> false;
		};
	}

	/** A function behind attributes of several types takes octets. */
	private Optional<Setter> setter(String handler) {
		List<DataTag> found = new ArrayList<>(tags.getOrDefault(handler, Collections.emptySet()));
		boolean number = found.size() == 1 && isNumber(found.getFirst());
		return found.isEmpty() ? Optional.empty() : Optional.of(new Setter(handler, number ? Optional.of(found.getFirst()) : Optional.empty()));
	}
}
