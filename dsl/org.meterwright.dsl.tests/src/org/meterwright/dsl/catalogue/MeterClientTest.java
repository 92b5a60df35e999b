// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

/** The client side of the meter program, against a meter whose answers are written down here. */
class MeterClientTest {
	/** An association without security is accepted: GET, SET, ACTION and more, 1024 octets. */
	private static final String ACCEPTED = "6129A109060760857405080101A203020100A305A103020100BE10040E0800065F1F0400007C1F04000007";
	private static final String RELEASED = "6303800100";

	@Test
	void readsWritesAndCalls() throws Exception {
		try (MeterProgram program = MeterProgram.start(); ScriptedMeter meter = ScriptedMeter.of(ACCEPTED, "C401C100 0600000539", "C501C100", "C701C100 00", RELEASED)) {
			assertEquals("{}", program.ask("{\"do\":\"connect\",\"port\":%d}".formatted(meter.port())));
			assertEquals("{\"axdr\":\"0600000539\"}", program.ask("{\"do\":\"read\",\"class\":3,\"name\":\"1.0.1.8.0.255\",\"attribute\":2}"));
			assertEquals("{}", program.ask("{\"do\":\"write\",\"class\":1,\"name\":\"0.0.96.1.0.255\",\"attribute\":2,\"axdr\":\"1105\"}"));
			assertEquals("{\"axdr\":\"\"}", program.ask("{\"do\":\"call\",\"class\":70,\"name\":\"0.0.96.3.10.255\",\"method\":1,\"axdr\":\"0F00\"}"));
			assertEquals("{}", program.ask("{\"do\":\"release\"}"));
			List<String> asked = meter.asked();
			assertTrue(asked.get(0).startsWith("60"), asked::toString);
			assertEquals("c001c1000301000108 00ff0200".replace(" ", ""), asked.get(1));
			assertEquals("c101c1000100006001 00ff02001105".replace(" ", ""), asked.get(2));
			assertEquals("c301c1004600006003 0aff01010f00".replace(" ", ""), asked.get(3));
			assertTrue(asked.get(4).startsWith("62"), asked::toString);
		}
	}

	@Test
	void putsBlocksTogether() throws Exception {
		try (MeterProgram program = MeterProgram.start();
				ScriptedMeter meter = ScriptedMeter.of(ACCEPTED, "C402C1 00 00000001 00 03 090461", "C402C1 01 00000002 00 03 626364")) {
			program.ask("{\"do\":\"connect\",\"port\":%d}".formatted(meter.port()));
			assertEquals("{\"axdr\":\"090461626364\"}", program.ask("{\"do\":\"read\",\"class\":1,\"name\":\"0.0.96.1.0.255\",\"attribute\":2}"));
			assertEquals("c002c100000001", meter.asked().get(2));
		}
	}

	@Test
	void tellsWhatTheMeterRefuses() throws Exception {
		try (MeterProgram program = MeterProgram.start(); ScriptedMeter meter = ScriptedMeter.of(ACCEPTED, "C401C101 03")) {
			program.ask("{\"do\":\"connect\",\"port\":%d}".formatted(meter.port()));
			String answer = program.ask("{\"do\":\"read\",\"class\":3,\"name\":\"1.0.1.8.0.255\",\"attribute\":2}");
			assertTrue(MeterProgram.text(answer, "error").startsWith("The meter answers: "), answer);
		}
	}

	@Test
	void keepsNotificationsThatComeInBetween() throws Exception {
		try (MeterProgram program = MeterProgram.start(); ScriptedMeter meter = ScriptedMeter.of(ACCEPTED, "0F 00000001 00 02021105 1106 | C401C100 1107")) {
			program.ask("{\"do\":\"connect\",\"port\":%d}".formatted(meter.port()));
			assertEquals("{\"axdr\":\"1107\"}", program.ask("{\"do\":\"read\",\"class\":3,\"name\":\"1.0.1.8.0.255\",\"attribute\":2}"));
			assertEquals("{\"pushes\":[\"020211051106\"]}", program.ask("{\"do\":\"pushes\"}"));
		}
	}

	@Test
	void aMeterThatIsNotThereIsASentence() throws Exception {
		try (MeterProgram program = MeterProgram.start()) {
			assertEquals("The connection fails: Connection refused.", MeterProgram.text(program.ask("{\"do\":\"connect\",\"port\":1}"), "error"));
			assertEquals("There is no association: connect first.", MeterProgram.text(program.ask("{\"do\":\"release\"}"), "error"));
		}
	}
}
