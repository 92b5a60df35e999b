// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.names;

/**
 * A place where a name is written.
 *
 * @param file     file as the session knows it
 * @param offset   first character of the name
 * @param length   length of the name
 * @param declares whether the name is declared there
 */
public record Occurrence(String file, int offset, int length, boolean declares) implements Comparable<Occurrence> {

	/** Tells whether a place lies in the name or right behind it. */
	public boolean covers(int place) {
		return place >= offset && place <= offset + length;
	}

	@Override
	public int compareTo(Occurrence other) {
		int byFile = file.compareTo(other.file);
		return byFile == 0 ? Integer.compare(offset, other.offset) : byFile;
	}
}
