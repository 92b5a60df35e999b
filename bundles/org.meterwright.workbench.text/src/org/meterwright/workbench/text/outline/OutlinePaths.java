// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.outline;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.viewers.TreePath;
import org.meterwright.dsl.ide.outline.OutlineEntry;

/** Ways through an outline. */
final class OutlinePaths {
	private OutlinePaths() {
	}

	/** Returns the way to the innermost entry at a place of the text; empty when there is none. */
	static TreePath at(List<OutlineEntry> entries, int offset) {
		List<Object> path = new ArrayList<>();
		List<OutlineEntry> level = entries;
		while (!level.isEmpty()) {
			List<OutlineEntry> covering = level.stream().filter(entry -> entry.covers(offset)).toList();
			if (covering.isEmpty()) {
				break;
			}
			path.add(covering.getLast());
			level = covering.getLast().children();
		}
		return new TreePath(path.toArray());
	}

	/** Finds the entry that has the same names along its way, so that an open branch stays open when the text changes. */
	static List<TreePath> same(List<OutlineEntry> entries, TreePath[] before) {
		List<TreePath> found = new ArrayList<>();
		for (TreePath path : before) {
			List<Object> way = new ArrayList<>();
			List<OutlineEntry> level = entries;
			for (int i = 0; i < path.getSegmentCount(); i++) {
				OutlineEntry wanted = (OutlineEntry) path.getSegment(i);
				OutlineEntry next = level.stream().filter(entry -> entry.kind() == wanted.kind() && entry.label().equals(wanted.label())).findFirst().orElse(null);
				if (next == null) {
					break;
				}
				way.add(next);
				level = next.children();
			}
			if (way.size() == path.getSegmentCount()) {
				found.add(new TreePath(way.toArray()));
			}
		}
		return found;
	}
}
