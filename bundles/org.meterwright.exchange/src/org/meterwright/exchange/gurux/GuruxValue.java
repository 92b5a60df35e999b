// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.gurux;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.DataTag;
import org.meterwright.cosem.value.Value;
import org.meterwright.exchange.xml.XmlNode;

/** Values as these files write them: {@code <Value Type="6">1234</Value>}, where Type is the tag of the xDLMS type. */
final class GuruxValue {
	private static final int TEXT = 10;
	private static final String HEX = "([0-9A-Fa-f]{2}\\s*)*";

	private GuruxValue() {
	}

	/** Reads a value; nothing: it is not written in a way that is sure. */
	static Optional<Value> of(XmlNode node) {
		return type(node).flatMap(tag -> read(tag, node));
	}

	/** Returns the type that an element tells. */
	static Optional<DataTag> type(XmlNode node) {
		return code(node, "Type").flatMap(DataTag::ofCode);
	}

	private static Optional<Integer> code(XmlNode node, String attribute) {
		String text = node.attributes().getOrDefault(attribute, "");
		return text.matches("\\d{1,3}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
	}

	private static Optional<Value> read(DataTag tag, XmlNode node) {
		return switch (tag) {
			case ARRAY -> parts(node).map(Value.Array::new);
			case STRUCTURE -> parts(node).map(Value.Structure::new);
			case BOOLEAN -> Optional.of(new Value.Bool(node.text().equals("1") || node.text().equalsIgnoreCase("true")));
			case BIT_STRING -> node.text().matches("[01]*") ? Optional.of(new Value.Bits(node.text())) : Optional.empty();
			case OCTET_STRING -> octets(node);
			case VISIBLE_STRING -> visible(node.text());
			case UTF8_STRING -> Optional.of(new Value.Utf8(node.text()));
			default -> tag.isInteger() ? integer(tag, node.text()) : Optional.empty();
		};
	}

	private static Optional<List<Value>> parts(XmlNode node) {
		List<Value> parts = new ArrayList<>();
		for (XmlNode item : node.children()) {
			Optional<Value> part = of(item);
			if (part.isEmpty()) {
				return Optional.empty();
			}
			parts.add(part.get());
		}
		return Optional.of(parts);
	}

	/** Octets are hex, unless the tool shows them as text. */
	private static Optional<Value> octets(XmlNode node) {
		if (code(node, "UIType").filter(type -> type == TEXT).isPresent()) {
			return Optional.of(new Value.Octets(Bytes.of(node.text().getBytes(StandardCharsets.UTF_8))));
		}
		boolean plain = code(node, "UIType").isEmpty() || code(node, "UIType").get() == DataTag.OCTET_STRING.code();
		return plain && node.text().matches(HEX) ? Optional.of(new Value.Octets(Bytes.ofHex(node.text()))) : Optional.empty();
	}

	private static Optional<Value> visible(String text) {
		return text.chars().allMatch(c -> c >= ' ' && c <= '~') ? Optional.of(new Value.Visible(text)) : Optional.empty();
	}

	/** Reads a number; nothing: it is none, or out of the type's range. */
	static Optional<Value> integer(DataTag tag, String text) {
		if (!text.matches("-?\\d{1,18}")) {
			return Optional.empty();
		}
		try {
			return Optional.of(new Value.Int(tag, Long.parseLong(text)));
		} catch (IllegalArgumentException e) {
			return Optional.empty();
		}
	}
}
