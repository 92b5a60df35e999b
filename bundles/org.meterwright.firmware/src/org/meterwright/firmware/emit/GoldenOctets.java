// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.meterwright.cosem.value.Bytes;

/** Encodings in one array of C, each with a name and lines of its own: a longer one moves no number elsewhere. */
final class GoldenOctets {
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

	/** Returns the names and the array. */
	String text() {
		StringBuilder out = new StringBuilder("enum {\n");
		List<String> names = new ArrayList<>(lines.keySet());
		for (int i = 0; i < names.size(); i++) {
			int length = lines.get(names.get(i)).stream().mapToInt(Bytes::length).sum();
			out.append("    ").append(names.get(i)).append(", ").append(names.get(i)).append("_end = ").append(names.get(i)).append(" + ").append(length - 1)
					.append(i + 1 < names.size() ? ",\n" : "\n");
		}
		out.append("};\n#define AT(name) (uint32_t)(name), (uint32_t)((name##_end - name) + 1)\n\nstatic const uint8_t ").append(array).append("[] = {\n");
		for (int i = 0; i < names.size(); i++) {
			append(out, lines.get(names.get(i)), i + 1 < names.size());
		}
		return out.append("};\n\n").toString();
	}

	private static void append(StringBuilder out, List<Bytes> parts, boolean more) {
		for (int part = 0; part < parts.size(); part++) {
			Bytes octets = parts.get(part);
			out.append("    ");
			for (int i = 0; i < octets.length(); i++) {
				out.append(i == 0 ? "" : " ").append(octets.at(i)).append(more || part + 1 < parts.size() || i + 1 < octets.length() ? "," : "");
			}
			out.append('\n');
		}
	}

	/** Tells whether nothing was added. */
	boolean isEmpty() {
		return lines.isEmpty();
	}
}
