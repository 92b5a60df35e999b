// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench;

import java.util.List;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.meterwright.workbench.code.CodeView;
import org.meterwright.workbench.compare.CompareView;
import org.meterwright.workbench.conformance.ConformanceView;
import org.meterwright.workbench.flow.FlowView;
import org.meterwright.workbench.help.HelpView;
import org.meterwright.workbench.objects.ObjectsView;
import org.meterwright.workbench.project.NewMeterWizard;
import org.meterwright.workbench.rights.RightsView;
import org.meterwright.workbench.status.MeterView;
import org.meterwright.workbench.text.refactor.ReferencesView;
import org.meterwright.workbench.virtual.VirtualMeterView;
import org.meterwright.workbench.welcome.StepsView;

/** Lay out the Meterwright perspective: projects on the left, the text in the middle, the outline and the meter's size on the right, findings and the views of the model below. */
public final class MeterwrightPerspective implements IPerspectiveFactory {
	/** The perspective's id in the extension registry. */
	public static final String ID = "org.meterwright.workbench.perspective";
	private static final List<String> BELOW = List.of(IPageLayout.ID_PROBLEM_VIEW, ObjectsView.ID, RightsView.ID, FlowView.ID, CodeView.ID,
			ConformanceView.ID, VirtualMeterView.ID, CompareView.ID);
	private static final String PROJECT_EXPLORER = "org.eclipse.ui.navigator.ProjectExplorer";

	@Override
	public void createInitialLayout(IPageLayout layout) {
		String editors = layout.getEditorArea();
		layout.addView(PROJECT_EXPLORER, IPageLayout.LEFT, 0.17f, editors);
		IFolderLayout beside = layout.createFolder("beside", IPageLayout.RIGHT, 0.72f, editors);
		beside.addView(IPageLayout.ID_OUTLINE);
		beside.addPlaceholder(HelpView.ID);
		beside.addPlaceholder(StepsView.ID);
		layout.addView(MeterView.ID, IPageLayout.BOTTOM, 0.62f, "beside");
		IFolderLayout below = layout.createFolder("below", IPageLayout.BOTTOM, 0.6f, editors);
		BELOW.forEach(below::addView);
		below.addPlaceholder(ReferencesView.ID);
		layout.addNewWizardShortcut(NewMeterWizard.ID);
		layout.addNewWizardShortcut(NewMeterWizard.FromExample.EXAMPLE_ID);
		layout.addNewWizardShortcut("org.eclipse.ui.wizards.new.file");
		layout.addNewWizardShortcut("org.eclipse.ui.wizards.new.folder");
		List.of(PROJECT_EXPLORER, IPageLayout.ID_OUTLINE, MeterView.ID, HelpView.ID, StepsView.ID).forEach(layout::addShowViewShortcut);
		BELOW.forEach(layout::addShowViewShortcut);
	}
}
