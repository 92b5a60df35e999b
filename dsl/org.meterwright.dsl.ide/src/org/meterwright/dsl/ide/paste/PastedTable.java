// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.paste;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.meterwright.dsl.Catalogue;

/**
 * Rows that somebody copied from a spreadsheet, made into the table that the importer reads. A table with a heading for attributes is one
 * already. Of others, each row has to have a logical name and an interface class, by its number or its name; they are known by what they
 * look like, wherever they stand.
 */
final class PastedTable {
	private static final Pattern LOGICAL_NAME = Pattern.compile("(\\d{1,3})[-.](\\d{1,3})[:.](\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})(?:[*.&](\\d{1,3}))?");
	private static final Pattern CLASS = Pattern.compile("(?:IC|class)?\\s*(\\d{1,5})", Pattern.CASE_INSENSITIVE);
	private static final Pattern HEADING = Pattern.compile("(?i).*\\b(attribute|attr|index|member)\\b.*");

	private final Catalogue catalogue;

	private PastedTable(Catalogue catalogue) {
		this.catalogue = catalogue;
	}

	/** Tells whether the last row has cells, one of them a logical name. */
	static boolean isLikely(String pasted) {
		String last = pasted.stripTrailing().substring(pasted.stripTrailing().lastIndexOf('\n') + 1);
		String[] cells = last.split("[\t;,]");
		return cells.length > 1 && Arrays.stream(cells).anyMatch(cell -> logicalName(cell.strip().replace("\"", "")).isPresent());
	}

	/** Makes the table; nothing when a row is no object. */
	static Optional<String> of(String pasted, Catalogue catalogue) {
		List<String> lines = pasted.lines().filter(line -> !line.isBlank()).toList();
		if (lines.isEmpty() || lines.getFirst().split("[\t;,]").length < 2) {
			return Optional.empty();
		}
		if (HEADING.matcher(lines.getFirst()).matches()) {
			return Optional.of(pasted);
		}
		List<String> rows = lines.getFirst().chars().noneMatch(Character::isDigit) ? lines.subList(1, lines.size()) : lines;
		return new PastedTable(catalogue).rows(rows);
	}

	private Optional<String> rows(List<String> lines) {
		List<String> table = new ArrayList<>();
		for (String line : lines) {
			Optional<String> row = row(Arrays.stream(line.split("[\t;,]")).map(cell -> cell.strip().replace("\"", "")).filter(cell -> !cell.isEmpty()).toList());
			if (row.isEmpty()) {
				return Optional.empty();
			}
			table.add(row.get());
		}
		return table.isEmpty() ? Optional.empty() : Optional.of("class_id;version;logical_name;attribute;name\n%s\n".formatted(String.join("\n", table)));
	}

	private Optional<String> row(List<String> cells) {
		Optional<String> logicalName = cells.stream().map(PastedTable::logicalName).flatMap(Optional::stream).findFirst();
		Optional<Integer> classId = cells.stream().map(this::classId).flatMap(Optional::stream).findFirst();
		if (logicalName.isEmpty() || classId.isEmpty()) {
			return Optional.empty();
		}
		String name = cells.stream().filter(cell -> logicalName(cell).isEmpty() && classId(cell).isEmpty()).map(PastedTable::name).filter(word -> !word.isEmpty()).findFirst().orElse("");
		int version = catalogue.versions(classId.get()).stream().max(Integer::compare).orElse(0);
		return Optional.of("%d;%d;%s;1;%s".formatted(classId.get(), version, logicalName.get(), name));
	}

	private static Optional<String> logicalName(String cell) {
		Matcher found = LOGICAL_NAME.matcher(cell);
		return found.matches() ? Optional.of("%s-%s:%s.%s.%s*%s".formatted(found.group(1), found.group(2), found.group(3), found.group(4), found.group(5),
				found.group(6) == null ? "255" : found.group(6))) : Optional.empty();
	}

	private Optional<Integer> classId(String cell) {
		Matcher number = CLASS.matcher(cell);
		if (number.matches()) {
			return Optional.of(Integer.valueOf(number.group(1))).filter(id -> !catalogue.versions(id).isEmpty());
		}
		return ClassNames.id(catalogue, cell);
	}

	/** Makes a name of the language of a cell's words: {@code Active energy import} becomes {@code activeEnergyImport}. */
	private static String name(String cell) {
		StringBuilder name = new StringBuilder();
		for (String word : cell.split("[^A-Za-z0-9]+")) {
			boolean first = name.isEmpty();
			if (!word.isEmpty() && !(first && Character.isDigit(word.charAt(0)))) {
				char start = first ? Character.toLowerCase(word.charAt(0)) : Character.toUpperCase(word.charAt(0));
				name.append(start).append(word.substring(1));
			}
		}
		return name.toString();
	}
}
