// SPDX-License-Identifier: EPL-2.0
package org.meterwright.cli.served;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meterwright.cli.CliRun;
import org.meterwright.cli.ExitCode;
import org.meterwright.cli.GeneratedFolder;
import org.meterwright.cosem.Association;
import org.meterwright.cosem.Meter;
import org.meterwright.dsl.Workspace;
import org.meterwright.scenario.host.MeterProcess;

/** A client of another DLMS library invokes methods in every association: what is granted does what the class says, everything else is refused. */
class OtherClientMethodsTest {

	private static final Path EXAMPLES = Path.of("../../dsl/examples");
	private static final String DENIED = "Read-Write denied";
	private static final int ASSOCIATION = 15;
	private static final int PROFILE = 7;
	private static final int BREAKER = 70;
	private static final int CREDIT = 112;

	@TempDir
	private Path folder;

	private int granted;
	private int refused;
	private int seen;

	/** Of each example: how many methods are granted at least, refused at least, and how many of the granted have an effect that is looked at. */
	@ParameterizedTest
	@CsvSource({ "three-phase, 2, 20, 1", "prepayment-esme, 60, 3000, 2" })
	void whatIsGrantedIsDoneAndTheRestRefused(String example, int most, int least, int effects) throws IOException {
		CliRun run = CliRun.of("generate", EXAMPLES.resolve(example), "--no-self-test", "-o", folder);
		assertEquals(ExitCode.FINE, run.exitCode(), run.toString());
		Meter model = Workspace.open(List.of(EXAMPLES.resolve(example))).compile().meters().getFirst().model();
		Expectation expectation = new Expectation(model);
		OtherClientVisit.inEveryAssociation(new GeneratedFolder(folder).host(List.of("-O0")), model, (client, meter, association) -> invokeAll(client, meter, expectation, association));
		assertTrue(granted >= most && refused >= least && seen >= effects, "%d granted, %d refused, %d effects".formatted(granted, refused, seen));
	}

	private void invokeAll(OtherClient client, MeterProcess meter, Expectation expectation, Association association) throws IOException {
		for (Expectation.Called called : expectation.methods(association.getClientSap(), OtherClientVisit.protection(association))) {
			if (called.classId() >= OtherClientVisit.MAKERS_OWN || called.classId() == ASSOCIATION) {
				continue; // the proof of a client is a method too; it was invoked when the association was opened
			}
			if (called.granted()) {
				invoke(client, meter, called);
				granted++;
			} else {
				OtherClient.Answer answer = client.call(called.classId(), called.logicalName(), called.method(), "0f00");
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
