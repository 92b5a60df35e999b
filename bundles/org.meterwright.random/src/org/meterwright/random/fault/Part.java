// SPDX-License-Identifier: EPL-2.0
package org.meterwright.random.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.meterwright.cosem.Attribute;
import org.meterwright.cosem.CosemObject;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.type.TypeCheck;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;

/**
 * A part of an attribute's value, down to the whole: it knows its name in the type, and can be replaced inside the value.
 *
 * @param attribute attribute that holds the value
 * @param field     name of the structure's field that it is, or of the attribute
 * @param type      type, a choice narrowed to the option that the value takes
 * @param value     value
 * @param path      position in each structure or array from the whole down
 */
record Part(Attribute attribute, String field, DataType type, Value value, List<Integer> path) {
	/** Returns the whole value of an attribute and all its parts, outermost first; none without value. */
	static Stream<Part> all(Attribute attribute) {
		if (attribute.getValue() == null || attribute.getDefinition() == null) {
			return Stream.empty();
		}
		boolean closed = attribute.getType() != null && !(attribute.getType().bare() instanceof DataType.Any);
		DataType type = closed ? attribute.getType() : attribute.getDefinition().getType();
		return whole(attribute, type).flatMap(Part::withInside);
	}

	private static Stream<Part> whole(Attribute attribute, DataType type) {
		return Stream.of(new Part(attribute, attribute.getDefinition().getName(), narrow(type, attribute.getValue()), attribute.getValue(), List.of()));
	}

	private static DataType narrow(DataType type, Value value) {
		return type.bare() instanceof DataType.Choice choice ? choice.options().stream().filter(option -> TypeCheck.accepts(option, value.tag())).findFirst()
				.map(option -> narrow(option, value)).orElse(new DataType.Any()) : type;
	}

	private Stream<Part> withInside() {
		return Stream.concat(Stream.of(this), inside().stream().flatMap(Part::withInside));
	}

	/** Returns the fields of a structure or the elements of an array. */
	List<Part> inside() {
		List<Part> parts = new ArrayList<>();
		List<Value> values = Values.parts(value);
		for (int i = 0; i < values.size(); i++) {
			List<Integer> at = new ArrayList<>(path);
			at.add(i);
			parts.add(new Part(attribute, name(i), narrow(type(i), values.get(i)), values.get(i), List.copyOf(at)));
		}
		return parts;
	}

	private String name(int position) {
		return type.bare() instanceof DataType.StructureOf structure && position < structure.fields().size() ? structure.fields().get(position).name() : field;
	}

	private DataType type(int position) {
		return switch (type.bare()) {
			case DataType.StructureOf structure when position < structure.fields().size() -> structure.fields().get(position).type();
			case DataType.ArrayOf array -> array.element();
			case DataType.CompactOf array -> array.element();
			default -> new DataType.Any();
		};
	}

	/** Finds a field of a structure. */
	Optional<Part> get(String name) {
		return type.bare() instanceof DataType.StructureOf ? inside().stream().filter(part -> part.field().equals(name)).findFirst() : Optional.empty();
	}

	/** Returns the number that this is; -1 when it is none. */
	long number() {
		return Values.number(value).orElse(-1);
	}

	/** Finds the number in a field. */
	Optional<Long> number(String name) {
		return get(name).map(Part::number);
	}

	/** Finds the logical name that this is. */
	Optional<LogicalName> logicalName() {
		return Values.asLogicalName(value);
	}

	/** Puts another value in the place of this one. */
	void set(Value other) {
		attribute.setValue(replaced(attribute.getValue(), 0, other));
	}

	/** Puts another number of the same type in the place of this one. */
	void set(long number) {
		set(new Value.Int(value.tag(), number));
	}

	/** Puts another number into a field. */
	void set(String name, long number) {
		get(name).orElseThrow().set(number);
	}

	/** Puts another value into a field. */
	void set(String name, Value other) {
		get(name).orElseThrow().set(other);
	}

	/** Changes the elements of an array or the fields of a structure. */
	void edit(UnaryOperator<List<Value>> change) {
		set(with(value, change.apply(new ArrayList<>(Values.parts(value)))));
	}

	/** Takes the last element away. */
	void shorten() {
		edit(elements -> elements.subList(0, elements.size() - 1));
	}

	/** Turns the elements round. */
	void turn() {
		edit(List::reversed);
	}

	private Value replaced(Value whole, int depth, Value other) {
		if (depth == path.size()) {
			return other;
		}
		List<Value> parts = new ArrayList<>(Values.parts(whole));
		parts.set(path.get(depth), replaced(parts.get(path.get(depth)), depth + 1, other));
		return with(whole, parts);
	}

	private static Value with(Value whole, List<Value> parts) {
		return switch (whole) {
			case Value.Structure structure -> new Value.Structure(parts);
			case Value.CompactArray array -> new Value.CompactArray(array.element(), parts);
			default -> new Value.Array(parts);
		};
	}

	/** Returns the object that holds the value. */
	CosemObject object() {
		return (CosemObject) attribute.eContainer();
	}

	/** Says where this is. */
	String label() {
		return "%s %s%s".formatted(Models.label(object()), CosemObjects.index(attribute), path.isEmpty() ? "" : " at %s %s".formatted(path, field));
	}

	/** Makes the site where this part is spoiled. */
	Site site(Runnable spoil) {
		return Site.of(label(), attribute, spoil);
	}
}
