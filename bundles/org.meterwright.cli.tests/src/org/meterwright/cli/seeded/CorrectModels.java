// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.seeded;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import org.meterwright.cosem.Meter;
import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.Workspace;
import org.meterwright.rules.Finding;
import org.meterwright.rules.Severity;

/** Models of the examples, by name. A check has found no error and no warning in them. */
final class CorrectModels {
	private static final Path EXAMPLES = Path.of("../../dsl/examples");
	/** Example, meter and variant; between them they use every construct and most interface classes. */
	private static final List<List<String>> NAMES = List.of(List.of("three-phase", "TP3"), List.of("prepayment-esme", "P1"), List.of("polyphase-family", "BP3", "monsoonPrepay"),
			List.of("polyphase-family", "BP3", "comfort"), List.of("polyphase-family", "BP3", "lowlandsHome"), List.of("polyphase-family", "BP3", "industry"),
			List.of("dutch-smr5", "H5"), List.of("dutch-smr5", "H5", "onePhase"), List.of("idis-package2", "I2"), List.of("indian-is15959", "M3"), List.of("saudi-sec", "D3"),
			List.of("italian-gas", "G4"));

	private CorrectModels() {
	}

	/** Reads all of them. */
	static Map<String, Meter> read() throws IOException {
		return read(NAMES);
	}

	/** Reads the smallest. */
	static Map<String, Meter> some() throws IOException {
		return read(NAMES.subList(0, 1));
	}

	private static Map<String, Meter> read(List<List<String>> names) throws IOException {
		Map<String, Compilation> examples = new LinkedHashMap<>();
		for (String example : new TreeSet<>(names.stream().map(List::getFirst).toList())) {
			examples.put(example, silent(Workspace.open(List.of(EXAMPLES.resolve(example))).compile()));
		}
		Map<String, Meter> models = new LinkedHashMap<>();
		for (List<String> name : names) {
			Optional<String> variant = name.stream().skip(2).findFirst();
			models.put(String.join(" ", name), examples.get(name.getFirst()).meter(name.get(1), variant).orElseThrow().model());
		}
		return models;
	}

	private static Compilation silent(Compilation compilation) {
		assertEquals(List.of(), compilation.findings().stream().filter(finding -> finding.severity() != Severity.INFO && finding.accepted().isEmpty()).map(Finding::message).toList());
		return compilation;
	}
}
