// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.golden;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

	private record Key(int device, int classId, LogicalName name) {
	}

	/** Makes the names of a layout. */
	public static List<NameRow> of(TableLayout layout) {
		Set<Key> known = new HashSet<>();
		List<NameRow> rows = new ArrayList<>();
		for (LaidObject object : layout.objects()) {
			Key key = key(object, object.object().getLogicalName());
			if (known.add(key)) {
				rows.add(new NameRow(key.device(), key.classId(), key.name(), object.number()));
			}
		}
		for (LaidObject object : layout.objects()) {
			LogicalName n = object.object().getLogicalName();
			for (LogicalName near : List.of(new LogicalName(n.a(), n.b(), n.c(), n.d(), next(n.e()), n.f()), new LogicalName(n.a(), n.b(), n.c(), n.d(), n.e(), next(n.f())),
					new LogicalName(n.a(), next(n.b()), n.c(), n.d(), n.e(), n.f()), new LogicalName(next(n.a()), n.b(), next(n.c()), n.d(), n.e(), n.f()))) {
				Key key = key(object, near);
				if (known.add(key)) {
					rows.add(new NameRow(key.device(), key.classId(), near, NONE));
				}
			}
		}
		return rows;
	}

	private static Key key(LaidObject object, LogicalName name) {
		return new Key(object.device(), CosemObjects.classId(object.object()), name);
	}

	private static int next(int group) {
		return group + 1 & 0xFF;
	}
}
