// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.meterwright.workbench.project.IntakeWizard;
import org.meterwright.workbench.project.NewMeterWizard;
import org.meterwright.workbench.status.MeterView;

@WindowTest
class WorkbenchTest {
	@Test
	void opensInTheMeterwrightPerspective() {
		assertTrue(PlatformUI.isWorkbenchRunning());
		IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
		assertEquals(MeterwrightPerspective.ID, page.getPerspective().getId());
		assertNotNull(page.findView("org.eclipse.ui.navigator.ProjectExplorer"));
	}

	@Test
	void showsWhatAMeterDesignerNeeds() {
		Ui.waitFor("the menu", () -> menus().contains("Meter"));
		assertFalse(menus().contains("Project"), menus().toString());
		assertNotNull(PlatformUI.getWorkbench().getNewWizardRegistry().findWizard(NewMeterWizard.ID));
		assertNotNull(PlatformUI.getWorkbench().getImportWizardRegistry().findWizard(IntakeWizard.ID));
		assertNotNull(Ui.page().findView(MeterView.ID));
	}

	private static List<String> menus() {
		return Arrays.stream(Ui.window().getShell().getMenuBar().getItems()).map(item -> item.getText().replace("&", "")).toList();
	}
}
