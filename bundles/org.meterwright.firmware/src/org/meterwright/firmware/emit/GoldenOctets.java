// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.meterwright.cosem.value.Bytes;

/** Encodings in one array of C, each with a name and lines of its own: a longer one moves no number elsewhere. */
final class GoldenOctets {
	private static final byte[][] DECIMAL = IntStream.range(0, 256).mapToObj(octet -> OctetText.octets(" %d,".formatted(octet))).toArray(byte[][]::new);
	private static final byte[] INDENT = OctetText.octets("   ");

	private final String array;
	private final Map<String, Line> lines = new LinkedHashMap<>();

	/** An encoding in parts, a line each, and what a row says of it. */
	private record Line(List<Bytes> parts, byte[] cell) {
		int length() {
			int length = 0;
			for (Bytes part : parts) {
				length += part.length();
			}
			return length;
		}
	}

	GoldenOctets(String array) {
		this.array = array;
	}

	/** Adds an encoding unless its name is there; returns what a row says, its place and its length, with a comma behind it. */
	byte[] add(String name, List<Bytes> parts) {
		return lines.computeIfAbsent(name, key -> new Line(parts, OctetText.octets(new StringBuilder(40).append("AT(").append(key).append("), ").toString()))).cell();
	}

	/** Adds an encoding in one line. */
	byte[] add(String name, Bytes encoding) {
		return add(name, List.of(encoding));
	}

	/** Returns the names of encodings as numbers of C, and what makes their place and length of them. */
	OctetText names() {
		OctetText out = new OctetText().add("enum {\n");
		lines.forEach((text, line) -> {
			byte[] name = OctetText.octets(text);
			out.add("    ").add(name).add(", ").add(name).add("_end = ").add(name).add(" + ").number(line.length() - 1L).add(",\n");
		});
		return out.add("};\n#define AT(name) (uint32_t)(name), (uint32_t)((name##_end - name) + 1)\n\n");
	}

	/** Returns the array. */
	OctetText array() {
		OctetText out = new OctetText().add("static const uint8_t ").add(array).add("[] = {\n");
		lines.values().forEach(line -> line.parts().forEach(octets -> append(out, octets)));
		return out.add("};\n\n");
	}

	/** Appends octets, each with a comma behind it. */
	private static void append(OctetText out, Bytes octets) {
		out.add(INDENT);
		for (int i = 0; i < octets.length(); i++) {
			out.add(DECIMAL[octets.at(i)]);
		}
		out.add('\n');
	}

	/** Tells whether nothing was added. */
	boolean isEmpty() {
		return lines.isEmpty();
	}
}
