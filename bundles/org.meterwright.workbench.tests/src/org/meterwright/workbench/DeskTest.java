// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.meterwright.views.flow.FlowNode;
import org.meterwright.views.objects.ObjectColumn;
import org.meterwright.views.objects.ObjectLine;
import org.meterwright.views.rights.RightsRow;
import org.meterwright.workbench.code.CodeView;
import org.meterwright.workbench.flow.FlowView;
import org.meterwright.workbench.objects.ObjectsView;
import org.meterwright.workbench.project.MeterProjects;
import org.meterwright.workbench.project.MeterTemplate;
import org.meterwright.workbench.rights.RightsView;
import org.meterwright.workbench.table.BigTable;
import org.meterwright.workbench.table.BigTable.Cell;

/** What a designer does in the views with both hands: every filter, several cells at once, differences of rights, a broken chain, a look before generating. */
@WindowTest
class DeskTest {
	private IFile file;
	private ITextEditor editor;
	private IDocument document;

	@BeforeEach
	void open() throws CoreException {
		Ui.maximise();
		Ui.closePopups();
		file = MeterProjects.create(ResourcesPlugin.getWorkspace().newProjectDescription("desk"), MeterTemplate.SMALL, SubMonitor.convert(null));
		editor = (ITextEditor) IDE.openEditor(Ui.page(), file);
		document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
	}

	@AfterEach
	void delete() throws CoreException {
		Ui.page().closeAllEditors(false);
		file.getProject().delete(true, true, null);
	}

	private static Composite part(BigTable table) {
		return table.area().getParent();
	}

	/** Chooses in one of the lists of a view. */
	private static void choose(Composite area, String hint, String words) {
		Combo combo = (Combo) Ui.find(area, control -> control instanceof Combo it && hint.equals(it.getToolTipText())).orElseThrow();
		for (int i = 0; i < combo.getItemCount(); i++) {
			if (combo.getItem(i).startsWith(words)) {
				combo.select(i);
				combo.notifyListeners(SWT.Selection, new Event());
				return;
			}
		}
		throw new AssertionError("%s is not among %s".formatted(words, List.of(combo.getItems())));
	}

	private static void click(BigTable table, int column, int row) {
		table.select(column, row);
		Ui.settle(200);
		Rectangle cell = table.bounds(new Cell(column, row)).orElseThrow();
		Ui.click(table.control(), cell.x + cell.width / 2, cell.y + cell.height / 2);
	}

	private ObjectsView objects() throws CoreException {
		ObjectsView view = Ui.open(ObjectsView.ID, ObjectsView.class);
		view.filter("");
		Ui.waitFor("the objects", () -> names(view).contains("importTotal"));
		return view;
	}

	private static Set<String> names(ObjectsView view) {
		return new TreeSet<>(view.lines().stream().map(ObjectLine::label).toList());
	}

	@Test
	void eachListFiltersTheObjects() throws Exception {
		document.replace(document.get().indexOf("exportTotal.value"), "exportTotal".length(), "exportTotalx");
		ObjectsView view = objects();
		Composite area = part(view.table());
		choose(area, "Only objects of this class", "Register");
		Ui.waitFor("registers", () -> names(view).equals(Set.of("importTotal", "exportTotal", "importPower")));
		choose(area, "Only objects of this class", "all");
		choose(area, "Only objects that this association shows", "publicClient");
		Ui.waitFor("what the public client sees", () -> names(view).containsAll(Set.of("clock", "deviceName")) && !names(view).contains("importTotal"));
		choose(area, "Only objects that this association shows", "any");
		choose(area, "Only objects with such findings", "with errors");
		Ui.waitFor("the object with the error", () -> names(view).equals(Set.of("loadProfile")) || names(view).equals(Set.of("loadProfile", "billingLog")));
		choose(area, "Only objects with such findings", "any");
		view.filter("1-0:x.8.0*255");
		Ui.waitFor("registers of energy", () -> names(view).equals(Set.of("importTotal", "exportTotal")));
		view.filter("");
		Combo areas = (Combo) Ui.find(area, control -> control instanceof Combo it && "Only objects about this".equals(it.getToolTipText())).orElseThrow();
		choose(area, "Only objects about this", areas.getItem(1));
		Ui.waitFor("one area only", () -> !names(view).isEmpty() && names(view).size() < 8);
	}

	@Test
	void aBlockIsPastedIntoSeveralCellsAndIsOneStep() throws Exception {
		String before = document.get();
		ObjectsView view = objects();
		view.filter("1-0:1.x.0*255");
		Ui.waitFor("both", () -> names(view).equals(Set.of("importPower", "importTotal")));
		int column = view.columns().stream().map(ObjectColumn::id).toList().indexOf("@scaler_unit");
		click(view.table(), column, 0);
		copy("10^1 Wh\n10^2 W\n");
		Ui.press(SWT.CTRL, 'v', 'v');
		Ui.waitFor("both values in the text", () -> document.get().contains("10^1 Wh") && document.get().contains("10^2 W\n"));
		view.table().control().setFocus();
		Ui.press(SWT.CTRL, 'z', 'z');
		Ui.waitFor("both values back at once", () -> document.get().equals(before));
	}

	@Test
	void cellsAreFilledFromTheTopmost() throws Exception {
		ObjectsView view = objects();
		view.filter("1-0:1.x.0*255");
		Ui.waitFor("both", () -> names(view).equals(Set.of("importPower", "importTotal")));
		int column = view.columns().stream().map(ObjectColumn::id).toList().indexOf("@scaler_unit");
		click(view.table(), column, 0);
		view.table().select(column, 0, 1, 2);
		assertEquals(2, view.table().selected().size());
		Ui.press(SWT.CTRL, 'd', 'd');
		Ui.waitFor("the same unit twice", () -> times("10^0 Wh\n") == 2 || times("10^0 W\n") == 2);
	}

	private int times(String words) {
		return document.get().split(Pattern.quote(words), -1).length - 1;
	}

	private static void copy(String words) {
		Clipboard clipboard = new Clipboard(Display.getCurrent());
		clipboard.setContents(new Object[] { words }, new Transfer[] { TextTransfer.getInstance() });
		clipboard.dispose();
	}

	@Test
	void theLineBelowSaysWhereAValueComesFrom() throws Exception {
		ObjectsView view = objects();
		view.filter("1-0:2.8.0*255");
		Ui.waitFor("it", () -> names(view).equals(Set.of("exportTotal")));
		click(view.table(), view.columns().stream().map(ObjectColumn::id).toList().indexOf("@scaler_unit"), 0);
		assertTrue(view.said().startsWith("exportTotal.scaler_unit: ") && view.said().contains("like importTotal (meter.cosem:"), view.said());
	}

	@Test
	void differencesOfTwoAssociationsAndOneRightAsText() throws Exception {
		RightsView view = Ui.open(RightsView.ID, RightsView.class);
		Ui.waitFor("the objects", () -> rights(view).contains("importTotal"));
		int all = view.lines().size();
		view.compare("publicClient", "reader");
		Ui.waitFor("only what differs", () -> rights(view).contains("importTotal") && view.lines().size() < all);
		assertFalse(rights(view).contains("deviceName") && view.lines().size() == all);
		view.compare("no comparison", "no comparison");
		Ui.waitFor("all again", () -> view.lines().size() == all);
		view.toggle(rights(view).indexOf("importTotal"));
		Ui.waitFor("its members", () -> rights(view).contains("value"));
		click(view.table(), 2, rights(view).indexOf("value"));
		Ui.press(0, SWT.F2, '\0');
		Ui.waitFor("the field", () -> view.table().editing().isOpen());
		Ui.type("read, write");
		Ui.press(0, SWT.CR, '\r');
		assertTrue(Ui.pump(() -> document.get().contains("grant read, write on importTotal.value"), 12_000), () -> "%s%n%s".formatted(view.said(), document.get()));
	}

	private static List<String> rights(RightsView view) {
		return view.lines().stream().map(RightsRow::label).toList();
	}

	@Test
	void aBrokenChainSaysWhyAndLeadsToItsText() throws Exception {
		document.replace(document.get().lastIndexOf('}'), 0, "  event opened code 1 from firmware \"Cover opened\"\n");
		FlowView view = Ui.open(FlowView.ID, FlowView.class);
		Ui.waitFor("the event, broken", () -> view.flow().boxes().stream().anyMatch(box -> box.node().key().equals("event opened") && box.node().isBroken()));
		view.about("opened");
		Ui.waitFor("only the event", () -> view.flow().boxes().size() == 1);
		FlowNode node = view.flow().boxes().getFirst().node();
		view.setFocus();
		Ui.press(0, SWT.ARROW_RIGHT, '\0');
		Ui.waitFor("the reason", () -> view.said().contains("opened") && view.said().length() > node.label().length() + 10);
		var before = view.place("event opened").orElseThrow();
		Ui.press(0, '+', '+');
		Ui.waitFor("a larger drawing", () -> !view.place("event opened").orElseThrow().equals(before));
		editor.selectAndReveal(0, 0);
		Ui.press(0, SWT.CR, '\r');
		Ui.waitFor("the event's text", () -> Ui.page().getActivePart() == editor && Ui.text(editor).getSelection().x == document.get().indexOf("event opened"));
	}

	@Test
	void whatGeneratingWouldChangeIsSeenBefore() throws Exception {
		Ui.window().getService(IHandlerService.class).executeCommand("org.meterwright.workbench.generate", null);
		CodeView view = Ui.open(CodeView.ID, CodeView.class);
		Ui.waitFor("the tables", () -> file.getProject().getFile("generated/desk_tables.c").exists());
		Ui.closePopups();
		document.replace(document.get().indexOf("10^0 Wh"), "10^0 Wh".length(), "10^3 Wh");
		Ui.waitFor("what would be written", () -> view.said().matches("Generate would write [1-9]\\d* of \\d+ files\\."));
		Table files = (Table) Ui.find(Ui.window().getShell(), control -> control instanceof Table table && table.getColumnCount() == 3 && table.getColumn(1).getText().equals("Generate")).orElseThrow();
		assertEquals("change it", files.getItem(0).getText(1));
		files.setFocus();
		files.select(0);
		Event event = new Event();
		event.item = files.getItem(0);
		files.notifyListeners(SWT.Selection, event);
		files.notifyListeners(SWT.DefaultSelection, event);
		Ui.waitFor("the comparison", () -> Ui.page().getActiveEditor() != null && Ui.page().getActiveEditor().getTitle().startsWith("Generate: "));
		String tables = file.getProject().getFile("generated/desk_tables.c").readString();
		assertFalse(tables.isEmpty());
		Tree memory = hidden(files.getParent());
		assertEquals("Limits", memory.getItem(1).getText());
		assertEquals("65,536", memory.getItem(1).getText(2));
		TreeItem register = Arrays.stream(memory.getItems()).filter(item -> item.getText().startsWith("Register")).findFirst().orElseThrow();
		Event expand = new Event();
		expand.item = register;
		memory.notifyListeners(SWT.Expand, expand);
		assertEquals(3, register.getItemCount());
	}

	@Test
	void linesThatAreNewSinceTheLastGenerationAreGreen() throws Exception {
		Ui.window().getService(IHandlerService.class).executeCommand("org.meterwright.workbench.generate", null);
		CodeView view = Ui.open(CodeView.ID, CodeView.class);
		Ui.waitFor("the tables", () -> file.getProject().getFile("generated/desk_tables.c").exists());
		Ui.closePopups();
		Ui.waitFor("nothing new", () -> view.said().startsWith("Generate would change nothing"));
		view.select("desk_tables.c");
		assertEquals(List.of(), green(view));
		document.replace(document.get().indexOf("10^0 Wh"), "10^0 Wh".length(), "10^3 Wh");
		Ui.waitFor("what would be written", () -> view.said().matches("Generate would write [1-9]\\d* of \\d+ files\\."));
		Table files = (Table) Ui.find(Ui.window().getShell(), control -> control instanceof Table table && table.getColumnCount() == 3 && table.getColumn(1).getText().equals("Generate")).orElseThrow();
		view.select(files.getItem(0).getText());
		assertTrue(!green(view).isEmpty() && green(view).size() < 20, () -> green(view).toString());
	}

	/** Returns the numbers of the green lines of the code. */
	private static List<Integer> green(CodeView view) {
		StyledText code = (StyledText) Ui.find(Ui.window().getShell(), control -> control instanceof StyledText text && !text.getEditable() && text.getText().equals(view.text())).orElseThrow();
		RGB fresh = new RGB(0xDD, 0xF3, 0xE2);
		return IntStream.range(0, code.getLineCount()).filter(line -> code.getLineBackground(line) != null && code.getLineBackground(line).getRGB().equals(fresh)).boxed().toList();
	}

	@Test
	void aColumnIsChosenInTheDialog() throws Exception {
		ObjectsView view = objects();
		IContributionItem item = Arrays.stream(view.getViewSite().getActionBars().getMenuManager().getItems())
				.filter(each -> each instanceof ActionContributionItem action && action.getAction().getText().equals("Columns...")).findFirst().orElseThrow();
		int before = view.table().content().columns();
		Display.getCurrent().timerExec(700, DeskTest::chooseFirstColumn);
		try {
			((ActionContributionItem) item).getAction().run();
			Ui.waitFor("one column more", () -> view.table().content().columns() == before + 1);
		} finally {
			Preferences.get().setToDefault(Preferences.OBJECT_COLUMNS);
		}
	}

	/** Chooses the first column that is not there yet, in the dialog. */
	private static void chooseFirstColumn() {
		Shell dialog = Arrays.stream(Display.getCurrent().getShells()).filter(shell -> shell.getText().equals("Columns of the Objects")).findFirst().orElseThrow();
		Table list = (Table) Ui.find(dialog, Table.class::isInstance).orElseThrow();
		TableItem free = Arrays.stream(list.getItems()).filter(each -> !each.getChecked()).findFirst().orElseThrow();
		free.setChecked(true);
		Event event = new Event();
		event.item = free;
		event.detail = SWT.CHECK;
		list.notifyListeners(SWT.Selection, event);
		Ui.button(dialog, "OK");
	}

	private static Tree hidden(Composite folder) {
		return (Tree) Arrays.stream(folder.getChildren()).filter(Tree.class::isInstance).findFirst().orElseThrow();
	}
}
