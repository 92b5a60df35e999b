// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.virtual;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.meterwright.views.frames.FrameNode;

/**
 * A line of the tree of messages: a message, below it its layers and their parts.
 *
 * @param depth    0 for messages
 * @param key      the same as long as it is about the same
 * @param label    what it is
 * @param value    what it says
 * @param from     who sends it; empty below messages
 * @param time     time of the meter; empty below messages
 * @param octets   its octets in hex
 * @param open     whether what is below is shown
 * @param openable whether something is below
 */
public record MessageRow(int depth, String key, String label, String value, String from, String time, String octets, boolean open, boolean openable) {

	/**
	 * Lists messages.
	 *
	 * @param toggled keys of lines that are open or closed against the rule: messages are closed, what is in them is open
	 */
	public static List<MessageRow> of(List<TrafficLine> traffic, Set<String> toggled) {
		List<MessageRow> rows = new ArrayList<>();
		for (TrafficLine line : traffic) {
			String key = Integer.toString(line.number());
			FrameNode frame = line.frame();
			boolean open = toggled.contains(key);
			rows.add(new MessageRow(0, key, "%d  %s".formatted(line.number(), frame.label()), frame.value(), line.from(), line.time(), frame.octets(), open, !frame.children().isEmpty()));
			if (open) {
				add(frame, 1, key, toggled, rows);
			}
		}
		return rows;
	}

	private static void add(FrameNode parent, int depth, String above, Set<String> toggled, List<MessageRow> rows) {
		for (int i = 0; i < parent.children().size(); i++) {
			FrameNode node = parent.children().get(i);
			String key = "%s/%d".formatted(above, i);
			boolean openable = !node.children().isEmpty();
			boolean open = openable && !toggled.contains(key);
			rows.add(new MessageRow(depth, key, node.label(), node.value(), "", "", node.octets(), open, openable));
			if (open) {
				add(node, depth + 1, key, toggled, rows);
			}
		}
	}
}
