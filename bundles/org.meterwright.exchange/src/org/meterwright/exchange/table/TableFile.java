// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.table;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.meterwright.cosem.type.DataType;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.LogicalName;
import org.meterwright.cosem.value.Origin;
import org.meterwright.cosem.value.Value;
import org.meterwright.exchange.ImportException;
import org.meterwright.exchange.ImportReport;
import org.meterwright.exchange.objectlist.Sketch;
import org.meterwright.exchange.objectlist.Sketch.SeenAssociation;
import org.meterwright.exchange.objectlist.Sketch.SeenAttribute;
import org.meterwright.exchange.objectlist.Sketch.SeenObject;
import org.meterwright.exchange.objectlist.Sketch.SeenRights;
import org.meterwright.exchange.table.TableTemplate.Column;

/** Reads a table with a row for each attribute and method and a column for each association, whose cells say what its client may do. */
public final class TableFile {
	private static final Pattern METHOD = Pattern.compile("(?:m|method)\\s*(\\d{1,3})");
	private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");
	private static final int LARGEST_VERSION = 255;
	private static final int LARGEST_CLASS = 0xFFFF;
	private static final int LARGEST_MEMBER = 127;

	private final String file;
	private final TableTemplate template;
	private final ImportReport report;
	private final Map<Column, Integer> columns = new EnumMap<>(Column.class);
	private final Map<Integer, String> associations = new TreeMap<>();
	private final Map<String, SeenObject> objects = new LinkedHashMap<>();
	private final Map<Integer, Map<String, SeenRights>> rights = new TreeMap<>();

	private TableFile(String file, TableTemplate template, ImportReport report) {
		this.file = file;
		this.template = template;
		this.report = report;
	}

	/**
	 * Reads a CSV file or a workbook.
	 *
	 * @param file     its name
	 * @param template what its columns are called
	 * @param report   takes what is worth knowing
	 * @throws ImportException when it is no such table
	 */
	public static Sketch read(String file, Bytes content, TableTemplate template, ImportReport report) throws ImportException {
		List<List<String>> rows = Workbook.isWorkbook(content) ? Workbook.read(file, content) : Rows.read(file, content);
		return new TableFile(file, template, report).read(rows);
	}

	private Sketch read(List<List<String>> rows) throws ImportException {
		int heading = heading(rows);
		for (int i = heading + 1; i < rows.size(); i++) {
			if (rows.get(i).stream().anyMatch(cell -> !cell.isEmpty())) {
				row(rows.get(i), i + 1);
			}
		}
		if (objects.isEmpty()) {
			throw new ImportException(place(heading + 1), "no row below the headings names an attribute of an object");
		}
		return new Sketch(place(1), List.copyOf(objects.values()), associations(heading + 1));
	}

	private Origin place(int row) {
		return new Origin(file, row, 0, 0, "import");
	}

	/** Finds the row of the headings: the first one that has a class and a logical name. */
	private int heading(List<List<String>> rows) throws ImportException {
		for (int i = 0; i < rows.size(); i++) {
			columns.clear();
			for (int j = 0; j < rows.get(i).size(); j++) {
				int column = j;
				template.of(rows.get(i).get(j)).ifPresent(what -> columns.putIfAbsent(what, column));
			}
			if (columns.containsKey(Column.CLASS_ID) && columns.containsKey(Column.LOGICAL_NAME) && columns.containsKey(Column.ATTRIBUTE)) {
				for (int j = 0; j < rows.get(i).size(); j++) {
					if (template.isAssociation(rows.get(i).get(j))) {
						associations.put(j, rows.get(i).get(j));
					}
				}
				return i;
			}
		}
		throw new ImportException(place(1), "no row has headings for class_id, logical_name and attribute; say with --column what they are called here");
	}

	private static String cell(List<String> row, Integer column) {
		return column == null || column >= row.size() ? "" : row.get(column);
	}

	private String cell(List<String> row, Column column) {
		return cell(row, columns.get(column));
	}

	private void row(List<String> row, int number) {
		String classId = cell(row, Column.CLASS_ID);
		String version = cell(row, Column.VERSION).isEmpty() ? "0" : cell(row, Column.VERSION);
		Optional<LogicalName> name = logicalName(cell(row, Column.LOGICAL_NAME));
		boolean numbers = classId.matches("\\d{1,5}") && Integer.parseInt(classId) <= LARGEST_CLASS && version.matches("\\d{1,3}") && Integer.parseInt(version) <= LARGEST_VERSION;
		String member = cell(row, Column.ATTRIBUTE).toLowerCase(Locale.ROOT);
		Matcher method = METHOD.matcher(member);
		boolean isMethod = method.matches();
		if (!numbers || name.isEmpty() || !isMethod && !NUMBER.matcher(member).matches()) {
			report.warning("MW-IMP-020", place(number), "the row is left out: it needs a class_id, a logical name such as 1-0:1.8.0*255, and an attribute such as 2 or a method such as m1");
			return;
		}
		int index = Integer.parseInt(isMethod ? method.group(1) : member);
		if (index < 1 || index > LARGEST_MEMBER) {
			report.warning("MW-IMP-020", place(number), "the row is left out: attributes and methods are numbered from 1 to 127");
			return;
		}
		SeenObject object = objects.computeIfAbsent("%s %s".formatted(classId, name.get()), key -> new SeenObject(place(number), Integer.parseInt(classId), Integer.parseInt(version), name.get(),
				Optional.of(cell(row, Column.NAME)).filter(text -> !text.isEmpty()), new TreeMap<>()));
		if (!isMethod) {
			object.attributes().put(index, attribute(row, number));
		}
		associations.forEach((column, heading) -> right(column, object, index, isMethod, cell(row, column), number));
	}

	private static Optional<LogicalName> logicalName(String text) {
		try {
			return Optional.of(LogicalName.valueOf(text));
		} catch (IllegalArgumentException e) {
			return Optional.empty();
		}
	}

	private SeenAttribute attribute(List<String> row, int number) {
		Optional<DataType> type = type(cell(row, Column.TYPE), number);
		String text = cell(row, Column.VALUE);
		Optional<Value> value = text.isEmpty() ? Optional.empty() : CellValue.of(text, type);
		if (!text.isEmpty() && value.isEmpty()) {
			report.warning("MW-IMP-020", place(number), "the value %s is left out: it is none of the type that the row says".formatted(text));
		}
		return new SeenAttribute(type, value);
	}

	private Optional<DataType> type(String text, int number) {
		if (text.isEmpty()) {
			return Optional.empty();
		}
		try {
			return Optional.of(DataType.valueOf(text.replaceAll("\\[(\\d+)]$", "($1)")));
		} catch (IllegalArgumentException e) {
			report.warning("MW-IMP-020", place(number), "the type %s is none of the language, and the class's is taken".formatted(text));
			return Optional.empty();
		}
	}

	private void right(int column, SeenObject object, int index, boolean method, String cell, int number) {
		Optional<Integer> mode = CellRight.of(cell, method);
		if (mode.isEmpty()) {
			report.warning("MW-IMP-020", place(number), "%s: %s is no right; write R, W, RW, X for a method, or nothing".formatted(associations.get(column), cell));
			return;
		}
		if (cell.isEmpty()) {
			return;
		}
		SeenRights seen = rights.computeIfAbsent(column, key -> new LinkedHashMap<>()).computeIfAbsent("%d %s".formatted(object.classId(), object.logicalName()),
				key -> new SeenRights(place(number), object.classId(), object.logicalName(), new TreeMap<>(), new TreeMap<>()));
		(method ? seen.methods() : seen.attributes()).put(index, mode.get());
	}

	/** Associations are 0-0:40.0.1 and so on, in the order of their columns. */
	private List<SeenAssociation> associations(int line) {
		List<SeenAssociation> seen = new ArrayList<>();
		associations.forEach((column, heading) -> seen.add(new SeenAssociation(place(line), new LogicalName(0, 0, 40, 0, seen.size() + 1, 255), 1, template.client(heading),
				Optional.of(heading), List.copyOf(rights.getOrDefault(column, Map.of()).values()))));
		return seen;
	}
}
