// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.objects;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.value.Value;

/** Lays out rows as the lines of a table: in groups or not, with what users have opened below. */
public final class ObjectLines {
	private static final int MOST_ELEMENTS = 500;

	private final Set<String> toggled;
	private final List<ObjectLine> lines = new ArrayList<>();

	private ObjectLines(Set<String> toggled) {
		this.toggled = toggled;
	}

	/**
	 * Lays rows out.
	 *
	 * @param grouped whether objects stand below what they are about
	 * @param toggled keys of the lines that a user has opened, or closed in the case of areas, which are open at first
	 */
	public static List<ObjectLine> of(List<ObjectRow> rows, boolean grouped, Set<String> toggled) {
		ObjectLines made = new ObjectLines(toggled);
		if (grouped) {
			made.areas(rows);
		} else {
			rows.forEach(row -> made.object(row, 0));
		}
		return made.lines;
	}

	private void areas(List<ObjectRow> rows) {
		Map<String, List<ObjectRow>> areas = new LinkedHashMap<>();
		Areas.ORDER.forEach(area -> areas.put(area, new ArrayList<>()));
		rows.forEach(row -> areas.get(row.area()).add(row));
		areas.forEach((area, objects) -> {
			if (!objects.isEmpty()) {
				boolean open = !toggled.contains(area);
				lines.add(new ObjectLine(ObjectLine.Kind.AREA, 0, area, "%s (%d)".formatted(area, objects.size()), "", Optional.empty(), Optional.empty(), true, open));
				if (open) {
					objects.forEach(row -> object(row, 1));
				}
			}
		});
	}

	private void object(ObjectRow row, int depth) {
		String key = "%s %s %s".formatted(row.device(), row.name(), row.logicalName());
		boolean open = toggled.contains(key);
		lines.add(new ObjectLine(ObjectLine.Kind.OBJECT, depth, key, row.name(), "", Optional.of(row), Optional.empty(), true, open));
		if (open) {
			row.object().getAttributes().stream().filter(it -> it.getDefinition() != null && it.getDefinition().getIndex() > 1)
					.forEach(attribute -> attribute(row, attribute, key, depth + 1));
		}
	}

	private void attribute(ObjectRow row, Attribute attribute, String above, int depth) {
		String key = "%s.%s".formatted(above, attribute.getDefinition().getName());
		List<Value> elements = attribute.getValue() instanceof Value.Array array ? array.elements() : List.of();
		boolean open = !elements.isEmpty() && toggled.contains(key);
		lines.add(new ObjectLine(ObjectLine.Kind.ATTRIBUTE, depth, key, attribute.getDefinition().getName(), row.value(attribute), Optional.of(row), Optional.of(attribute),
				!elements.isEmpty(), open));
		if (open) {
			for (int i = 0; i < Math.min(elements.size(), MOST_ELEMENTS); i++) {
				String words = row.words().text(attribute, new Value.Array(List.of(elements.get(i))));
				lines.add(new ObjectLine(ObjectLine.Kind.ELEMENT, depth + 1, "%s[%d]".formatted(key, i), "[%d]".formatted(i + 1), words, Optional.of(row), Optional.of(attribute), false,
						false));
			}
		}
	}
}
