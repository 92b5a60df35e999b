// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.objects;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.Origin;
import org.meterwright.rules.Finding;

/**
 * A column of the table of objects.
 *
 * @param id        stable name; an attribute's is {@code @} and its name
 * @param title     heading
 * @param width     pixels that it takes at first
 * @param number    whether its texts stand on the right
 * @param attribute name of the attribute whose value it shows; empty: something else
 * @param text      what it says of an object
 * @param order     order of its values
 */
public record ObjectColumn(String id, String title, int width, boolean number, String attribute, Function<ObjectRow, String> text, Comparator<ObjectRow> order) {
	/** Id of the column of names, which is always there and comes first. */
	public static final String NAME = "name";
	/** Id of the column of logical names. */
	public static final String LOGICAL_NAME = "logical_name";
	/** What is shown until a user chooses. */
	public static final List<String> FIRST_CHOICE = List.of(NAME, "class", LOGICAL_NAME, "meaning", "@value", "@scaler_unit", "seen", "used", "flash", "nvm", "findings", "origin");
	private static final int WIDE = 150;

	/** Returns all columns that a model can have, attributes last. */
	public static List<ObjectColumn> all(ObjectModel model) {
		List<ObjectColumn> columns = new ArrayList<>(List.of(
				of(NAME, "Name", 200, ObjectRow::name),
				of("class", "Class", 130, ObjectRow::className),
				new ObjectColumn(LOGICAL_NAME, "Logical name", 120, false, "", ObjectRow::logicalName, Comparator.comparing(row -> row.object().getLogicalName(),
						Comparator.nullsFirst(Comparator.naturalOrder()))),
				of("meaning", "Meaning", 260, ObjectRow::meaning),
				of("area", "Area", 110, ObjectRow::area),
				of("device", "Device", 90, ObjectRow::device),
				new ObjectColumn("seen", "Seen by", WIDE, false, "", row -> String.join(", ", row.associations()), Comparator.comparingInt(row -> row.associations().size())),
				new ObjectColumn("used", "Captured or sent by", WIDE, false, "", row -> String.join(", ", row.users()), Comparator.comparingInt(row -> row.users().size())),
				octets("flash", "Flash B", ObjectRow::flash), octets("ram", "RAM B", ObjectRow::ram), octets("nvm", "NVM B", ObjectRow::nvm),
				new ObjectColumn("findings", "Findings", 220, false, "", ObjectColumn::findings, Comparator.comparing((ObjectRow row) -> row.severity().isEmpty())
						.thenComparing(row -> row.severity().orElse(null), Comparator.nullsLast(Comparator.naturalOrder()))),
				of("origin", "Written in", WIDE, row -> row.place().map(ObjectColumn::place).orElse(""))));
		model.attributes().forEach(name -> columns.add(attribute(name)));
		return List.copyOf(columns);
	}

	private static ObjectColumn of(String id, String title, int width, Function<ObjectRow, String> text) {
		return new ObjectColumn(id, title, width, false, "", text, Comparator.comparing(text, NaturalOrder.TEXT));
	}

	private static ObjectColumn octets(String id, String title, ToLongFunction<ObjectRow> octets) {
		return new ObjectColumn(id, title, 65, true, "", row -> octets.applyAsLong(row) < 0 ? "" : String.format(Locale.ROOT, "%,d", octets.applyAsLong(row)),
				Comparator.comparingLong(octets));
	}

	private static ObjectColumn attribute(String name) {
		return new ObjectColumn("@" + name, name, name.length() > 9 ? WIDE : 110, false, name, row -> row.value(name).orElse(""),
				Comparator.comparing(row -> row.value(name).orElse(""), NaturalOrder.TEXT));
	}

	private static String findings(ObjectRow row) {
		List<Finding> findings = row.findings();
		return findings.isEmpty() ? "" : findings.size() == 1 ? findings.getFirst().message() : "%d: %s".formatted(findings.size(), findings.getFirst().message());
	}

	/** Says a place as file and line. */
	static String place(Origin origin) {
		return origin.file().isEmpty() ? "" : "%s:%d".formatted(origin.file().substring(origin.file().lastIndexOf('/') + 1), origin.line());
	}

	/** Tells whether what it shows of an object can be changed in the text: attributes that there are or can be, and the logical name. */
	public boolean isEditable(ObjectRow row) {
		return id.equals(LOGICAL_NAME) || !attribute.isEmpty() && definition(row).isPresent();
	}

	private Optional<?> definition(ObjectRow row) {
		return Optional.ofNullable(row.object().getInterfaceClass()).flatMap(type -> CosemObjects.definition(type, attribute));
	}
}
