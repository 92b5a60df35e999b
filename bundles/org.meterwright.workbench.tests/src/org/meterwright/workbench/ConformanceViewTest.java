// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.meterwright.views.conformance.ConformanceRow;
import org.meterwright.views.conformance.Shown;
import org.meterwright.workbench.conformance.ConformanceView;
import org.meterwright.workbench.project.MeterProjects;
import org.meterwright.workbench.project.MeterTemplate;
import org.meterwright.workbench.table.BigTable.Cell;

/** The conformance view by keys and mouse: find what is missing, see where the rest is met, create an object and take it back. */
@WindowTest
class ConformanceViewTest {
	private static final String COMPANION = """
			namespace u
			import cosem.*
			companion u.meters {
			  require importTotal: Register 1-0:1.8.0*255 { value: double-long-unsigned  scaler_unit = 10^0 Wh  clause "Rules 1" }
			  require serial: Data 0-0:96.1.0*255 { value: octet-string(8) }
			  require tariffName: Data 0-0:96.14.0*255 { value: octet-string(4) }
			  require identity "The meter says who it is" clause "Rules 2" by serial.value
			}
			""";

	private IFile file;
	private ITextEditor editor;
	private IDocument document;
	private ConformanceView view;

	@BeforeEach
	void openMeterThatConforms() throws Exception {
		Ui.maximise();
		Ui.closePopups();
		file = MeterProjects.create(ResourcesPlugin.getWorkspace().newProjectDescription("conforming"), MeterTemplate.SMALL, SubMonitor.convert(null));
		file.getProject().getFile("companion.cosem").create(COMPANION.getBytes(StandardCharsets.UTF_8), true, false, null);
		editor = (ITextEditor) IDE.openEditor(Ui.page(), file);
		document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
		String text = document.get();
		document.replace(text.indexOf(" {", text.indexOf("\nmeter ")), 0, " conforms u.meters");
		view = Ui.open(ConformanceView.ID, ConformanceView.class);
		Ui.waitFor("the requirements", () -> row("importTotal") >= 0);
	}

	@AfterEach
	void deleteProject() throws CoreException {
		Ui.page().hideView(view);
		Ui.page().closeAllEditors(false);
		file.getProject().delete(true, true, null);
	}

	private int row(String name) {
		return view.table().lines().stream().map(ConformanceRow::name).toList().indexOf(name);
	}

	private void click(int row) {
		view.table().table().select(0, row);
		Ui.settle(200);
		Rectangle cell = view.table().table().bounds(new Cell(0, row)).orElseThrow();
		Ui.click(view.table().table().control(), cell.x + cell.width - 20, cell.y + cell.height / 2);
	}

	@Test
	void aClickShowsWhereARequirementIsMet() {
		click(row("importTotal"));
		Ui.waitFor("the cursor at the object", () -> Ui.text(editor).getCaretOffset() == document.get().indexOf("importTotal: Register"));
		assertTrue(view.summary().contains("missing") && view.summary().contains("met"), view.summary());
	}

	@Test
	void insertCreatesWhatARequirementLacksAndControlZTakesItBack() {
		String before = document.get();
		click(row("identity"));
		Ui.press(0, SWT.INSERT, '\0');
		Ui.waitFor("the new object", () -> document.get().contains("serial: Data 0-0:96.1.0*255 {"));
		assertTrue(!document.get().contains("tariffName"), document::get);
		Ui.waitFor("the requirement is met", () -> view.table().lines().get(row("identity")).verdict().orElseThrow().words().equals("met"));
		view.setFocus();
		Ui.press(SWT.CTRL, 'z', 'z');
		Ui.waitFor("the text as it was", () -> document.get().equals(before));
	}

	@Test
	void wordsAndVerdictsFilter() {
		Ui.page().activate(view);
		Ui.press(SWT.CTRL, 'f', 'f');
		Ui.type("tariff");
		Ui.waitFor("one requirement", () -> view.table().lines().size() == 2);
		assertEquals("tariffName", view.table().lines().getLast().name());
		view.filter("");
		view.choose(Shown.MISSING);
		Ui.waitFor("what is missing", () -> row("tariffName") >= 0 && row("serial") >= 0 && row("importTotal") < 0);
	}

	@Test
	void plusOpensTheReasons() {
		click(row("tariffName"));
		Ui.press(0, '+', '+');
		Ui.settle(500);
		click(row("importTotal"));
		Ui.press(0, '+', '+');
		Ui.waitFor("where it is written", () -> view.table().lines().stream().anyMatch(line -> line.name().equals("written in")));
	}

	@Test
	void keysBringTheViewToTheFront() throws CoreException {
		Ui.page().activate(editor);
		Ui.press(SWT.CTRL, SWT.ALT, '5', '5');
		Ui.waitFor("the view", () -> Ui.page().getActivePart() == view);
	}
}
