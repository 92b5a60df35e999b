// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.assist;

import java.util.List;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.link.LinkedModeModel;
import org.eclipse.jface.text.link.LinkedModeUI;
import org.eclipse.jface.text.link.LinkedPosition;
import org.eclipse.jface.text.link.LinkedPositionGroup;

/** Leads through the places of a template that stands in a text. */
final class TemplateFilling {
	private final ITextViewer viewer;
	private final int start;
	private final int end;

	TemplateFilling(ITextViewer viewer, int start, int end) {
		this.viewer = viewer;
		this.start = start;
		this.end = end;
	}

	/** Begins at the first place; Tab and Shift+Tab walk, Enter ends at the end of the template. */
	void begin(Places places) throws BadLocationException {
		LinkedModeModel model = new LinkedModeModel();
		int order = 0;
		for (var each : places.places().entrySet()) {
			if (each.getKey() != 0) {
				model.addGroup(group(each.getValue(), order++));
			}
		}
		if (order > 0) {
			model.forceInstall();
			LinkedModeUI filling = new LinkedModeUI(model, viewer);
			filling.setExitPosition(viewer, end, 0, Integer.MAX_VALUE);
			filling.enter();
		} else {
			viewer.setSelectedRange(end, 0);
		}
	}

	private LinkedPositionGroup group(List<Places.Place> places, int order) throws BadLocationException {
		LinkedPositionGroup group = new LinkedPositionGroup();
		for (Places.Place place : places) {
			group.addPosition(new LinkedPosition(viewer.getDocument(), start + place.offset(), place.length(), order));
		}
		return group;
	}
}
