// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.meterwright.workbench.project.MeterProjects;
import org.meterwright.workbench.project.MeterTemplate;
import org.meterwright.workbench.text.language.Languages;

/** Takes the pictures for the documents, when it is asked to. */
@EnabledIfSystemProperty(named = "meterwright.pictures", matches = ".+")
class PicturesTest {

	@Test
	void takesPictures() throws Exception {
		Ui.maximise();
		IFile main = MeterProjects.create(ResourcesPlugin.getWorkspace().newProjectDescription("prepayment-esme"), MeterTemplate.PREPAYMENT, SubMonitor.convert(null));
		ITextEditor editor = (ITextEditor) IDE.openEditor(Ui.page(), main.getProject().getFile("billing.cosem"));
		Ui.waitFor("the project to be checked", () -> Languages.get().of(main.getProject()).filter(language -> language.state().current()).isPresent());
		Ui.settle(1500);
		editor.selectAndReveal(300, 0);
		Ui.picture("workbench");
	}
}
