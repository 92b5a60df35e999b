// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.gurux;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;
import org.meterwright.exchange.objectlist.Sketch.SeenAttribute;
import org.meterwright.exchange.xml.XmlNode;

/**
 * What the body of an object says of its attributes. Classes whose body holds readings or addresses alone are taken by their rights; what is
 * written in a way that differs from tool to tool, such as dates, is left to plausible values.
 */
final class GuruxBody {
	private static final Map<Integer, Map<String, Integer>> VALUES = Map.of(1, Map.of("Value", 2), 3, Map.of("Value", 2), 4, Map.of("Value", 2, "Status", 4), 5,
			Map.of("CurrentAverageValue", 2, "LastAverageValue", 3, "Status", 5));
	/** Numbers that stand without a type: attribute_id and the type that the class has. */
	private static final Map<Integer, Map<String, Numbered>> NUMBERS = Map.of(
			5, Map.of("Period", new Numbered(8, DataTag.DOUBLE_LONG_UNSIGNED), "NumberOfPeriods", new Numbered(9, DataTag.LONG_UNSIGNED)),
			7, Map.of("CapturePeriod", new Numbered(4, DataTag.DOUBLE_LONG_UNSIGNED), "SortMethod", new Numbered(5, DataTag.ENUM), "ProfileEntries", new Numbered(8, DataTag.DOUBLE_LONG_UNSIGNED)),
			8, Map.of("TimeZone", new Numbered(3, DataTag.LONG), "Deviation", new Numbered(7, DataTag.INTEGER), "ClockBase", new Numbered(9, DataTag.ENUM)),
			22, Map.of("Type", new Numbered(3, DataTag.ENUM)),
			40, Map.of("RandomisationStartInterval", new Numbered(5, DataTag.LONG_UNSIGNED), "NumberOfRetries", new Numbered(6, DataTag.UNSIGNED)),
			41, Map.of("Port", new Numbered(2, DataTag.LONG_UNSIGNED)),
			70, Map.of("ControlMode", new Numbered(4, DataTag.ENUM)));
	private static final Map<Integer, Integer> SCALERS = Map.of(3, 3, 4, 3, 5, 4);

	private record Numbered(int attribute, DataTag tag) {
	}

	private final XmlNode node;
	private final SortedMap<Integer, SeenAttribute> attributes = new TreeMap<>();

	private GuruxBody(XmlNode node) {
		this.node = node;
	}

	/** Reads the body of an object. */
	static SortedMap<Integer, SeenAttribute> of(int classId, XmlNode node) {
		GuruxBody body = new GuruxBody(node);
		VALUES.getOrDefault(classId, Map.of()).forEach(body::value);
		NUMBERS.getOrDefault(classId, Map.of()).forEach(body::number);
		Optional.ofNullable(SCALERS.get(classId)).ifPresent(body::scaler);
		body.special(classId);
		return body.attributes;
	}

	private void value(String element, int attribute) {
		node.child(element).ifPresent(child -> {
			Optional<Value> value = GuruxValue.of(child);
			Optional<DataType> type = GuruxValue.type(child).filter(tag -> !tag.hasParts() && tag != DataTag.NULL_DATA).map(tag -> new DataType.Simple(tag));
			attributes.put(attribute, new SeenAttribute(value.isPresent() ? Optional.empty() : type, value));
		});
	}

	private void number(String element, Numbered numbered) {
		node.value(element).flatMap(text -> GuruxValue.integer(numbered.tag(), text)).ifPresent(value -> put(numbered.attribute(), value));
	}

	private void put(int attribute, Value value) {
		attributes.put(attribute, new SeenAttribute(Optional.empty(), Optional.of(value)));
	}

	/** Scaler is written as the factor that it stands for, 0.01 for -2. */
	private void scaler(int attribute) {
		Optional<Integer> unit = node.number("Unit");
		if (unit.isPresent() && unit.get() > 0 && unit.get() <= 255) {
			double factor = node.value("Scaler").filter(text -> text.matches("[0-9.]{1,20}([eE][+-]?\\d{1,3})?")).map(Double::valueOf).orElse(1.0);
			long exponent = factor > 0 ? Math.round(Math.log10(factor)) : 0;
			put(attribute, Values.structure(Values.integer(exponent), Values.enumerated(unit.get())));
		}
	}

	private void special(int classId) {
		switch (classId) {
			case 7 -> node.child("CaptureObjects").ifPresent(list -> columns(3, list, "Attribute", "Data"));
			case 8 -> node.value("Enabled").ifPresent(text -> put(8, Values.bool(text.equals("1") || text.equalsIgnoreCase("true"))));
			case 9 -> node.child("Scripts").ifPresent(this::scripts);
			case 40 -> node.child("ObjectList").ifPresent(list -> columns(2, list, "AI", "DI"));
			default -> {
				// nothing else is sure
			}
		}
	}

	private void columns(int attribute, XmlNode list, String index, String data) {
		Value[] columns = list.children("Item").stream().map(item -> column(item, index, data)).flatMap(Optional::stream).toArray(Value[]::new);
		if (columns.length == list.children("Item").size()) {
			put(attribute, Values.array(columns));
		}
	}

	private static Optional<Value> column(XmlNode item, String index, String data) {
		Optional<LogicalName> name = logicalName(item);
		Optional<Integer> type = item.number("ObjectType");
		return name.isEmpty() || type.isEmpty() ? Optional.empty()
				: Optional.of(Values.structure(Values.longUnsigned(type.get()), Values.logicalName(name.get()), Values.integer(item.number(index).orElse(0)),
						Values.longUnsigned(item.number(data).orElse(0))));
	}

	/** Reads a logical name; nothing: there is none. */
	static Optional<LogicalName> logicalName(XmlNode item) {
		try {
			return item.value("LN").or(() -> item.value("LogicalName")).map(LogicalName::valueOf);
		} catch (IllegalArgumentException e) {
			return Optional.empty();
		}
	}

	private void scripts(XmlNode list) {
		put(2, Values.array(list.children("Script").stream().map(GuruxBody::script).toArray(Value[]::new)));
	}

	private static Value script(XmlNode script) {
		Value[] actions = script.child("Actions").map(all -> all.children("Action")).orElse(script.children("Action")).stream().map(GuruxBody::action).flatMap(Optional::stream)
				.toArray(Value[]::new);
		return Values.structure(Values.longUnsigned(script.number("ID").orElse(1)), Values.array(actions));
	}

	private static Optional<Value> action(XmlNode action) {
		Optional<Value> parameter = action.number("ParameterDataType").flatMap(DataTag::ofCode).filter(DataTag::isInteger)
				.flatMap(tag -> action.value("Parameter").flatMap(text -> GuruxValue.integer(tag, text)));
		return logicalName(action).flatMap(name -> action.number("ObjectType").map(type -> Values.structure(Values.enumerated(action.number("Type").orElse(2)), Values.longUnsigned(type),
				Values.logicalName(name), Values.integer(action.number("Index").orElse(0)), parameter.orElse(Values.integer(0)))));
	}
}
