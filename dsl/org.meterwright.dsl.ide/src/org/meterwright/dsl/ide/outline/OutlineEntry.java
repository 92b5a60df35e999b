// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.outline;

import java.util.List;

/**
 * An entry of the outline.
 *
 * @param label    name as the designer wrote it
 * @param detail   what stands behind the name, such as class and logical name; may be empty
 * @param kind     what it is
 * @param offset   first character of the declaration
 * @param length   length of the declaration
 * @param nameShift how far behind its beginning the declaration has its name
 * @param children entries below, in the order of the text
 */
public record OutlineEntry(String label, String detail, OutlineKind kind, int offset, int length, int nameShift, List<OutlineEntry> children) {
	/** Copies the children. */
	public OutlineEntry {
		children = List.copyOf(children);
	}

	/** Returns where the name begins, which stands in the declaration. */
	public int nameOffset() {
		return offset + Math.min(nameShift, length);
	}

	/** Returns the length of the name. */
	public int nameLength() {
		return Math.clamp(label.length(), 0, Math.max(0, length - nameShift));
	}

	/** Tells whether a place of the text lies in the declaration. */
	public boolean covers(int place) {
		return place >= offset && place <= offset + length;
	}
}
