// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.gurux;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

import org.meterwright.exchange.xml.XmlNode;

/** What files of the Gurux tools call interface classes. */
final class GuruxClasses {
	private static final Map<String, Integer> IDS = load();
	private static final String PREFIX = "GXDLMS";
	private static final String CUSTOM = "custom";

	private GuruxClasses() {
	}

	/** Finds the class_id of an element; nothing: it is no object. */
	static OptionalInt of(XmlNode node) {
		String type = node.attributes().getOrDefault("type", "");
		if (node.name().equals("Object")) {
			return number(node.attributes().getOrDefault("Type", ""));
		}
		return named(type.startsWith(PREFIX) ? type : node.name());
	}

	private static OptionalInt named(String name) {
		if (!name.startsWith(PREFIX)) {
			return OptionalInt.empty();
		}
		String plain = name.substring(PREFIX.length()).toLowerCase(Locale.ROOT);
		Integer id = IDS.get(plain);
		return id != null ? OptionalInt.of(id) : plain.startsWith(CUSTOM) ? number(plain.substring(CUSTOM.length())) : OptionalInt.empty();
	}

	private static OptionalInt number(String text) {
		return text.matches("\\d{1,5}") && Integer.parseInt(text) <= 0xFFFF ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
	}

	private static Map<String, Integer> load() {
		try (BufferedReader reader = new BufferedReader(new InputStreamReader(GuruxClasses.class.getResourceAsStream("classes.csv"), StandardCharsets.UTF_8))) {
			Map<String, Integer> ids = new HashMap<>();
			reader.lines().filter(line -> !line.startsWith("#")).map(line -> line.split(",")).forEach(row -> ids.put(row[0], Integer.valueOf(row[1])));
			return Map.copyOf(ids);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
