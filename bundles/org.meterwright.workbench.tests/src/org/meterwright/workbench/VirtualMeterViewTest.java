// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.SWT;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.meterwright.scenario.host.MeterProgram;
import org.meterwright.workbench.project.MeterProjects;
import org.meterwright.workbench.project.MeterTemplate;
import org.meterwright.workbench.virtual.VirtualMeterDriver;
import org.meterwright.workbench.virtual.VirtualMeterView;

/** The small meter, compiled and run from the view by keys and mouse. */
@WindowTest
class VirtualMeterViewTest {
	private static final String MORE = """

			  event opened code 1 from firmware "Cover opened"
			""";
	private static final String SCENARIO = """

			scenario "energy is kept" for %s at 2026-11-01 12:00 {
			  set importTotal.value = 1234 Wh
			  advance by 1 h
			  expect importTotal.value == 1234 Wh
			}
			""";

	private IFile file;
	private ITextEditor editor;
	private IDocument document;
	private VirtualMeterDriver view;

	@BeforeEach
	void openSmallMeter() throws Exception {
		assumeTrue(MeterProgram.compiler().isPresent(), "a C compiler");
		Ui.maximise();
		Ui.closePopups();
		file = MeterProjects.create(ResourcesPlugin.getWorkspace().newProjectDescription("running"), MeterTemplate.SMALL, SubMonitor.convert(null));
		editor = (ITextEditor) IDE.openEditor(Ui.page(), file);
		document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
		String meter = document.get().replaceFirst("(?s).*?\\nmeter (\\w+).*", "$1");
		document.replace(document.get().lastIndexOf('}'), 0, MORE);
		document.replace(document.getLength(), 0, SCENARIO.formatted(meter));
		view = new VirtualMeterDriver((VirtualMeterView) Ui.page().showView(VirtualMeterView.ID));
		Ui.waitFor("the objects", () -> view.objects().contains("importTotal"));
	}

	@AfterEach
	void deleteProject() throws Exception {
		Ui.page().hideView(view.view());
		Ui.page().closeAllEditors(false);
		file.getProject().delete(true, true, null);
	}

	private void start() {
		Ui.press(view.start());
		Ui.waitFor("the meter to run", () -> view.isRunning() && view.view().said().contains("runs"));
	}

	@Test
	void aClientReadsAndSeesEachLayer() {
		start();
		view.chooseClient(1);
		view.select("importTotal");
		Ui.press(0, SWT.CR, '\r');
		Ui.waitFor("the value", () -> view.value("importTotal").contains("Wh"));
		Ui.waitFor("the messages", () -> view.messages().stream().anyMatch(line -> line.contains("get-response-normal")));
		view.openMessage("get-response-normal");
		Ui.waitFor("the layers", () -> view.messages().containsAll(List.of("Wrapper", "Data")));
	}

	@Test
	void f2GivesAValue() {
		start();
		view.select("importTotal");
		Ui.press(0, SWT.F2, '\0');
		Ui.waitFor("the field", view::isEditing);
		Ui.type("77");
		Ui.press(0, SWT.CR, '\r');
		Ui.waitFor("the value", () -> view.value("importTotal").contains("77"));
	}

	@Test
	void aClientWritesWhatItMayAndIsRefusedTheRest() {
		start();
		view.chooseClient("reader");
		view.openObject("loadProfile");
		Ui.waitFor("its attributes", () -> view.objects().contains("capture_period"));
		view.select("capture_period");
		Ui.press(0, SWT.F2, '\0');
		Ui.waitFor("the field", view::isEditing);
		Ui.type("600");
		Ui.press(0, SWT.CR, '\r');
		Ui.waitFor("the value", () -> view.value("capture_period").contains("600") || view.value("capture_period").startsWith("10 min"));
		Ui.waitFor("the request", () -> view.messages().containsAll(List.of("set-request-normal", "set-response")));
		view.select("reset");
		Ui.press(0, SWT.CR, '\r');
		Ui.waitFor("the field of the parameter", view::isEditing);
		Ui.press(0, SWT.CR, '\r');
		Ui.waitFor("the refusal", () -> view.messages().containsAll(List.of("action-request", "action-response")) && view.view().said().contains("denied"));
	}

	@Test
	void aMarkOfTheTimeLineShowsItsStep() {
		view.view().playAll();
		Ui.waitFor("the result", () -> view.view().said().contains("1 as expected, 0 not"));
		view.selectStep("energy is kept");
		Ui.waitFor("the drawing", () -> view.marks().contains("advance by 1 h") && view.marks().size() == 3);
		view.clickMark("advance by 1 h");
		Ui.waitFor("its words", () -> view.view().said().endsWith("advance by 1 h"));
		Ui.waitFor("the step's text", () -> Ui.text(editor).getCaretOffset() == document.get().indexOf("advance by 1 h"));
		assertSame(view.view(), Ui.page().getActivePart());
		editor.selectAndReveal(0, 0);
		view.openMark();
		Ui.waitFor("the step's text with the keys", () -> Ui.text(editor).getSelectionText().equals("advance by 1 h") && Ui.page().getActivePart() == editor);
	}

	@Test
	void timeAndEventsGoOn() {
		start();
		String before = view.state();
		view.press("+1 h");
		Ui.waitFor("an hour later", () -> !view.state().equals(before) && view.state().contains("13:00:00"));
		view.view().page(1);
		view.selectEvent("opened");
		Ui.press(0, SWT.CR, '\r');
		Ui.waitFor("the event", () -> view.view().said().contains("opened was noticed"));
	}

	@Test
	void scenariosArePlayedAndAStepLeadsToItsText() {
		view.view().playAll();
		Ui.waitFor("the result", () -> view.view().said().contains("1 as expected, 0 not"));
		view.openScenario("energy is kept");
		Ui.waitFor("the steps", () -> view.steps().contains("advance by 1 h"));
		view.selectStep("advance by 1 h");
		Ui.press(0, SWT.CR, '\r');
		Ui.waitFor("the step's text", () -> Ui.text(editor).getSelectionText().equals("advance by 1 h"));
	}

	@Test
	void stopEndsTheProgramAndSoDoesClosingTheView() {
		start();
		Ui.press(view.start());
		Ui.waitFor("the end", () -> !view.isRunning());
		start();
		ProcessHandle program = ProcessHandle.current().children().filter(child -> child.info().command().orElse("").contains("served_meter")).findFirst().orElseThrow();
		Ui.page().hideView(view.view());
		Ui.waitFor("the end of the program", () -> !program.isAlive());
	}

	@Test
	void errorsInTheTextForbidIt() throws Exception {
		document.replace(document.get().indexOf("10^0 Wh"), "10^0 Wh".length(), "10^0 Wo");
		Ui.waitFor("the error", () -> {
			Ui.press(view.start());
			Ui.settle(700);
			if (view.isRunning()) {
				Ui.press(view.start());
			}
			return view.view().said().startsWith("There are errors in the text");
		});
		assertFalse(view.isRunning());
		assertTrue(view.state().startsWith("not running"), view.state());
	}
}
