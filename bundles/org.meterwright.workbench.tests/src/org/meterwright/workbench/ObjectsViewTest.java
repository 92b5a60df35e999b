// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jface.text.IDocument;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.copy.command.CopyDataToClipboardCommand;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.meterwright.views.objects.ObjectColumn;
import org.meterwright.views.objects.ObjectLine;
import org.meterwright.workbench.objects.ObjectsView;
import org.meterwright.workbench.project.MeterProjects;
import org.meterwright.workbench.project.MeterTemplate;
import org.meterwright.workbench.table.BigTable.Cell;

/** The object explorer by keys and mouse: find an object, see its text, change it there. */
@WindowTest
class ObjectsViewTest {
	private IFile file;
	private ITextEditor editor;
	private IDocument document;
	private ObjectsView view;

	@BeforeEach
	void openSmallMeter() throws CoreException {
		Ui.maximise();
		Ui.closePopups();
		file = MeterProjects.create(ResourcesPlugin.getWorkspace().newProjectDescription("explorer"), MeterTemplate.SMALL, SubMonitor.convert(null));
		editor = (ITextEditor) IDE.openEditor(Ui.page(), file);
		document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
		view = Ui.open(ObjectsView.ID, ObjectsView.class);
		view.filter("");
		Ui.waitFor("the objects", () -> row("importTotal") >= 0);
	}

	@AfterEach
	void deleteProject() throws CoreException {
		Ui.page().hideView(view);
		Ui.page().closeAllEditors(false);
		file.getProject().delete(true, true, null);
	}

	private int row(String label) {
		return view.lines().stream().map(ObjectLine::label).toList().indexOf(label);
	}

	private int column(String id) {
		return view.columns().stream().map(ObjectColumn::id).toList().indexOf(id);
	}

	private void click(int column, int row) {
		view.table().select(column, row);
		Ui.settle(200);
		Rectangle cell = view.table().bounds(new Cell(column, row)).orElseThrow();
		Ui.click(view.table().control(), cell.x + cell.width / 2, cell.y + cell.height / 2);
	}

	@Test
	void aClickShowsTheText() {
		click(column("class"), row("importTotal"));
		Ui.waitFor("the cursor at the object", () -> Ui.text(editor).getCaretOffset() == document.get().indexOf("importTotal: Register"));
		assertTrue(view.said().startsWith("importTotal: Register"), view.said());
	}

	@Test
	void theCursorShowsTheObject() {
		Ui.page().activate(editor);
		editor.selectAndReveal(document.get().indexOf("importPower: Register") + 2, 0);
		Ui.waitFor("the object to be selected", () -> view.table().focus().filter(cell -> view.lines().get(cell.row()).label().equals("importPower")).isPresent());
	}

	@Test
	void keysEditAValueAndTakeItBack() {
		String before = document.get();
		click(column("@scaler_unit"), row("importTotal"));
		Ui.press(0, SWT.F2, '\0');
		Ui.waitFor("the field", () -> view.table().editing().isOpen());
		Ui.type("10^3 Wh");
		Ui.press(0, SWT.CR, '\r');
		Ui.waitFor("the new unit in the text", () -> document.get().contains("scaler_unit = 10^3 Wh"));
		Ui.waitFor("the new unit in the table", () -> view.lines().get(row("importTotal")).row().orElseThrow().value("scaler_unit").orElse("").contains("10^3"));
		view.table().control().setFocus();
		Ui.press(SWT.CTRL, 'z', 'z');
		Ui.waitFor("the old unit in the text", () -> document.get().equals(before));
	}

	/** Nothing is selected: the clipboard keeps what it holds, and nothing goes wrong. */
	@Test
	void copyingNothingKeepsTheClipboard() {
		Clipboard clipboard = new Clipboard(view.table().control().getDisplay());
		clipboard.setContents(new Object[] { "kept" }, new Transfer[] { TextTransfer.getInstance() });
		view.filter("no such object");
		Ui.waitFor("no objects", () -> view.lines().isEmpty());
		NatTable table = view.table().control(); // keys that a test posts have a bit more than a user's, and the table's own bindings do not know them
		assertTrue(table.doCommand(new CopyDataToClipboardCommand("\t", "\n", table.getConfigRegistry())));
		assertEquals("kept", clipboard.getContents(TextTransfer.getInstance()));
		clipboard.dispose();
	}

	@Test
	void wordsFilter() {
		Ui.page().activate(view);
		Ui.press(SWT.CTRL, 'f', 'f');
		Ui.type("importpower");
		Ui.waitFor("one object", () -> view.lines().size() == 1);
		assertEquals("importPower", view.lines().getFirst().label());
	}

	@Test
	void plusOpensAnObject() {
		click(column("class"), row("importTotal"));
		Ui.press(0, '+', '+');
		Ui.waitFor("the attributes", () -> row("scaler_unit") == row("importTotal") + 2);
		assertEquals("value", view.lines().get(row("importTotal") + 1).label());
	}

	@Test
	void headsSort() {
		Ui.click(view.table().control(), view.columns().getFirst().width() + 20, 10);
		Ui.waitFor("the sorting", () -> view.table().content().sorting(1) == 1);
	}
}
