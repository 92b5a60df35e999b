// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.language;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.meterwright.cosem.value.Origin;
import org.meterwright.rules.Finding;
import org.meterwright.rules.Severity;

/** Shows findings as problem markers. A marker that still holds stays; so nothing flickers while a designer types. */
public final class FindingMarkers {
	/** Type of the markers. */
	public static final String TYPE = "org.meterwright.workbench.text.finding";
	/** Attribute: id of the rule. */
	public static final String RULE = "rule";
	private static final String KEY = "key";
	private static final int MOST = 2_000;

	private final IProject project;

	FindingMarkers(IProject project) {
		this.project = project;
	}

	/** Returns what tells a finding from all others of a project. */
	public static String key(Finding finding) {
		Origin place = finding.place();
		return "%s %s %s:%d:%d+%d %s %s".formatted(finding.rule(), finding.severity(), place.file(), place.line(), place.offset(), place.length(),
				finding.accepted().orElse(""), finding.message());
	}

	/** Returns the finding that a marker shows, as long as it still holds. */
	public static Optional<Finding> finding(IMarker marker) {
		String key = marker.getAttribute(KEY, "");
		IProject project = marker.getResource().getProject();
		return Optional.ofNullable(project).flatMap(Languages.get()::of)
				.flatMap(language -> language.state().findings().stream().filter(finding -> key(finding).equals(key)).findFirst());
	}

	void show(ProjectState state, FirstLines firstLines) {
		Map<String, Finding> wanted = new LinkedHashMap<>();
		List<Finding> worstFirst = state.findings().stream().sorted(Comparator.comparing(FindingMarkers::severity).reversed()).limit(MOST).toList();
		worstFirst.forEach(finding -> wanted.put(key(finding), finding));
		try {
			project.getWorkspace().run(monitor -> update(wanted, firstLines), null, IWorkspace.AVOID_UPDATE, null);
		} catch (CoreException e) {
			ILog.get().log(e.getStatus());
		}
	}

	private void update(Map<String, Finding> wanted, FirstLines firstLines) throws CoreException {
		if (!project.isAccessible()) {
			return; // deleted while it was checked
		}
		Map<String, Finding> missing = new LinkedHashMap<>(wanted);
		for (IMarker marker : project.findMarkers(TYPE, true, IResource.DEPTH_INFINITE)) {
			if (missing.remove(marker.getAttribute(KEY, "")) == null) {
				marker.delete();
			}
		}
		ProjectLanguage language = Languages.get().of(project).orElse(null);
		for (Map.Entry<String, Finding> entry : missing.entrySet()) {
			Finding finding = entry.getValue();
			IResource resource = language == null ? project : language.file(finding.place().file()).map(IResource.class::cast).orElse(project);
			resource.createMarker(TYPE, attributes(entry.getKey(), finding, resource, firstLines.length(entry.getKey(), finding)));
		}
	}

	private static Map<String, Object> attributes(String key, Finding finding, IResource resource, int length) {
		Map<String, Object> attributes = new HashMap<>();
		attributes.put(KEY, key);
		attributes.put(RULE, finding.rule());
		attributes.put(IMarker.SEVERITY, severity(finding));
		attributes.put(IMarker.MESSAGE, message(finding));
		if (resource instanceof IFile) {
			Origin place = finding.place();
			attributes.put(IMarker.LINE_NUMBER, place.line());
			attributes.put(IMarker.LOCATION, "line %d".formatted(place.line()));
			if (length > 0) {
				attributes.put(IMarker.CHAR_START, place.offset());
				attributes.put(IMarker.CHAR_END, place.offset() + length);
			}
		}
		return attributes;
	}

	private static String message(Finding finding) {
		String text = "%s [%s]".formatted(finding.message(), finding.rule());
		return finding.accepted().map(reason -> "%s accepted: %s".formatted(text, reason)).orElse(text);
	}

	/** An accepted finding is worth knowing and no more. */
	private static int severity(Finding finding) {
		Severity severity = finding.accepted().isPresent() ? Severity.INFO : finding.severity();
		return switch (severity) {
			case ERROR -> IMarker.SEVERITY_ERROR;
			case WARNING -> IMarker.SEVERITY_WARNING;
			case INFO -> IMarker.SEVERITY_INFO;
		};
	}
}
