// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.ITextViewerExtension5;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.codemining.ICodeMining;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.text.source.inlined.LineHeaderAnnotation;
import org.eclipse.jface.text.source.projection.ProjectionAnnotationModel;
import org.eclipse.jface.text.source.projection.ProjectionViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.editors.text.EditorsUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.texteditor.spelling.SpellingService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.meterwright.workbench.project.MeterProjects;
import org.meterwright.workbench.project.MeterTemplate;
import org.meterwright.workbench.rights.RightsView;
import org.meterwright.workbench.text.assist.HoverText;
import org.meterwright.workbench.text.language.Languages;
import org.meterwright.workbench.text.lens.LensProvider;

/** What the editor says about the text beside it: hovers and what they mend, remarks above objects, folds, two halves. */
@WindowTest
class RemarksTest {
	private IFile file;
	private ITextEditor editor;
	private IDocument document;

	@BeforeEach
	void open() throws CoreException {
		Ui.maximise();
		Ui.closePopups();
		file = MeterProjects.create(ResourcesPlugin.getWorkspace().newProjectDescription("remarks"), MeterTemplate.SMALL, SubMonitor.convert(null));
		editor = (ITextEditor) IDE.openEditor(Ui.page(), file);
		document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
		waitForCheck();
	}

	@AfterEach
	void delete() throws CoreException {
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

	private ITextViewer viewer() {
		return editor.getAdapter(ITextViewer.class);
	}

	private String hover(String words) {
		return String.valueOf(new HoverText().getHoverInfo(viewer(), new Region(document.get().indexOf(words) + 1, 0)));
	}

	private void mistake() throws Exception {
		document.replace(document.get().indexOf("importTotal.value"), "importTotal".length(), "importTotalx");
		waitForCheck();
		Ui.waitFor("the finding", () -> file.findMarkers("org.meterwright.workbench.text.finding", true, 0).length > 0);
		cursor(document.get().indexOf("importTotalx") + 3);
		Ui.settle(800);
	}

	@Test
	void aHoverSaysValueCodeMeaningAndWhoMayAccess() {
		Ui.waitFor("the hover", () -> !hover("importTotal: Register").equals("null"));
		String object = hover("importTotal: Register");
		assertTrue(object.contains("1-0:1.8.0*255"), object);
		assertTrue(object.toLowerCase(Locale.ROOT).contains("active energy") || object.contains("Active power+"), object);
		String value = hover("scaler_unit = 10^0 Wh");
		assertTrue(value.contains("A-XDR: 02020F00161E"), value);
		assertTrue(value.contains("reader: read"), value);
	}

	@Test
	void aFindingIsMendedFromItsHover() throws Exception {
		String before = document.get();
		mistake();
		Ui.press(0, SWT.F2, '\0');
		Ui.waitFor("the hover with what mends it", () -> mending().isPresent());
		Event event = new Event();
		mending().orElseThrow().notifyListeners(SWT.Selection, event);
		Ui.waitFor("the text as it was", () -> document.get().equals(before));
	}

	private static Optional<Link> mending() {
		return windows().stream().flatMap(shell -> Ui.find(shell, control -> control instanceof Link link && link.getText().contains("importTotal")).stream()).map(Link.class::cast).findFirst();
	}

	private static List<Shell> windows() {
		return Arrays.stream(Display.getCurrent().getShells()).filter(shell -> shell != Ui.window().getShell() && shell.isVisible()).toList();
	}

	@Test
	void aFindingIsMendedFromTheKeyboard() throws Exception {
		String before = document.get();
		mistake();
		Ui.press(SWT.CTRL, '1', '1');
		Ui.waitFor("the list of what mends it", () -> list().isPresent());
		Table list = list().orElseThrow();
		List<String> words = Arrays.stream(list.getItems()).map(TableItem::getText).toList();
		assertTrue(words.getLast().startsWith("Explain"), words::toString);
		list.notifyListeners(SWT.DefaultSelection, new Event()); // a display without a window manager takes the list away when a key comes
		Ui.waitFor("the text as it was", () -> document.get().equals(before));
	}

	private static Optional<Table> list() {
		return windows().stream().flatMap(shell -> Ui.find(shell, control -> control instanceof Table table && table.getItemCount() > 0).stream()).map(Table.class::cast).findFirst();
	}

	@Test
	void aboveAnObjectStandsWhatItTakesAndWhoSeesIt() throws Exception {
		List<ICodeMining> remarks = new ArrayList<>(new LensProvider().provideCodeMinings(viewer(), new NullProgressMonitor()).get());
		int line = document.getLineOfOffset(document.get().indexOf("importTotal: Register"));
		ICodeMining remark = remarks.stream().filter(each -> lineOf(each) == line).findFirst().orElseThrow(() -> new AssertionError(remarks.toString()));
		assertTrue(remark.getLabel().matches("flash \\d+ B, NVM \\d+ B, in 1 of 2 associations"), remark.getLabel());
		cursor(document.get().indexOf("importTotal: Register"));
		Ui.waitFor("the remark to be drawn", () -> drawn().contains(line));
	}

	@Test
	void aClickOnARemarkShowsWhoMayAccessTheObject() throws Exception {
		int object = document.get().indexOf("importPower: Register");
		int line = document.getLineOfOffset(object);
		cursor(object);
		Ui.waitFor("the remark to be drawn", () -> drawn().contains(line));
		cursor(document.get().indexOf("importTotal: Register"));
		StyledText text = Ui.text(editor);
		int shown = ((ITextViewerExtension5) viewer()).modelOffset2WidgetOffset(object);
		Ui.waitFor("room for the remark", () -> text.getLineVerticalIndent(text.getLineAtOffset(shown)) > 0);
		Point place = text.getLocationAtOffset(shown);
		Ui.settle(500);
		Ui.click(text, place.x + 20, place.y - text.getLineHeight() + 1);
		Ui.waitFor("the rights", () -> Ui.page().getActivePart() instanceof RightsView);
		assertEquals(object, viewer().getSelectedRange().x);
	}

	/** Returns the lines above which remarks stand. */
	private List<Integer> drawn() throws Exception {
		List<Integer> lines = new ArrayList<>();
		IAnnotationModel model = ((ISourceViewer) viewer()).getAnnotationModel();
		for (Iterator<Annotation> all = model.getAnnotationIterator(); all.hasNext();) {
			Annotation each = all.next();
			if (each instanceof LineHeaderAnnotation) {
				lines.add(document.getLineOfOffset(model.getPosition(each).getOffset()));
			}
		}
		return lines;
	}

	private int lineOf(ICodeMining remark) {
		try {
			return document.getLineOfOffset(remark.getPosition().getOffset());
		} catch (Exception e) {
			return -1;
		}
	}

	@Test
	void anObjectFoldsAndUnfolds() throws Exception {
		ProjectionViewer viewer = (ProjectionViewer) viewer();
		ProjectionAnnotationModel folds = viewer.getProjectionAnnotationModel();
		int object = document.getLineOffset(document.getLineOfOffset(document.get().indexOf("importTotal: Register")));
		Ui.waitFor("the fold of the object", () -> folds.getAnnotationIterator().hasNext() && fold(folds, object));
		cursor(document.get().indexOf("importTotal: Register"));
		int lines = Ui.text(editor).getLineCount();
		folds.collapse(folded(folds, object));
		Ui.waitFor("fewer lines", () -> Ui.text(editor).getLineCount() == lines - 2);
		assertTrue(Ui.text(editor).getText().contains("importTotal: Register 1-0:1.8.0*255 {\n    }"), Ui.text(editor).getText());
		Ui.press(SWT.CTRL, SWT.KEYPAD_MULTIPLY, '*');
		Ui.waitFor("all lines again", () -> Ui.text(editor).getLineCount() == lines);
	}

	private static boolean fold(ProjectionAnnotationModel folds, int offset) {
		return folded(folds, offset) != null;
	}

	private static Annotation folded(ProjectionAnnotationModel folds, int offset) {
		for (var all = folds.getAnnotationIterator(); all.hasNext();) {
			var each = all.next();
			if (folds.getPosition(each).getOffset() == offset) {
				return each;
			}
		}
		return null;
	}

	@Test
	void keysSplitTheEditorIntoTwoHalvesOfOneText() {
		cursor(0);
		Ui.press(SWT.CTRL, SWT.SHIFT, '-', '_');
		Ui.waitFor("two halves", () -> halves().size() == 2);
		Ui.settle(1_000);
		StyledText first = halves().getFirst();
		StyledText second = halves().getLast();
		int keyword = document.get().indexOf("namespace");
		assertEquals(first.getStyleRangeAtOffset(keyword).foreground, second.getStyleRangeAtOffset(keyword).foreground);
		assertNotEquals(second.getStyleRangeAtOffset(keyword).foreground, second.getStyleRangeAtOffset(document.get().indexOf("Register")).foreground);
		second.setFocus();
		second.setSelection(0);
		Ui.type("//");
		Ui.waitFor("both halves to follow", () -> first.getText().startsWith("//") && second.getText().startsWith("//"));
	}

	private List<StyledText> halves() {
		List<StyledText> found = new ArrayList<>();
		texts(Ui.window().getShell(), found);
		return found;
	}

	private void texts(Composite area, List<StyledText> found) {
		for (Control control : area.getChildren()) {
			if (control instanceof StyledText text && text.isVisible() && text.getText().equals(document.get())) {
				found.add(text);
			} else if (control instanceof Composite inner) {
				texts(inner, found);
			}
		}
	}

	@Test
	void namesAreNotSpelt() {
		assertFalse(EditorsUI.getPreferenceStore().getBoolean(SpellingService.PREFERENCE_SPELLING_ENABLED));
	}
}
