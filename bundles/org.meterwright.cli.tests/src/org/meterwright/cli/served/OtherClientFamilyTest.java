// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.served;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meterwright.cli.CliRun;
import org.meterwright.cli.ExitCode;
import org.meterwright.cli.GeneratedFolder;
import org.meterwright.cosem.Meter;
import org.meterwright.dsl.CompiledMeter;
import org.meterwright.dsl.Workspace;
import org.meterwright.dsl.output.GeneratedOutput;

/** A client of another DLMS library reads every product of the family: in each association every attribute of every object. */
class OtherClientFamilyTest {

	private static final Path FAMILY = Path.of("../../dsl/examples/polyphase-family");

	@TempDir
	private static Path folder;
	private static Map<String, Meter> models;

	@BeforeAll
	static void generate() throws IOException {
		CliRun run = CliRun.of("generate", FAMILY, "--no-self-test", "-o", folder);
		assertEquals(ExitCode.FINE, run.exitCode(), run.toString());
		models = Workspace.open(List.of(FAMILY)).compile().meters().stream().collect(Collectors.toMap(GeneratedOutput::label, CompiledMeter::model));
	}

	@ParameterizedTest
	@ValueSource(strings = { "BP3", "BP3-basic", "BP3-home", "BP3-prepay", "BP3-comfort", "BP3-industry", "BP3-lowlandsHome", "BP3-monsoonPrepay", "BP3-larch" })
	void everyAssociationReadsWhatTheModelSays(String product) throws IOException {
		assertEquals(9, models.size(), models.keySet()::toString);
		Meter model = models.get(product);
		OtherClientVisit.readAll(new GeneratedFolder(folder.resolve(product)).host(List.of("-O0")), model, new Expectation(model));
	}
}
