// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.table;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.Origin;
import org.meterwright.exchange.ImportException;

/** The cells of a CSV file: separated by comma, semicolon or tabulator, quoted where needed; UTF-8 or UTF-16 with a byte order mark. */
final class Rows {
	private Rows() {
	}

	/** Reads a file into rows of cells. */
	static List<List<String>> read(String file, Bytes content) throws ImportException {
		String text = text(file, content);
		char separator = separator(text);
		List<List<String>> rows = new ArrayList<>();
		List<String> row = new ArrayList<>();
		StringBuilder cell = new StringBuilder();
		boolean quoted = false;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (quoted) {
				boolean twice = c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
				if (c != '"' || twice) {
					cell.append(c);
					i += twice ? 1 : 0;
				} else {
					quoted = false;
				}
			} else if (c == '"' && cell.isEmpty()) {
				quoted = true;
			} else if (c == separator || c == '\n') {
				row.add(cell.toString().strip());
				cell.setLength(0);
				if (c == '\n') {
					rows.add(List.copyOf(row));
					row.clear();
				}
			} else {
				cell.append(c);
			}
		}
		if (quoted) {
			throw new ImportException(new Origin(file, rows.size() + 1, 0, 0, "import"), "a quoted cell begins in this row and does not end; is the file cut off?");
		}
		row.add(cell.toString().strip());
		rows.add(List.copyOf(row));
		return rows;
	}

	private static String text(String file, Bytes content) throws ImportException {
		byte[] octets = content.toArray();
		Charset charset = mark(octets).orElse(StandardCharsets.UTF_8);
		try {
			String text = charset.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
			if (text.indexOf('\0') >= 0) {
				throw new ImportException(new Origin(file, 1, 0, 0, "import"), "this is no text; expected is CSV, or a workbook whose name ends in .xlsx");
			}
			return text.replaceFirst("^\uFEFF", "").replace("\r\n", "\n").replace('\r', '\n');
		} catch (CharacterCodingException e) {
			throw new ImportException(new Origin(file, line(octets), 0, 0, "import"), "this is no UTF-8 from here on; save the table as CSV in UTF-8");
		}
	}

	private static Optional<Charset> mark(byte[] octets) {
		int first = octets.length < 2 ? 0 : (octets[0] & 0xFF) << 8 | octets[1] & 0xFF;
		return first == 0xFEFF ? Optional.of(StandardCharsets.UTF_16BE) : first == 0xFFFE ? Optional.of(StandardCharsets.UTF_16LE) : Optional.empty();
	}

	/** Finds the line in which UTF-8 ends to be valid. */
	private static int line(byte[] octets) {
		String text = new String(octets, StandardCharsets.UTF_8);
		int bad = text.indexOf('\uFFFD');
		return 1 + (int) text.chars().limit(Math.max(0, bad)).filter(c -> c == '\n').count();
	}

	/** The separator is the one of the three that the first line has most of. */
	private static char separator(String text) {
		String first = text.lines().findFirst().orElse("");
		char best = ',';
		for (char c : new char[] {';', '\t'}) {
			best = count(first, c) > count(first, best) ? c : best;
		}
		return best;
	}

	private static long count(String text, char c) {
		return text.chars().filter(each -> each == c).count();
	}
}
