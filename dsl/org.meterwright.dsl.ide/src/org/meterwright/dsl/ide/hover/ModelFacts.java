// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.hover;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.ObjectListEntry;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.obis.Dictionary;
import org.meterwright.cosem.obis.DictionaryEntry;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.type.TypeNotation;
import org.meterwright.cosem.value.Origin;
import org.meterwright.cosem.value.Origins;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.words.AccessWords;
import org.meterwright.cosem.words.ValueWords;
import org.meterwright.dsl.values.ValueTexts;

/** Says in words what elaboration made: type, storage, value with its A-XDR octets, and rights. */
final class ModelFacts {
	private static final int LONGEST_HEX = 96;

	private ModelFacts() {
	}

	static List<String> of(Attribute attribute) {
		List<String> lines = new ArrayList<>();
		lines.add("Type: %s".formatted(TypeNotation.brief(attribute.getType())));
		lines.add("Storage: %s".formatted(storage(attribute)));
		ValueTexts.of(attribute).ifPresent(text -> lines.add("Value: %s".formatted(text)));
		ValueWords.of(attribute).filter(words -> !ValueTexts.of(attribute).equals(Optional.of(words))).ifPresent(words -> lines.add("In words: %s".formatted(words)));
		Optional.ofNullable(attribute.getValue()).map(ModelFacts::hex).ifPresent(hex -> lines.add("A-XDR: %s".formatted(hex)));
		if (attribute.getDefinition() != null) {
			lines.addAll(ClassFacts.doubts(attribute.getDefinition().getUncertain()));
		}
		lines.addAll(origins(attribute.getOrigins()));
		if (attribute.eContainer() instanceof CosemObject object) {
			lines.addAll(rights(object, CosemObjects.index(attribute)));
		}
		return lines;
	}

	private static String storage(Attribute attribute) {
		return attribute.getHandler() == null ? attribute.getStorage().getLiteral() : "call %s".formatted(attribute.getHandler());
	}

	private static String hex(Value value) {
		String hex = value.toString();
		return hex.length() <= LONGEST_HEX ? hex : "%s... (%d octets)".formatted(hex.substring(0, LONGEST_HEX), hex.length() / 2);
	}

	/** Says what a declaration became: one object, or a family with its first and last logical name. */
	static List<String> of(List<CosemObject> objects) {
		if (objects.isEmpty()) {
			return List.of();
		}
		CosemObject first = objects.getFirst();
		List<String> lines = new ArrayList<>();
		lines.add("Class %d version %d, %d attributes".formatted(CosemObjects.classId(first), CosemObjects.version(first), first.getAttributes().size()));
		if (objects.size() > 1) {
			lines.add("Family of %d: %s to %s".formatted(objects.size(), first.getLogicalName(), objects.getLast().getLogicalName()));
		}
		meaning(first).ifPresent(words -> lines.add("Meaning: %s".formatted(words)));
		lines.add("Seen by: %s".formatted(seenBy(first)));
		lines.addAll(origins(first.getOrigins()));
		return lines;
	}

	/** Returns what the logical name of an object means, with the doubt that the dictionary has. */
	private static Optional<String> meaning(CosemObject object) {
		if (!(EcoreUtil.getRootContainer(object) instanceof Meter meter) || object.getLogicalName() == null) {
			return Optional.empty();
		}
		Dictionary dictionary = Dictionary.of(meter);
		String doubt = dictionary.find(object.getLogicalName()).map(DictionaryEntry::uncertain).filter(text -> !text.isEmpty()).map(" (uncertain: %s)"::formatted).orElse("");
		return dictionary.name(object.getLogicalName()).map(words -> words + doubt);
	}

	/** Says where something comes from, where it is not written in one place. */
	private static List<String> origins(List<Origin> origins) {
		boolean plain = origins.size() <= 1 && origins.stream().allMatch(origin -> origin.kind().equals("written"));
		return plain ? List.of() : List.of("Origin: %s".formatted(Origins.text(origins)));
	}

	private static String seenBy(CosemObject object) {
		String names = associations(object).filter(association -> entry(association, object).isPresent()).map(Association::getName).collect(Collectors.joining(", "));
		return names.isEmpty() ? "no association" : names;
	}

	private static Stream<Association> associations(CosemObject object) {
		return CosemObjects.device(object).stream().flatMap(device -> device.getAssociations().stream());
	}

	private static Optional<ObjectListEntry> entry(Association association, CosemObject object) {
		return association.getEntries().stream().filter(entry -> entry.getObject() == object).findFirst();
	}

	private static List<String> rights(CosemObject object, int index) {
		return associations(object).flatMap(association -> entry(association, object).stream().flatMap(entry -> entry.getRights().attributes().stream())
				.filter(access -> access.index() == index && access.mode() != 0).map(access -> "%s: %s".formatted(association.getName(), AccessWords.attribute(access.mode())))).toList();
	}
}
