// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.rights;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.query.ModelIndex;

/**
 * All objects of a meter with their members against its associations.
 *
 * @param associations the associations, in order
 * @param objects      each object's row with those of its members
 * @param index        finds what associations may do
 */
public record RightsModel(List<Association> associations, Map<RightsRow, List<RightsRow>> objects, ModelIndex index) {

	/** Makes the model of a meter. */
	public static RightsModel of(Meter meter) {
		ModelIndex index = new ModelIndex(meter);
		List<Association> associations = meter.getDevices().stream().flatMap(device -> device.getAssociations().stream()).toList();
		Map<RightsRow, List<RightsRow>> objects = new LinkedHashMap<>();
		for (LogicalDevice device : meter.getDevices()) {
			for (CosemObject object : device.getObjects()) {
				List<RightsRow> members = members(index, associations, object);
				objects.put(new RightsRow(object, "", 0, false, sums(index, associations, object, members)), members);
			}
		}
		return new RightsModel(associations, objects, index);
	}

	private static List<RightsRow> members(ModelIndex index, List<Association> associations, CosemObject object) {
		List<RightsRow> rows = new ArrayList<>();
		object.getAttributes().stream().filter(it -> it.getDefinition() != null).forEach(attribute -> {
			int id = CosemObjects.index(attribute);
			rows.add(new RightsRow(object, attribute.getDefinition().getName(), id, false, associations.stream()
					.map(each -> index.entry(each, object).isEmpty() ? RightsCell.HIDDEN : RightsCell.ofAttribute(index.attributeMode(each, object, id))).toList()));
		});
		if (object.getInterfaceClass() != null) {
			object.getInterfaceClass().getMethods().forEach(method -> rows.add(new RightsRow(object, method.getName(), method.getIndex(), true, associations.stream()
					.map(each -> index.entry(each, object).isEmpty() ? RightsCell.HIDDEN : RightsCell.ofMethod(index.methodMode(each, object, method.getIndex()))).toList())));
		}
		return rows;
	}

	private static List<RightsCell> sums(ModelIndex index, List<Association> associations, CosemObject object, List<RightsRow> members) {
		List<RightsCell> cells = new ArrayList<>();
		for (int at = 0; at < associations.size(); at++) {
			cells.add(index.entry(associations.get(at), object).isEmpty() ? RightsCell.HIDDEN : sum(members, at));
		}
		return cells;
	}

	/** Sums members up: the highest level, and how many can be read, written and called. The logical name counts for nothing: it says who one is. */
	private static RightsCell sum(List<RightsRow> members, int at) {
		Level highest = Level.NO_ACCESS;
		int[] counts = new int[3];
		for (RightsRow member : members) {
			RightsCell cell = member.cells().get(at);
			highest = member.index() == 1 && !member.method() ? highest : highest.or(cell.level());
			counts[0] += cell.brief().contains("R") ? 1 : 0;
			counts[1] += cell.brief().contains("W") ? 1 : 0;
			counts[2] += cell.brief().contains("C") ? 1 : 0;
		}
		List<String> parts = new ArrayList<>();
		for (int i = 0; i < counts.length; i++) {
			if (counts[i] > 0) {
				parts.add("%s%d".formatted("RWC".charAt(i), counts[i]));
			}
		}
		return new RightsCell(highest, parts.isEmpty() ? "\u2013" : String.join(" ", parts), "%d read, %d written, %d called".formatted(counts[0], counts[1], counts[2]));
	}

	/**
	 * Returns the rows that are shown.
	 *
	 * @param words  must stand in the object's name, class or logical name, or in the member's name
	 * @param one    number of an association; -1: no two are compared
	 * @param other  only what this one may not do alike is shown
	 * @param opened keys of the objects whose members are shown
	 */
	public List<RightsRow> rows(String words, int one, int other, Set<String> opened) {
		boolean compared = one >= 0 && other >= 0 && one != other;
		List<RightsRow> rows = new ArrayList<>();
		objects.forEach((object, members) -> {
			List<RightsRow> wanted = compared ? members.stream().filter(member -> member.differs(one, other)).toList() : members;
			if (has(object, words) && (!compared || !wanted.isEmpty())) {
				rows.add(object);
				if (opened.contains(object.key())) {
					rows.addAll(wanted);
				}
			}
		});
		return rows;
	}

	private static boolean has(RightsRow row, String words) {
		CosemObject object = row.object();
		String all = "%s %s %s".formatted(object.getName(), object.getLogicalName(), object.getInterfaceClass() == null ? "" : object.getInterfaceClass().getName())
				.toLowerCase(Locale.ROOT);
		return List.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+")).stream().allMatch(all::contains);
	}

	/** Finds an association by name; -1: there is none. */
	public int number(String association) {
		return associations.stream().map(Association::getName).toList().indexOf(association);
	}
}
