// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.project;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IImportWizard;
import org.eclipse.xtext.parser.IParser;
import org.meterwright.views.intake.Intake;
import org.meterwright.views.intake.IntakeException;
import org.meterwright.views.intake.IntakeFormat;
import org.meterwright.workbench.text.language.Language;

/** Makes a project from what another tool or a meter knows, and tells what was noticed. */
public final class IntakeWizard extends ProjectWizard implements IImportWizard {
	/** Id of the wizard. */
	public static final String ID = "org.meterwright.workbench.importMeter";
	private static final String TITLE = "Import a Meter";
	private static final int SHOWN = 5;

	private final IntakePage intakePage = new IntakePage();
	private Intake intake;

	/** Makes the wizard. */
	public IntakeWizard() {
		super(TITLE);
	}

	@Override
	public void addPages() {
		addPage(intakePage);
		addPage(namePage());
	}

	@Override
	Work work(IProjectDescription description) {
		IntakeFormat format = intakePage.format();
		List<Path> files = intakePage.files();
		return monitor -> {
			monitor.beginTask("Reading %s".formatted(format.label()), 2);
			intake = read(format, MeterProjects.identifier(description.getName()), files);
			return MeterProjects.create(description, intake.text(), monitor.split(1));
		};
	}

	private static Intake read(IntakeFormat format, String name, List<Path> files) throws CoreException {
		try {
			return Intake.read(format, name, files, Language.part(IParser.class));
		} catch (IntakeException e) {
			throw new CoreException(Status.error(e.getMessage(), e));
		}
	}

	/** Adds a file, as the page's button does. */
	public void add(Path file) {
		intakePage.add(file);
	}

	@Override
	void made() {
		MessageDialog.openInformation(getShell(), TITLE, words(intake));
	}

	private static String words(Intake intake) {
		List<String> notes = intake.notes();
		String first = notes.stream().limit(SHOWN).collect(Collectors.joining("\n"));
		String more = notes.size() > SHOWN ? "\n... and %d more.".formatted(notes.size() - SHOWN) : "";
		return "%d objects were imported.%s%s%s".formatted(intake.objects(), notes.isEmpty() ? "" : " What was noticed:\n\n", first, more);
	}
}
