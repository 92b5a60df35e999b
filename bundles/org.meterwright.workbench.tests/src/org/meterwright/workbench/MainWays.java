// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.resources.IFile;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.meterwright.workbench.code.CodeView;
import org.meterwright.workbench.compare.CompareView;
import org.meterwright.workbench.conformance.ConformanceView;
import org.meterwright.workbench.flow.FlowView;
import org.meterwright.workbench.help.HelpView;
import org.meterwright.workbench.objects.ObjectsView;
import org.meterwright.workbench.rights.RightsView;
import org.meterwright.workbench.status.MeterView;
import org.meterwright.workbench.table.BigTable.Cell;
import org.meterwright.workbench.text.language.Languages;
import org.meterwright.workbench.virtual.VirtualMeterView;
import org.meterwright.workbench.welcome.StepsView;

/** What a designer does all day, step by step, for a watch to look on: text, tables, every view, generating. */
final class MainWays {
	/** All views that we bring, and the problems. */
	static final List<String> VIEWS = List.of(ObjectsView.ID, RightsView.ID, FlowView.ID, CodeView.ID, ConformanceView.ID, VirtualMeterView.ID, CompareView.ID,
			MeterView.ID, HelpView.ID, StepsView.ID, IPageLayout.ID_PROBLEM_VIEW);
	private static final String KNOWN = "the project to be checked";

	/** A step. */
	private interface Act {
		void run() throws Exception;
	}

	private final IFile first;
	/** How long to let things go on after a step, in milliseconds. */
	private final int rest;
	private final Map<String, Act> steps = new LinkedHashMap<>();
	private ITextEditor editor;
	private ObjectsView objects;

	MainWays(IFile first, IFile second, int rest) {
		this.first = first;
		this.rest = rest;
		steps.put("open a text", this::open);
		steps.put("type a line", this::type);
		steps.put("complete", () -> popup(SWT.CTRL, ' '));
		steps.put("quick outline", () -> popup(SWT.CTRL, 'o'));
		steps.put("format", () -> execute("org.meterwright.workbench.text.format"));
		steps.put("take it back", () -> execute("org.eclipse.ui.edit.undo"));
		steps.put("save", () -> Ui.page().saveEditor(editor, false));
		steps.put("open another text", () -> IDE.openEditor(Ui.page(), second));
		steps.put("go back to the first", () -> Ui.page().activate(editor));
		for (String id : VIEWS) {
			steps.put("view %s".formatted(id.substring(id.lastIndexOf('.') + 1)), () -> show(id));
		}
		steps.put("objects", () -> objects = (ObjectsView) Ui.page().showView(ObjectsView.ID));
		steps.put("objects: filter", () -> filter("import"));
		steps.put("objects: all again", () -> filter(""));
		steps.put("objects: scroll", this::scroll);
		steps.put("objects: a row and its text", () -> objects.table().select(0, Math.min(60, objects.lines().size() - 1)));
	}

	/** Takes all steps once, and the windows away after it. */
	void go(UiWatch watch, String round) throws Exception {
		for (Map.Entry<String, Act> step : steps.entrySet()) {
			Ui.waitFor(KNOWN, this::isKnown);
			watch.step("%s%s".formatted(step.getKey(), round));
			step.getValue().run();
			Ui.settle(rest);
			watch.settle();
		}
		Ui.waitFor(KNOWN, this::isKnown);
		watch.step("close a view%s".formatted(round));
		Ui.page().hideView(objects);
		watch.settle();
		for (IEditorReference each : Ui.page().getEditorReferences()) {
			watch.step("close an editor%s".formatted(round));
			Ui.page().closeEditors(new IEditorReference[] { each }, false);
			Ui.settle(rest);
			watch.settle();
		}
		Ui.waitFor(KNOWN, this::isKnown);
		watch.settle();
		watch.step("nothing");
	}

	/** Generates, as the last of all steps. */
	void generate(UiWatch watch) throws Exception {
		Ui.waitFor(KNOWN, this::isKnown);
		watch.step("generate");
		execute("org.meterwright.workbench.generate");
		Ui.waitFor("the tables", () -> first.getProject().getFolder("generated").exists() && first.getProject().getFolder("generated").members().length > 3);
		Ui.settle(2 * rest);
		watch.step("nothing");
	}

	private boolean isKnown() {
		return Languages.get().of(first.getProject()).orElseThrow().state().current();
	}

	private void open() throws Exception {
		editor = (ITextEditor) IDE.openEditor(Ui.page(), first);
		Ui.settle(rest);
	}

	private void type() {
		IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
		int place = document.get().indexOf("\n", document.get().indexOf("Register")) + 1;
		editor.selectAndReveal(place, 0);
		Ui.window().getShell().forceActive();
		StyledText text = Ui.text(editor);
		text.setFocus();
		Ui.waitFor("the focus", text::isFocusControl);
		Ui.type("// noted");
		Ui.press(0, SWT.CR, '\r');
		Ui.settle(rest);
		Ui.waitFor(KNOWN, this::isKnown);
	}

	private void popup(int modifier, char key) {
		Ui.press(modifier, key, key);
		Ui.settle(rest);
		Ui.press(0, SWT.ESC, (char) SWT.ESC);
	}

	private static void execute(String command) throws Exception {
		Ui.window().getService(IHandlerService.class).executeCommand(command, null);
	}

	/** Makes a view anew, and lets it fill itself. */
	private void show(String id) throws Exception {
		IViewPart before = Ui.page().findView(id);
		if (before != null) {
			Ui.page().hideView(before);
		}
		IViewPart view = Ui.page().showView(id);
		Ui.settle(2 * rest);
		Ui.page().hideView(view);
	}

	private void filter(String words) {
		objects.filter(words);
		Ui.settle(rest);
	}

	/** Goes down through all rows, which are drawn then. The table's own keys cannot be posted: SWT adds a bit to them that its bindings do not know. */
	private void scroll() {
		int last = objects.lines().size() - 1;
		for (int stop = 0; stop <= 8; stop++) {
			objects.table().select(0, last * stop / 8);
			Ui.settle(40);
		}
		Ui.waitFor("the last row in view", () -> objects.table().bounds(new Cell(0, last)).isPresent());
	}
}
