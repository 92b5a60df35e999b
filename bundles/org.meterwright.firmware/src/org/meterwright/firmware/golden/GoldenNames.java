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

	/** Makes the names of a layout. */
	public static List<NameRow> of(TableLayout layout) {
		Map<Long, Set<LogicalName>> places = new HashMap<>();
		List<Set<LogicalName>> known = layout.objects().stream().map(object -> places.computeIfAbsent(place(object), key -> new HashSet<>())).toList();
		List<NameRow> rows = new ArrayList<>(5 * layout.objects().size());
		for (LaidObject object : layout.objects()) {
			add(object, object.object().getLogicalName(), object.number(), known, rows);
		}
		for (LaidObject object : layout.objects()) {
			LogicalName n = object.object().getLogicalName();
			add(object, new LogicalName(n.a(), n.b(), n.c(), n.d(), next(n.e()), n.f()), NONE, known, rows);
			add(object, new LogicalName(n.a(), n.b(), n.c(), n.d(), n.e(), next(n.f())), NONE, known, rows);
			add(object, new LogicalName(n.a(), next(n.b()), n.c(), n.d(), n.e(), n.f()), NONE, known, rows);
			add(object, new LogicalName(next(n.a()), n.b(), next(n.c()), n.d(), n.e(), n.f()), NONE, known, rows);
		}
		return rows;
	}

	/** Returns a number for the device and class of an object, within which names differ. */
	private static long place(LaidObject object) {
		return (long) object.device() << Integer.SIZE | CosemObjects.classId(object.object());
	}

	private static void add(LaidObject object, LogicalName name, int number, List<Set<LogicalName>> known, List<NameRow> rows) {
		if (known.get(object.number()).add(name)) {
			rows.add(new NameRow(object.device(), CosemObjects.classId(object.object()), name, number));
		}
	}

	private static int next(int group) {
		return group + 1 & 0xFF;
	}
}
