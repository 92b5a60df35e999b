// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.served;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meterwright.scenario.host.MeterProcess;
import org.meterwright.cli.CliRun;
import org.meterwright.cli.ExitCode;
import org.meterwright.cli.GeneratedFolder;
import org.meterwright.cosem.Association;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.axdr.Axdr;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;
import org.meterwright.dsl.Workspace;

/** A client of another DLMS library reads the examples: in each association, by each mechanism, every attribute of every object. */
class OtherClientTest {

	private static final Path EXAMPLES = Path.of("../../dsl/examples");
	private static final int SAMPLE = 11;

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "three-phase", "prepayment-esme" })
	void everyAssociationReadsWhatTheModelSays(String example) throws IOException {
		CliRun run = CliRun.of("generate", EXAMPLES.resolve(example), "-o", folder);
		assertEquals(ExitCode.FINE, run.exitCode(), run.toString());
		everyAssociation(Workspace.open(List.of(EXAMPLES.resolve(example))).compile().meters().getFirst().model(), true);
	}

	/** Two families of real meters. Rights are the meters' own; values, secrets and client addresses are those that the import makes. */
	@ParameterizedTest
	@ValueSource(strings = { "KPZ_", "102_" })
	void everyAssociationOfAnImportedMeterReadsWhatTheModelSays(String family) throws IOException {
		Path text = folder.resolve("meter.cosem");
		List<Object> imported = new ArrayList<>(List.of("import", "objectlist", "-o", text));
		try (Stream<Path> lists = Files.list(Path.of("samples/object-lists"))) {
			imported.addAll(lists.filter(list -> list.getFileName().toString().startsWith(family)).sorted().toList());
		}
		assertEquals(ExitCode.FINE, CliRun.of(imported.toArray()).exitCode());
		CliRun run = CliRun.of("generate", text, "-o", folder);
		assertEquals(ExitCode.FINE, run.exitCode(), run.toString());
		everyAssociation(Workspace.open(List.of(text)).compile().meters().getFirst().model(), false);
	}

	/** Read in every association on a meter that nobody has written to; then write, where asked, on one of its own: what is written sets the meter to work. */
	private void everyAssociation(Meter model, boolean writes) throws IOException {
		Path program = new GeneratedFolder(folder).host(List.of("-O0"));
		Expectation expectation = new Expectation(model);
		OtherClientVisit.readAll(program, model, expectation);
		if (writes) {
			OtherClientVisit.inEveryAssociation(program, model, (client, meter, association) -> writeAll(client, expectation, association));
		}
	}

	/** Write every attribute that may be written, and of the others one in eleven: one is taken and kept, the other refused and as it was. */
	private static void writeAll(OtherClient client, Expectation expectation, Association association) throws IOException {
		int number = 0;
		for (Expectation.Asked asked : expectation.of(association.getClientSap(), OtherClientVisit.protection(association))) {
			boolean known = asked.classId() < OtherClientVisit.MAKERS_OWN && asked.result() == 0;
			if (known && (asked.writable() || number++ % SAMPLE == 0)) {
				String before = client.read(asked.classId(), asked.logicalName(), asked.attribute()).octets().orElseThrow();
				String after = changed(before);
				String answer = client.write(asked.classId(), asked.logicalName(), asked.attribute(), after);
				assertEquals(asked.writable(), answer.equals("{}"), () -> "%s: %s: %s: %s".formatted(association.getName(), asked, after, answer));
				assertEquals(asked.writable() ? after : before, client.read(asked.classId(), asked.logicalName(), asked.attribute()).octets().orElseThrow(), asked.toString());
				if (asked.writable()) {
					assertEquals("{}", client.write(asked.classId(), asked.logicalName(), asked.attribute(), before), asked.toString());
				}
			}
		}
	}

	/** Give a number one more; leave any other value. */
	private static String changed(String octets) {
		boolean number = octets.matches("(0f|11|10..|12..|05.{6}|06.{6})(?!7f|ff)..");
		return number ? octets.substring(0, octets.length() - 2) + "%02x".formatted(Integer.parseInt(octets.substring(octets.length() - 2), 16) + 1) : octets;
	}

	@Test
	void entriesOfAProfileAreRead() throws IOException {
		assertEquals(ExitCode.FINE, CliRun.of("generate", EXAMPLES.resolve("three-phase"), "-o", folder).exitCode());
		try (MeterProcess meter = new MeterProcess(new GeneratedFolder(folder).host(List.of("-O1")), OtherClientVisit.KEYS); OtherClient client = new OtherClient()) {
			for (int i = 1; i <= 5; i++) {
				meter.command("time 2026 11 22 9 %d 0 7".formatted(10 * i));
				meter.command("set 3 1.0.1.8.0.255 2 06%08x".formatted(100 * i));
				assertEquals("result 0", meter.command("do 7 1.0.99.1.0.255 2 0f00"));
			}
			client.ask("{\"do\":\"connect\",\"port\":%d,\"client\":2,\"server\":1,\"mechanism\":\"low\",\"password\":\"%s\"}", meter.port(), OtherClientVisit.KEY);
			assertEquals(List.of(200, 300), totals(client.ask("{\"do\":\"rows\",\"name\":\"1.0.99.1.0.255\",\"first\":2,\"count\":2}")));
			assertEquals(List.of(300, 400), totals(client.ask(
					"{\"do\":\"rows\",\"name\":\"1.0.99.1.0.255\",\"from\":\"2026-11-22T09:25:00\",\"to\":\"2026-11-22T09:45:00\"}")));
		}
	}

	/** The second column of each row. */
	private static List<Integer> totals(String answer) {
		String octets = answer.replaceAll(".*\"axdr\":\"([0-9a-f]*)\".*", "$1");
		assertFalse(octets.startsWith("{"), answer);
		return Values.parts(Axdr.decode(Bytes.ofHex(octets))).stream().map(row -> ((Value.Int) Values.parts(row).get(1)).value().intValue()).toList();
	}
}
