// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.finding;

import java.util.Map;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.Status;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IMarkerResolution2;
import org.eclipse.ui.statushandlers.StatusManager;
import org.meterwright.dsl.ide.quickfix.QuickFix;
import org.meterwright.rules.Finding;
import org.meterwright.workbench.text.Icons;
import org.meterwright.workbench.text.WindowThread;
import org.meterwright.workbench.text.history.EditHistory;
import org.meterwright.workbench.text.language.Languages;
import org.meterwright.workbench.text.language.ProjectLanguage;

/** Mends a finding: in the editor where the text is open, else in the file. */
final class FixResolution implements IMarkerResolution2 {
	private final QuickFix fix;
	private final Finding finding;
	private final IFile file;

	FixResolution(QuickFix fix, Finding finding, IFile file) {
		this.fix = fix;
		this.finding = finding;
		this.file = file;
	}

	@Override
	public String getLabel() {
		return fix.label();
	}

	@Override
	public String getDescription() {
		return finding.message();
	}

	@Override
	public Image getImage() {
		return Icons.get("fix");
	}

	/** A fix that is taken from a hover comes in a job; texts are changed, and a refusal is told, on the thread of the window. */
	@Override
	public void run(IMarker marker) {
		if (Display.getCurrent() == null) {
			WindowThread.later(this::mend);
		} else {
			mend();
		}
	}

	private void mend() {
		Optional<ProjectLanguage> language = Languages.get().of(file);
		Optional<String> name = ProjectLanguage.name(file);
		if (language.isPresent() && name.isPresent() && !EditHistory.make(fix.label(), language.get(), Map.of(name.get(), fix.edits())).isEmpty()) {
			String message = "%s could not be changed, or has changed since the finding was made.".formatted(file.getFullPath());
			StatusManager.getManager().handle(Status.warning(message), StatusManager.SHOW);
		}
	}
}
