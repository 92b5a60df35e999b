// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.objects;

import java.util.List;
import java.util.Map;

import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.LogicalName;

/** What an object is about, by its class and the value groups A and F of its logical name (IEC 62056-6-1, 5.2 and 5.7). */
final class Areas {
	private static final int PROFILE_GENERIC = 7;
	private static final int COMPACT_DATA = 62;
	private static final int CURRENT = 255;
	private static final Map<Integer, String> MEDIA = Map.of(0, "Abstract objects", 1, "Electricity", 4, "Heat cost allocation", 5, "Cooling", 6, "Heat", 7, "Gas", 8, "Cold water", 9,
			"Hot water");
	private static final String OTHER = "Other media";
	private static final String BILLING = "Billing periods";
	private static final String PROFILES = "Profiles";
	/** The areas in the order in which they are shown. */
	static final List<String> ORDER = List.of("Electricity", "Heat cost allocation", "Cooling", "Heat", "Gas", "Cold water", "Hot water", OTHER, BILLING, PROFILES,
			"Abstract objects");

	private Areas() {
	}

	static String of(CosemObject object) {
		int classId = CosemObjects.classId(object);
		LogicalName name = object.getLogicalName();
		if (classId == PROFILE_GENERIC || classId == COMPACT_DATA) {
			return PROFILES;
		}
		if (name == null) {
			return OTHER;
		}
		return name.f() != CURRENT && name.a() != 0 ? BILLING : MEDIA.getOrDefault(name.a(), OTHER);
	}
}
