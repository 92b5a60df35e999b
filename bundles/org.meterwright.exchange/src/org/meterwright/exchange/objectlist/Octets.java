// SPDX-License-Identifier: EPL-2.0
package org.meterwright.exchange.objectlist;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.Origin;
import org.meterwright.exchange.ImportException;

/**
 * The octets of a file that holds hex digits or the octets themselves, with the place of each in the file. Hex may have white space, line
 * breaks and 0x in front of octets.
 */
final class Octets {
	private final String file;
	private final Bytes octets;
	private final int[] lines;
	private final int start;

	private Octets(String file, Bytes octets, int[] lines, int start) {
		this.file = file;
		this.octets = octets;
		this.lines = lines;
		this.start = start;
	}

	static Octets of(ListFile file) throws ImportException {
		Octets all = isText(file.content()) ? new HexReader(file).read() : new Octets(file.name(), file.content(), new int[0], 0);
		if (all.octets.length() == 0) {
			throw new ImportException(new Origin(file.name(), 1, 0, 0, "import"), "the file is empty; expected an object list as hex or A-XDR");
		}
		return all;
	}

	/** Tells text from A-XDR: an object list begins with octet 01, which no text has. */
	private static boolean isText(Bytes content) {
		for (int i = 0; i < content.length(); i++) {
			int octet = content.at(i);
			if (octet < 0x20 && octet != '\t' && octet != '\n' && octet != '\r') {
				return false;
			}
		}
		return true;
	}

	Bytes bytes() {
		return octets;
	}

	/** Leaves out octets at the front. */
	Octets from(int first) {
		return new Octets(file, octets.slice(first, octets.length()), lines, start + first);
	}

	/** Returns the place of an octet. */
	Origin place(int index) {
		int at = Math.clamp((long) start + index, 0, Math.max(0, start + octets.length() - 1));
		return new Origin(file, lines.length == 0 ? 1 : lines[Math.min(at, lines.length - 1)], at, 1, "import");
	}

	/** Reads hex digits. */
	private static final class HexReader {
		private final ListFile file;
		private final Bytes text;
		private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
		private int[] lines;
		private int line = 1;
		private int lineStart;
		private int position;

		HexReader(ListFile file) {
			this.file = file;
			this.text = file.content();
			this.lines = new int[text.length() / 2];
		}

		Octets read() throws ImportException {
			skipByteOrderMark();
			while (position < text.length()) {
				char c = (char) text.at(position);
				if (Character.isWhitespace(c)) {
					newLine(c);
				} else if (!prefix(c)) {
					octet();
				}
			}
			return new Octets(file.name(), Bytes.of(octets.toByteArray()), Arrays.copyOf(lines, octets.size()), 0);
		}

		private void skipByteOrderMark() {
			if (text.length() >= 3 && text.slice(0, 3).hex().equals("EFBBBF")) {
				position = 3;
			}
		}

		private void newLine(char c) {
			position++;
			if (c == '\n') {
				line++;
				lineStart = position;
			}
		}

		private boolean prefix(char c) {
			boolean found = c == '0' && position + 1 < text.length() && (text.at(position + 1) | 0x20) == 'x';
			position += found ? 2 : 0;
			return found;
		}

		private void octet() throws ImportException {
			int high = digit();
			if (position >= text.length() || Character.isWhitespace(text.at(position))) {
				position--;
				throw problem("half an octet: a hex digit stands alone");
			}
			lines[octets.size()] = line;
			octets.write(high << 4 | digit());
		}

		private int digit() throws ImportException {
			int digit = Character.digit((char) text.at(position), 16);
			if (digit < 0 || text.at(position) > 'f') {
				int c = text.at(position);
				throw problem(c < 0x7F ? "'%c' is no hex digit".formatted(c) : "octet %02X is no hex digit".formatted(c));
			}
			position++;
			return digit;
		}

		private ImportException problem(String what) {
			return new ImportException(new Origin(file.name(), line, position, 1, "import"), "column %d: %s".formatted(position - lineStart + 1, what));
		}
	}
}
