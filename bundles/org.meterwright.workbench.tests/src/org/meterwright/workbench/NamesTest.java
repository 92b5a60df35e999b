// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.texteditor.ITextEditorExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.meterwright.workbench.project.MeterProjects;
import org.meterwright.workbench.project.MeterTemplate;
import org.meterwright.workbench.text.language.Languages;
import org.meterwright.workbench.text.mark.OccurrenceMarks;
import org.meterwright.workbench.text.refactor.ReferencesView;

/** What keys do with the name at the cursor: rename it after a look, list its uses, go to its declaration; and what is marked by itself. */
@WindowTest
class NamesTest {
	private static final String SCENARIO = """
			namespace more
			scenario "energy" for %s at 2026-11-01 12:00 {
			  set importTotal.value = 1 Wh
			  expect importTotal.value == 1 Wh
			}
			""";

	private IFile file;
	private IFile more;
	private ITextEditor editor;
	private IDocument document;

	@BeforeEach
	void open() throws CoreException {
		Ui.maximise();
		Ui.closePopups();
		file = MeterProjects.create(ResourcesPlugin.getWorkspace().newProjectDescription("names"), MeterTemplate.SMALL, SubMonitor.convert(null));
		String text = file.readString();
		String meter = text.replaceFirst("(?s).*?\\nmeter (\\w+).*", "$1");
		String space = text.replaceFirst("(?s).*?namespace (\\S+).*", "$1");
		more = file.getProject().getFile("more.cosem");
		more.create(SCENARIO.formatted(meter).replace("namespace more", "namespace %s".formatted(space)).getBytes(StandardCharsets.UTF_8), true, false, null);
		editor = (ITextEditor) IDE.openEditor(Ui.page(), file);
		document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
		waitForCheck();
	}

	@AfterEach
	void delete() throws CoreException {
		Optional.ofNullable(Ui.page().findView(ReferencesView.ID)).ifPresent(Ui.page()::hideView);
		Ui.page().closeAllEditors(false);
		file.getProject().delete(true, true, null);
	}

	private void waitForCheck() {
		Ui.waitFor("the project to be checked", () -> Languages.get().of(file.getProject()).orElseThrow().state().current());
	}

	private void cursor(String words) {
		Ui.page().activate(editor);
		editor.selectAndReveal(document.get().indexOf(words) + 2, 0);
		StyledText text = Ui.text(editor);
		Ui.window().getShell().forceActive();
		text.setFocus();
		Ui.waitFor("the editor to have the focus", text::isFocusControl);
	}

	/** Does something in the window that a key opens, which keeps the keys until it closes. */
	private static void meanwhile(String title, Runnable work) {
		Display.getCurrent().timerExec(200, () -> {
			if (dialog(title).isEmpty()) {
				meanwhile(title, work);
			} else {
				work.run();
			}
		});
	}

	private static Optional<Shell> dialog(String title) {
		return Arrays.stream(Display.getCurrent().getShells()).filter(shell -> shell.isVisible() && shell.getText().equals(title)).findFirst();
	}

	private static Tree tree(Shell shell) {
		return (Tree) Ui.find(shell, control -> control instanceof Tree).orElseThrow();
	}

	/** Types a new name into the first window, and does something in the preview. */
	private void rename(String name, Runnable inPreview) {
		meanwhile("Rename", () -> {
			meanwhilePreview(inPreview);
			answer(name);
		});
		Ui.press(SWT.ALT, SWT.SHIFT, 'r', 'R');
	}

	private static void answer(String name) {
		Shell shell = dialog("Rename").orElseThrow();
		((Text) Ui.find(shell, control -> control instanceof Text).orElseThrow()).setText(name);
		Ui.find(shell, control -> control instanceof Button button && button.getText().equals("OK")).ifPresent(button -> Ui.press((Button) button));
	}

	private static void meanwhilePreview(Runnable work) {
		Display.getCurrent().timerExec(200, () -> {
			if (preview().isEmpty()) {
				meanwhilePreview(work);
			} else {
				work.run();
			}
		});
	}

	private static Optional<Shell> preview() {
		return dialogs("Rename").stream().filter(shell -> Ui.find(shell, control -> control instanceof Tree).isPresent()).findFirst();
	}

	private static List<Shell> dialogs(String title) {
		return Arrays.stream(Display.getCurrent().getShells()).filter(shell -> shell.isVisible() && shell.getText().equals(title)).toList();
	}

	@Test
	void renameShowsEachLineAndIsOneStep() throws Exception {
		String before = document.get();
		String other = more.readString();
		List<String> shown = new ArrayList<>();
		cursor("importTotal: Register");
		rename("energyIn", () -> {
			for (TreeItem text : tree(preview().orElseThrow()).getItems()) {
				for (TreeItem line : text.getItems()) {
					shown.add(line.getText(1));
				}
			}
			Ui.button(preview().orElseThrow(), "Rename");
		});
		Ui.waitFor("the new name", () -> document.get().contains("energyIn: Register 1-0:1.8.0*255") && more.readString().contains("set energyIn.value"));
		assertEquals(6, shown.size(), shown::toString);
		assertTrue(shown.contains("capture clock.time, energyIn.value, exportTotal.value"), shown::toString);
		assertFalse(document.get().contains("importTotal"));
		waitForCheck();
		Ui.text(editor).setFocus();
		Ui.press(SWT.CTRL, 'z', 'z');
		Ui.waitFor("the texts as they were", () -> document.get().equals(before) && more.readString().equals(other));
	}

	@Test
	void whatIsUncheckedKeepsItsName() throws Exception {
		List<String> said = new ArrayList<>();
		cursor("importTotal: Register");
		rename("energyIn", () -> {
			Tree tree = tree(preview().orElseThrow());
			TreeItem text = Arrays.stream(tree.getItems()).filter(item -> item.getText().equals("more.cosem")).findFirst().orElseThrow();
			tree.setFocus();
			tree.setSelection(text);
			text.setChecked(false);
			Event event = new Event();
			event.item = text;
			event.detail = SWT.CHECK;
			tree.notifyListeners(SWT.Selection, event);
			Ui.find(preview().orElseThrow(), control -> control instanceof Text words && words.getText().strip().startsWith("4 of 6 places")).ifPresent(words -> said.add(((Text) words).getText()));
			Ui.button(preview().orElseThrow(), "Rename");
		});
		Ui.waitFor("the new name", () -> document.get().contains("energyIn: Register"));
		assertTrue(more.readString().contains("set importTotal.value"));
		assertEquals(1, said.size(), "the preview says what is left out");
	}

	@Test
	void aNameThatWouldMeanSomethingElseIsRefused() {
		String before = document.get();
		cursor("importTotal: Register");
		List<String> said = new ArrayList<>();
		meanwhile("Rename", () -> {
			Display.getCurrent().timerExec(1_500, () -> dialogs("Rename").forEach(shell -> {
				Ui.find(shell, control -> control instanceof Label label && label.getText().startsWith("This cannot be renamed")).ifPresent(label -> said.add(((Label) label).getText()));
				shell.close();
			}));
			answer("exportTotal");
		});
		Ui.press(SWT.ALT, SWT.SHIFT, 'r', 'R');
		Ui.waitFor("the refusal", () -> !said.isEmpty());
		assertEquals(before, document.get());
	}

	@Test
	void usesAreListedAndLeadToTheirPlaces() {
		cursor("importTotal: Register");
		Ui.press(SWT.CTRL, SWT.SHIFT, 'g', 'G');
		Ui.waitFor("the uses", () -> Ui.page().getActivePart() instanceof ReferencesView view && view.said().equals("importTotal: 6 places in 2 texts"));
		Ui.press(0, SWT.END, '\0');
		Ui.press(0, SWT.CR, '\r');
		Ui.waitFor("the last use", () -> Ui.page().getActiveEditor().getTitle().equals("more.cosem")
				&& Ui.text((ITextEditor) Ui.page().getActiveEditor()).getSelectionText().equals("importTotal"));
		IViewPart view = Ui.page().findView(ReferencesView.ID);
		Ui.page().activate(view);
		Ui.press(SWT.CTRL, '.', '.');
		Ui.waitFor("the first use, once around", () -> Ui.page().getActiveEditor() == editor && Ui.text(editor).getCaretOffset() == document.get().indexOf("importTotal"));
	}

	@Test
	void f3GoesToDeclarationsAlsoOfTheLibrary() {
		cursor("importTotal.value");
		Ui.press(0, SWT.F3, '\0');
		Ui.waitFor("the declaration", () -> Ui.text(editor).getSelectionText().equals("importTotal") && Ui.text(editor).getSelection().x == document.get().indexOf("importTotal: Register"));
		cursor("Register 1-0:1.8.0");
		Ui.press(0, SWT.F3, '\0');
		Ui.waitFor("the library", () -> Ui.page().getActiveEditor() != editor && Ui.page().getActiveEditor().getEditorInput().getToolTipText().contains("read only"));
		ITextEditor library = (ITextEditor) Ui.page().getActiveEditor();
		assertTrue(((ITextEditorExtension) library).isEditorInputReadOnly());
		assertEquals("Register", Ui.text(library).getSelectionText());
		String before = Ui.text(library).getText();
		Ui.type("x");
		assertEquals(before, Ui.text(library).getText());
	}

	@Test
	void theSameNameIsMarkedAndTheSameLettersAreNot() throws Exception {
		document.replace(document.get().indexOf("    importPower: Register"), 0, "    // importTotal in a remark\n");
		waitForCheck();
		cursor("importTotal.value");
		Ui.waitFor("the marks", () -> marked().size() == 4);
		assertFalse(marked().contains(document.get().indexOf("importTotal in a remark")));
		assertTrue(marked().contains(document.get().indexOf("importTotal: Register")));
		cursor("namespace");
		Ui.waitFor("no marks", () -> marked().isEmpty());
	}

	private List<Integer> marked() {
		List<Integer> offsets = new ArrayList<>();
		IAnnotationModel model = editor.getDocumentProvider().getAnnotationModel(editor.getEditorInput());
		for (Iterator<Annotation> all = model.getAnnotationIterator(); all.hasNext();) {
			Annotation mark = all.next();
			if (mark.getType().equals(OccurrenceMarks.TYPE)) {
				offsets.add(model.getPosition(mark).getOffset());
			}
		}
		return offsets;
	}
}
