// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.printer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.Element;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.dsl.values.Words;

/** Writes events, Alerts, pushes and reactions; those that differ in their index alone, such as {@code sag[L1]} to {@code sag[L3]}, once. */
final class Series {
	/** Stands for the element's own name while it is written. */
	static final String SELF = "\u0001";
	/** Stands for the logical name of the element's object while it is written. */
	static final String LOGICAL_NAME = "\u0002";

	private final Families families;
	private final Words words;
	private final Set<String> indexNames;

	Series(Families families, Words words, Set<String> indexNames) {
		this.families = families;
		this.indexNames = indexNames;
		this.words = words;
	}

	/**
	 * Writes elements.
	 *
	 * @param object finds the object behind an element
	 * @param writer writes one element with {@link #SELF} and {@link #LOGICAL_NAME} in it
	 */
	<T extends Element> void write(List<T> elements, Function<T, Optional<CosemObject>> object, Function<T, String> writer, Text page) {
		Map<String, List<T>> byBase = new LinkedHashMap<>();
		for (T element : elements) {
			byBase.computeIfAbsent(base(element), base -> new ArrayList<>()).add(element);
		}
		byBase.forEach((base, members) -> {
			if (base.equals(members.getFirst().getName()) || members.getFirst().getName() == null) {
				members.forEach(member -> page.lines(single(member, object, writer)));
			} else {
				page.lines(family(base, members, object, writer));
			}
		});
	}

	private static String base(Element element) {
		String name = element.getName() == null ? "" : element.getName();
		int bracket = name.indexOf('[');
		return bracket < 0 ? name : name.substring(0, bracket);
	}

	private <T extends Element> String single(T element, Function<T, Optional<CosemObject>> object, Function<T, String> writer) {
		return writer.apply(element).replace(SELF, words.name(element.getName() == null ? "" : element.getName())).replace(LOGICAL_NAME,
				object.apply(element).map(each -> each.getLogicalName().toString()).orElse(""));
	}

	private <T extends Element> String family(String base, List<T> members, Function<T, Optional<CosemObject>> object, Function<T, String> writer) {
		List<String> labels = members.stream().map(member -> member.getName().substring(base.length() + 1, member.getName().length() - 1)).toList();
		List<LogicalName> names = members.stream().map(object).flatMap(Optional::stream).map(CosemObject::getLogicalName).toList();
		Optional<Families.Family> family = families.of(base, labels, names, indexNames);
		Set<String> texts = new HashSet<>();
		for (int i = 0; i < members.size(); i++) {
			texts.add(Families.bound(writer.apply(members.get(i)), labels.get(i)));
		}
		if (family.isPresent() && texts.size() == 1) {
			return texts.iterator().next().replace(SELF, words.name(base) + family.get().head()).replace(LOGICAL_NAME, family.get().logicalName());
		}
		StringBuilder all = new StringBuilder();
		members.forEach(member -> all.append(single(member, object, writer).replace(member.getName(), member.getName().replaceAll("\\W+", "_").replaceAll("_$", ""))));
		return all.toString();
	}
}
