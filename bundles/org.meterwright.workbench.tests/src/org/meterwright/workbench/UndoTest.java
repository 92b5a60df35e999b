// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.meterwright.dsl.ide.quickfix.TextEdit;
import org.meterwright.views.starter.ExampleMeter;
import org.meterwright.workbench.objects.ObjectsView;
import org.meterwright.workbench.project.MeterProjects;
import org.meterwright.workbench.text.finding.FindingResolutions;
import org.meterwright.workbench.text.history.EditHistory;
import org.meterwright.workbench.text.language.FindingMarkers;
import org.meterwright.workbench.text.language.Languages;
import org.meterwright.workbench.text.language.ProjectLanguage;

/** Every edit can be taken back: typed or made in a view, of one text or several, in editors or in files that no editor shows. */
@WindowTest
class UndoTest {
	private static final String MAIN = """
			namespace undo
			import cosem.*

			meter Undo {
			  property manufacturer = "ACM"
			  device management at 1 named "ACM{serial}" {
			    deviceName: Data 0-0:42.0.0*255 { value: octet-string(16) in call logicalDeviceName }
			  }
			  association publicClient client 16 to management 0-0:40.0.1*255 {
			    context logical_name plain
			    mechanism lowest
			    conformance get
			    pdu 512
			    show *
			    grant read on *
			  }
			}
			""";
	private static final String PART = """
			namespace undo
			import cosem.*

			extend meter Undo {
			  total: Register 1-0:1.8.0*255 {
			    value: double-long-unsigned in ram
			    scaler_unit = 10^0 Wh
			  }
			}
			""";

	private IFile main;
	private IFile part;

	@BeforeEach
	void open() throws CoreException {
		Ui.maximise();
		Ui.closePopups();
		make();
	}

	private void make() throws CoreException {
		main = MeterProjects.create(ResourcesPlugin.getWorkspace().newProjectDescription("undo"), new ExampleMeter("undo", new TreeMap<>(Map.of("meter.cosem", MAIN, "part.cosem", PART))), SubMonitor.convert(null));
		part = main.getProject().getFile("part.cosem");
		waitForCheck();
	}

	@AfterEach
	void delete() throws CoreException {
		Ui.page().closeAllEditors(false);
		main.getProject().delete(true, true, null);
	}

	private void waitForCheck() {
		Ui.waitFor("the project to be checked", () -> language().state().current());
	}

	private ProjectLanguage language() {
		return Languages.get().of(main.getProject()).orElseThrow();
	}

	private static IDocument document(ITextEditor editor) {
		return editor.getDocumentProvider().getDocument(editor.getEditorInput());
	}

	private ITextEditor edit(IFile file) throws CoreException {
		ITextEditor editor = (ITextEditor) IDE.openEditor(Ui.page(), file);
		Ui.window().getShell().forceActive();
		StyledText text = Ui.text(editor);
		text.setFocus();
		Ui.waitFor("the focus", text::isFocusControl);
		return editor;
	}

	/** Takes a step back as the menu does; windows such as a hover may have the keys. */
	private static void back() throws Exception {
		execute("org.eclipse.ui.edit.undo");
	}

	private static void again() throws Exception {
		execute("org.eclipse.ui.edit.redo");
	}

	private static void execute(String command) throws Exception {
		Ui.waitFor(command, () -> isEnabled(command));
		Ui.window().getService(IHandlerService.class).executeCommand(command, null);
	}

	/** The editor learns of a new step a moment after the history. */
	private static boolean isEnabled(String command) {
		return Ui.window().getService(ICommandService.class).getCommand(command).isEnabled();
	}

	/** Changes the first place of some words in each text, as a view or renaming does. */
	private List<String> change(Map<IFile, String> words, String by) {
		Map<String, List<TextEdit>> edits = new LinkedHashMap<>();
		words.forEach((file, what) -> edits.put(ProjectLanguage.name(file).orElseThrow(), List.of(new TextEdit(text(file).indexOf(what), what.length(), by))));
		return EditHistory.make("Change", language(), edits);
	}

	private static String text(IFile file) {
		try {
			return file.readString();
		} catch (CoreException e) {
			throw new IllegalStateException(e);
		}
	}

	@Test
	void anEditOfFilesThatNoEditorShowsIsTakenBackAndMadeAgain() {
		assertEquals(List.of(), change(Map.of(main, "ACM", part, "Wh"), "XY"));
		assertTrue(text(main).contains("\"XY\"") && text(part).contains("10^0 XY"));
		assertEquals("Taken back: Change.", EditHistory.undo(language()));
		assertEquals(List.of(MAIN, PART), List.of(text(main), text(part)));
		assertEquals("Made again: Change.", EditHistory.redo(language()));
		assertTrue(text(main).contains("\"XY\"") && text(part).contains("10^0 XY"));
		EditHistory.undo(language());
		assertEquals("There is nothing to take back.", EditHistory.undo(language()));
	}

	@Test
	void anEditorTakesAnEditOfSeveralTextsBackInAllOfThem() throws Exception {
		IDocument document = document(edit(main));
		assertEquals(List.of(), change(Map.of(main, "ACM", part, "Wh"), "XY"));
		assertTrue(document.get().contains("\"XY\""));
		back();
		Ui.waitFor("the text as it was", () -> document.get().equals(MAIN));
		assertEquals(PART, text(part));
		again();
		Ui.waitFor("the edit again", () -> document.get().contains("\"XY\"") && text(part).contains("10^0 XY"));
	}

	@Test
	void stepsGoBackInTheOrderInWhichTheyWereMade() throws CoreException {
		IDocument document = document(edit(main));
		change(Map.of(part, "Wh"), "varh");
		Ui.type("//a");
		Ui.waitFor("what was typed", () -> document.get().startsWith("//a"));
		EditHistory.undo(language());
		Ui.waitFor("what was typed to be gone", () -> document.get().equals(MAIN));
		assertTrue(text(part).contains("varh"));
		EditHistory.undo(language());
		assertEquals(PART, text(part));
	}

	@Test
	void anEditOutlivesItsEditor() throws CoreException {
		ITextEditor editor = edit(part);
		change(Map.of(part, "Wh", main, "ACM"), "XY");
		Ui.page().saveEditor(editor, false);
		Ui.page().closeEditor(editor, false);
		assertTrue(text(part).contains("10^0 XY"));
		EditHistory.undo(language());
		assertEquals(List.of(MAIN, PART), List.of(text(main), text(part)));
	}

	@Test
	void whatWasNotSavedNeedsNoWayBack() throws CoreException {
		ITextEditor editor = edit(part);
		change(Map.of(part, "Wh", main, "ACM"), "XY");
		Ui.page().closeEditor(editor, false);
		assertEquals(PART, text(part));
		EditHistory.undo(language());
		assertEquals(List.of(MAIN, PART), List.of(text(main), text(part)));
	}

	@Test
	void whatAnotherHandChangedIsNotSpoilt() throws CoreException {
		IDocument document = document(edit(main));
		change(Map.of(main, "ACM", part, "Wh"), "XY");
		part.setContents("// mine\n".getBytes(StandardCharsets.UTF_8), true, false, null);
		assertEquals("part.cosem changed since: this edit can only be taken back text by text, in their editors.", EditHistory.undo(language()));
		assertTrue(document.get().contains("\"XY\""));
		EditHistory.undo(language());
		assertEquals(MAIN, document.get());
		assertEquals("// mine\n", text(part));
	}

	@Test
	void nothingIsDoneWhereOneTextCannotBeChanged() {
		Map<String, List<TextEdit>> edits = Map.of(ProjectLanguage.name(main).orElseThrow(), List.of(new TextEdit(0, 0, "// ")), "/nowhere/x.cosem", List.of(new TextEdit(0, 0, "// ")));
		assertEquals(List.of("/nowhere/x.cosem"), EditHistory.make("Change", language(), edits));
		assertEquals(MAIN, text(main));
	}

	@Test
	void aQuickFixOfAFileThatNoEditorShowsIsTakenBack() throws CoreException {
		part.setContents(PART.replace("scaler_unit =", "scaler_unti =").getBytes(StandardCharsets.UTF_8), true, false, null);
		waitForCheck();
		String wrong = text(part);
		List<IMarkerResolution> fixes = new ArrayList<>();
		Ui.waitFor("the quick fix", () -> {
			for (IMarker marker : part.findMarkers(FindingMarkers.TYPE, true, IResource.DEPTH_ZERO)) {
				fixes.addAll(List.of(new FindingResolutions().getResolutions(marker)).stream().filter(fix -> fix.getLabel().contains("scaler_unit")).toList());
			}
			return !fixes.isEmpty();
		});
		fixes.getFirst().run(null);
		assertEquals(PART, text(part));
		EditHistory.undo(language());
		assertEquals(wrong, text(part));
	}

	/** A project that is made anew under the name of one that was deleted has a history of its own, and its editors can undo. */
	@Test
	void aProjectMadeAnewHasItsOwnHistory() throws Exception {
		edit(main);
		change(Map.of(main, "ACM", part, "Wh"), "XY");
		delete();
		make();
		assertEquals("There is nothing to take back.", EditHistory.undo(language()));
		ITextEditor editor = edit(main);
		Ui.type("x");
		Ui.waitFor("what was typed", () -> document(editor).get().startsWith("x"));
		back();
		Ui.waitFor("the text as it was", () -> document(editor).get().equals(MAIN));
		change(Map.of(main, "ACM"), "XY");
		back();
		Ui.waitFor("the text as it was again", () -> document(editor).get().equals(MAIN));
	}

	@Test
	void aViewTakesBackWhatWasTyped() throws CoreException {
		IDocument document = document(edit(main));
		Ui.type("//b");
		Ui.waitFor("what was typed", () -> document.get().startsWith("//b"));
		waitForCheck();
		ObjectsView view = Ui.open(ObjectsView.ID, ObjectsView.class);
		view.filter("");
		Ui.waitFor("the objects", () -> !view.lines().isEmpty());
		view.table().control().setFocus();
		Ui.press(SWT.CTRL, 'z', 'z');
		Ui.waitFor("the text as it was", () -> document.get().equals(MAIN));
		assertFalse(document.get().contains("//b"));
	}
}
