// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.frames;

import java.util.List;

/**
 * A part of a message.
 *
 * @param label    what it is
 * @param value    what it says
 * @param octets   its octets in hex; empty: they stand in its parts, or above
 * @param children its parts
 */
public record FrameNode(String label, String value, String octets, List<FrameNode> children) {
	/** Copies the children. */
	public FrameNode {
		children = List.copyOf(children);
	}

	/** Makes a part without parts. */
	static FrameNode of(String label, String value) {
		return new FrameNode(label, value, "", List.of());
	}

	/** Makes a part without parts, with its octets. */
	static FrameNode of(String label, String value, String octets) {
		return new FrameNode(label, value, octets, List.of());
	}

	/** Returns all of it as text, a line for each part. */
	public String text() {
		StringBuilder text = new StringBuilder();
		write(text, 0);
		return text.toString();
	}

	private void write(StringBuilder text, int depth) {
		text.append("  ".repeat(depth)).append(label).append(value.isEmpty() ? "" : ": %s".formatted(value)).append('\n');
		children.forEach(child -> child.write(text, depth + 1));
	}
}
