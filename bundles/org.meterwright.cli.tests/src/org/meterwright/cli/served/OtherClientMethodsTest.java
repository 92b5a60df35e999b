// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.served;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meterwright.cosem.Association;
import org.meterwright.scenario.host.MeterProcess;

/** A client of another DLMS library invokes methods in every association: what is granted does what the class says, everything else is refused. */
class OtherClientMethodsTest {

	private static final String DENIED = "Read-Write denied";
	/** Refusals that every meter has. */
	private static final int LEAST = 20;
	/** Of a meter: how many methods are granted at least, and how many of those have an effect that is looked at. */
	private static final Map<String, String> AT_LEAST = Map.of("three-phase", "2 1", "prepayment-esme", "60 2");
	private static final int ASSOCIATION = 15;
	private static final int PROFILE = 7;
	private static final int BREAKER = 70;
	private static final int CREDIT = 112;

	private int granted;
	private int refused;
	private int seen;

	static Stream<String> names() {
		return ServedMeters.names().stream();
	}

	@ParameterizedTest
	@MethodSource("names")
	void whatIsGrantedIsDoneAndTheRestRefused(String name) throws IOException {
		ServedMeters.Served served = ServedMeters.of(name);
		OtherClientVisit.inEveryAssociation(served.program(), served.model(), (client, meter, association) -> invokeAll(client, meter, served.expectation(), association));
		assertTrue(refused >= LEAST, "%d granted, %d refused, %d effects".formatted(granted, refused, seen));
		String atLeast = AT_LEAST.getOrDefault(name, "0 0");
		assertTrue(granted >= Integer.parseInt(atLeast.split(" ")[0]) && seen >= Integer.parseInt(atLeast.split(" ")[1]), "%d granted, %d refused, %d effects".formatted(granted, refused, seen));
	}

	private void invokeAll(OtherClient client, MeterProcess meter, Expectation expectation, Association association) throws IOException {
		for (Expectation.Called called : expectation.methods(association, OtherClientVisit.protection(association))) {
			if (called.classId() == ASSOCIATION) {
				continue; // the proof of a client is a method too; it was invoked when the association was opened
			}
			if (called.granted()) {
				invoke(client, meter, called);
				granted++;
			} else {
				OtherClient.Answer answer = client.call(called.classId(), called.logicalName(), called.method(), "0f00");
				if (OtherClientVisit.isUnknown(called.classId(), answer)) {
					continue;
				}
				assertTrue(answer.whole().contains("\"error\":\"The meter answers"), () -> "%s: %s: %s".formatted(association.getName(), called, answer.whole()));
				refused++;
			}
		}
	}

	/** A parameter of zeros may be no good to a method, but the right is there. */
	private void invoke(OtherClient client, MeterProcess meter, Expectation.Called called) throws IOException {
		String effect = effectOf(called);
		String parameter = called.classId() == CREDIT && called.method() <= 2 ? "0500000064" : HexFormat.of().formatHex(called.parameter());
		String before = get(meter, called, effect);
		OtherClient.Answer answer = client.call(called.classId(), called.logicalName(), called.method(), parameter);
		assertFalse(answer.whole().contains(DENIED), () -> "%s: %s".formatted(called, answer.whole()));
		if (!effect.isEmpty()) {
			assertTrue(answer.octets().isPresent(), () -> "%s: %s".formatted(called, answer.whole()));
			assertEquals(expected(called, before), get(meter, called, effect), called::toString);
			seen++;
		}
	}

	private static String get(MeterProcess meter, Expectation.Called called, String attribute) throws IOException {
		return attribute.isEmpty() ? "" : meter.command("get %d %s %s".formatted(called.classId(), OtherClient.dotted(called.logicalName()), attribute));
	}

	/** Return the attribute that shows what a method has done; empty: no one attribute does. */
	private static String effectOf(Expectation.Called called) {
		return switch (called.classId()) {
			case PROFILE -> called.method() == 1 ? "7" : "";
			case BREAKER -> called.method() == 1 ? "3" : "";
			case CREDIT -> called.method() <= 2 ? "2" : "";
			default -> "";
		};
	}

	/** Reset empties a profile; remote disconnection leaves the breaker off; 100 is added to a credit, or becomes its amount. */
	private static String expected(Expectation.Called called, String before) {
		return switch (called.classId()) {
			case PROFILE -> "0600000000";
			case BREAKER -> "1600";
			default -> "05%08x".formatted(100 + (called.method() == 1 ? (int) Long.parseLong(before.substring(2), 16) : 0));
		};
	}
}
