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
import org.meterwright.cosem.MethodDefinition;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.query.ModelIndex;
import org.meterwright.cosem.words.AccessWords;

/**
 * A line of the list of what a client sees: an object, or below it an attribute or a method.
 *
 * @param object    the object
 * @param attribute the attribute; nothing: the line is a method's or the object's
 * @param method    the method; nothing: the line is an attribute's or the object's
 * @param rights    what the client may do with the attribute or method
 * @param open      whether attributes and methods are shown
 */
public record MemberRow(CosemObject object, Optional<Attribute> attribute, Optional<MethodDefinition> method, String rights, boolean open) {
	private static final int READ = 1;

	/** Makes the line of an object. */
	static MemberRow of(CosemObject object, boolean open) {
		return new MemberRow(object, Optional.empty(), Optional.empty(), "", open);
	}

	/** Returns the same as long as it is about the same. */
	public String key() {
		String above = "%d %s".formatted(CosemObjects.classId(object), object.getLogicalName());
		return attribute.map(it -> key(object, CosemObjects.index(it))).or(() -> method.map(it -> "%s method %d".formatted(above, it.getIndex()))).orElse(above);
	}

	/** Tells whether the line is an object's. */
	public boolean isObject() {
		return attribute.isEmpty() && method.isEmpty();
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
		return attribute.map(it -> it.getDefinition().getName()).or(() -> method.map(MethodDefinition::getName)).orElse(object.getName());
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
		boolean open = toggled.contains(of(object, false).key());
		rows.add(of(object, open));
		if (open) {
			object.getAttributes().stream().filter(it -> it.getDefinition() != null).forEach(attribute -> rows.add(new MemberRow(object, Optional.of(attribute), Optional.empty(),
					association.map(it -> AccessWords.attribute(index.attributeMode(it, object, CosemObjects.index(attribute)))).orElse(""), false)));
			object.getInterfaceClass().getMethods().forEach(method -> rows.add(new MemberRow(object, Optional.empty(), Optional.of(method),
					association.map(it -> AccessWords.method(index.methodMode(it, object, method.getIndex()))).orElse(""), false)));
		}
	}

	/** Lists the attributes of an object that a client may read, or all of them. */
	static List<Integer> readable(Optional<Association> association, CosemObject object) {
		ModelIndex index = new ModelIndex(CosemObjects.device(object).flatMap(CosemObjects::meter).orElseThrow());
		return object.getAttributes().stream().filter(it -> it.getDefinition() != null).map(CosemObjects::index)
				.filter(each -> association.isEmpty() || (index.attributeMode(association.get(), object, each) & READ) != 0).toList();
	}
}
