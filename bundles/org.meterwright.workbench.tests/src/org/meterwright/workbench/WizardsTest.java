// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.meterwright.workbench.project.Gallery;
import org.meterwright.workbench.project.IntakeWizard;
import org.meterwright.workbench.project.NewMeterWizard;
import org.meterwright.workbench.text.language.Languages;

/** The wizards by keys and buttons: a meter of one's own choices, an example, a meter of another tool. */
@ExtendWith(SecondAttempt.class)
class WizardsTest {
	/** One entry: a clock, class 8 version 0, with one attribute that may be read and no method. */
	private static final String CLOCK = "01 01 02 04 12 00 08 11 00 09 06 00 00 01 00 00 FF 02 02 01 01 02 03 0F 02 16 01 00 01 00";

	@TempDir
	private Path folder;
	private WizardDialog dialog;

	@BeforeEach
	void begin() {
		Ui.maximise();
		Ui.closePopups();
	}

	@AfterEach
	void end() throws CoreException {
		if (dialog.getShell() != null && !dialog.getShell().isDisposed()) {
			dialog.close();
		}
		Ui.page().closeAllEditors(false);
		for (IProject project : ResourcesPlugin.getWorkspace().getRoot().getProjects()) {
			project.delete(true, true, null);
		}
	}

	private Shell shell() {
		return dialog.getShell();
	}

	private void name(String name) {
		Ui.fill((Text) Ui.find(shell(), control -> control instanceof Text).orElseThrow(), name);
	}

	private static IProject project(String name) {
		return ResourcesPlugin.getWorkspace().getRoot().getProject(name);
	}

	private static void waitUntilSafe(IProject project) {
		Ui.waitFor("a meter that is safe to generate", () -> Languages.get().of(project).map(language -> language.state()).filter(state -> state.current() && state.isSafe()).isPresent());
	}

	@Test
	void aMeterOfOnesOwnChoicesIsSafeToGenerate() throws Exception {
		dialog = Ui.open(new NewMeterWizard());
		name("oak");
		Ui.button(shell(), "Next");
		Ui.picture("workbench-new-meter");
		Ui.button(shell(), "Next");
		Combo phases = (Combo) Ui.find(shell(), control -> control instanceof Combo).orElseThrow();
		phases.select(2);
		phases.notifyListeners(SWT.Selection, new Event());
		Ui.picture("workbench-new-measuring");
		Ui.button(shell(), "Next");
		Ui.button(shell(), "Installer");
		Ui.picture("workbench-new-clients");
		Ui.button(shell(), "Next");
		assertTrue(Ui.shows(shell(), "meter oak {") && Ui.shows(shell(), "L3 = 72"));
		assertFalse(Ui.shows(shell(), "association installer"));
		Ui.picture("workbench-new-text");
		Ui.button(shell(), "Finish");
		Ui.waitFor("the project", () -> project("oak").getFile("meter.cosem").exists());
		waitUntilSafe(project("oak"));
		assertEquals("meter.cosem", Ui.page().getActiveEditor().getTitle());
	}

	@Test
	void aWrongManufacturerIsSaidAndHeldBack() {
		dialog = Ui.open(new NewMeterWizard());
		name("elm");
		Ui.button(shell(), "Next");
		Ui.button(shell(), "Next");
		Text manufacturer = (Text) Ui.find(shell(), control -> control instanceof Text text && text.getText().equals("ACM")).orElseThrow();
		Ui.fill(manufacturer, "e1");
		Ui.waitFor("what is wrong", () -> dialog.getCurrentPage().getErrorMessage() != null);
		assertTrue(dialog.getCurrentPage().getErrorMessage().contains("three capital letters"));
		assertFalse(dialog.getCurrentPage().isPageComplete());
	}

	@Test
	void anExampleComesWithAllItsFoldersUnderAnotherName() throws Exception {
		dialog = Ui.open(new NewMeterWizard.FromExample());
		name("ash");
		Ui.button(shell(), "Next");
		Table list = (Table) Ui.find(shell(), control -> control instanceof Table).orElseThrow();
		assertEquals(Gallery.all().size(), list.getItemCount());
		for (int i = 0; i < list.getItemCount(); i++) {
			if (list.getItem(i).getText().equals("Prepayment ESME")) {
				list.select(i);
			}
		}
		list.notifyListeners(SWT.Selection, new Event());
		assertTrue(Ui.shows(shell(), "conforms to gbcs.v4.esme"));
		Ui.button(shell(), "Give it the project's name");
		Ui.picture("workbench-gallery");
		Ui.button(shell(), "Finish");
		Ui.waitFor("the scenarios", () -> project("ash").getFolder("scenarios").exists() && project("ash").getFolder("scenarios").members().length > 3);
		assertTrue(project("ash").getFile("meter.cosem").readString().contains("meter ash conforms"));
		waitUntilSafe(project("ash"));
	}

	@Test
	void theObjectListOfAMeterBecomesAProject() throws Exception {
		IntakeWizard wizard = new IntakeWizard();
		dialog = Ui.open(wizard);
		assertFalse(dialog.getCurrentPage().isPageComplete());
		wizard.add(Files.writeString(folder.resolve("meter_0.0.40.0.1.255.hex"), CLOCK));
		Ui.picture("workbench-import");
		Ui.button(shell(), "Next");
		name("fir");
		shell().getDisplay().timerExec(4_000, Ui::closePopups); // the note of what was imported waits for its OK
		Ui.button(shell(), "Finish");
		assertTrue(project("fir").getFile("meter.cosem").readString().contains("Clock 0-0:1.0.0*255"));
	}
}
