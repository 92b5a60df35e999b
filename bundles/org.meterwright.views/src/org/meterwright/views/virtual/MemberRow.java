// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.virtual;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.query.ModelIndex;
import org.meterwright.cosem.words.AccessWords;

/**
 * A line of the list of what a client sees: an object, or below it an attribute.
 *
 * @param object    the object
 * @param attribute the attribute; nothing: the line is the object's
 * @param rights    what the client may do with the attribute
 * @param open      whether the attributes are shown
 */
public record MemberRow(CosemObject object, Optional<Attribute> attribute, String rights, boolean open) {
	private static final int READ = 1;

	/** Returns the same as long as it is about the same. */
	public String key() {
		return attribute.map(it -> key(object, CosemObjects.index(it))).orElseGet(() -> "%d %s".formatted(CosemObjects.classId(object), object.getLogicalName()));
	}

	static String key(CosemObject object, int attribute) {
		return "%d %s %d".formatted(CosemObjects.classId(object), object.getLogicalName(), attribute);
	}

	/** Returns the number of the attribute that a reading of the line reads: of an object that which matters, most often attribute 2. */
	public int index() {
		return attribute.map(CosemObjects::index).orElse(2);
	}

	/** Returns what it is called. */
	public String label() {
		return attribute.map(it -> it.getDefinition().getName()).orElse(object.getName());
	}

	/**
	 * Lists what an association shows.
	 *
	 * @param association nothing: all objects, as the firmware sees them
	 * @param words       all of them must stand in an object's name, class or logical name
	 * @param toggled     keys of the objects whose attributes are shown
	 */
	public static List<MemberRow> of(Meter meter, Optional<Association> association, String words, Set<String> toggled) {
		ModelIndex index = new ModelIndex(meter);
		List<String> wanted = List.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+"));
		List<MemberRow> rows = new ArrayList<>();
		for (LogicalDevice device : meter.getDevices()) {
			if (association.isEmpty() || association.get().eContainer() == device) {
				device.getObjects().stream().filter(object -> has(object, wanted) && association.filter(it -> index.entry(it, object).isEmpty()).isEmpty())
						.forEach(object -> add(index, association, object, toggled, rows));
			}
		}
		return rows;
	}

	private static boolean has(CosemObject object, List<String> words) {
		String all = "%s %s %s".formatted(object.getName(), object.getLogicalName(), object.getInterfaceClass().getName()).toLowerCase(Locale.ROOT);
		return words.stream().allMatch(all::contains);
	}

	private static void add(ModelIndex index, Optional<Association> association, CosemObject object, Set<String> toggled, List<MemberRow> rows) {
		MemberRow row = new MemberRow(object, Optional.empty(), "", false);
		boolean open = toggled.contains(row.key());
		rows.add(new MemberRow(object, Optional.empty(), "", open));
		if (open) {
			object.getAttributes().stream().filter(it -> it.getDefinition() != null).forEach(attribute -> rows.add(new MemberRow(object, Optional.of(attribute),
					association.map(it -> AccessWords.attribute(index.attributeMode(it, object, CosemObjects.index(attribute)))).orElse(""), false)));
		}
	}

	/** Lists the attributes of an object that a client may read, or all of them. */
	static List<Integer> readable(Optional<Association> association, CosemObject object) {
		ModelIndex index = new ModelIndex(CosemObjects.device(object).flatMap(CosemObjects::meter).orElseThrow());
		return object.getAttributes().stream().filter(it -> it.getDefinition() != null).map(CosemObjects::index)
				.filter(each -> association.isEmpty() || (index.attributeMode(association.get(), object, each) & READ) != 0).toList();
	}
}
