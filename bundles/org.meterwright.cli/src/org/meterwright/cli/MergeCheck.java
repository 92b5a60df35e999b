// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.CompiledMeter;
import org.meterwright.dsl.Compiler.Checks;
import org.meterwright.dsl.Workspace;
import org.meterwright.dsl.syntax.ProjectFiles;
import org.meterwright.dsl.syntax.SourceText;
import org.meterwright.exchange.compare.ThreeWay;
import org.meterwright.rules.Finding;

/** Tells what a merged text says that neither side wanted. The other files of the project are those of the work tree, for all versions alike. */
final class MergeCheck {
	private static final int MOST = 20;

	private final String name;
	private final List<SourceText> beside = new ArrayList<>();
	private final Compilation base;
	private final Compilation ours;
	private final Compilation theirs;

	MergeCheck(Path path, String base, String ours, String theirs) {
		this.name = ProjectFiles.name(path);
		readNeighbours(path);
		this.base = compile(base);
		this.ours = compile(ours);
		this.theirs = compile(theirs);
	}

	private void readNeighbours(Path path) {
		Path folder = path.toAbsolutePath().getParent();
		if (folder == null || !Files.isDirectory(folder)) {
			return;
		}
		try {
			for (SourceText text : ProjectFiles.read(List.of(folder))) {
				if (!Path.of(text.name()).equals(path.toAbsolutePath())) {
					beside.add(new SourceText(text.name(), text.text(), text.problem(), false));
				}
			}
		} catch (IOException e) {
			beside.clear(); // what cannot be read is no part of the project
		}
	}

	private Compilation compile(String text) {
		return Workspace.of(ProjectFiles.complete(List.of(SourceText.of(name, text)), beside)).compile(Checks.ALL);
	}

	/** Tell whether all versions are whole enough to be compared. */
	boolean isPossible() {
		return List.of(base, ours, theirs).stream().noneMatch(each -> each.meters().isEmpty());
	}

	/** List the conflicts in one sentence each. */
	List<String> conflicts(String merged) {
		Compilation result = compile(merged);
		if (!isPossible()) {
			return List.of();
		}
		Set<String> known = new LinkedHashSet<>();
		List.of(base, ours, theirs).forEach(each -> each.findings().stream().filter(Finding::isBlocking).forEach(finding -> known.add(sentence(finding))));
		List<String> conflicts = new ArrayList<>(result.findings().stream().filter(Finding::isBlocking).map(MergeCheck::sentence).filter(sentence -> !known.contains(sentence))
				.map(sentence -> "the merged text has an error that neither side had: %s".formatted(sentence)).distinct().toList());
		for (CompiledMeter meter : result.meters()) {
			Optional<CompiledMeter> before = same(base, meter);
			Optional<CompiledMeter> left = same(ours, meter);
			Optional<CompiledMeter> right = same(theirs, meter);
			if (before.isPresent() && left.isPresent() && right.isPresent()) {
				conflicts.addAll(ThreeWay.conflicts(before.get().model(), left.get().model(), right.get().model(), meter.model()));
			}
		}
		return conflicts.stream().distinct().limit(MOST).toList();
	}

	private static Optional<CompiledMeter> same(Compilation compilation, CompiledMeter meter) {
		return compilation.meter(meter.name(), meter.variant());
	}

	private static String sentence(Finding finding) {
		return "%s (%s)".formatted(finding.message(), finding.rule());
	}
}
