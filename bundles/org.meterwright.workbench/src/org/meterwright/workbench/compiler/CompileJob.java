// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.compiler;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;

/**
 * Lets the user's compiler look at each generated C file, without making anything of it. What it says becomes problems on the files. Each file is a
 * step of the progress; cancelling ends the compiler that runs.
 */
public final class CompileJob extends Job {
	/** Type of the markers. */
	public static final String MARKER = "org.meterwright.workbench.complaint";
	/** Family of all such jobs, to wait for. */
	public static final Object FAMILY = CompileJob.class;

	private final IFolder folder;
	private final List<String> command;

	/**
	 * Makes the job.
	 *
	 * @param folder  generated files
	 * @param command compiler and its options; the file comes behind them
	 */
	public CompileJob(IFolder folder, List<String> command) {
		super("Compile generated C of %s".formatted(folder.getProject().getName()));
		this.folder = folder;
		this.command = List.copyOf(command);
		setUser(true);
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		try {
			List<Path> files = files();
			SubMonitor progress = SubMonitor.convert(monitor, Math.max(1, files.size()));
			List<Complaint> complaints = new ArrayList<>();
			for (Path file : files) {
				progress.subTask(file.getFileName().toString());
				complaints.addAll(compile(file, progress.split(1)));
			}
			show(complaints);
			return Status.info(words(files.size(), complaints));
		} catch (IOException e) {
			return Status.error("%s cannot be started: %s. Window > Preferences > Meterwright says which compiler is used.".formatted(command.getFirst(), e.getMessage()), e);
		} catch (CoreException e) {
			return e.getStatus();
		} catch (InterruptedException e) {
			return Status.CANCEL_STATUS;
		}
	}

	private static String words(int files, List<Complaint> complaints) {
		return complaints.isEmpty() ? "%d files compile without a warning.".formatted(files)
				: "The compiler complains %d times in %d files; the Problems view lists it.".formatted(complaints.size(), files);
	}

	private List<Path> files() throws IOException {
		try (Stream<Path> all = Files.walk(root())) {
			return all.filter(file -> file.toString().endsWith(".c")).sorted().toList();
		}
	}

	private Path root() {
		return Path.of(folder.getLocation().toOSString());
	}

	private List<Complaint> compile(Path file, SubMonitor progress) throws IOException, InterruptedException {
		List<String> call = new ArrayList<>(command);
		call.add("-I.");
		call.addAll(includes());
		call.add(root().relativize(file).toString());
		Path output = Files.createTempFile("compiler", ".txt");
		Process process = new ProcessBuilder(call).directory(root().toFile()).redirectErrorStream(true).redirectOutput(output.toFile()).start();
		try {
			while (process.isAlive()) {
				process.waitFor(50, TimeUnit.MILLISECONDS);
				progress.checkCanceled();
			}
			return Complaint.all(Files.readString(output, StandardCharsets.UTF_8));
		} finally {
			process.destroyForcibly();
			Files.deleteIfExists(output);
		}
	}

	/** Each folder on the way may hold headers: those of a meter, of the runtime, of the self-test. */
	private List<String> includes() throws IOException {
		try (Stream<Path> all = Files.walk(root())) {
			return all.filter(Files::isDirectory).filter(path -> !path.equals(root())).sorted().map(path -> "-I%s".formatted(root().relativize(path))).toList();
		}
	}

	private void show(List<Complaint> complaints) throws CoreException {
		folder.deleteMarkers(MARKER, true, IResource.DEPTH_INFINITE);
		for (Complaint complaint : complaints) {
			IFile file = folder.getFile(complaint.file());
			if (file.exists()) {
				file.createMarker(MARKER, Map.of(IMarker.LINE_NUMBER, complaint.line(), IMarker.MESSAGE, complaint.message(),
						IMarker.SEVERITY, complaint.error() ? IMarker.SEVERITY_ERROR : IMarker.SEVERITY_WARNING));
			}
		}
	}

	@Override
	public boolean belongsTo(Object family) {
		return family == FAMILY;
	}
}
