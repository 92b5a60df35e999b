// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;

import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.Compiler;
import org.meterwright.dsl.Wanted;
import org.meterwright.dsl.Workspace;

/** Compiles what a command was given. */
final class Sources {

	/** The finding that a fault of the program itself becomes while texts are compiled. */
	private static final String FAULT = "MW-LANG-000";

	private Sources() {
	}

	/** Read and compile files and folders, with what belongs to them. */
	static Compilation compile(List<Path> inputs, Console console) {
		return compile(inputs, Wanted.ALL, console);
	}

	/** Read and compile files and folders, with what belongs to them; of the meters those that are wanted. */
	static Compilation compile(List<Path> inputs, Wanted wanted, Console console) {
		return compile(inputs, Compiler.Checks.ALL, wanted, console);
	}

	/** Read and compile files and folders, with what belongs to them, with some of the checks. */
	static Compilation compile(List<Path> inputs, Compiler.Checks checks, Wanted wanted, Console console) {
		Workspace workspace = open(inputs);
		console.note("Checking %s...".formatted(Summary.count(workspace.files().size(), "file", "s")));
		return workspace.compile(checks, wanted);
	}

	/** Read files and folders, with what belongs to them. */
	static Workspace open(List<Path> inputs) {
		try {
			return Workspace.open(inputs);
		} catch (FileSystemException e) {
			throw Problem.reading(e.getFile() == null ? inputs.getFirst() : Path.of(e.getFile()), e);
		} catch (IOException e) {
			throw Problem.reading(inputs.getFirst(), e);
		}
	}

	/** Tell how a run with these findings ends. */
	static ExitCode exitCode(Compilation compilation) {
		if (compilation.findings().stream().anyMatch(finding -> finding.rule().equals(FAULT))) {
			return ExitCode.FAILURE;
		}
		return compilation.isBlocked() ? ExitCode.FINDINGS : ExitCode.FINE;
	}
}
