// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompileJobTest {
	@TempDir
	private Path tools;
	private IProject project;
	private IFolder folder;

	@BeforeEach
	void begin() throws CoreException {
		project = ResourcesPlugin.getWorkspace().getRoot().getProject("compiled");
		project.create(null);
		project.open(null);
		folder = project.getFolder("generated");
		folder.create(true, true, null);
		folder.getFile("a.c").create("int a;\n".getBytes(StandardCharsets.UTF_8), true, false, null);
	}

	@AfterEach
	void end() throws CoreException {
		project.delete(true, true, null);
	}

	/** Makes a compiler that says the same of every file. */
	private List<String> compiler(String says) throws Exception {
		Path script = Files.writeString(tools.resolve("cc"), "#!/bin/sh\n%s\n".formatted(says));
		assertTrue(script.toFile().setExecutable(true));
		return List.of(script.toString(), "-Wall");
	}

	private IStatus run(List<String> command) {
		return new CompileJob(folder, command).run(new NullProgressMonitor());
	}

	@Test
	void readsWhatCompilersSay() {
		assertEquals(List.of(new Complaint("a.c", 3, false, "unused variable 'x' [-Wunused-variable]"), new Complaint("b/c.c", 10, true, "no such file")),
				Complaint.all("a.c: In function 'f':\na.c:3:7: warning: unused variable 'x' [-Wunused-variable]\n    3 | int x;\nb/c.c:10: fatal error: no such file\n"));
	}

	@Test
	void complaintsBecomeProblemsAndGoAgain() throws Exception {
		IStatus result = run(compiler("echo 'a.c:1:5: warning: a is too short'"));
		assertTrue(result.getMessage().contains("complains 1 times"), result.getMessage());
		IMarker marker = folder.findMarkers(CompileJob.MARKER, true, IResource.DEPTH_INFINITE)[0];
		assertEquals(folder.getFile("a.c"), marker.getResource());
		assertEquals(1, marker.getAttribute(IMarker.LINE_NUMBER, 0));
		assertEquals(IMarker.SEVERITY_WARNING, marker.getAttribute(IMarker.SEVERITY, -1));
		assertEquals("1 files compile without a warning.", run(compiler("exit 0")).getMessage());
		assertEquals(0, folder.findMarkers(CompileJob.MARKER, true, IResource.DEPTH_INFINITE).length);
	}

	@Test
	void aMissingCompilerIsSaid() {
		IStatus result = run(List.of(tools.resolve("nowhere").toString()));
		assertEquals(IStatus.ERROR, result.getSeverity());
		assertTrue(result.getMessage().contains("Preferences"), result.getMessage());
	}

	@Test
	void cancellingEndsTheCompiler() throws Exception {
		CompileJob job = new CompileJob(folder, compiler("sleep 120"));
		job.schedule();
		while (job.getState() != Job.RUNNING) {
			Thread.sleep(20);
		}
		job.cancel();
		job.join(60_000, new NullProgressMonitor());
		assertEquals(IStatus.CANCEL, job.getResult().getSeverity());
	}
}
