// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.meterwright.views.conformance.Shown;
import org.meterwright.workbench.compare.CompareView;
import org.meterwright.workbench.conformance.ConformanceView;
import org.meterwright.workbench.project.MeterProjects;
import org.meterwright.workbench.project.MeterTemplate;
import org.meterwright.workbench.virtual.VirtualMeterDriver;
import org.meterwright.workbench.virtual.VirtualMeterView;

/** Takes the pictures of conformance, the running meter and the comparison, when {@code -Dmeterwright.pictures=folder} asks for them. */
@EnabledIfSystemProperty(named = "meterwright.pictures", matches = ".*[/\\\\].*")
@WindowTest
class RunningPicturesTest {
	@Test
	void takesPictures() throws Exception {
		Ui.maximise();
		IFile main = MeterProjects.create(ResourcesPlugin.getWorkspace().newProjectDescription("prepayment-esme"), MeterTemplate.PREPAYMENT, SubMonitor.convert(null));
		IFile former = MeterProjects.create(ResourcesPlugin.getWorkspace().newProjectDescription("prepayment-esme-1.0"), MeterTemplate.PREPAYMENT, SubMonitor.convert(null));
		ITextEditor editor = (ITextEditor) IDE.openEditor(Ui.page(), main.getProject().getFile("energy.cosem"));
		conformance(main);
		virtualMeter();
		compare(editor);
		former.getProject().delete(true, true, null);
		main.getProject().delete(true, true, null);
	}

	private static void compare(ITextEditor editor) throws Exception {
		var document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
		String text = document.get();
		document.set(text.replaceFirst("10\\^0 Wh", "10^3 Wh").replaceFirst("10\\^0 varh", "10^3 varh"));
		CompareView view = (CompareView) Ui.page().showView(CompareView.ID);
		Ui.waitFor("the other meter", () -> {
			view.compareWith("");
			Ui.settle(800);
			return view.offered().stream().anyMatch(each -> each.endsWith("of prepayment-esme-1.0"));
		});
		view.compareWith(view.offered().stream().filter(each -> each.endsWith("of prepayment-esme-1.0")).findFirst().orElseThrow());
		Ui.waitFor("the comparison", () -> !view.said().startsWith("Choose") && !view.said().startsWith("Nothing"));
		Ui.picture("workbench-compare");
		document.set(text);
	}

	private static void virtualMeter() throws Exception {
		VirtualMeterDriver view = new VirtualMeterDriver((VirtualMeterView) Ui.page().showView(VirtualMeterView.ID));
		Ui.waitFor("the objects", () -> view.objects().size() > 100);
		view.view().playAll();
		Ui.waitFor("the scenarios", () -> view.view().said().contains("scenarios played"));
		Ui.page().setPartState(Ui.page().findViewReference(VirtualMeterView.ID), IWorkbenchPage.STATE_MAXIMIZED);
		Ui.settle(500);
		view.openScenario("at the end of the billing period the registers are captured and pushed");
		view.selectStep("at the end of the billing period the registers are captured and pushed");
		Ui.settle(1500);
		Ui.picture("workbench-scenarios");
		Ui.page().setPartState(Ui.page().findViewReference(VirtualMeterView.ID), IWorkbenchPage.STATE_RESTORED);
		Ui.press(view.start());
		Ui.waitFor("the meter to run", () -> view.isRunning() && view.view().said().contains("runs"));
		view.press("+1 d");
		Ui.waitFor("the next day", () -> view.state().contains("2026-11-02"));
		view.chooseClient("supplier");
		view.find("import");
		view.select("activeImport");
		view.read();
		Ui.waitFor("the value", () -> view.value("activeImport").contains("Wh"));
		Ui.waitFor("the messages", () -> view.messages().contains("get-response-normal"));
		view.openMessage("get-response-normal");
		Ui.settle(500);
		Ui.page().setPartState(Ui.page().findViewReference(VirtualMeterView.ID), IWorkbenchPage.STATE_MAXIMIZED);
		Ui.picture("workbench-virtual");
		Ui.page().setPartState(Ui.page().findViewReference(VirtualMeterView.ID), IWorkbenchPage.STATE_RESTORED);
	}

	private static void conformance(IFile main) throws Exception {
		IDE.openEditor(Ui.page(), main.getProject().getFile("energy.cosem"));
		ConformanceView view = (ConformanceView) Ui.page().showView(ConformanceView.ID);
		Ui.waitFor("the requirements", () -> view.table().lines().size() > 100 && view.summary().contains("met"));
		view.filter("billing");
		Ui.settle(1000);
		Ui.picture("workbench-conformance");
		view.choose(Shown.ALL);
	}
}
