// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.served;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meterwright.cosem.Column;
import org.meterwright.cosem.Push;
import org.meterwright.cosem.Storage;
import org.meterwright.cosem.axdr.Axdr;
import org.meterwright.cosem.query.CosemObjects;
import org.meterwright.cosem.value.Bytes;
import org.meterwright.cosem.value.Value;
import org.meterwright.cosem.value.Values;
import org.meterwright.scenario.host.MeterProcess;

/** A client of another DLMS library receives what meters push: it takes the ciphering off, and finds the values that the push set-up lists. */
class OtherClientPushTest {

	private static final String DATA_NOTIFICATION = "0f";
	private static final String GENERAL_GLO = "db";
	private static final int OBJECT_LIST = 2;
	private static final int CLOCK = 8;
	private static final int TIME = 2;
	private static final int DAY = 86_400;

	static Stream<String> names() {
		return ServedMeters.names().stream();
	}

	/** Every push of every meter, windows and random delays included. */
	@ParameterizedTest
	@MethodSource("names")
	void everyPushIsReceived(String name) throws IOException {
		ServedMeters.Served served = ServedMeters.of(name);
		try (OtherClient client = new OtherClient(); MeterProcess meter = new MeterProcess(served.program(), OtherClientVisit.KEYS, "-r", String.valueOf(client.listen()))) {
			meter.command("time 2026 11 22 12 0 0 7");
			for (Push push : served.model().getPushes()) {
				receive(client, meter, push);
			}
		}
	}

	private static void receive(OtherClient client, MeterProcess meter, Push push) throws IOException {
		String name = OtherClient.dotted(push.getObject().getLogicalName());
		meter.told();
		assertEquals("result 0", meter.command("do 40 %s 1 0f00".formatted(name)));
		meter.command("advance %d".formatted(DAY));
		List<String> lines = meter.told().stream().filter(each -> each.startsWith("push ")).toList();
		for (String line : lines.stream().filter(each -> !each.split(" ")[3].isEmpty()).toList()) {
			OtherClient.Answer answer = client.receive(OtherClientVisit.KEY); // all that was sent that day came, in this order
			String[] words = line.split(" ");
			assertEquals(client.notification(words[3], OtherClientVisit.KEY).octets(), answer.octets(), answer.whole());
		}
		compare(client, meter, push, lines.stream().filter(each -> each.startsWith("push 40 %s ".formatted(name))).findFirst().orElseThrow());
	}

	private static void compare(OtherClient client, MeterProcess meter, Push push, String line) throws IOException {
		String[] words = line.split(" ");
		assertEquals(isClients(push), words[3].isEmpty(), line);
		if (words[3].isEmpty()) {
			return;
		}
		OtherClient.Answer answer = client.notification(words[3], OtherClientVisit.KEY);
		assertTrue(answer.octets().isPresent(), () -> "%s: %s: %s".formatted(push.getName(), line, answer.whole()));
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

	/** A list that a client may write is filled by the firmware: the runtime says when, and sends nothing itself (docs/firmware.md). */
	private static boolean isClients(Push push) {
		return CosemObjects.attribute(push.getObject(), OBJECT_LIST).orElseThrow().getStorage() != Storage.ROM;
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
