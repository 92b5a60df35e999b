// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.golden;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.firmware.layout.LaidObject;
import org.meterwright.firmware.layout.TableLayout;

/** Names that must be found, and neighbours of them that must not. */
public final class GoldenNames {
	/** No object has the name. */
	public static final int NONE = 0xFFFF;

	private GoldenNames() {
	}

	/** A name in a device and the number of the first object that has it. */
	public record NameRow(int device, int classId, LogicalName name, int object) {
	}

	private record Place(int device, int classId) {
	}

	/** Makes the names of a layout. */
	public static List<NameRow> of(TableLayout layout) {
		Map<Place, Set<LogicalName>> known = new HashMap<>();
		List<NameRow> rows = new ArrayList<>(5 * layout.objects().size());
		for (LaidObject object : layout.objects()) {
			add(object, object.object().getLogicalName(), object.number(), known, rows);
		}
		for (LaidObject object : layout.objects()) {
			LogicalName n = object.object().getLogicalName();
			for (LogicalName near : List.of(new LogicalName(n.a(), n.b(), n.c(), n.d(), next(n.e()), n.f()), new LogicalName(n.a(), n.b(), n.c(), n.d(), n.e(), next(n.f())),
					new LogicalName(n.a(), next(n.b()), n.c(), n.d(), n.e(), n.f()), new LogicalName(next(n.a()), n.b(), next(n.c()), n.d(), n.e(), n.f()))) {
				add(object, near, NONE, known, rows);
			}
		}
		return rows;
	}

	private static void add(LaidObject object, LogicalName name, int number, Map<Place, Set<LogicalName>> known, List<NameRow> rows) {
		Place place = new Place(object.device(), CosemObjects.classId(object.object()));
		if (known.computeIfAbsent(place, key -> new HashSet<>()).add(name)) {
			rows.add(new NameRow(place.device(), place.classId(), name, number));
		}
	}

	private static int next(int group) {
		return group + 1 & 0xFF;
	}
}
