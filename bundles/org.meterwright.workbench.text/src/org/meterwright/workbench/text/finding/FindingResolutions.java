// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IMarkerResolutionGenerator2;
import org.meterwright.dsl.elaborate.LanguageRules;
import org.meterwright.dsl.ide.quickfix.QuickFix;
import org.meterwright.rules.Finding;
import org.meterwright.rules.RuleCatalogue;
import org.meterwright.workbench.text.language.FindingMarkers;
import org.meterwright.workbench.text.language.Languages;
import org.meterwright.workbench.text.language.ProjectLanguage;

/** Offers what can be done about a finding, in the text, in its hover and in the Problems view: its quick fixes, and the rule's explanation. */
public final class FindingResolutions implements IMarkerResolutionGenerator2 {
	private static final RuleCatalogue RULES = LanguageRules.all();

	@Override
	public boolean hasResolutions(IMarker marker) {
		return RULES.find(marker.getAttribute(FindingMarkers.RULE, "")).isPresent();
	}

	@Override
	public IMarkerResolution[] getResolutions(IMarker marker) {
		List<IMarkerResolution> found = new ArrayList<>();
		if (marker.getResource() instanceof IFile file) {
			FindingMarkers.finding(marker).ifPresent(finding -> fixes(finding, file).forEach(fix -> found.add(new FixResolution(fix, finding, file))));
		}
		RULES.find(marker.getAttribute(FindingMarkers.RULE, "")).ifPresent(rule -> found.add(new ExplainResolution(rule)));
		return found.toArray(IMarkerResolution[]::new);
	}

	private static List<QuickFix> fixes(Finding finding, IFile file) {
		Optional<ProjectLanguage> language = Languages.get().of(file).filter(known -> known.state().current());
		return language.flatMap(known -> known.askPatiently(session -> Optional.of(session.fixes(finding)))).orElse(List.of());
	}
}
