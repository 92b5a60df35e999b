// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.served;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meterwright.cli.CliRun;
import org.meterwright.cli.ExitCode;
import org.meterwright.cli.GeneratedFolder;
import org.meterwright.cosem.Association;
import org.meterwright.cosem.Context;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.Meter;
import org.meterwright.dsl.Workspace;

/** A client of another DLMS library reads the examples: in each association, by each mechanism, every attribute of every object. */
class OtherClientTest {

	private static final Path EXAMPLES = Path.of("../../dsl/examples");
	private static final String KEY = "000102030405060708090A0B0C0D0E0F";
	private static final Map<Integer, String> KEYS = IntStream.range(0, 250).boxed().collect(Collectors.toMap(Function.identity(), slot -> KEY));
	private static final Map<Integer, String> MECHANISMS = Map.of(0, "lowest", 1, "low", 5, "high_gmac");
	private static final int MAKERS_OWN = 8192;
	private static final String TITLE = HexFormat.of().formatHex(DlmsClient.TITLE);

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "three-phase", "prepayment-esme" })
	void everyAssociationReadsWhatTheModelSays(String example) throws IOException {
		CliRun run = CliRun.of("generate", EXAMPLES.resolve(example), "-o", folder);
		assertEquals(ExitCode.FINE, run.exitCode(), run.toString());
		Path program = new GeneratedFolder(folder).host(List.of("-O1"));
		Meter model = Workspace.open(List.of(EXAMPLES.resolve(example))).compile().meters().getFirst().model();
		Expectation expectation = new Expectation(model);
		try (ServedMeter meter = new ServedMeter(program, KEYS); OtherClient client = new OtherClient()) {
			meter.command("time 2026 11 22 12 0 0 7");
			for (LogicalDevice device : model.getDevices()) {
				for (Association association : device.getAssociations()) {
					String opened = open(client, meter.port(), device, association);
					assertFalse(opened.contains("\"error\""), () -> "%s: %s".formatted(association.getName(), opened));
					readAll(client, expectation, association);
					client.ask("{\"do\":\"release\"}");
				}
			}
		}
	}

	private static String open(OtherClient client, int port, LogicalDevice device, Association association) throws IOException {
		String plain = "{\"do\":\"connect\",\"port\":%d,\"client\":%d,\"server\":%d,\"mechanism\":\"%s\",\"pdu\":1024,\"password\":\"%s\"".formatted(port, association.getClientSap(),
				device.getSap(), MECHANISMS.get(association.getMechanism()), KEY);
		String ciphered = ",\"protection\":\"authenticated, encrypted\",\"system_title\":\"%s\",\"encryption_key\":\"%s\",\"authentication_key\":\"%s\",\"counter\":1".formatted(TITLE, KEY, KEY);
		return client.ask("%s", plain + (association.getContext() == Context.CIPHERED ? ciphered : "") + "}");
	}

	private static void readAll(OtherClient client, Expectation expectation, Association association) throws IOException {
		int read = 0;
		for (Expectation.Asked asked : expectation.of(association.getClientSap(), association.getContext() == Context.CIPHERED ? 0x0C : 0)) {
			if (asked.classId() >= MAKERS_OWN) {
				continue; // the library asks for classes that it knows
			}
			OtherClient.Answer answer = client.read(asked.classId(), asked.logicalName(), asked.attribute());
			assertEquals(asked.result() == 0, answer.octets().isPresent(), () -> "%s: %s: %s".formatted(association.getName(), asked, answer.whole()));
			if (answer.octets().isPresent()) {
				assertEquals(HexFormat.of().withUpperCase().formatHex(asked.encoding()), answer.octets().get().toUpperCase(Locale.ROOT), asked.toString());
				read++;
			}
		}
		assertTrue(read > 3, "%s: only %d attributes could be read".formatted(association.getName(), read));
	}
}
