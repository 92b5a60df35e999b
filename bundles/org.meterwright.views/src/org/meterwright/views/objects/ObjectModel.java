// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.objects;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.obis.Dictionary;
import org.meterwright.cosem.words.ValueWords;
import org.meterwright.dsl.CompiledMeter;
import org.meterwright.firmware.FirmwareException;
import org.meterwright.firmware.FirmwareGenerator;
import org.meterwright.firmware.MemoryReport.Use;

/**
 * All objects of a meter as rows.
 *
 * @param rows         the objects by class, version and logical name, device after device
 * @param classes      names of their classes
 * @param areas        what they are about
 * @param associations names of the associations
 * @param attributes   names of their attributes, the most frequent first
 */
public record ObjectModel(List<ObjectRow> rows, List<String> classes, List<String> areas, List<String> associations, List<String> attributes) {
	/** The model of nothing. */
	public static final ObjectModel EMPTY = new ObjectModel(List.of(), List.of(), List.of(), List.of(), List.of());
	private static final Use UNKNOWN = new Use("", "", 0, -1, -1, -1);

	/** Copies the lists. */
	public ObjectModel {
		rows = List.copyOf(rows);
		classes = List.copyOf(classes);
		areas = List.copyOf(areas);
		associations = List.copyOf(associations);
		attributes = List.copyOf(attributes);
	}

	/**
	 * Makes the rows of a meter.
	 *
	 * @param sound whether no error is left: else what objects take is not computed, because the layout of a wrong model means nothing
	 */
	public static ObjectModel of(CompiledMeter meter, boolean sound) {
		Map<String, Use> uses = sound ? uses(meter.model()) : Map.of();
		FindingsOf findings = new FindingsOf(meter.findings());
		Dictionary dictionary = Dictionary.of(meter.model());
		List<ObjectRow> rows = new ArrayList<>();
		for (LogicalDevice device : meter.model().getDevices()) {
			Map<CosemObject, List<String>> shown = shown(device);
			Users users = Users.of(meter.model(), device);
			ValueWords words = ValueWords.in(device);
			for (CosemObject object : device.getObjects()) {
				Use use = uses.getOrDefault(key(object.getName(), String.valueOf(object.getLogicalName())), UNKNOWN);
				String meaning = object.getLogicalName() == null ? "" : dictionary.name(object.getLogicalName()).orElse("");
				rows.add(new ObjectRow(object, String.valueOf(device.getName()), Areas.of(object), meaning, shown.getOrDefault(object, List.of()), users.of(object), use.flash(),
						use.ram(), use.nvm(), findings.of(object), words));
			}
		}
		return new ObjectModel(rows, sorted(rows, ObjectRow::className), areas(rows), associations(meter.model()), attributes(rows));
	}

	private static Map<String, Use> uses(Meter meter) {
		try {
			Map<String, Use> uses = new HashMap<>();
			FirmwareGenerator.memory(meter).objects().forEach(use -> uses.putIfAbsent(key(use.name(), use.logicalName()), use));
			return uses;
		} catch (FirmwareException e) {
			return Map.of();
		}
	}

	private static String key(String name, String logicalName) {
		return "%s %s".formatted(name, logicalName);
	}

	private static Map<CosemObject, List<String>> shown(LogicalDevice device) {
		Map<CosemObject, List<String>> shown = new IdentityHashMap<>();
		for (Association association : device.getAssociations()) {
			association.getEntries().stream().map(entry -> entry.getObject()).distinct()
					.forEach(object -> shown.computeIfAbsent(object, key -> new ArrayList<>()).add(association.getName()));
		}
		return shown;
	}

	private static List<String> sorted(List<ObjectRow> rows, Function<ObjectRow, String> name) {
		TreeSet<String> names = new TreeSet<>();
		rows.forEach(row -> names.add(name.apply(row)));
		return List.copyOf(names);
	}

	private static List<String> areas(List<ObjectRow> rows) {
		return rows.stream().map(ObjectRow::area).distinct().sorted(Comparator.comparingInt(Areas.ORDER::indexOf)).toList();
	}

	private static List<String> associations(Meter meter) {
		return meter.getDevices().stream().flatMap(device -> device.getAssociations().stream()).map(Association::getName).distinct().toList();
	}

	private static List<String> attributes(List<ObjectRow> rows) {
		Map<String, Integer> counts = new TreeMap<>();
		for (ObjectRow row : rows) {
			for (Attribute attribute : row.object().getAttributes()) {
				if (attribute.getDefinition() != null && attribute.getDefinition().getIndex() > 1) {
					counts.merge(attribute.getDefinition().getName(), 1, Integer::sum);
				}
			}
		}
		return counts.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey())).map(Map.Entry::getKey).toList();
	}
}
