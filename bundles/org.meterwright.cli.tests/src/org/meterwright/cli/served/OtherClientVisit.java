// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.served;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.meterwright.cosem.Association;
import org.meterwright.cosem.Context;
import org.meterwright.cosem.LogicalDevice;
import org.meterwright.cosem.Meter;
import org.meterwright.scenario.client.DlmsClient;
import org.meterwright.scenario.host.MeterProcess;

/** The other client goes through every association of a served meter, each opened by its mechanism. */
final class OtherClientVisit {

	/** The key or secret of every slot. */
	static final String KEY = "000102030405060708090A0B0C0D0E0F";
	static final Map<Integer, String> KEYS = IntStream.range(0, 250).boxed().collect(Collectors.toMap(Function.identity(), slot -> KEY));
	/** The library asks for classes that it knows; of those from here on, makers' own, hardly any. */
	private static final int MAKERS_OWN = 8192;
	/** What it does not know of the standard's: M-Bus diagnostic. */
	private static final Set<Integer> UNKNOWN = Set.of(77);
	static final String TITLE = HexFormat.of().formatHex(DlmsClient.TITLE);
	private static final Map<Integer, String> MECHANISMS = Map.of(0, "lowest", 1, "low", 5, "high_gmac");

	private OtherClientVisit() {
	}

	/** Shortly after midnight: the calendars of all examples choose then what their meters begin with, and nothing is captured. */
	static final LocalTime TOLD = LocalTime.of(0, 10);

	/** What is done in an association. */
	@FunctionalInterface
	interface Work {
		void in(OtherClient client, MeterProcess meter, Association association) throws IOException;
	}

	/** Do work in every association of a meter that has just been started and told the time. */
	static void inEveryAssociation(Path program, Meter model, Work work) throws IOException {
		try (MeterProcess meter = new MeterProcess(program, KEYS); OtherClient client = new OtherClient()) {
			meter.command("time 2026 11 22 %d %d 0 7".formatted(TOLD.getHour(), TOLD.getMinute()));
			for (LogicalDevice device : model.getDevices()) {
				for (Association association : device.getAssociations()) {
					String opened = open(client, meter.port(), device, association);
					assertFalse(opened.contains("\"error\""), () -> "%s: %s".formatted(association.getName(), opened));
					work.in(client, meter, association);
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

	/** Tell whether nothing was asked since the library cannot name the class: one that it does know is compared, whatever stands here. */
	static boolean isUnknown(int classId, OtherClient.Answer answer) {
		return (classId >= MAKERS_OWN || UNKNOWN.contains(classId)) && answer.whole().contains("The library does not know class");
	}

	/** Return the mode bits by which the client protects what it asks. */
	static int protection(Association association) {
		return association.getContext() == Context.CIPHERED ? 0x0C : 0;
	}

	/** Read every attribute of every object in every association: octets and refusals are those of the model. */
	static void readAll(ServedMeters.Served served) throws IOException {
		inEveryAssociation(served.program(), served.model(), (client, meter, association) -> readAll(client, served.expectation(), association));
	}

	private static void readAll(OtherClient client, Expectation expectation, Association association) throws IOException {
		int read = 0;
		for (Expectation.Asked asked : expectation.of(association, protection(association))) {
			OtherClient.Answer answer = client.read(asked.classId(), asked.logicalName(), asked.attribute());
			if (isUnknown(asked.classId(), answer)) {
				continue;
			}
			assertEquals(asked.result() == 0, answer.octets().isPresent(), () -> "%s: %s: %s".formatted(association.getName(), asked, answer.whole()));
			if (answer.octets().isPresent()) {
				assertEquals(HexFormat.of().withUpperCase().formatHex(asked.encoding()), answer.octets().get().toUpperCase(Locale.ROOT), asked.toString());
				read++;
			} else {
				assertTrue(answer.whole().contains("\"error\":\"The meter answers"), () -> "%s: %s: %s".formatted(association.getName(), asked, answer.whole()));
			}
		}
		int values = read;
		assertTrue(values > 3, () -> "%s: only %d attributes could be read".formatted(association.getName(), values));
	}
}
