// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.meterwright.workbench.project.MeterProjects;
import org.meterwright.workbench.project.MeterTemplate;

/** Generating is cancelled at each place where it can be: the files are then as before, or all as after it, and what is said is true. */
class GenerateCancelTest {
	private static final int MOST = 100;
	private IFile main;
	private IProject project;

	@BeforeEach
	void make() throws CoreException {
		main = MeterProjects.create(ResourcesPlugin.getWorkspace().newProjectDescription("halfway"), MeterTemplate.SMALL, SubMonitor.convert(null));
		project = main.getProject();
	}

	@AfterEach
	void delete() throws CoreException {
		project.delete(true, true, null);
	}

	private void run(NullProgressMonitor monitor) {
		new GenerateJob(project, new GenerateReport(Display.getCurrent(), false)).run(monitor);
	}

	private Map<String, String> files() throws IOException {
		Path folder = Path.of(project.getLocation().toOSString(), "generated");
		Map<String, String> contents = new TreeMap<>();
		if (Files.exists(folder)) {
			try (Stream<Path> all = Files.walk(folder)) {
				for (Path file : all.filter(Files::isRegularFile).toList()) {
					contents.put(folder.relativize(file).toString(), Files.readString(file));
				}
			}
		}
		return contents;
	}

	@Test
	void cancellingLeavesAllFilesOrNone() throws Exception {
		run(new NullProgressMonitor());
		Map<String, String> before = files();
		assertTrue(before.size() > 3, before.keySet()::toString);
		main.setContents(main.readString().replace("scaler_unit = 10^0 Wh", "scaler_unit = 10^3 Wh").getBytes(StandardCharsets.UTF_8), true, false, null);
		int asked = 0;
		boolean ended = false;
		for (; !ended && asked < MOST; asked++) {
			CancelledMonitor monitor = new CancelledMonitor(asked);
			run(monitor);
			boolean done = GenerateHistory.last(project).orElseThrow() instanceof GenerateResult.Done;
			assertEquals(done, !files().equals(before), "cancelled at %d: %s".formatted(asked, GenerateHistory.last(project)));
			ended = done;
		}
		assertTrue(asked > 3 && ended, "it could be cancelled %d times".formatted(asked - 1));
	}

	@Test
	void cancellingTheFirstTimeLeavesNothing() throws Exception {
		run(new CancelledMonitor(1));
		assertEquals(Map.of(), files());
		assertTrue(GenerateHistory.last(project).orElseThrow() instanceof GenerateResult.Failed failed && failed.sentence().contains("cancelled; no file was written"));
	}

	@Test
	void aProjectThatWasCancelledIsNotThere() throws Exception {
		Path place = Path.of(ResourcesPlugin.getWorkspace().getRoot().getLocation().toOSString(), "never");
		int asked = 0;
		for (boolean ended = false; !ended && asked < MOST; asked++) {
			try {
				MeterProjects.create(ResourcesPlugin.getWorkspace().newProjectDescription("never"), MeterTemplate.PREPAYMENT, SubMonitor.convert(new CancelledMonitor(asked)));
				ended = true;
				ResourcesPlugin.getWorkspace().getRoot().getProject("never").delete(true, true, null);
			} catch (OperationCanceledException e) {
				assertTrue(!ResourcesPlugin.getWorkspace().getRoot().getProject("never").exists() && Files.notExists(place), "cancelled at %d".formatted(asked));
			}
		}
		assertTrue(asked > 5, "it could be cancelled %d times".formatted(asked - 1));
	}

	@Test
	void aFolderThatWasThereKeepsWhatItHad() throws Exception {
		Path place = Files.createTempDirectory("there");
		Files.writeString(place.resolve("mine.txt"), "mine");
		var description = ResourcesPlugin.getWorkspace().newProjectDescription("elsewhere");
		description.setLocationURI(place.toUri());
		try {
			MeterProjects.create(description, MeterTemplate.PREPAYMENT, SubMonitor.convert(new CancelledMonitor(6)));
		} catch (OperationCanceledException e) {
			assertEquals("mine", Files.readString(place.resolve("mine.txt")));
			try (Stream<Path> all = Files.walk(place)) {
				assertEquals(0, all.filter(file -> file.toString().endsWith(".cosem")).count());
			}
		}
		assertTrue(!ResourcesPlugin.getWorkspace().getRoot().getProject("elsewhere").exists());
	}
}
