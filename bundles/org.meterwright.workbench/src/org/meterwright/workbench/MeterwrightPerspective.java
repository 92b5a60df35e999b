// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench;

import java.util.List;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.meterwright.workbench.project.NewMeterWizard;
import org.meterwright.workbench.status.MeterView;

/** Lay out the Meterwright perspective: projects on the left, the text in the middle, the outline and the meter's size on the right, findings below. */
public final class MeterwrightPerspective implements IPerspectiveFactory {
	/** The perspective's id in the extension registry. */
	public static final String ID = "org.meterwright.workbench.perspective";
	private static final String PROJECT_EXPLORER = "org.eclipse.ui.navigator.ProjectExplorer";

	@Override
	public void createInitialLayout(IPageLayout layout) {
		String editors = layout.getEditorArea();
		layout.addView(PROJECT_EXPLORER, IPageLayout.LEFT, 0.17f, editors);
		layout.addView(IPageLayout.ID_OUTLINE, IPageLayout.RIGHT, 0.72f, editors);
		layout.addView(MeterView.ID, IPageLayout.BOTTOM, 0.62f, IPageLayout.ID_OUTLINE);
		layout.createFolder("below", IPageLayout.BOTTOM, 0.74f, editors).addView(IPageLayout.ID_PROBLEM_VIEW);
		layout.addNewWizardShortcut(NewMeterWizard.ID);
		layout.addNewWizardShortcut("org.eclipse.ui.wizards.new.file");
		layout.addNewWizardShortcut("org.eclipse.ui.wizards.new.folder");
		List.of(PROJECT_EXPLORER, IPageLayout.ID_OUTLINE, IPageLayout.ID_PROBLEM_VIEW, MeterView.ID).forEach(layout::addShowViewShortcut);
	}
}
