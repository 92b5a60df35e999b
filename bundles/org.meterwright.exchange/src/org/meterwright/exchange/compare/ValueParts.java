// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;

/** Finds the parts of a value that differ, so that a report need not repeat all of it. */
final class ValueParts {
	/** More parts than this are told as one. */
	private static final int MANY = 6;

	private final List<Part> parts = new ArrayList<>();

	/**
	 * A part that differs.
	 *
	 * @param path  where in the value, such as {@code [2].index}; empty: all of it
	 * @param type  its type
	 * @param left  how it was; nothing: it was not there
	 * @param right how it is
	 */
	record Part(String path, DataType type, Optional<Value> left, Optional<Value> right) {
	}

	/** Lists the parts that differ; the whole value where there are many. */
	static List<Part> of(DataType type, Value left, Value right) {
		ValueParts found = new ValueParts();
		found.compare("", type, left, right);
		return found.parts.size() > MANY ? List.of(new Part("", type, Optional.of(left), Optional.of(right))) : found.parts;
	}

	private void compare(String path, DataType type, Value left, Value right) {
		if (left.equals(right)) {
			return;
		}
		switch (type.bare()) {
			case DataType.StructureOf structure when fits(structure, left) && fits(structure, right) -> fields(path, structure, Values.parts(left), Values.parts(right));
			case DataType.ArrayOf array when left instanceof Value.Array && right instanceof Value.Array -> elements(path, array.element(), Values.parts(left), Values.parts(right));
			default -> parts.add(new Part(path, type, Optional.of(left), Optional.of(right)));
		}
	}

	/** A scaler with its unit is one thing to people. */
	private static boolean fits(DataType.StructureOf type, Value value) {
		boolean scaler = type.fields().size() == 2 && type.fields().getFirst().name().equals("scaler");
		return !scaler && value instanceof Value.Structure structure && structure.fields().size() == type.fields().size();
	}

	private void fields(String path, DataType.StructureOf type, List<Value> left, List<Value> right) {
		for (int i = 0; i < left.size(); i++) {
			DataType.Field field = type.fields().get(i);
			compare("%s.%s".formatted(path, field.name()), field.type(), left.get(i), right.get(i));
		}
	}

	private void elements(String path, DataType type, List<Value> left, List<Value> right) {
		int start = 0;
		int shorter = Math.min(left.size(), right.size());
		while (start < shorter && left.get(start).equals(right.get(start))) {
			start++;
		}
		int tail = 0;
		while (left.size() != right.size() && tail < shorter - start && left.get(left.size() - 1 - tail).equals(right.get(right.size() - 1 - tail))) {
			tail++;
		}
		for (int i = start; i < Math.max(left.size(), right.size()) - tail; i++) {
			String at = "%s[%d]".formatted(path, i + 1);
			boolean inLeft = i < left.size() - tail;
			boolean inRight = i < right.size() - tail;
			if (inLeft && inRight) {
				compare(at, type, left.get(i), right.get(i));
			} else {
				parts.add(new Part(at, type, inLeft ? Optional.of(left.get(i)) : Optional.empty(), inRight ? Optional.of(right.get(i)) : Optional.empty()));
			}
		}
	}
}
