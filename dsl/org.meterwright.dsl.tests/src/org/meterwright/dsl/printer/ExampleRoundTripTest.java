// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.xmi.ModelEquality;
import org.meterwright.cosem.xmi.ModelFileException;
import org.meterwright.cosem.xmi.ModelFiles;
import org.meterwright.dsl.Catalogue;
import org.meterwright.dsl.Compilation;
import org.meterwright.dsl.CompiledMeter;
import org.meterwright.dsl.Workspace;

/** Every example, printed in one text and read again, is the same meter; so is its XMI. */
class ExampleRoundTripTest {
	static List<Path> examples() throws IOException {
		try (Stream<Path> folders = Files.list(Path.of("../examples"))) {
			return folders.filter(Files::isDirectory).sorted().toList();
		}
	}

	@ParameterizedTest
	@MethodSource("examples")
	void printedAndReadAgainItIsTheSame(Path example) throws IOException {
		Compilation compilation = Workspace.open(List.of(example)).compile();
		assertFalse(compilation.meters().isEmpty());
		for (CompiledMeter meter : compilation.meters()) {
			assertSame(meter);
		}
	}

	private static void assertSame(CompiledMeter compiled) throws IOException {
		Meter model = compiled.model();
		Workspace workspace = Workspace.open(List.of());
		workspace.put("printed.cosem", ModelPrinter.standard(new Catalogue()).print(model));
		Compilation printed = workspace.compile();
		assertEquals(List.of(), printed.findings().stream().filter(finding -> finding.rule().startsWith("MW-LANG-0") && finding.isBlocking()).toList());
		model.getSwitches().clear(); // what is printed is one meter: its switches are decided
		printed.meters().getFirst().model().getSwitches().clear(); // those that a companion asks for
		assertEquals(Optional.empty(), ModelEquality.difference(model, printed.meters().getFirst().model()), () -> "%s %s".formatted(model.getName(), compiled.variant()));
	}

	@ParameterizedTest
	@MethodSource("examples")
	void savedAndLoadedItIsTheSame(Path example) throws IOException {
		for (CompiledMeter meter : Workspace.open(List.of(example)).compile().meters()) {
			byte[] saved = ModelFiles.bytes(meter.model());
			assertSameModel(meter.model(), saved);
		}
	}

	private static void assertSameModel(Meter model, byte[] saved) throws ModelFileException {
		assertEquals(Optional.empty(), ModelEquality.difference(model, ModelFiles.load(saved, "saved.xmi")));
	}
}
