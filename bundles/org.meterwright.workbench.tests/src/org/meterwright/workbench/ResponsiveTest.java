// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.meterwright.views.starter.ExampleMeter;
import org.meterwright.workbench.UiWatch.Block;
import org.meterwright.workbench.objects.ObjectsView;
import org.meterwright.workbench.project.MeterProjects;
import org.meterwright.workbench.project.MeterTemplate;
import org.meterwright.workbench.text.language.Languages;

/**
 * Watches the user interface's thread on the main ways: it never works or waits for longer than a user notices. What it measures goes to {@code target/responsive-*.txt}. Judged is
 * what a busy machine does not change: processor time that the thread itself took, and waiting for others in our code. The first round loads classes and is
 * only written down; of the others the best counts, because other programs can only make it worse.
 */
@WindowTest
class ResponsiveTest {
	/**
	 * Beside other programs the same drawing takes up to three times the processor time. A machine that does nothing else is held to what a user
	 * notices, by {@code -Dmeterwright.calm=true}; one that is slower gets as much more.
	 */
	private static final long LIMIT_MS = Math.round(UiWatch.NOTICED_MS * Pace.slowness() * (Boolean.getBoolean("meterwright.calm") ? 1 : 3));
	private static final int ROUNDS = 3;
	private static final int REST_MS = 500;

	private IProject project;

	@BeforeEach
	void begin() {
		Ui.maximise();
		Ui.closePopups();
	}

	@AfterEach
	void delete() throws Exception {
		Ui.page().closeAllEditors(false);
		Ui.page().resetPerspective();
		project.delete(true, true, null);
	}

	@Test
	@DisabledIfSystemProperty(named = "meterwright.large", matches = ".+")
	void nothingTakesLongerThanAUserNotices() throws Exception {
		IFile main = MeterProjects.create(ResourcesPlugin.getWorkspace().newProjectDescription("responsive"), MeterTemplate.PREPAYMENT, SubMonitor.convert(null));
		project = main.getProject();
		watch("381", new MainWays(project.getFile("energy.cosem"), main, REST_MS));
	}

	private static void watch(String name, MainWays ways) throws Exception {
		try (UiWatch watch = new UiWatch(Display.getCurrent())) {
			ways.go(watch, " (first)");
			for (int round = 0; round < ROUNDS; round++) {
				ways.go(watch, " #%d".formatted(round));
			}
			ways.generate(watch);
			String report = watch.report();
			Files.createDirectories(Path.of("target"));
			Files.writeString(Path.of("target", "responsive-%s.txt".formatted(name)), report);
			System.out.println(report);
			assertEquals(List.of(), tooLong(watch, Block::cpu), () -> "worked too long on the user interface's thread%n%s".formatted(report));
			assertEquals(List.of(), tooLong(watch, Block::waits), () -> "waited on the user interface's thread%n%s".formatted(report));
		}
	}

	/** Returns the steps that took too long in every round. */
	private static List<String> tooLong(UiWatch watch, ToLongFunction<Block> measure) {
		Map<String, Long> longest = watch.longest(measure);
		return longest.keySet().stream().filter(step -> step.endsWith(" #0")).map(step -> step.substring(0, step.length() - 3))
				.filter(step -> IntStream.range(0, ROUNDS).allMatch(round -> longest.getOrDefault("%s #%d".formatted(step, round), 0L) > LIMIT_MS)).toList();
	}

	/**
	 * 20,000 objects in 40 files, the texts that {@code releng/benchmarks/run language} measures with, in a folder that is named with
	 * {@code -Dmeterwright.large=folder}, because it takes a while.
	 */
	@Test
	@EnabledIfSystemProperty(named = "meterwright.large", matches = ".+")
	void aLargeProjectOpensAndStaysUsable() throws Exception {
		IFile first = large(Path.of(System.getProperty("meterwright.large")));
		long begin = System.nanoTime();
		IDE.openEditor(Ui.page(), first);
		Ui.waitFor("the project to be checked", () -> Languages.get().of(project).orElseThrow().state().current());
		System.out.printf("Large project: opened and checked in %d ms%n", (System.nanoTime() - begin) / 1_000_000);
		ObjectsView view = (ObjectsView) Ui.page().showView(ObjectsView.ID);
		Ui.waitFor("the rows", () -> view.lines().size() > 10_000);
		System.out.printf("Large project: in the table after %d ms%n", (System.nanoTime() - begin) / 1_000_000);
		watch("large", new MainWays(project.getFile("feeders20.cosem"), first, 4 * REST_MS));
	}

	private IFile large(Path folder) throws Exception {
		TreeMap<String, String> texts = new TreeMap<>();
		try (var files = Files.list(folder)) {
			for (Path file : files.toList()) {
				texts.put(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8));
			}
		}
		IFile first = MeterProjects.create(ResourcesPlugin.getWorkspace().newProjectDescription("large"), new ExampleMeter("large", texts), SubMonitor.convert(null));
		project = first.getProject();
		return project.getFile(texts.firstKey());
	}
}
