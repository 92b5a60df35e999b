// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench;

import java.util.Arrays;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.navigator.CommonNavigator;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.meterwright.workbench.code.CodeView;
import org.meterwright.workbench.flow.FlowView;
import org.meterwright.workbench.objects.ObjectsView;
import org.meterwright.workbench.project.MeterProjects;
import org.meterwright.workbench.project.MeterTemplate;
import org.meterwright.workbench.rights.RightsView;
import org.meterwright.workbench.text.language.Languages;

/** Takes the pictures for the documents, when {@code -Dmeterwright.pictures=folder} asks for them. */
@EnabledIfSystemProperty(named = "meterwright.pictures", matches = ".*[/\\\\].*")
@WindowTest
class PicturesTest {
	private IFile main;

	@Test
	void takesPictures() throws Exception {
		Ui.maximise();
		main = MeterProjects.create(ResourcesPlugin.getWorkspace().newProjectDescription("prepayment-esme"), MeterTemplate.PREPAYMENT, SubMonitor.convert(null));
		ITextEditor editor = open("billing.cosem");
		((CommonNavigator) Ui.page().findView("org.eclipse.ui.navigator.ProjectExplorer")).getCommonViewer().expandAll();
		waitForCheck();
		Ui.settle(3000);
		expandProblems();
		place(editor, "push billingData", 0);
		Ui.picture("workbench");
		completion();
		quickFix();
		Ui.window().getService(IHandlerService.class).executeCommand("org.meterwright.workbench.generate", null);
		Ui.settle(4000);
		Ui.picture("workbench-generate");
		views();
		theme("org.eclipse.e4.ui.css.theme.e4_dark");
		Ui.picture("workbench-dark");
		theme("org.eclipse.e4.ui.css.theme.e4_default");
	}

	/** Looks for a wrong capture column, at rights, at what happens at the end of a billing period, and at generated code. */
	private void views() throws Exception {
		ITextEditor editor = open("energy.cosem");
		ObjectsView objects = (ObjectsView) Ui.page().showView(ObjectsView.ID);
		Ui.waitFor("the objects", () -> objects.lines().size() > 300);
		objects.filter("energy export");
		Ui.waitFor("the filter", () -> objects.lines().size() < 100);
		objects.table().select(1, 0, 1, 1);
		Ui.settle(1000);
		Ui.picture("workbench-objects");
		RightsView rights = (RightsView) Ui.page().showView(RightsView.ID);
		Ui.waitFor("the rights", () -> rights.lines().size() > 300);
		rights.compare("supplier", "networkOperator");
		rights.filter("limit");
		Ui.waitFor("the filter", () -> rights.lines().size() < 50);
		rights.toggle(0);
		Ui.picture("workbench-rights");
		FlowView flow = (FlowView) Ui.page().showView(FlowView.ID);
		Ui.waitFor("the flow", () -> flow.flow().boxes().size() > 100);
		flow.about("billing");
		Ui.waitFor("the chains", () -> flow.flow().boxes().size() < 30);
		Ui.picture("workbench-flow");
		CodeView code = (CodeView) Ui.page().showView(CodeView.ID);
		Ui.waitFor("the code", () -> code.text().length() > 100);
		place(editor, "reactiveImport: Register", 3);
		Ui.settle(4000);
		Ui.picture("workbench-firmware");
		Ui.page().activate(Ui.page().showView(ObjectsView.ID));
	}

	private ITextEditor open(String name) throws Exception {
		return (ITextEditor) IDE.openEditor(Ui.page(), main.getProject().getFile(name));
	}

	private void waitForCheck() {
		Ui.waitFor("the project to be checked", () -> Languages.get().of(main.getProject()).orElseThrow().state().current());
	}

	private static void place(ITextEditor editor, String text, int behind) {
		String all = editor.getDocumentProvider().getDocument(editor.getEditorInput()).get();
		editor.selectAndReveal(all.indexOf(text) + behind, 0);
		Ui.text(editor).setFocus();
		Ui.settle(500);
	}

	private void completion() throws Exception {
		ITextEditor editor = open("billing.cosem");
		place(editor, "capture billingLog", "capture billing".length());
		((ITextOperationTarget) editor.getAdapter(ITextOperationTarget.class)).doOperation(ISourceViewer.CONTENTASSIST_PROPOSALS);
		Ui.settle(2000);
		Ui.picture("workbench-completion");
		Ui.page().activate(Ui.page().findView(IPageLayout.ID_OUTLINE));
	}

	private void quickFix() throws Exception {
		ITextEditor editor = open("billing.cosem");
		place(editor, "capture billingLog", "capture billingLog".length());
		IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
		document.replace(Ui.text(editor).getCaretOffset(), 0, "x");
		place(editor, "capture billingLogx", "capture billing".length());
		waitForCheck();
		Ui.settle(2000);
		((ITextOperationTarget) editor.getAdapter(ITextOperationTarget.class)).doOperation(ISourceViewer.QUICK_ASSIST);
		Ui.settle(1500);
		Ui.picture("workbench-quickfix");
		Ui.page().activate(Ui.page().findView(IPageLayout.ID_OUTLINE));
		editor.doRevertToSaved();
		waitForCheck();
	}

	private static void expandProblems() {
		expand(Ui.window().getShell());
	}

	/** Opens the groups of the Problems view, the one tree that has a column of descriptions. */
	private static void expand(Composite area) {
		for (Control control : area.getChildren()) {
			if (control instanceof Tree tree && tree.getColumnCount() > 0 && "Description".equals(tree.getColumn(0).getText())) {
				Arrays.stream(tree.getItems()).forEach(item -> item.setExpanded(true));
				tree.getColumn(0).setWidth(700);
			} else if (control instanceof Composite inner) {
				expand(inner);
			}
		}
	}

	private static void theme(String id) {
		Display display = Display.getDefault();
		Ui.window().getService(IThemeEngine.class).setTheme(id, false);
		display.update();
		Ui.settle(3000);
	}
}
