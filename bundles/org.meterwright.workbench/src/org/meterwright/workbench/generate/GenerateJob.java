// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.output.GeneratedOutput;
import org.meterwright.dsl.output.OutputException;
import org.meterwright.dsl.output.OutputFile;
import org.meterwright.dsl.output.OutputFiles;
import org.meterwright.firmware.FirmwareException;
import org.meterwright.rules.Finding;
import org.meterwright.workbench.Preferences;
import org.meterwright.workbench.compiler.CompileHandler;
import org.meterwright.workbench.text.language.Languages;
import org.meterwright.workbench.text.language.ProjectLanguage;

/** Generates all meters of a project in the background: everything or nothing. */
final class GenerateJob extends Job {
	/** Family of all such jobs, to wait for. */
	static final Object FAMILY = GenerateJob.class;

	private static final int PARTS = 5;

	private final IProject project;
	private final GenerateReport report;

	GenerateJob(IProject project, GenerateReport report) {
		super("Generate %s".formatted(project.getName()));
		this.project = project;
		this.report = report;
		setRule(ResourcesPlugin.getWorkspace().getRuleFactory().modifyRule(project));
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		SubMonitor progress = SubMonitor.convert(monitor, PARTS);
		Optional<ProjectLanguage> language = Languages.get().of(project);
		if (language.isEmpty()) {
			return Status.OK_STATUS;
		}
		GenerateResult result = answer(language.get(), progress);
		GenerateHistory.put(result);
		report.tell(result);
		if (result instanceof GenerateResult.Done done && Preferences.get().getBoolean(Preferences.COMPILE_AFTER)) {
			CompileHandler.job(project.getFolder(done.folder())).schedule();
		}
		return Status.OK_STATUS;
	}

	private GenerateResult answer(ProjectLanguage language, SubMonitor progress) {
		try {
			return generate(language, progress);
		} catch (OperationCanceledException e) {
			return new GenerateResult.Failed(project, "Generating was cancelled; no file was written.");
		}
	}

	private GenerateResult generate(ProjectLanguage language, SubMonitor progress) {
		try {
			Compilation compilation = language.compile(progress.split(2));
			List<Finding> errors = compilation.findings().stream().filter(Finding::isBlocking).toList();
			if (!errors.isEmpty()) {
				return new GenerateResult.Refused(project, errors);
			}
			if (compilation.meters().isEmpty()) {
				return new GenerateResult.Failed(project, "%s has no meter to generate.".formatted(project.getName()));
			}
			return write(compilation, progress);
		} catch (IOException e) {
			return new GenerateResult.Failed(project, "%s cannot be read: %s".formatted(project.getName(), e.getMessage()));
		} catch (OutputException e) {
			return new GenerateResult.Failed(project, e.getMessage());
		} catch (FirmwareException e) {
			return new GenerateResult.Failed(project, "Tables cannot hold the meter: %s".formatted(e.getMessage()));
		}
	}

	private GenerateResult write(Compilation compilation, SubMonitor progress) {
		String folder = Preferences.get().getString(Preferences.OUTPUT_FOLDER);
		Path target = Path.of(project.getLocation().toOSString()).resolve(folder);
		progress.checkCanceled();
		progress.subTask("tables");
		List<OutputFile> output = GeneratedOutput.of(compilation.meters(), target);
		progress.worked(2);
		progress.checkCanceled();
		progress.subTask("files");
		OutputFiles.Outcome outcome = OutputFiles.write(output);
		try {
			project.getFolder(folder).refreshLocal(IResource.DEPTH_INFINITE, new NullProgressMonitor()); // what is written is shown, also when it was cancelled just then
		} catch (CoreException e) {
			return new GenerateResult.Failed(project, "The files are written, but the workspace does not show them: %s".formatted(e.getMessage()));
		}
		return new GenerateResult.Done(project, folder, compilation.meters().size(), outcome.written(), outcome.unchanged(), outcome.kept());
	}

	@Override
	public boolean belongsTo(Object family) {
		return family == FAMILY;
	}
}
