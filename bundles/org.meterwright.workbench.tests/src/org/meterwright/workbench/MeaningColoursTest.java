// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.ITextViewerExtension5;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.graphics.Color;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.meterwright.workbench.project.MeterProjects;
import org.meterwright.workbench.project.MeterTemplate;

/** Names have the colour of what they stand for, and keep it while the text around them changes. */
@WindowTest
class MeaningColoursTest {
	private IFile file;
	private ITextEditor editor;
	private IDocument document;

	@BeforeEach
	void open() throws CoreException {
		Ui.maximise();
		file = MeterProjects.create(ResourcesPlugin.getWorkspace().newProjectDescription("meanings"), MeterTemplate.SMALL, SubMonitor.convert(null));
		editor = (ITextEditor) IDE.openEditor(Ui.page(), file);
		document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
		waitFor("internal_crystal", "literal");
	}

	@AfterEach
	void delete() throws CoreException {
		Ui.page().closeAllEditors(false);
		file.getProject().delete(true, true, null);
	}

	private static Color colour(String kind) {
		return JFaceResources.getColorRegistry().get("org.meterwright.workbench.text.colour." + kind);
	}

	/** Returns the colour of the first letter of some words of the text. */
	private Color colourOf(String words) {
		ITextViewer viewer = editor.getAdapter(ITextViewer.class);
		int offset = ((ITextViewerExtension5) viewer).modelOffset2WidgetOffset(document.get().indexOf(words));
		StyleRange style = viewer.getTextWidget().getStyleRangeAtOffset(offset);
		return style == null ? null : style.foreground;
	}

	private void waitFor(String words, String kind) {
		Ui.waitFor("'%s' in the colour of: %s".formatted(words, kind), () -> colour(kind).equals(colourOf(words)));
	}

	@Test
	void aNameHasTheColourOfWhatItStandsFor() {
		Map.of("Wh\n", "type", "publicClient.object_list", "association", "reader client", "association", "logicalDeviceName", "method", "importTotal.value", "name", "importTotal: Register",
				"declared", "AssociationLN", "class", "billingPeriod", "event").forEach((words, kind) -> assertEquals(colour(kind), colourOf(words), words));
	}

	@Test
	void aNameKeepsItsColourWhileTextIsWrittenBeforeIt() throws BadLocationException {
		document.replace(document.get().indexOf("clock_base"), 0, "// so\n      ");
		assertEquals(colour("literal"), colourOf("internal_crystal"), "at once");
		assertEquals(colour("type"), colourOf("Wh\n"), "at once");
		assertEquals(colour("comment"), colourOf("// so"), "at once");
	}

	@Test
	void aNameThatMeansNothingLooksLikeOne() throws BadLocationException {
		int end = document.get().indexOf("internal_crystal") + "internal_crystal".length();
		document.replace(end, 0, "s");
		waitFor("internal_crystals", "name");
		document.replace(end, 1, "");
		waitFor("internal_crystal", "literal");
	}
}
