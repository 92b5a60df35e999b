// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.golden;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.firmware.layout.LaidObject;

/** Names that must be found, and names beside them that must not. */
public final class GoldenNames {
	/** What is added to a name's groups to get a name beside it: one more in group E, in F, in B, in A and C. */
	private static final List<LogicalName> BESIDE = List.of(new LogicalName(0, 0, 0, 0, 1, 0), new LogicalName(0, 0, 0, 0, 0, 1), new LogicalName(0, 1, 0, 0, 0, 0), new LogicalName(1, 0, 1, 0, 0, 0));
	private static final int GROUP_BITS = 8;

	private GoldenNames() {
	}

	/** Says by bits, for each object, whether it is the first one of its name, and which names beside it nobody has and nobody before it was asked for. */
	public static int[] of(List<LaidObject> objects) {
		Map<Long, Set<Long>> places = new HashMap<>();
		List<Set<Long>> known = objects.stream().map(object -> places.computeIfAbsent(place(object), key -> new HashSet<>())).toList();
		int[] names = new int[objects.size()];
		for (int i = 0; i < names.length; i++) {
			names[i] = known.get(i).add(number(objects.get(i).object().getLogicalName())) ? 1 : 0;
		}
		for (int i = 0; i < names.length; i++) {
			LogicalName name = objects.get(i).object().getLogicalName();
			for (int beside = 0; beside < BESIDE.size(); beside++) {
				names[i] |= known.get(i).add(number(name, BESIDE.get(beside))) ? 2 << beside : 0;
			}
		}
		return names;
	}

	/** Returns a number for the device and class of an object, within which names differ. */
	private static long place(LaidObject object) {
		return (long) object.device() << Integer.SIZE | CosemObjects.classId(object.object());
	}

	private static long number(LogicalName name) {
		return number(name, new LogicalName(0, 0, 0, 0, 0, 0));
	}

	/** Returns a name with something added to its groups, as a number. */
	private static long number(LogicalName name, LogicalName more) {
		long number = name.a() + more.a() & 0xFF;
		number = number << GROUP_BITS | name.b() + more.b() & 0xFF;
		number = number << GROUP_BITS | name.c() + more.c() & 0xFF;
		number = number << GROUP_BITS | name.d() + more.d() & 0xFF;
		number = number << GROUP_BITS | name.e() + more.e() & 0xFF;
		return number << GROUP_BITS | name.f() + more.f() & 0xFF;
	}
}
