// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;

class WorkbenchTest {
	@Test
	void opensInTheMeterwrightPerspective() {
		assertTrue(PlatformUI.isWorkbenchRunning());
		IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
		assertEquals(MeterwrightPerspective.ID, page.getPerspective().getId());
		assertNotNull(page.findView("org.eclipse.ui.navigator.ProjectExplorer"));
	}
}
