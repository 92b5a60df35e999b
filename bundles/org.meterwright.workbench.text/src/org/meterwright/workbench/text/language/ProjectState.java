// SPDX-License-Identifier: EPL-2.0
package org.meterwright.workbench.text.language;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.resources.IProject;
import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.ide.outline.OutlineEntry;
import org.meterwright.rules.Finding;

/**
 * What is known of a project's meters.
 *
 * @param project  the project
 * @param current  whether all texts as they stand now are taken into account
 * @param problem  why the project cannot be read
 * @param meters   its meters, each with its size and what it takes
 * @param findings findings of all files, sorted by place
 * @param outlines outline of each file by the name by which the language knows it
 * @param compiled what the views show; nothing until the project has been read
 */
public record ProjectState(IProject project, boolean current, Optional<String> problem, List<MeterState> meters, List<Finding> findings,
		Map<String, List<OutlineEntry>> outlines, Optional<Compilation> compiled) {
	/** Copies the collections. */
	public ProjectState {
		meters = List.copyOf(meters);
		findings = List.copyOf(findings);
		outlines = Map.copyOf(outlines);
	}

	/** Makes the state of a project that has not been read yet. */
	static ProjectState unknown(IProject project) {
		return new ProjectState(project, false, Optional.empty(), List.of(), List.of(), Map.of(), Optional.empty());
	}

	/** Makes the state of a project that cannot be read. */
	static ProjectState unreadable(IProject project, String why) {
		return new ProjectState(project, true, Optional.of(why), List.of(), List.of(), Map.of(), Optional.empty());
	}

	/** Makes the state that a compilation shows. */
	static ProjectState of(IProject project, Compilation compilation, Map<String, List<OutlineEntry>> outlines) {
		boolean blocked = compilation.isBlocked();
		List<MeterState> meters = compilation.meters().stream().map(meter -> MeterState.of(meter, !blocked)).toList();
		List<Finding> findings = Stream.concat(compilation.findings().stream(), meters.stream().flatMap(meter -> meter.obstacle().stream())).sorted(Finding.ORDER).distinct().toList();
		return new ProjectState(project, true, Optional.empty(), meters, findings, outlines, Optional.of(compilation));
	}

	/** Returns this state for texts that have changed since. */
	ProjectState outdated() {
		return new ProjectState(project, false, problem, meters, findings, outlines, compiled);
	}

	/** Counts the findings. */
	public FindingCounts counts() {
		return FindingCounts.of(findings);
	}

	/** Tells whether nothing forbids generating: the project can be read, has a meter, and no error is left. */
	public boolean isSafe() {
		return problem.isEmpty() && !meters.isEmpty() && findings.stream().noneMatch(Finding::isBlocking);
	}
}
