// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.meterwright.workbench.code.CodeView;
import org.meterwright.workbench.flow.FlowView;
import org.meterwright.workbench.objects.ObjectsView;
import org.meterwright.workbench.project.MeterProjects;
import org.meterwright.workbench.project.MeterTemplate;
import org.meterwright.workbench.rights.RightsView;
import org.meterwright.workbench.text.language.Languages;

/**
 * Watches the user interface's thread on the main ways. What it measures goes to {@code target/responsive-*.txt}; machines are noisy, so the test fails
 * only where somebody would think that the program hangs: that is a wait on the wrong thread, not a slow machine.
 */
class ResponsiveTest {
	private static final long HANGS_MS = 8_000;
	private static final int FILES = 40;
	private static final int OBJECTS = 500;

	private IProject project;

	@AfterEach
	void delete() throws Exception {
		Ui.page().closeAllEditors(false);
		project.delete(true, true, null);
	}

	private void waitForCheck() {
		Ui.waitFor("the project to be checked", () -> Languages.get().of(project).orElseThrow().state().current());
	}

	@Test
	void theMainWaysDoNotHang() throws Exception {
		Ui.maximise();
		Ui.closePopups();
		try (UiWatch watch = new UiWatch(Display.getCurrent())) {
			watch.step("open a project of 382 objects");
			IFile main = MeterProjects.create(ResourcesPlugin.getWorkspace().newProjectDescription("responsive"), MeterTemplate.PREPAYMENT, SubMonitor.convert(null));
			project = main.getProject();
			ITextEditor editor = (ITextEditor) IDE.openEditor(Ui.page(), project.getFile("energy.cosem"));
			waitForCheck();
			type(watch, editor, "// twenty letters ok");
			views(watch);
			watch.step("generate");
			Ui.window().getService(IHandlerService.class).executeCommand("org.meterwright.workbench.generate", null);
			Ui.waitFor("the tables", () -> project.getFile("generated/p1_tables.c").exists());
			Ui.settle(1_000);
			report(watch, "main-ways");
		}
	}

	private void type(UiWatch watch, ITextEditor editor, String words) {
		watch.step("type in the editor");
		IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
		int place = document.get().indexOf("\n", document.get().indexOf("Register")) + 1;
		editor.selectAndReveal(place, 0);
		Ui.window().getShell().forceActive();
		StyledText text = Ui.text(editor);
		text.setFocus();
		Ui.waitFor("the focus", text::isFocusControl);
		Ui.type(words);
		Ui.press(0, SWT.CR, '\r');
		waitForCheck();
		Ui.page().saveEditor(editor, false);
		waitForCheck();
	}

	private static void views(UiWatch watch) throws Exception {
		for (String id : new String[] { ObjectsView.ID, RightsView.ID, FlowView.ID, CodeView.ID }) {
			watch.step("open the view %s".formatted(id.substring(id.lastIndexOf('.') + 1)));
			Ui.page().showView(id);
			Ui.settle(2_500);
		}
	}

	private static void report(UiWatch watch, String name) throws Exception {
		String report = watch.report();
		Files.createDirectories(Path.of("target"));
		Files.writeString(Path.of("target", "responsive-%s.txt".formatted(name)), report);
		System.out.println(report);
		assertTrue(watch.longest().map(UiWatch.Block::milliseconds).orElse(0L) < HANGS_MS, report);
	}

	/** 20,000 objects in 40 files; asked for with {@code -Dmeterwright.large=true}, because it takes a while. */
	@Test
	@EnabledIfSystemProperty(named = "meterwright.large", matches = "true")
	void twentyThousandObjectsOpenAndStayUsable() throws Exception {
		Ui.maximise();
		try (UiWatch watch = new UiWatch(Display.getCurrent())) {
			IFile first = large();
			watch.step("open 20,000 objects");
			long begin = System.nanoTime();
			ITextEditor editor = (ITextEditor) IDE.openEditor(Ui.page(), first);
			waitForCheck();
			System.out.printf("20,000 objects: opened and checked in %d ms%n", (System.nanoTime() - begin) / 1_000_000);
			ObjectsView view = (ObjectsView) Ui.page().showView(ObjectsView.ID);
			Ui.waitFor("the rows", () -> view.lines().size() >= FILES * OBJECTS);
			System.out.printf("20,000 objects: in the table after %d ms%n", (System.nanoTime() - begin) / 1_000_000);
			watch.step("filter 20,000 rows");
			view.filter("register39x499");
			Ui.waitFor("one row", () -> view.lines().size() == 1);
			Ui.page().activate(editor);
			type(watch, editor, "// still usable");
			report(watch, "20000");
		}
	}

	private IFile large() throws Exception {
		IFile main = MeterProjects.create(ResourcesPlugin.getWorkspace().newProjectDescription("large"), "namespace large\nimport cosem.*\nmeter Large {\n  property manufacturer = \"ACM\"\n"
				+ "  device management at 1 named \"ACM{serial}\" {\n    scale: Register 1-0:1.8.0*255 { value: double-long-unsigned in ram  scaler_unit = 10^0 Wh }\n  }\n"
				+ "  association publicClient client 16 to management 0-0:40.0.1*255 { context logical_name plain  mechanism lowest  conformance get  pdu 512  grant read on * }\n}\n", SubMonitor.convert(null));
		project = main.getProject();
		for (int i = 0; i < FILES; i++) {
			StringBuilder text = new StringBuilder("namespace large\nimport cosem.*\nextend meter Large {\n");
			for (int j = 0; j < OBJECTS; j++) {
				text.append("  register%dx%d: Register %d-%d:128.%d.%d*255 {\n    value: double-long-unsigned in ram\n    scaler_unit = 10^0 Wh\n  }\n".formatted(i, j, 1 + i / 16, 1 + i % 16, 1 + j / 200, j % 200));
			}
			project.getFile("part%02d.cosem".formatted(i)).create(text.append("}\n").toString().getBytes(StandardCharsets.UTF_8), true, false, null);
		}
		return project.getFile("part00.cosem");
	}
}
