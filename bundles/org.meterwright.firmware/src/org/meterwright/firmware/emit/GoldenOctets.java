// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.meterwright.cosem.value.Bytes;

/** Encodings in one array of C, each with a name and lines of its own: a longer one moves no number elsewhere. */
final class GoldenOctets {
	/** Characters of an octet: a space, three digits, a comma. */
	private static final int LONGEST = 5;
	private static final String[] DECIMAL = IntStream.range(0, 256).mapToObj(octet -> " %s,".formatted(octet)).toArray(String[]::new);

	private final String array;
	private final Map<String, List<Bytes>> lines = new LinkedHashMap<>();

	GoldenOctets(String array) {
		this.array = array;
	}

	/** Adds an encoding unless it is there; returns what a row says: its place and its length. */
	String add(String name, List<Bytes> parts) {
		lines.putIfAbsent(name, parts);
		return new StringBuilder(40).append("AT(").append(name).append(')').toString();
	}

	/** Adds an encoding in one line. */
	String add(String name, Bytes encoding) {
		return add(name, List.of(encoding));
	}

	/** Returns the characters that the names and the array take at most, or nearly so. */
	int room() {
		int room = 0;
		for (Map.Entry<String, List<Bytes>> line : lines.entrySet()) {
			room += 3 * line.getKey().length() + 40;
			for (Bytes part : line.getValue()) {
				room += LONGEST * part.length() + 4;
			}
		}
		return room;
	}

	/** Adds the names and the array to a file. */
	void addTo(SourceText out) {
		StringBuilder text = new StringBuilder(lines.size() * 64).append("enum {\n");
		for (Map.Entry<String, List<Bytes>> line : lines.entrySet()) {
			String name = line.getKey();
			int length = 0;
			for (Bytes part : line.getValue()) {
				length += part.length();
			}
			text.append("    ").append(name).append(", ").append(name).append("_end = ").append(name).append(" + ").append(length - 1).append(",\n");
		}
		out.add(text).add("};\n#define AT(name) (uint32_t)(name), (uint32_t)((name##_end - name) + 1)\n\nstatic const uint8_t ").add(array).add("[] = {\n");
		for (List<Bytes> parts : lines.values()) {
			text.setLength(0);
			append(text, parts);
			out.add(text);
		}
		out.add("};\n\n");
	}

	/** Appends the octets, each with a comma behind it. */
	private static void append(StringBuilder out, List<Bytes> parts) {
		for (Bytes octets : parts) {
			out.append("   ");
			for (int i = 0; i < octets.length(); i++) {
				out.append(DECIMAL[octets.at(i)]);
			}
			out.append('\n');
		}
	}

	/** Tells whether nothing was added. */
	boolean isEmpty() {
		return lines.isEmpty();
	}
}
