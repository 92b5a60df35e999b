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
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meterwright.workbench.project.Gallery;
import org.meterwright.workbench.project.IntakeWizard;
import org.meterwright.workbench.project.NewMeterWizard;
import org.meterwright.workbench.text.language.Languages;

/** The wizards by keys and buttons: a meter of one's own choices, an example, a meter of another tool. */
@WindowTest
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
		Ui.waitFor("the text", () -> Ui.shows(shell(), "meter oak {"));
		assertTrue(Ui.shows(shell(), "L3 = 72"));
		assertFalse(Ui.shows(shell(), "association installer"));
		Ui.picture("workbench-new-text");
		Ui.button(shell(), "Finish");
		Ui.waitFor("the project", () -> project("oak").getFile("meter.cosem").exists());
		waitUntilSafe(project("oak"));
		assertEquals("meter.cosem", Ui.page().getActiveEditor().getTitle());
	}

	/** Down the lists and through the pages by keys alone: what the companion requires is there, and what was ticked. */
	@Test
	void aMeterForACompanionHasAllThatItRequires() throws Exception {
		dialog = Ui.open(new NewMeterWizard());
		name("yew");
		Ui.button(shell(), "Next");
		Ui.press(0, SWT.ARROW_DOWN, '\0');
		Ui.settle(200);
		assertTrue(Ui.shows(shell(), "Choose the companion and the variant"));
		Ui.button(shell(), "Next");
		Table companions = (Table) Ui.find(shell(), control -> control instanceof Table).orElseThrow();
		for (int i = 0; i < companions.getItemCount() && !companions.getSelection()[0].getText().equals("smr.v5_5"); i++) {
			Ui.press(0, SWT.ARROW_DOWN, '\0');
			Ui.settle(60);
		}
		assertEquals("smr.v5_5", companions.getSelection()[0].getText());
		Combo phases = (Combo) Ui.find(shell(), control -> control instanceof Combo).orElseThrow();
		assertEquals(2, phases.getItemCount());
		phases.select(1);
		Ui.picture("workbench-new-companion");
		Ui.button(shell(), "Next");
		Ui.waitFor("what the companion leaves open", () -> dialog.getCurrentPage().isPageComplete());
		Ui.settle(300);
		Ui.picture("workbench-new-parts");
		assertTrue(Ui.shows(shell(), "smr.v5_5 requires") && Ui.find(shell(), control -> control instanceof Button box && box.getText().equals("operator (client 17)")).isPresent());
		Table allowed = (Table) Ui.find(shell(), control -> control instanceof Table).orElseThrow();
		allowed.setFocus();
		allowed.setSelection(0);
		Ui.press(0, SWT.ARROW_DOWN, '\0');
		Ui.press(0, ' ', ' ');
		Ui.waitFor("a tick", () -> allowed.getItem(1).getChecked());
		String chosen = allowed.getItem(1).getText();
		Ui.button(shell(), "Next");
		Ui.waitFor("the text", () -> Ui.shows(shell(), "meter yew conforms smr.v5_5 {"));
		Ui.picture("workbench-new-conforming");
		Ui.button(shell(), "Finish");
		Ui.waitFor("the project", () -> project("yew").getFile("meter.cosem").exists());
		String text = project("yew").getFile("meter.cosem").readString();
		assertTrue(text.contains("switch polyphase | singlePhase") && text.contains("%s: ".formatted(chosen)), text);
		waitUntilSafe(project("yew"));
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
