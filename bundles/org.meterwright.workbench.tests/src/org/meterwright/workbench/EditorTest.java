// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.hyperlink.IHyperlink;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.texteditor.ITextEditorExtension;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.meterwright.workbench.project.MeterProjects;
import org.meterwright.workbench.project.MeterTemplate;
import org.meterwright.workbench.text.assist.CompletionProcessor;
import org.meterwright.workbench.text.assist.HoverText;
import org.meterwright.workbench.text.language.Languages;
import org.meterwright.workbench.text.link.DefinitionDetector;

/** What the editor offers beside findings, on the small meter. */
@WindowTest
class EditorTest {
	private IFile file;
	private ITextEditor editor;
	private IDocument document;

	@BeforeEach
	void openSmallMeter() throws CoreException {
		file = MeterProjects.create(ResourcesPlugin.getWorkspace().newProjectDescription("offers"), MeterTemplate.SMALL, SubMonitor.convert(null));
		editor = (ITextEditor) IDE.openEditor(Ui.page(), file);
		document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
		waitForCheck();
	}

	@AfterEach
	void deleteProject() throws CoreException {
		Ui.page().closeAllEditors(false);
		file.getProject().delete(true, true, null);
	}

	private void waitForCheck() {
		Ui.waitFor("the project to be checked", () -> Languages.get().of(file.getProject()).orElseThrow().state().current());
	}

	private ITextViewer viewer() {
		return editor.getAdapter(ITextViewer.class);
	}

	private int placeOf(String text) {
		int place = document.get().indexOf(text);
		assertTrue(place >= 0, text);
		return place;
	}

	@Test
	void coloursKeywordsAndClasses() {
		StyledText text = Ui.text(editor);
		StyleRange keyword = text.getStyleRangeAtOffset(placeOf("namespace"));
		StyleRange type = text.getStyleRangeAtOffset(placeOf("Register"));
		assertNotNull(keyword);
		assertNotNull(type);
		assertFalse(keyword.foreground.equals(type.foreground));
	}

	@Test
	void completesNames() {
		int place = placeOf("importTotal.value") + "imp".length();
		Ui.waitFor("the name among the proposals", () -> proposals(place).stream().anyMatch(text -> text.startsWith("importPower")));
	}

	private List<String> proposals(int place) {
		return Arrays.stream(new CompletionProcessor().computeCompletionProposals(viewer(), place)).map(ICompletionProposal::getDisplayString).toList();
	}

	@Test
	void saysWhatANameMeans() {
		IRegion name = new Region(placeOf("importTotal.value"), 0);
		Ui.waitFor("the hover with the logical name", () -> String.valueOf(new HoverText().getHoverInfo(viewer(), name)).contains("1-0:1.8.0*255"));
	}

	@Test
	void opensDeclarationsInTheFileAndInTheLibrary() {
		IRegion name = new Region(placeOf("importTotal.value"), 0);
		open(name);
		int cursor = Ui.text(editor).getSelection().x;
		assertEquals(placeOf("importTotal: Register"), cursor);

		open(new Region(placeOf("Register"), 0));
		IEditorPart opened = Ui.page().getActiveEditor();
		assertTrue(opened.getEditorInput().getToolTipText().contains("read only"), opened.getTitle());
		assertTrue(((ITextEditorExtension) opened).isEditorInputReadOnly());
	}

	private void open(IRegion region) {
		Ui.waitFor("the way to the declaration", () -> links(region) != null);
		links(region)[0].open();
	}

	private IHyperlink[] links(IRegion region) {
		return new DefinitionDetector().detectHyperlinks(viewer(), region, false);
	}

	@Test
	void formatsAsOneStep() throws Exception {
		String before = document.get();
		document.replace(placeOf("property manufacturer"), 0, "      ");
		waitForCheck();
		Ui.window().getService(IHandlerService.class).executeCommand("org.meterwright.workbench.text.format", null);
		assertEquals(before, document.get());
	}

	@Test
	void hasAnOutline() {
		assertNotNull(editor.getAdapter(IContentOutlinePage.class));
		assertFalse(Languages.get().of(file.getProject()).orElseThrow().state().outlines().isEmpty());
	}
}
