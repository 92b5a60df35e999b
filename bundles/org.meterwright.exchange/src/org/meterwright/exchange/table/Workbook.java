// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.Origin;
import org.meterwright.exchange.ImportException;
import org.meterwright.exchange.xml.XmlNode;
import org.meterwright.exchange.xml.XmlTree;

/** The cells of the first sheet of a workbook (ECMA-376, SpreadsheetML): a ZIP archive with a part for texts and one for each sheet. */
final class Workbook {
	private static final String TEXTS = "xl/sharedStrings.xml";
	private static final String SHEET = "xl/worksheets/sheet1.xml";
	/** A part that grows beyond this is no table of a meter, but made to fill the memory. */
	private static final int LARGEST = 64 << 20;
	private static final int LETTERS = 26;
	private static final int MOST_COLUMNS = 16_384;

	private final String file;
	private final List<String> texts;

	private Workbook(String file, List<String> texts) {
		this.file = file;
		this.texts = texts;
	}

	/** Tells whether octets are a ZIP archive, as workbooks are. */
	static boolean isWorkbook(Bytes content) {
		return content.length() > 3 && content.at(0) == 'P' && content.at(1) == 'K' && content.at(2) == 3 && content.at(3) == 4;
	}

	/** Reads the first sheet into rows of cells. */
	static List<List<String>> read(String file, Bytes content) throws ImportException {
		Map<String, Bytes> parts = parts(file, content);
		Bytes sheet = Optional.ofNullable(parts.get(SHEET)).orElseThrow(() -> new ImportException(place(file), "the archive has no %s; expected is a workbook saved as .xlsx".formatted(SHEET)));
		List<String> texts = parts.containsKey(TEXTS) ? XmlTree.read(file, parts.get(TEXTS), Set.of()).children("si").stream().map(Workbook::text).toList() : List.of();
		return new Workbook(file, texts).rows(XmlTree.read(file, sheet, Set.of()));
	}

	private static Origin place(String file) {
		return new Origin(file, 1, 0, 0, "import");
	}

	private static Map<String, Bytes> parts(String file, Bytes content) throws ImportException {
		Map<String, Bytes> parts = new HashMap<>();
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content.toArray()))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				if (entry.getName().equals(TEXTS) || entry.getName().equals(SHEET)) {
					byte[] octets = zip.readNBytes(LARGEST + 1);
					if (octets.length > LARGEST) {
						throw new ImportException(place(file), "%s has more than %d MiB; no such workbook is read".formatted(entry.getName(), LARGEST >> 20));
					}
					parts.put(entry.getName(), Bytes.of(octets));
				}
			}
			return parts;
		} catch (IOException e) {
			throw new ImportException(place(file), "the workbook cannot be unpacked; is it cut off, or protected with a password?");
		}
	}

	/** Text is in one piece, or in runs of one style each. */
	private static String text(XmlNode node) {
		return node.child("t").map(XmlNode::text).orElseGet(() -> node.children("r").stream().flatMap(run -> run.child("t").stream()).map(XmlNode::text).collect(Collectors.joining()));
	}

	private List<List<String>> rows(XmlNode sheet) throws ImportException {
		List<List<String>> rows = new ArrayList<>();
		for (XmlNode row : sheet.child("sheetData").map(XmlNode::children).orElse(List.of())) {
			int number = row.attributes().getOrDefault("r", "").matches("\\d{1,7}") ? Integer.parseInt(row.attributes().get("r")) : rows.size() + 1;
			while (rows.size() < number - 1) {
				rows.add(List.of());
			}
			rows.add(row(row));
		}
		return rows;
	}

	private List<String> row(XmlNode row) throws ImportException {
		List<String> cells = new ArrayList<>();
		for (XmlNode cell : row.children("c")) {
			int column = column(cell.attributes().getOrDefault("r", ""), cells.size());
			if (column >= MOST_COLUMNS) {
				throw new ImportException(place(file), "a cell stands in column %d; a sheet has at most %d".formatted(column + 1, MOST_COLUMNS));
			}
			while (cells.size() <= column) {
				cells.add("");
			}
			cells.set(column, cell(cell).strip());
		}
		return List.copyOf(cells);
	}

	private String cell(XmlNode cell) {
		String value = cell.value("v").orElse("");
		return switch (cell.attributes().getOrDefault("t", "n")) {
			case "s" -> value.matches("\\d{1,8}") && Integer.parseInt(value) < texts.size() ? texts.get(Integer.parseInt(value)) : "";
			case "inlineStr" -> cell.child("is").map(Workbook::text).orElse("");
			case "b" -> value.equals("1") ? "true" : "false";
			default -> value.endsWith(".0") ? value.substring(0, value.length() - 2) : value;
		};
	}

	/** Reads the letters of a place such as AB12, counted from 0. */
	private static int column(String place, int next) {
		int column = 0;
		for (char c : place.toCharArray()) {
			if (c >= 'A' && c <= 'Z' && column < MOST_COLUMNS) {
				column = column * LETTERS + c - 'A' + 1;
			}
		}
		return column == 0 ? next : column - 1;
	}
}
