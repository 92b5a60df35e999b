// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension2;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.text.undo.DocumentUndoManagerRegistry;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.meterwright.workbench.project.MeterProjects;
import org.meterwright.workbench.project.MeterTemplate;
import org.meterwright.workbench.text.assist.CompletionProcessor;
import org.meterwright.workbench.text.draft.DraftStore.Draft;
import org.meterwright.workbench.text.draft.Drafts;
import org.meterwright.workbench.text.draft.DraftsDialog;
import org.meterwright.workbench.text.language.Languages;
import org.meterwright.workbench.text.severity.Weight;
import org.meterwright.workbench.text.severity.WeightPreferences;
import org.meterwright.workbench.text.severity.Weights;

/** At the keyboard: paste, quick outline, templates, undo, split editor, drafts, severities. */
@WindowTest
class TypingTest {
	/** A clock, class 8 version 0, with one attribute that may be read and no method. */
	private static final String LIST = "01 01 02 04 12 00 08 11 00 09 06 00 00 01 00 00 FF 02 02 01 01 02 03 0F 02 16 01 00 01 00";
	private static final String PLACE = "    importPower: Register";

	private IFile file;
	private ITextEditor editor;
	private IDocument document;

	@BeforeEach
	void open() throws CoreException {
		Ui.maximise();
		Ui.closePopups();
		file = MeterProjects.create(ResourcesPlugin.getWorkspace().newProjectDescription("typing"), MeterTemplate.SMALL, SubMonitor.convert(null));
		editor = (ITextEditor) IDE.openEditor(Ui.page(), file);
		document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
		waitForCheck();
	}

	@AfterEach
	void delete() throws CoreException {
		WeightPreferences.put(Weights.USUAL);
		Ui.page().closeAllEditors(false);
		file.getProject().delete(true, true, null);
	}

	private void waitForCheck() {
		Ui.waitFor("the project to be checked", () -> Languages.get().of(file.getProject()).orElseThrow().state().current());
	}

	private void cursor(int offset) {
		Ui.page().activate(editor);
		editor.selectAndReveal(offset, 0);
		StyledText text = Ui.text(editor);
		Ui.window().getShell().forceActive();
		text.setFocus();
		Ui.waitFor("the editor to have the focus", text::isFocusControl);
	}

	private void copy(String words) {
		Clipboard clipboard = new Clipboard(Display.getCurrent());
		clipboard.setContents(new Object[] { words }, new Transfer[] { TextTransfer.getInstance() });
		clipboard.dispose();
	}

	@Test
	void pastedRowsOfASpreadsheetBecomeObjects() throws Exception {
		String before = document.get();
		cursor(document.get().indexOf(PLACE) + 4);
		copy("1-0:14.7.0\t3\tGrid frequency\n1-0:13.7.0\tRegister\tPower factor\n");
		Ui.press(SWT.CTRL, 'v', 'v');
		Ui.waitFor("the objects", () -> document.get().contains("gridFrequency: Register 1-0:14.7.0*255"));
		assertTrue(document.get().contains("powerFactor: Register 1-0:13.7.0*255"));
		assertFalse(document.get().contains("\t"));
		undo();
		assertEquals(before, document.get());
	}

	@Test
	void aPastedObjectListBecomesObjects() {
		cursor(document.get().indexOf(PLACE) + 4);
		copy(LIST);
		Ui.press(SWT.CTRL, 'v', 'v');
		Ui.waitFor("the clock", () -> document.get().split("Clock 0-0:1.0.0\\*255", -1).length == 3);
	}

	@Test
	void everythingElseIsPastedAsItIs() {
		cursor(document.get().indexOf(PLACE));
		copy("// 1-0:1.8.0, a remark\n");
		Ui.press(SWT.CTRL, 'v', 'v');
		Ui.waitFor("the remark", () -> document.get().contains("// 1-0:1.8.0, a remark\n%s".formatted(PLACE)));
	}

	@Test
	void theQuickOutlineGoesToANameByItsLetters() {
		cursor(0);
		Ui.press(SWT.CTRL, 'o', 'o');
		Ui.waitFor("the outline", () -> outline().isPresent());
		Ui.type("iPow");
		Tree tree = (Tree) Ui.find(outline().orElseThrow(), control -> control instanceof Tree).orElseThrow();
		Ui.waitFor("one name", () -> tree.getSelectionCount() == 1 && tree.getSelection()[0].getText().startsWith("importPower"));
		picture("workbench-quick-outline");
		Ui.press(0, SWT.CR, '\r');
		Ui.waitFor("the cursor at the name", () -> Ui.text(editor).getCaretOffset() == document.get().indexOf("importPower: Register"));
		assertTrue(outline().isEmpty());
	}

	@Test
	void escapeLeavesTheQuickOutline() {
		cursor(5);
		Ui.press(SWT.CTRL, 'o', 'o');
		Ui.waitFor("the outline", () -> outline().isPresent());
		Ui.press(0, SWT.ESC, (char) SWT.ESC);
		Ui.waitFor("the outline to go", () -> outline().isEmpty());
		assertEquals(5, Ui.text(editor).getCaretOffset());
	}

	private static Optional<Shell> outline() {
		return Arrays.stream(Display.getCurrent().getShells()).filter(shell -> shell != Ui.window().getShell() && shell.isVisible())
				.filter(shell -> Ui.find(shell, control -> control instanceof Tree).isPresent() && Ui.find(shell, control -> control instanceof Text).isPresent()).findFirst();
	}

	private static void picture(String name) {
		try {
			Ui.picture(name);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@Test
	void aTemplateIsFilledPlaceByPlace() throws Exception {
		int end = document.get().indexOf("  // ---- the billing period");
		document.replace(end, 0, "  \n");
		cursor(end + 2);
		Ui.type("even");
		waitForCheck();
		ITextViewer viewer = editor.getAdapter(ITextViewer.class);
		Ui.waitFor("the template among the proposals", () -> template(viewer).isPresent());
		((ICompletionProposalExtension2) template(viewer).orElseThrow()).apply(viewer, '\0', 0, Ui.text(editor).getCaretOffset());
		Ui.waitFor("the template", () -> document.get().contains("event coverOpened code 40 from firmware"));
		assertEquals("coverOpened", Ui.text(editor).getSelectionText());
		Ui.settle(500);
		Ui.type("lid");
		Ui.press(0, SWT.TAB, '\t');
		assertEquals("40", Ui.text(editor).getSelectionText());
		Ui.type("7");
		Ui.waitFor("what was filled", () -> document.get().contains("event lid code 7 from firmware"));
	}

	private Optional<ICompletionProposal> template(ITextViewer viewer) {
		return Arrays.stream(new CompletionProcessor().computeCompletionProposals(viewer, Ui.text(editor).getCaretOffset())).filter(proposal -> proposal.getDisplayString().startsWith("event {...}")).findFirst();
	}

	@Test
	void undoTakesBackWhatWasTyped() throws Exception {
		String before = document.get();
		cursor(document.get().indexOf(PLACE));
		Ui.type("abc");
		assertTrue(Ui.pump(() -> document.get().contains("abc%s".formatted(PLACE)), 20_000), () -> "the letters are not before %s: %s".formatted(PLACE, difference(before)));
		for (int letters = 3; letters > 0 && !document.get().equals(before); letters--) { // what was typed slowly is more than one step
			undo();
		}
		assertEquals(before, document.get());
	}

	/** Returns the lines that stood otherwise before. */
	private List<String> difference(String before) {
		List<String> lines = before.lines().toList();
		return document.get().lines().filter(line -> !lines.contains(line)).toList();
	}

	private void undo() throws Exception {
		Ui.settle(500);
		DocumentUndoManagerRegistry.getDocumentUndoManager(document).undo();
		Ui.settle(300);
	}

	@Test
	void theEditorSplits() throws Exception {
		cursor(0);
		Ui.window().getService(IHandlerService.class).executeCommand("org.eclipse.ui.window.splitEditor", null);
		Ui.settle(1_500);
		long texts = count(Ui.window().getShell());
		assertEquals(2, texts);
	}

	private long count(Composite area) {
		long own = 0;
		for (var control : area.getChildren()) {
			own += control instanceof StyledText text && text.isVisible() && text.getText().equals(document.get()) ? 1 : control instanceof Composite inner ? count(inner) : 0;
		}
		return own;
	}

	@Test
	void whatIsNotSavedIsKeptUntilItIs() {
		cursor(document.get().indexOf(PLACE));
		Ui.type("// draft");
		Ui.waitFor("the draft", () -> lost().map(Draft::text).filter(text -> text.contains("// draft%s".formatted(PLACE))).isPresent());
		Draft draft = lost().orElseThrow();
		Ui.page().closeEditor(editor, false);
		Ui.waitFor("nothing to be lost any more", () -> lost().isEmpty());
		DraftsDialog.open(Ui.page(), draft);
		ITextEditor again = (ITextEditor) Ui.page().getActiveEditor();
		assertTrue(again.isDirty());
		assertEquals(draft.text(), again.getDocumentProvider().getDocument(again.getEditorInput()).get());
		Ui.page().saveEditor(again, false);
		Ui.waitFor("nothing to be lost after saving", () -> lost().isEmpty());
	}

	private Optional<Draft> lost() {
		return Drafts.get().lost().stream().filter(draft -> draft.name().equals(file.getFullPath().toString())).findFirst();
	}

	@Test
	void aUserMayThinkMoreOfARule() throws Exception {
		document.replace(document.get().indexOf("show *"), "show *".length(), "show clock");
		Ui.waitFor("the note", () -> weights("MW-RIGHT-013").equals(List.of("INFO")));
		WeightPreferences.put(Weights.USUAL.with("MW-RIGHT-013", Weight.ERROR));
		Ui.waitFor("an error now", () -> weights("MW-RIGHT-013").equals(List.of("ERROR")));
		WeightPreferences.put(Weights.USUAL.with("MW-RIGHT-013", Weight.OFF));
		Ui.waitFor("nothing now", () -> weights("MW-RIGHT-013").isEmpty());
	}

	private List<String> weights(String rule) {
		return Languages.get().of(file.getProject()).orElseThrow().state().findings().stream().filter(finding -> finding.rule().equals(rule)).map(finding -> finding.severity().name()).distinct().toList();
	}
}
