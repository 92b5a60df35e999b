// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** Lay out the Meterwright perspective: projects on the left, the text in the middle, the outline on the right, findings below. */
public final class MeterwrightPerspective implements IPerspectiveFactory {
	/** The perspective's id in the extension registry. */
	public static final String ID = "org.meterwright.workbench.perspective";
	private static final String PROJECT_EXPLORER = "org.eclipse.ui.navigator.ProjectExplorer";

	@Override
	public void createInitialLayout(IPageLayout layout) {
		String editors = layout.getEditorArea();
		layout.addView(PROJECT_EXPLORER, IPageLayout.LEFT, 0.22f, editors);
		layout.addView(IPageLayout.ID_OUTLINE, IPageLayout.RIGHT, 0.75f, editors);
		IFolderLayout below = layout.createFolder("below", IPageLayout.BOTTOM, 0.72f, editors);
		below.addView(IPageLayout.ID_PROBLEM_VIEW);
		below.addView("org.eclipse.ui.console.ConsoleView");
	}
}
