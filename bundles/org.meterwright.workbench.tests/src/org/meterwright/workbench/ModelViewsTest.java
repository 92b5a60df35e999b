// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

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
import org.junit.jupiter.api.io.TempDir;
import org.meterwright.views.rights.RightsRow;
import org.meterwright.workbench.code.CodeView;
import org.meterwright.workbench.compare.CompareView;
import org.meterwright.workbench.flow.FlowView;
import org.meterwright.workbench.project.MeterProjects;
import org.meterwright.workbench.project.MeterTemplate;
import org.meterwright.workbench.rights.RightsView;
import org.meterwright.workbench.table.BigTable.Cell;

/** The matrix, the flow and the generated code of the small meter, beside its text. */
@WindowTest
class ModelViewsTest {
	private IFile file;
	private ITextEditor editor;
	private IDocument document;

	@BeforeEach
	void openSmallMeter() throws CoreException {
		Ui.maximise();
		Ui.closePopups();
		file = MeterProjects.create(ResourcesPlugin.getWorkspace().newProjectDescription("views"), MeterTemplate.SMALL, SubMonitor.convert(null));
		editor = (ITextEditor) IDE.openEditor(Ui.page(), file);
		document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
	}

	@AfterEach
	void deleteProject() throws CoreException {
		Ui.page().closeAllEditors(false);
		file.getProject().delete(true, true, null);
	}

	@Test
	void aKeyGivesARightInTheText() throws CoreException {
		RightsView view = Ui.open(RightsView.ID, RightsView.class);
		Ui.waitFor("the objects", () -> row(view, "importTotal") >= 0);
		view.toggle(row(view, "importTotal"));
		Ui.waitFor("its members", () -> view.lines().get(row(view, "importTotal") + 2).label().equals("value"));
		int row = row(view, "importTotal") + 2;
		click(view, 2, row);
		assertTrue(view.said().contains("importTotal.value"), view.said());
		String before = document.get();
		Ui.press(0, 'w', 'w');
		Ui.waitFor("the new line", () -> document.get().contains("grant read, write on importTotal.value"));
		view.setFocus();
		Ui.press(SWT.CTRL, 'z', 'z');
		Ui.waitFor("the text as it was", () -> document.get().equals(before));
	}

	private static int row(RightsView view, String label) {
		return view.lines().stream().map(RightsRow::label).toList().indexOf(label);
	}

	private static void click(RightsView view, int column, int row) {
		view.table().select(column, row);
		Ui.settle(200);
		Rectangle cell = view.table().bounds(new Cell(column, row)).orElseThrow();
		Ui.click(view.table().control(), cell.x + cell.width / 2, cell.y + cell.height / 2);
	}

	@Test
	void theFlowIsDrawnAndExported(@TempDir Path folder) throws Exception {
		document.replace(document.get().lastIndexOf('}'), 0, "  event opened code 1 from firmware \"Cover opened\"\n");
		FlowView view = Ui.open(FlowView.ID, FlowView.class);
		Ui.waitFor("the new event, broken", () -> view.flow().boxes().stream().anyMatch(box -> box.node().key().equals("event opened") && box.node().isBroken()));
		view.about("opened");
		Ui.waitFor("only the event", () -> view.flow().boxes().size() == 1);
		Path svg = folder.resolve("flow.svg");
		view.export(svg);
		Ui.waitFor("the file", () -> view.said().startsWith("Written"));
		assertTrue(Files.readString(svg).contains("opened"));
	}

	@Test
	void generatedCodeFollowsTextAndCursor() throws Exception {
		CodeView view = Ui.open(CodeView.ID, CodeView.class);
		Ui.waitFor("the code", () -> view.said().startsWith("Generate would write"));
		Ui.page().activate(editor);
		int object = document.get().indexOf("importTotal: Register");
		Ui.waitFor("the rows of the object", () -> {
			editor.selectAndReveal(0, 0);
			Ui.settle(700);
			editor.selectAndReveal(object + 2, 0); // a view that is being filled takes no notice of the cursor
			Ui.settle(1_500);
			return view.said().startsWith("importTotal:") && !view.marked().isEmpty();
		});
		assertTrue(view.text().lines().skip(view.marked().getFirst()).findFirst().orElse("").contains("importTotal"));
		document.replace(document.get().indexOf("10^0 Wh"), "10^0 Wh".length(), "10^0 Wo");
		Ui.waitFor("the refusal", () -> view.said().startsWith("Nothing is generated while there are errors"));
	}

	@Test
	void anotherMeterIsComparedWhileTheTextChanges() throws Exception {
		IFile former = MeterProjects.create(ResourcesPlugin.getWorkspace().newProjectDescription("former"), MeterTemplate.SMALL, SubMonitor.convert(null));
		try {
			CompareView view = Ui.open(CompareView.ID, CompareView.class);
			Ui.waitFor("the other meter", () -> {
				view.compareWith("");
				Ui.settle(500);
				return view.offered().contains("former of former");
			});
			view.compareWith("former of former");
			Ui.waitFor("the comparison", () -> !view.said().startsWith("Choose"));
			document.replace(document.get().indexOf("10^0 Wh"), "10^0 Wh".length(), "10^3 Wh");
			Ui.waitFor("the new scaler, which breaks a head-end", () -> view.said().contains("break"));
		} finally {
			former.getProject().delete(true, true, null);
		}
	}
}
