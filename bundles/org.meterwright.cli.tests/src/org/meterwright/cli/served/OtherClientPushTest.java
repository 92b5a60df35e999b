// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.served;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meterwright.cli.CliRun;
import org.meterwright.cli.ExitCode;
import org.meterwright.cli.GeneratedFolder;
import org.meterwright.cosem.Column;
import org.meterwright.cosem.Meter;
import org.meterwright.cosem.Push;
import org.meterwright.cosem.axdr.Axdr;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;
import org.meterwright.dsl.Workspace;
import org.meterwright.scenario.host.MeterProcess;

/** A client of another DLMS library receives what meters push: it takes the ciphering off, and finds the values that the push set-up lists. */
class OtherClientPushTest {

	private static final Path EXAMPLES = Path.of("../../dsl/examples");
	private static final String DATA_NOTIFICATION = "0f";
	private static final String GENERAL_GLO = "db";
	private static final int CLOCK = 8;
	private static final int TIME = 2;
	private static final int DAY = 86_400;

	@TempDir
	private Path folder;

	/** Every push of the examples, windows and random delays included. */
	@ParameterizedTest
	@CsvSource({ "three-phase, 1", "polyphase-family, 2" })
	void everyPushIsReceived(String example, int pushes) throws IOException {
		Path texts = EXAMPLES.resolve(example);
		CliRun run = CliRun.of("generate", texts, "--variant", "plain", "--no-self-test", "-o", folder);
		assertEquals(ExitCode.FINE, run.exitCode(), run.toString());
		Meter model = Workspace.open(List.of(texts)).compile().meters().stream().filter(meter -> meter.variant().isEmpty()).findFirst().orElseThrow().model();
		int received = 0;
		try (MeterProcess meter = new MeterProcess(new GeneratedFolder(folder).host(List.of("-O0")), OtherClientVisit.KEYS); OtherClient client = new OtherClient()) {
			meter.command("time 2026 11 22 12 0 0 7");
			for (Push push : model.getPushes()) {
				receive(client, meter, push);
				received++;
			}
		}
		assertEquals(pushes, received);
	}

	private static void receive(OtherClient client, MeterProcess meter, Push push) throws IOException {
		String name = OtherClient.dotted(push.getObject().getLogicalName());
		meter.told();
		assertEquals("result 0", meter.command("do 40 %s 1 0f00".formatted(name)));
		meter.command("advance %d".formatted(DAY));
		String line = meter.told().stream().filter(each -> each.startsWith("push 40 %s ".formatted(name))).findFirst().orElseThrow();
		String[] words = line.split(" ");
		OtherClient.Answer answer = client.notification(words[3], OtherClientVisit.KEY);
		assertTrue(answer.octets().isPresent(), () -> "%s: %s".formatted(push.getName(), answer.whole()));
		boolean ciphered = push.getProtection() != 0;
		assertEquals(ciphered ? GENERAL_GLO : DATA_NOTIFICATION, words[3].substring(0, 2));
		assertEquals(ciphered, client.notification(words[3], "FF".repeat(16)).octets().isEmpty());
		List<Value> values = Values.parts(Axdr.decode(Bytes.ofHex(answer.octets().get())));
		assertEquals(push.getColumns().size(), values.size(), answer.whole());
		for (int i = 0; i < values.size(); i++) {
			Column column = push.getColumns().get(i);
			assertEquals(expected(meter, column, LocalDateTime.parse(words[words.length - 1])), Axdr.encode(values.get(i)).hex().toLowerCase(Locale.ROOT),
					() -> "attribute %d of %s".formatted(column.getAttribute(), column.getObject().getName()));
		}
	}

	/** The clock says when it was sent; everything else is as it is: nothing else happens that day. */
	private static String expected(MeterProcess meter, Column column, LocalDateTime sent) throws IOException {
		if (CosemObjects.classId(column.getObject()) == CLOCK && column.getAttribute() == TIME) {
			return "090c%04x%02x%02x%02x%02x%02x%02x00800000".formatted(sent.getYear(), sent.getMonthValue(), sent.getDayOfMonth(), sent.getDayOfWeek().getValue(), sent.getHour(),
					sent.getMinute(), sent.getSecond());
		}
		return meter.command("get %d %s %d".formatted(CosemObjects.classId(column.getObject()), OtherClient.dotted(column.getObject().getLogicalName()), column.getAttribute()));
	}
}
