// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.seeded;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.meterwright.cli.CliRun;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.xmi.ModelFileException;
import org.meterwright.cosem.xmi.ModelFiles;

/** Models of the examples, by name: what the command line saves of them, once it has found no error and no warning. */
final class CorrectModels {
	private static final Path EXAMPLES = Path.of("../../dsl/examples");
	/** Example and variant; between them they use every construct and most interface classes. */
	private static final List<List<String>> NAMES = List.of(List.of("three-phase"), List.of("prepayment-esme"), List.of("polyphase-family", "monsoonPrepay"), List.of("polyphase-family", "comfort"),
			List.of("polyphase-family", "lowlandsHome"), List.of("polyphase-family", "industry"));

	private CorrectModels() {
	}

	/** Reads all of them. */
	static Map<String, Meter> read() throws IOException, ModelFileException {
		return read(NAMES);
	}

	/** Reads the smallest. */
	static Map<String, Meter> some() throws IOException, ModelFileException {
		return read(NAMES.subList(0, 1));
	}

	private static Map<String, Meter> read(List<List<String>> names) throws IOException, ModelFileException {
		Path folder = Files.createTempDirectory("seeded");
		Map<String, Meter> models = new LinkedHashMap<>();
		for (List<String> name : names) {
			Path file = folder.resolve("%s.xmi".formatted(String.join("-", name)));
			List<Object> words = new ArrayList<>(List.of("check", EXAMPLES.resolve(name.getFirst()), "--model", file));
			name.stream().skip(1).forEach(variant -> words.addAll(List.of("--variant", variant)));
			CliRun run = CliRun.of(words.toArray());
			assertTrue(run.lastNote().startsWith("0 errors, 0 warnings"), run.toString());
			models.put(String.join(" ", name), ModelFiles.load(file));
			Files.delete(file);
		}
		Files.delete(folder);
		return models;
	}
}
