// SPDX-License-Identifier: EPL-2.0
package org.meterwright.firmware.emit;

import java.util.ArrayList;
import java.util.List;

import org.meterwright.cosem.axdr.AxdrReader;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.DataTag;

/** Cuts encodings into parts that get a line each. */
final class GoldenParts {
	/** Octets from which on an array gets several lines. */
	private static final int LONG = 256;

	private GoldenParts() {
	}

	/** Returns a long array as its head and its elements, anything else as it is. */
	static List<Bytes> of(Bytes encoding) {
		return encoding.length() < LONG ? List.of(encoding) : elements(encoding);
	}

	/** Returns an array of any length as its head and its elements. */
	private static List<Bytes> elements(Bytes encoding) {
		if (encoding.at(0) != DataTag.ARRAY.code()) {
			return List.of(encoding);
		}
		AxdrReader reader = new AxdrReader(encoding);
		reader.octet();
		int elements = reader.length();
		List<Bytes> parts = new ArrayList<>(elements + 1);
		parts.add(encoding.slice(0, reader.position()));
		for (int i = 0; i < elements; i++) {
			int from = reader.position();
			reader.skip();
			parts.add(encoding.slice(from, reader.position()));
		}
		return parts;
	}

	/** Returns the head of an array: its tag and the number of its elements. */
	static Bytes head(Bytes array) {
		AxdrReader reader = new AxdrReader(array);
		reader.octet();
		reader.length();
		return array.slice(0, reader.position());
	}

	/** Returns the same, each part no longer than a limit in octets. */
	static List<Bytes> of(Bytes encoding, int longest) {
		List<Bytes> pieces = new ArrayList<>();
		for (Bytes part : of(encoding)) {
			for (int from = 0; from < part.length(); from += longest) {
				pieces.add(part.slice(from, Math.min(part.length(), from + longest)));
			}
		}
		return pieces;
	}
}
