// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.welcome;

import java.util.List;
import java.util.Map;

import org.eclipse.ui.IPageLayout;
import org.meterwright.workbench.code.CodeView;
import org.meterwright.workbench.flow.FlowView;
import org.meterwright.workbench.objects.ObjectsView;
import org.meterwright.workbench.project.NewMeterWizard;
import org.meterwright.workbench.rights.RightsView;

/**
 * A step of the first fifteen minutes.
 *
 * @param title what to do
 * @param text  how, and what is to be seen
 * @param label words of the button
 * @param way   what the button does
 */
record Step(String title, String text, String label, Way way) {
	/** All steps, in order. */
	static List<Step> all() {
		return List.of(
				new Step("Make a meter", "Name the project, press Next, and look through the choices; the last page shows the text. Finish opens it.", "New Meter Project...", Way.wizard(NewMeterWizard.ID)),
				new Step("Change something", "Find importTotal and write 10^3 for 10^0: the status line, the Problems view and the Objects view follow while you type. Take it back with Ctrl+Z.",
						"Show Problems", new Way.View(IPageLayout.ID_PROBLEM_VIEW)),
				new Step("Break it, and let it be mended", "Write importTotalx in a capture line. The word is underlined; Ctrl+1 on it offers what you meant.", "Show Problems", new Way.View(IPageLayout.ID_PROBLEM_VIEW)),
				new Step("Add an object", "On an empty line in the device press Ctrl+Space and choose Register {...}: Tab goes from place to place.", "Logical names in the help", new Way.Page("language/logical-names.md")),
				new Step("See the meter as a table", "Type 1-0:x.8.0 into the filter: all energy registers. F2 edits a value; it changes in the text.", "Show Objects", new Way.View(ObjectsView.ID)),
				new Step("See who may do what", "Choose two associations under Differences between.", "Show Rights", new Way.View(RightsView.ID)),
				new Step("See what happens after what", "Events on the left, who is told on the right; a chain that breaks is red and says why.", "Show Flow", new Way.View(FlowView.ID)),
				new Step("See the C before it is written", "Put the cursor on an object: its rows are marked, and what they take.", "Show Firmware", new Way.View(CodeView.ID)),
				new Step("Generate", "Nothing is written while there is an error; your own files are never touched.", "Generate", new Way.Run("org.meterwright.workbench.generate", Map.of())),
				new Step("Let your compiler look", "Window > Preferences > Meterwright says which compiler and which warnings.", "Compile", new Way.Run("org.meterwright.workbench.compile", Map.of())),
				new Step("Go on", "The tutorial builds a whole meter; the language reference has each construct with what becomes of it.", "Tutorial", new Way.Page("tutorial.md")));
	}
}
