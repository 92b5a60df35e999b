// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.served;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meterwright.cosem.Association;
import org.meterwright.scenario.host.MeterProcess;

/** A client of another DLMS library reads and writes all examples and imported meters: in each association, by each mechanism, every attribute of every object. */
class OtherClientTest {

	/** Of every meter more is written and refused. */
	private static final int LEAST = 3;
	private static final int PROFILE = 7;
	private static final int CAPTURE_PERIOD = 4;
	private static final int ASSOCIATION = 15;
	private static final int OBJECT_LIST = 2;

	private int written;
	private int refused;

	static Stream<String> names() {
		return ServedMeters.names().stream();
	}

	/** On a meter that nobody has written to. */
	@ParameterizedTest
	@MethodSource("names")
	void everyAssociationReadsWhatTheModelSays(String name) throws IOException {
		OtherClientVisit.readAll(ServedMeters.of(name));
	}

	/** Every attribute: what may be written is taken and kept, everything else is refused and as it was. */
	@ParameterizedTest
	@MethodSource("names")
	void everyAssociationWritesWhatItMayAndNothingElse(String name) throws IOException {
		ServedMeters.Served served = ServedMeters.of(name);
		OtherClientVisit.inEveryAssociation(served.program(), served.model(), (client, meter, association) -> writeAll(client, meter, served.expectation(), association));
		assertTrue(written >= LEAST && refused >= LEAST, "%d written, %d refused".formatted(written, refused));
	}

	private void writeAll(OtherClient client, MeterProcess meter, Expectation expectation, Association association) throws IOException {
		for (Expectation.Asked asked : expectation.of(association, OtherClientVisit.protection(association))) {
			if (asked.written().stored().length > 0) {
				write(client, meter, asked);
			}
		}
	}

	/** Write, look, and restore: what the client may not read the meter's own program tells. */
	private void write(OtherClient client, MeterProcess meter, Expectation.Asked asked) throws IOException {
		boolean readable = asked.result() == 0;
		OtherClient.Answer first = client.read(asked.classId(), asked.logicalName(), asked.attribute());
		if (OtherClientVisit.isUnknown(asked.classId(), first)) {
			return;
		}
		String before = readable ? first.octets().orElseThrow(() -> new AssertionError("%s: %s".formatted(asked, first.whole()))) : kept(meter, asked);
		String after = changed(asked, before);
		String answer = client.write(asked.classId(), asked.logicalName(), asked.attribute(), after);
		boolean taken = asked.writable() && !isConstant(asked);
		assertEquals(taken, answer.equals("{}"), () -> "%s: %s: %s".formatted(asked, after, answer));
		assertEquals(taken ? after : before, readable ? client.read(asked.classId(), asked.logicalName(), asked.attribute()).octets().orElseThrow() : kept(meter, asked), asked.toString());
		if (taken) {
			assertEquals("{}", client.write(asked.classId(), asked.logicalName(), asked.attribute(), before), asked.toString());
			written++;
		} else {
			assertTrue(answer.contains("\"error\":\"The meter answers"), answer);
			refused++;
		}
	}

	/** The one attribute whose right is not enough: an object list is part of what was released, whatever its own right says (docs/firmware.md). */
	private static boolean isConstant(Expectation.Asked asked) {
		return asked.classId() == ASSOCIATION && asked.attribute() == OBJECT_LIST;
	}

	private static String kept(MeterProcess meter, Expectation.Asked asked) throws IOException {
		String got = meter.command("get %d %s %d".formatted(asked.classId(), OtherClient.dotted(asked.logicalName()), asked.attribute())).toLowerCase(Locale.ROOT);
		return got.startsWith("result") ? HexFormat.of().formatHex(asked.written().stored()) : got;
	}

	/** Give a number one more, or one less where it may not be higher; a capture period half of it, since it divides a day; leave any other value. */
	private static String changed(Expectation.Asked asked, String octets) {
		if (asked.classId() == PROFILE && asked.attribute() == CAPTURE_PERIOD) {
			return "06%08x".formatted(Long.parseLong(octets.substring(2), 16) / 2);
		}
		if (!octets.matches("(0f|11|10..|12..|05.{6}|06.{6})(?!7f|ff)..")) {
			return octets;
		}
		int last = Integer.parseInt(octets.substring(octets.length() - 2), 16);
		boolean highest = asked.written().maximum().filter(maximum -> maximum.intValue() == Integer.parseUnsignedInt(octets.substring(2), 16)).isPresent();
		return octets.substring(0, octets.length() - 2) + "%02x".formatted(highest ? last - 1 : last + 1);
	}
}
