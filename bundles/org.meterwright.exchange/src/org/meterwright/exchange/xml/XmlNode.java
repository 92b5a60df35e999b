// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.xml;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An element of an XML file.
 *
 * @param name       name without its namespace
 * @param attributes values by name without namespace
 * @param text       characters directly inside, stripped
 * @param children   elements directly inside
 * @param line       line on which it starts, from 1
 */
public record XmlNode(String name, Map<String, String> attributes, String text, List<XmlNode> children, int line) {
	/** Copies the collections. */
	public XmlNode {
		attributes = Map.copyOf(attributes);
		children = List.copyOf(children);
	}

	/** Finds the first element of a name directly inside. */
	public Optional<XmlNode> child(String wanted) {
		return children.stream().filter(child -> child.name.equals(wanted)).findFirst();
	}

	/** Lists the elements of a name directly inside. */
	public List<XmlNode> children(String wanted) {
		return children.stream().filter(child -> child.name.equals(wanted)).toList();
	}

	/** Returns the text of an element directly inside; nothing: it is not there or empty. */
	public Optional<String> value(String wanted) {
		return child(wanted).map(XmlNode::text).filter(text -> !text.isEmpty());
	}

	/** Returns the number in an element directly inside; nothing: it is not there or no whole number. */
	public Optional<Integer> number(String wanted) {
		return value(wanted).filter(text -> text.matches("-?\\d{1,9}")).map(Integer::valueOf);
	}
}
