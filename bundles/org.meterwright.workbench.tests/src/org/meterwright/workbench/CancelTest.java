// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.meterwright.scenario.host.MeterProgram;
import org.meterwright.workbench.compare.CompareView;
import org.meterwright.workbench.project.MeterProjects;
import org.meterwright.workbench.project.MeterTemplate;
import org.meterwright.workbench.text.language.Languages;
import org.meterwright.workbench.text.language.ProjectState;
import org.meterwright.workbench.virtual.VirtualMeterDriver;
import org.meterwright.workbench.virtual.VirtualMeterView;

/** Somebody does not want to wait: checking, playing and comparing are cancelled in the middle as from the Progress view, and go again afterwards. */
@WindowTest
class CancelTest {
	private static final int SCENARIOS = 40;
	private static final String SCENARIO = """

			scenario "a day %d" for %s at 2026-11-01 12:00 {
			  set importTotal.value = 1234 Wh
			  advance by 24 h
			  expect importTotal.value == 1234 Wh
			}
			""";

	private IProject project;

	@BeforeEach
	void begin() {
		Ui.maximise();
		Ui.closePopups();
	}

	@AfterEach
	void delete() throws CoreException {
		Ui.page().closeAllEditors(false);
		project.delete(true, true, null);
	}

	/** Does something with each job of a name as it begins, until it is closed. */
	private static final class Beginning extends JobChangeAdapter implements AutoCloseable {
		private final String name;
		private final Consumer<Job> work;
		private volatile IStatus result;

		Beginning(String name, Consumer<Job> work) {
			this.name = name;
			this.work = work;
			Job.getJobManager().addJobChangeListener(this);
		}

		@Override
		public void running(IJobChangeEvent event) {
			if (event.getJob().getName().startsWith(name)) {
				work.accept(event.getJob());
			}
		}

		@Override
		public void done(IJobChangeEvent event) {
			if (event.getJob().getName().startsWith(name)) {
				result = event.getResult();
			}
		}

		@Override
		public void close() {
			Job.getJobManager().removeJobChangeListener(this);
		}
	}

	private IFile make(String name, MeterTemplate template) throws CoreException {
		IFile main = MeterProjects.create(ResourcesPlugin.getWorkspace().newProjectDescription(name), template, SubMonitor.convert(null));
		project = main.getProject();
		return main;
	}

	private ProjectState state() {
		return Languages.get().of(project).orElseThrow().state();
	}

	@Test
	void readingAProjectIsCancelledAndBegunAnewWithTheNextKey() throws Exception {
		IFile main;
		try (Beginning beginning = new Beginning("Read the meters of waiting", Job::cancel)) {
			main = make("waiting", MeterTemplate.PREPAYMENT);
			IDE.openEditor(Ui.page(), main);
			Ui.waitFor("that it was cancelled", () -> state().problem().filter(words -> words.startsWith("Reading the project was cancelled")).isPresent());
			assertEquals(IStatus.CANCEL, beginning.result.getSeverity());
			assertTrue(state().findings().isEmpty());
		}
		ITextEditor editor = (ITextEditor) Ui.page().getActiveEditor();
		IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
		document.replace(0, 0, "// again\n");
		Ui.waitFor("the check", () -> state().current() && state().compiled().isPresent());
	}

	@Test
	void playingIsCancelledBetweenItsStepsAndLeavesNoProgram() throws Exception {
		assumeTrue(MeterProgram.compiler().isPresent(), "a C compiler");
		IFile main = make("playing", MeterTemplate.SMALL);
		String text = main.readString();
		String meter = text.replaceFirst("(?s).*?\\nmeter (\\w+).*", "$1");
		String scenarios = IntStream.range(0, SCENARIOS).mapToObj(i -> SCENARIO.formatted(i, meter)).collect(Collectors.joining());
		main.setContents((text + scenarios).getBytes(StandardCharsets.UTF_8), true, false, null);
		IDE.openEditor(Ui.page(), main);
		VirtualMeterDriver view = new VirtualMeterDriver(Ui.open(VirtualMeterView.ID, VirtualMeterView.class));
		try (Beginning beginning = new Beginning("Play scenarios", job -> {
		})) {
			Ui.waitFor("the scenarios", () -> state().current() && view.steps().contains("a day 39"));
			view.view().playAll();
			Ui.waitFor("the first results", () -> view.played() > 0);
			Arrays.stream(Job.getJobManager().find(null)).filter(job -> job.getName().equals("Play scenarios")).forEach(Job::cancel);
			Ui.waitFor("the end", () -> beginning.result != null);
			assertEquals(IStatus.CANCEL, beginning.result.getSeverity());
		}
		Ui.waitFor("what is said of it", () -> view.view().said().matches("\\d+ of 40 scenarios played: .*|Play scenarios: cancelled\\."));
		assertTrue(view.played() < SCENARIOS, () -> "%d were played".formatted(view.played()));
		Ui.waitFor("no program to be left", () -> ProcessHandle.current().descendants().noneMatch(child -> child.info().command().orElse("").contains("meter")));
		Ui.page().hideView(view.view());
	}

	@Test
	void comparingIsCancelledAndBegunAnew() throws Exception {
		IFile main = make("now", MeterTemplate.SMALL);
		IFile former = MeterProjects.create(ResourcesPlugin.getWorkspace().newProjectDescription("former"), MeterTemplate.SMALL, SubMonitor.convert(null));
		try {
			IDE.openEditor(Ui.page(), main);
			CompareView view = Ui.open(CompareView.ID, CompareView.class);
			Ui.waitFor("the other meter", () -> {
				view.compareWith("");
				Ui.settle(500);
				return view.offered().contains("former of former");
			});
			try (Beginning beginning = new Beginning("Compare with former", Job::cancel)) {
				view.compareWith("former of former");
				Ui.waitFor("that it was cancelled", () -> view.said().startsWith("Comparing was cancelled"));
				Ui.waitFor("the end of the job", () -> beginning.result != null);
			}
			Ui.settle(500);
			assertTrue(view.said().startsWith("Comparing was cancelled"), view.said());
			view.compareWith("former of former");
			Ui.waitFor("the comparison", () -> !view.said().startsWith("Comparing") && !view.said().startsWith("Choose"));
			Ui.page().hideView(view);
		} finally {
			former.getProject().delete(true, true, null);
		}
	}
}
