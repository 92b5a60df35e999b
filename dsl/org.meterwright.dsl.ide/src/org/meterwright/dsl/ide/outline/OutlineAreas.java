// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Groups the objects of an outline by what they are about: medium, billing, profiles, abstract objects. */
public final class OutlineAreas {
	private static final Pattern NAME = Pattern.compile("(\\d+)-[^:]*:([^.]+)\\.([^.]+)\\.[^*]+\\*(\\d+)");
	private static final Map<String, String> MEDIA = Map.of("0", "Abstract objects", "1", "Electricity", "4", "Heat cost allocation", "5", "Cooling", "6", "Heat", "7", "Gas", "8",
			"Cold water", "9", "Hot water");
	private static final List<String> ORDER = List.of("Abstract objects", "Electricity", "Heat cost allocation", "Cooling", "Heat", "Gas", "Cold water", "Hot water", "Other media",
			"Billing periods", "Profiles");

	private OutlineAreas() {
	}

	/** Returns the same entries with the objects of each block in groups; what is no object stays before them. */
	public static List<OutlineEntry> of(List<OutlineEntry> entries) {
		List<OutlineEntry> others = new ArrayList<>();
		Map<Integer, List<OutlineEntry>> areas = new TreeMap<>();
		for (OutlineEntry entry : entries) {
			if (entry.kind() == OutlineKind.OBJECT) {
				areas.computeIfAbsent(ORDER.indexOf(area(entry.detail())), key -> new ArrayList<>()).add(entry);
			} else {
				others.add(new OutlineEntry(entry.label(), entry.detail(), entry.kind(), entry.offset(), entry.length(), entry.nameShift(), of(entry.children())));
			}
		}
		areas.forEach((area, objects) -> others.add(new OutlineEntry(ORDER.get(area), "%d".formatted(objects.size()), OutlineKind.AREA, objects.getFirst().offset(), 0, 0, objects)));
		return List.copyOf(others);
	}

	/** Returns the area of an object by its class and logical name. */
	private static String area(String detail) {
		if (detail.startsWith("ProfileGeneric") || detail.startsWith("CompactData")) {
			return "Profiles";
		}
		Matcher name = NAME.matcher(detail);
		if (!name.find()) {
			return "Other media";
		}
		boolean period = !name.group(4).equals("255") && !name.group(1).equals("0");
		return period ? "Billing periods" : MEDIA.getOrDefault(name.group(1), "Other media");
	}
}
