// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.meterwright.dsl.output.OutputFile;
import org.meterwright.dsl.output.OutputFiles;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Merges a text as git's merge driver: line by line, then as meters. What both sides only added at the same place is kept from both where
 * that makes a meter without new errors; what the lines do not show, such as one logical name for two objects, is a conflict.
 */
@picocli.CommandLine.Command(name = "merge-driver", description = { "Merge a text for git, and check that the merged meter is what both sides wanted.",
		"For git: git config merge.cosem.driver 'meterwright merge-driver %%O %%A %%B %%P --marker-size %%L'. Ends with 1 when there is a conflict." })
final class MergeDriverCommand implements Command {

	private static final int NO_MERGE = 128;

	private final Console console;

	@Parameters(index = "0", paramLabel = "BASE", description = "The common ancestor (%%O).")
	private Path base;

	@Parameters(index = "1", paramLabel = "OURS", description = "Our side (%%A); the merged text is written here.")
	private Path ours;

	@Parameters(index = "2", paramLabel = "THEIRS", description = "Their side (%%B).")
	private Path theirs;

	@Parameters(index = "3", arity = "0..1", paramLabel = "PATH", description = "Where the text stands in the work tree (%%P); the files around it are read.")
	private Path path;

	@Option(names = "--marker-size", paramLabel = "N", defaultValue = "7", description = "Length of conflict markers (%%L).")
	private int markerSize = 7;

	MergeDriverCommand(Console console) {
		this.console = console;
	}

	@Override
	public ExitCode perform() {
		MergedText merged = lines();
		MergeCheck check = new MergeCheck(path == null ? ours : path, TextFiles.read(base), TextFiles.read(ours), TextFiles.read(theirs));
		if (!check.isPossible()) {
			console.note("%s: merged by lines alone: a version has errors, or is no part of a meter.".formatted(name()));
		}
		if (merged.isClean()) {
			return finish(merged.text(), check.conflicts(merged.text()));
		}
		if (merged.onlyAdditions() && check.isPossible() && check.conflicts(merged.withBoth()).isEmpty()) {
			console.note("%s: both sides added something at the same place; both are kept.".formatted(name()));
			return finish(merged.withBoth(), List.of());
		}
		console.note("%s: the same lines were changed on both sides.".formatted(name()));
		write(merged.text());
		return ExitCode.FINDINGS;
	}

	private Path name() {
		return path == null ? ours : path;
	}

	private MergedText lines() {
		List<String> arguments = new ArrayList<>(List.of("merge-file", "-p", "--diff3", "--marker-size=%d".formatted(markerSize), "-L", "ours", "-L", "base", "-L", "theirs"));
		for (Path file : List.of(ours, base, theirs)) {
			arguments.add(file.toAbsolutePath().toString());
		}
		GitTool.Result result = GitTool.in(ours.toAbsolutePath().getParent()).run(new byte[0], arguments);
		if (result.status() >= NO_MERGE) {
			throw new Problem(ExitCode.FAILURE, "%s cannot be merged: %s.".formatted(name(), result.complaint()));
		}
		return new MergedText(new String(result.output(), StandardCharsets.UTF_8), result.status() == 0, markerSize);
	}

	private ExitCode finish(String text, List<String> conflicts) {
		if (conflicts.isEmpty()) {
			write(text);
			return ExitCode.FINE;
		}
		StringBuilder remarks = new StringBuilder();
		for (String conflict : conflicts) {
			console.note("%s: %s.".formatted(name(), conflict));
			remarks.append("// MERGE: %s.\n".formatted(conflict));
		}
		write(remarks.append(text).toString());
		return ExitCode.FINDINGS;
	}

	private void write(String text) {
		try {
			Path target = Files.isSymbolicLink(ours) ? ours.toRealPath() : ours;
			OutputFiles.write(List.of(OutputFile.text(target, text)));
		} catch (IOException e) {
			throw Problem.reading(ours, e);
		}
	}
}
