// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.value.Origin;
import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.CompiledMeter;
import org.meterwright.dsl.cosemDsl.CosemDslPackage;
import org.meterwright.dsl.cosemDsl.File;
import org.meterwright.dsl.cosemDsl.ObjectDecl;
import org.meterwright.dsl.syntax.SyntaxFile;
import org.meterwright.firmware.FirmwareException;
import org.meterwright.firmware.FirmwareGenerator;
import org.meterwright.firmware.MemoryReport;
import org.meterwright.firmware.MemoryReport.Use;

import org.eclipse.xtext.EcoreUtil2;

/**
 * Says of each object what it takes in the firmware tables and how many associations see it. The octets are those of the real layout;
 * while there are errors there is none, and only the associations are counted.
 */
public final class Lenses {

	/** What is known of an object of the model. */
	private record Facts(Use use, long seenBy, long associations) {
	}

	private record Key(String file, int offset) {
	}

	private final Map<Key, List<Facts>> byPlace = new HashMap<>();

	/** Looks at the meters of a compilation; an object that several have counts in the first. */
	public Lenses(Compilation compilation) {
		for (CompiledMeter meter : compilation.meters()) {
			Map<Key, List<Facts>> here = facts(meter.model(), !compilation.isBlocked());
			here.forEach(byPlace::putIfAbsent);
		}
	}

	private static Map<Key, List<Facts>> facts(Meter meter, boolean sound) {
		Map<String, Use> uses = sound ? uses(meter) : Map.of();
		Map<Key, List<Facts>> found = new LinkedHashMap<>();
		for (LogicalDevice device : meter.getDevices()) {
			Map<CosemObject, Long> seen = seen(device);
			for (CosemObject object : device.getObjects()) {
				Use use = uses.getOrDefault(key(object.getName(), object.getLogicalName().toString()), new Use("", "", 0, 0, 0, 0));
				Facts facts = new Facts(use, seen.getOrDefault(object, 0L), device.getAssociations().size());
				object.getOrigins().stream().findFirst().ifPresent(origin -> found.computeIfAbsent(new Key(origin.file(), origin.offset()), key -> new ArrayList<>(1)).add(facts));
			}
		}
		return found;
	}

	private static Map<CosemObject, Long> seen(LogicalDevice device) {
		Map<CosemObject, Long> seen = new IdentityHashMap<>();
		for (Association association : device.getAssociations()) {
			association.getEntries().stream().map(entry -> entry.getObject()).distinct().forEach(object -> seen.merge(object, 1L, Long::sum));
		}
		return seen;
	}

	private static Map<String, Use> uses(Meter meter) {
		try {
			MemoryReport report = FirmwareGenerator.memory(meter);
			Map<String, Use> uses = new HashMap<>();
			report.objects().forEach(use -> uses.putIfAbsent(key(use.name(), use.logicalName()), use));
			return uses;
		} catch (FirmwareException e) {
			return Map.of();
		}
	}

	private static String key(String name, String logicalName) {
		return "%s %s".formatted(name, logicalName);
	}

	/** Returns the lenses of a file in order. */
	public List<Lens> of(SyntaxFile file) {
		List<Lens> lenses = new ArrayList<>();
		File root = file.root();
		for (ObjectDecl object : EcoreUtil2.eAllOfType(root, ObjectDecl.class)) {
			Origin place = SyntaxFile.place(object, "written");
			List<Facts> facts = byPlace.getOrDefault(new Key(place.file(), place.offset()), List.of());
			if (!facts.isEmpty()) {
				Origin name = SyntaxFile.place(object, CosemDslPackage.eINSTANCE.getObjectDecl_Name(), 0);
				lenses.add(new Lens(name.offset(), name.length(), text(facts)));
			}
		}
		return List.copyOf(lenses);
	}

	private static String text(List<Facts> facts) {
		List<String> words = new ArrayList<>();
		if (facts.size() > 1) {
			words.add("%d objects".formatted(facts.size()));
		}
		if (facts.getFirst().use().objects() > 0) {
			words.add("flash %d B".formatted(facts.stream().mapToLong(each -> each.use().flash()).sum()));
			amount(words, "RAM", facts.stream().mapToLong(each -> each.use().ram()).sum());
			amount(words, "NVM", facts.stream().mapToLong(each -> each.use().nvm()).sum());
		}
		Facts first = facts.getFirst();
		words.add(first.seenBy() == 0 ? "in no association" : "in %d of %d associations".formatted(first.seenBy(), first.associations()));
		return String.join(", ", words);
	}

	private static void amount(List<String> words, String memory, long octets) {
		if (octets > 0) {
			words.add("%s %d B".formatted(memory, octets));
		}
	}
}
