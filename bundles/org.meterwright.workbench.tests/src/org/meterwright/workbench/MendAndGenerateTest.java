// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.meterwright.workbench.generate.GenerateHistory;
import org.meterwright.workbench.generate.GenerateResult;
import org.meterwright.workbench.project.MeterProjects;
import org.meterwright.workbench.project.MeterTemplate;
import org.meterwright.workbench.text.language.FindingMarkers;
import org.meterwright.workbench.text.language.Languages;
import org.meterwright.workbench.text.language.ProjectState;

/** A designer's minute: a mistake while typing, its marker, its quick fix, and the generated files. */
@WindowTest
class MendAndGenerateTest {
	private IFile file;
	private ITextEditor editor;
	private IDocument document;

	@BeforeEach
	void openSmallMeter() throws CoreException {
		Ui.maximise();
		Ui.closePopups();
		file = MeterProjects.create(ResourcesPlugin.getWorkspace().newProjectDescription("small"), MeterTemplate.SMALL, SubMonitor.convert(null));
		editor = (ITextEditor) IDE.openEditor(Ui.page(), file);
		document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
		Ui.waitFor("the project to be checked", () -> state().current());
	}

	@AfterEach
	void deleteProject() throws CoreException {
		Ui.page().closeAllEditors(false);
		file.getProject().delete(true, true, null);
	}

	@Test
	void mendsAMistakeAndGenerates() throws Exception {
		assertTrue(state().isSafe(), () -> state().findings().toString());
		String before = document.get();
		typeMistake();
		Ui.waitFor("the marker of the mistake", () -> !errors().isEmpty());
		assertFalse(state().isSafe());

		IMarker marker = errors().getFirst();
		fix(marker).run(marker);
		Ui.waitFor("the marker to go", () -> errors().isEmpty() && state().current());
		assertEquals(before, document.get());

		Ui.page().saveEditor(editor, false);
		Ui.window().getService(IHandlerService.class).executeCommand("org.meterwright.workbench.generate", null);
		Ui.waitFor("the generated tables", () -> file.getProject().getFile("generated/small_tables.c").exists());
		assertTrue(file.getProject().getFile("generated/small.h").exists());
	}

	/** A hover takes a fix in a job: text and window are changed on the window's thread. */
	@Test
	void aFixThatAHoverTakesMendsTheText() throws Exception {
		String before = document.get();
		typeMistake();
		Ui.waitFor("the marker of the mistake", () -> !errors().isEmpty());
		IMarker marker = errors().getFirst();
		IMarkerResolution fix = fix(marker);
		CompletableFuture<Void> hover = CompletableFuture.runAsync(() -> fix.run(marker));
		Ui.waitFor("the hover's job", hover::isDone);
		hover.get();
		Ui.waitFor("the text as it was", () -> document.get().equals(before));
		Ui.waitFor("the marker to go", () -> errors().isEmpty() && state().current());
		assertEquals(before, Ui.text(editor).getText());
	}

	@Test
	void generatesOnSaveIfWishedAndRefusesWithAnError() throws Exception {
		Preferences.get().setValue(Preferences.GENERATE_ON_SAVE, true);
		try {
			typeMistake();
			Ui.page().saveEditor(editor, false);
			Ui.waitFor("the refusal", () -> GenerateHistory.last(file.getProject()).filter(GenerateResult.Refused.class::isInstance).isPresent());
			assertFalse(file.getProject().getFolder("generated").exists());

			document.set(document.get().replace("importTotalx", "importTotal"));
			Ui.page().saveEditor(editor, false);
			Ui.waitFor("the generated tables", () -> file.getProject().getFile("generated/small_tables.c").exists());
		} finally {
			Preferences.get().setToDefault(Preferences.GENERATE_ON_SAVE);
		}
	}

	/** Types a letter too many at the end of the first captured name. */
	private void typeMistake() {
		StyledText text = Ui.text(editor);
		Ui.closePopups();
		int place = document.get().indexOf("importTotal.value") + "importTotal".length();
		editor.selectAndReveal(place, 0);
		Ui.window().getShell().forceActive();
		text.setFocus();
		Ui.waitFor("the editor to have the focus", text::isFocusControl);
		Ui.press(0, 'x', 'x');
		Ui.waitFor("the letter in the text", () -> document.get().contains("importTotalx.value"));
	}

	private ProjectState state() {
		return Languages.get().of(file.getProject()).orElseThrow().state();
	}

	private List<IMarker> errors() throws CoreException {
		return Arrays.stream(file.findMarkers(FindingMarkers.TYPE, true, IResource.DEPTH_ZERO))
				.filter(marker -> marker.getAttribute(IMarker.SEVERITY, 0) == IMarker.SEVERITY_ERROR).toList();
	}

	private static IMarkerResolution fix(IMarker marker) {
		Ui.waitFor("a quick fix", () -> resolutions(marker).size() > 1);
		return resolutions(marker).getFirst();
	}

	private static List<IMarkerResolution> resolutions(IMarker marker) {
		return List.of(IDE.getMarkerHelpRegistry().getResolutions(marker));
	}
}
