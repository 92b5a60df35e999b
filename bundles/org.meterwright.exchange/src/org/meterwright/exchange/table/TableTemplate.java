// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.table;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the columns of a table are called.
 *
 * @param headings headings by what the column holds, both in lower case without spaces and signs
 * @param clients  headings of associations as they are written, by client address; none: every other column is an association
 */
public record TableTemplate(Map<Column, List<String>> headings, Map<Integer, String> clients) {
	/** What a column holds. */
	public enum Column {
		/** class_id. */
		CLASS_ID("classid", "class", "ic", "interfaceclass", "classidentifier"),
		/** Version of the class. */
		VERSION("version", "ver", "classversion"),
		/** Logical name. */
		LOGICAL_NAME("logicalname", "obis", "obiscode", "ln"),
		/** attribute_id, or the method_id with m or method before it. */
		ATTRIBUTE("attribute", "attributeid", "attr", "index", "attributeindex", "member"),
		/** Type, in the language's notation. */
		TYPE("type", "datatype"),
		/** Value. */
		VALUE("value", "default", "defaultvalue"),
		/** Name of the object. */
		NAME("name", "object", "objectname"),
		/** Name of the attribute, for people. */
		REMARK("attributename", "description", "comment", "remark", "unit", "scaler", "storage");

		private final List<String> usual;

		Column(String... usual) {
			this.usual = List.of(usual);
		}
	}

	private static final Pattern CLIENT = Pattern.compile("client\\s*(\\d{1,3})");

	/** Copies the maps. */
	public TableTemplate {
		headings = Map.copyOf(headings);
		clients = new TreeMap<>(clients);
	}

	/** Makes a template of what the user says, which replaces what is usual; nothing: it is not understood. */
	public static Optional<TableTemplate> of(Map<String, String> said) {
		Map<Column, List<String>> headings = new HashMap<>();
		for (Column column : Column.values()) {
			headings.put(column, column.usual);
		}
		Map<Integer, String> clients = new TreeMap<>();
		for (Map.Entry<String, String> each : said.entrySet()) {
			Matcher client = CLIENT.matcher(each.getKey().strip().toLowerCase(Locale.ROOT));
			Optional<Column> column = column(each.getKey());
			if (client.matches()) {
				clients.put(Integer.valueOf(client.group(1)), each.getValue());
			} else if (column.isPresent()) {
				headings.put(column.get(), List.of(plain(each.getValue())));
			} else {
				return Optional.empty();
			}
		}
		return Optional.of(new TableTemplate(headings, clients));
	}

	private static Optional<Column> column(String name) {
		return List.of(Column.values()).stream().filter(column -> plain(column.name()).equals(plain(name))).findFirst();
	}

	/** Finds what a heading stands for; nothing: it may be an association's. */
	Optional<Column> of(String heading) {
		return headings.entrySet().stream().filter(each -> each.getValue().contains(plain(heading))).map(Map.Entry::getKey).sorted().findFirst();
	}

	/** Finds the client of an association's heading: the one that was named, or the number that it has in it. */
	OptionalInt client(String heading) {
		OptionalInt named = clients.entrySet().stream().filter(each -> each.getValue().equalsIgnoreCase(heading.strip())).mapToInt(Map.Entry::getKey).findFirst();
		Matcher number = CLIENT.matcher(heading.toLowerCase(Locale.ROOT));
		return named.isPresent() || !number.find() ? named : OptionalInt.of(Integer.parseInt(number.group(1)));
	}

	/** Tells whether a heading is an association's. */
	boolean isAssociation(String heading) {
		return clients.isEmpty() ? !heading.isBlank() && of(heading).isEmpty() : clients.values().stream().anyMatch(heading.strip()::equalsIgnoreCase);
	}

	private static String plain(String text) {
		return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
	}
}
