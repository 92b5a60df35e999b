// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.finding;

import java.util.Map;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.IMarkerResolution2;
import org.meterwright.dsl.ide.quickfix.QuickFix;
import org.meterwright.rules.Finding;
import org.meterwright.workbench.text.Icons;
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

	@Override
	public void run(IMarker marker) {
		Optional<ProjectLanguage> language = Languages.get().of(file);
		Optional<String> name = ProjectLanguage.name(file);
		if (language.isPresent() && name.isPresent() && !EditHistory.make(fix.label(), language.get(), Map.of(name.get(), fix.edits())).isEmpty()) {
			ILog.get().warn("%s could not be changed, or has changed since the finding was made.".formatted(file.getFullPath()));
		}
	}
}
