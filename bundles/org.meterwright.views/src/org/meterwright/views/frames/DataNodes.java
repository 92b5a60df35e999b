// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.frames;

import java.util.ArrayList;
import java.util.List;

import org.meterwright.cosem.axdr.Axdr;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.words.ValueWords;

/** Values of messages as parts, with the names that a type gives their fields. */
final class DataNodes {
	/** More elements than anybody reads one by one. */
	private static final int MOST = 500;

	private DataNodes() {
	}

	/** Makes the part of a value. */
	static FrameNode of(String label, DataType type, Value value, String words) {
		return switch (value) {
			case Value.Structure it -> new FrameNode(label, count("structure", it.fields().size(), words), "", fields(type, it.fields()));
			case Value.Array it -> new FrameNode(label, count("array", it.elements().size(), words), "", elements(type, it.elements()));
			default -> FrameNode.of(label, words.isEmpty() ? "%s %s".formatted(value.tag().standardName(), ValueWords.alone().text(type, value)) : words, Axdr.hex(value));
		};
	}

	private static String count(String what, int count, String words) {
		return words.isEmpty() ? "%s of %d".formatted(what, count) : words;
	}

	private static List<FrameNode> fields(DataType type, List<Value> values) {
		List<FrameNode> nodes = new ArrayList<>();
		for (int i = 0; i < values.size(); i++) {
			boolean named = type.bare() instanceof DataType.StructureOf structure && structure.fields().size() == values.size();
			DataType.Field field = named ? ((DataType.StructureOf) type.bare()).fields().get(i) : new DataType.Field(Integer.toString(i + 1), new DataType.Any());
			nodes.add(of(field.name(), field.type(), values.get(i), ""));
		}
		return nodes;
	}

	private static List<FrameNode> elements(DataType type, List<Value> values) {
		DataType element = type.bare() instanceof DataType.ArrayOf array ? array.element() : new DataType.Any();
		List<FrameNode> nodes = new ArrayList<>();
		for (int i = 0; i < Math.min(MOST, values.size()); i++) {
			nodes.add(of("[%d]".formatted(i + 1), element, values.get(i), ""));
		}
		if (values.size() > MOST) {
			nodes.add(FrameNode.of("...", "%d more".formatted(values.size() - MOST)));
		}
		return nodes;
	}
}
