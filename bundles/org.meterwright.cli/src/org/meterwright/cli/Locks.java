// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.CompiledMeter;
import org.meterwright.dsl.output.OutputFile;
import org.meterwright.dsl.release.ReleaseCheck;
import org.meterwright.dsl.release.ReleasedNames;
import org.meterwright.dsl.syntax.SyntaxFile;
import org.meterwright.rules.Finding;

/** The lock files of meters: each stands in the folder of the text that declares its meter. */
final class Locks {

	private Locks() {
	}

	/** Add what contradicts the names that meters were released with. */
	static Compilation checked(Compilation compilation) {
		List<Finding> findings = new ArrayList<>();
		for (CompiledMeter meter : compilation.meters()) {
			findings.addAll(ReleaseCheck.check(meter, read(file(meter))));
		}
		if (findings.isEmpty()) {
			return compilation;
		}
		findings.addAll(compilation.findings());
		return new Compilation(compilation.meters(), findings.stream().sorted(Finding.ORDER).toList(), compilation.files(), compilation.declarations(), compilation.links());
	}

	/** Return the lock files after a release of the meters; what was released before and is gone now stays taken. */
	static List<OutputFile> released(List<CompiledMeter> meters) {
		Map<Path, ReleasedNames> files = new TreeMap<>();
		for (CompiledMeter meter : meters) {
			files.merge(file(meter), ReleasedNames.of(meter), ReleasedNames::with);
		}
		return files.entrySet().stream().map(entry -> OutputFile.text(entry.getKey(), read(entry.getKey()).with(entry.getValue()).text())).toList();
	}

	private static Path file(CompiledMeter meter) {
		return Path.of(SyntaxFile.of(meter.items().chain().getLast()).name()).resolveSibling(ReleasedNames.FILE);
	}

	private static ReleasedNames read(Path file) {
		try {
			return Files.exists(file) ? ReleasedNames.read(Files.readString(file)) : new ReleasedNames(Map.of());
		} catch (IOException e) {
			throw Problem.reading(file, e);
		}
	}
}
