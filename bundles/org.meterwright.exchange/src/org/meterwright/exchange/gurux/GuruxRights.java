// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.gurux;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

import org.meterwright.cosem.access.AccessModes;
import org.meterwright.exchange.xml.XmlNode;

/** Rights as these files write them: a digit for each attribute, or four hex digits with the highest bit set. */
final class GuruxRights {
	private static final int DIGITS = 4;
	private static final int PRESENT = 0x8000;
	/** Names of modes in device files, by their number in Association LN version 1. */
	private static final Map<String, Integer> NAMES = Map.of("NoAccess", 0, "Read", 1, "Write", 2, "ReadWrite", 3, "AuthenticatedRead", 4, "AuthenticatedWrite", 5,
			"AuthenticatedReadWrite", 6, "Access", 1, "AuthenticatedAccess", 2);

	private final int version;

	/** Reads rights into the modes of a version of Association LN: 3 has bits, the others numbers. */
	GuruxRights(int version) {
		this.version = version;
	}

	/** Tells whether any rights below an element are written as bits. */
	static boolean hasBits(XmlNode node) {
		return node.child("Access3").isPresent() || node.children().stream().anyMatch(GuruxRights::hasBits);
	}

	/** Returns the modes of attributes by attribute_id. */
	SortedMap<Integer, Integer> attributes(XmlNode object) {
		SortedMap<Integer, Integer> modes = new TreeMap<>();
		object.value("Access3").ifPresentOrElse(text -> bits(text, modes), () -> object.value("Access").ifPresent(text -> digits(text, modes, false)));
		items(object, "Attributes", false, modes);
		modes.putIfAbsent(1, 1);
		return modes;
	}

	/** Returns the modes of methods by method_id. */
	SortedMap<Integer, Integer> methods(XmlNode object) {
		SortedMap<Integer, Integer> modes = new TreeMap<>();
		object.value("MethodAccess3").ifPresentOrElse(text -> bits(text, modes), () -> object.value("MethodAccess").ifPresent(text -> digits(text, modes, true)));
		items(object, "MethodAttributes", true, modes);
		return modes;
	}

	private void bits(String text, SortedMap<Integer, Integer> modes) {
		for (int i = 0; i + DIGITS <= text.length(); i += DIGITS) {
			String item = text.substring(i, i + DIGITS);
			if (item.matches("[0-9A-Fa-f]{4}")) {
				modes.put(i / DIGITS + 1, Integer.parseInt(item, 16) & ~PRESENT & 0xFF);
			}
		}
	}

	private void digits(String text, SortedMap<Integer, Integer> modes, boolean method) {
		for (int i = 0; i < text.length(); i++) {
			int digit = Character.digit(text.charAt(i), 10);
			if (digit >= 0) {
				modes.put(i + 1, mode(digit, method));
			}
		}
	}

	/** Device files have an element for each attribute and method. */
	private void items(XmlNode object, String list, boolean method, SortedMap<Integer, Integer> modes) {
		for (XmlNode item : object.child(list).map(XmlNode::children).orElse(List.of())) {
			item.number("Index").filter(index -> index >= 1 && index <= 127).ifPresent(index -> {
				String text = item.value("Access").orElse(method ? "Access" : "ReadWrite");
				int digit = NAMES.getOrDefault(text, text.matches("\\d") ? Integer.parseInt(text) : 0);
				item.value("Access3").ifPresentOrElse(bits -> one(bits, index, modes), () -> modes.put(index, mode(digit, method)));
			});
		}
	}

	private void one(String bits, int index, SortedMap<Integer, Integer> modes) {
		SortedMap<Integer, Integer> read = new TreeMap<>();
		bits(bits, read);
		read.values().forEach(mode -> modes.put(index, mode));
	}

	private int mode(int digit, boolean method) {
		if (version < 3 || method) {
			return digit;
		}
		OptionalInt bits = AccessModes.attributeBits(1, digit);
		return bits.isPresent() ? AccessModes.attributeWire(3, bits.getAsInt()).orElse(0) : 0;
	}
}
