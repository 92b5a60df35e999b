// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.compare;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.meterwright.cosem.Alert;
import org.meterwright.cosem.Association;
import org.meterwright.cosem.Column;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.ObjectListEntry;
import org.meterwright.cosem.Push;
import org.meterwright.cosem.access.AccessModes;
import org.meterwright.cosem.access.AttributeAccess;
import org.meterwright.cosem.builder.AssociationValues;
import org.meterwright.cosem.query.AttributeReference;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.query.ModelIndex;

/** Who sees what of a meter: through its object lists, and through profiles and pushes that carry a value along. */
final class Visibility {
	private static final int PROFILE = 7;
	private static final int COMPACT_DATA = 62;
	private static final int CAPTURE_OBJECTS = 3;
	private static final int OBJECT_LIST = 2;

	private final Map<CosemObject, List<Shown>> shown = new IdentityHashMap<>();
	private final Map<CosemObject, Set<String>> carried = new IdentityHashMap<>();
	private final Map<CosemObject, Association> associations = new IdentityHashMap<>();

	private record Shown(Association association, ObjectListEntry entry) {
	}

	Visibility(Meter meter) {
		for (LogicalDevice device : meter.getDevices()) {
			for (Association association : device.getAssociations()) {
				association.getEntries().forEach(entry -> shown.computeIfAbsent(entry.getObject(), none -> new ArrayList<>(2)).add(new Shown(association, entry)));
				associations.putIfAbsent(association.getObject(), association);
				carry(association.getSecurity(), Subjects.text(association.getName()));
			}
		}
		ModelIndex index = new ModelIndex(meter);
		index.objects().filter(object -> shown.containsKey(object)).forEach(object -> captured(index, object));
		for (Push push : meter.getPushes()) {
			carry(push.getObject(), "push %s".formatted(Subjects.text(push.getName())));
			push.getColumns().forEach(column -> carry(column, "push %s".formatted(Subjects.text(push.getName()))));
		}
		for (Alert alert : meter.getAlerts()) {
			alert.getColumns().forEach(column -> carry(column, "Alert %s".formatted(Subjects.text(alert.getName()))));
		}
	}

	private void captured(ModelIndex index, CosemObject profile) {
		int classId = CosemObjects.classId(profile);
		if (classId == PROFILE || classId == COMPACT_DATA) {
			CosemObjects.value(profile, CAPTURE_OBJECTS).ifPresent(columns -> AttributeReference.listOf(columns)
					.forEach(column -> index.target(profile, column).ifPresent(target -> carry(target, "profile %s".formatted(Subjects.text(profile.getName()))))));
		}
	}

	private void carry(Column column, String by) {
		carry(column.getObject(), by);
	}

	private void carry(CosemObject object, String by) {
		if (object == null) {
			return;
		}
		carried.computeIfAbsent(object, none -> new LinkedHashSet<>()).add(by);
	}

	/** Lists the associations that show an object, and what carries its value to clients that cannot ask for it. */
	List<String> of(CosemObject object) {
		Set<String> names = new LinkedHashSet<>();
		shown.getOrDefault(object, List.of()).forEach(each -> names.add(Subjects.text(each.association().getName())));
		return names.isEmpty() ? carriers(object) : List.copyOf(names);
	}

	/** Lists the associations that may read or write an attribute, and what carries its object's value to clients that cannot ask for it. */
	List<String> ofAttribute(CosemObject object, int index) {
		List<String> names = associations(object, index, AccessModes.READ | AccessModes.WRITE);
		return names.isEmpty() ? carriers(object) : names;
	}

	/** Tells whether an attribute of an Association LN object says what follows from its association (IEC 62056-6-2, class 15). */
	boolean isDerived(CosemObject object, int index) {
		Association association = associations.get(object);
		if (association == null) {
			return false;
		}
		int server = CosemObjects.device(object).map(LogicalDevice::getSap).orElse(0);
		return index == OBJECT_LIST || CosemObjects.value(object, index).equals(Optional.ofNullable(AssociationValues.of(association, server).get(index)));
	}

	/** Tells whether an association may write an attribute. */
	boolean isWritable(CosemObject object, int index) {
		return !associations(object, index, AccessModes.WRITE).isEmpty();
	}

	private List<String> associations(CosemObject object, int index, int modes) {
		Set<String> names = new LinkedHashSet<>();
		for (Shown each : shown.getOrDefault(object, List.of())) {
			for (AttributeAccess access : each.entry().getRights().attributes()) {
				if (access.index() == index && (access.mode() & modes) != 0) {
					names.add(Subjects.text(each.association().getName()));
				}
			}
		}
		return List.copyOf(names);
	}

	private List<String> carriers(CosemObject object) {
		return List.copyOf(carried.getOrDefault(object, Set.of()));
	}
}
