// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.meterwright.dsl.Compiler.Checks;
import org.meterwright.rules.Finding;

/** Meters of any size that a device can have: 20,000 objects in 40 files. */
class SizeTest {
	private static final int FILES = 40;
	private static final int OBJECTS = 500;

	private static String object(int n) {
		return "  o%d: Register 1-%d:%d.%d.0*%d { value: double-long-unsigned = %d in nvm scaler_unit = 10^0 Wh }%n".formatted(n, n % 60, 1 + n / 60 % 200, n / 12_000, n % 200, n)
				.replace(System.lineSeparator(), "\n");
	}

	@Test
	void twentyThousandObjectsElaborate() {
		Workspace workspace = new Workspace();
		for (int file = 0; file < FILES; file++) {
			StringBuilder text = new StringBuilder("namespace big\n");
			text.append(file == 0 ? "meter m { device management at 1 {\n" : "extend meter m { device management {\n");
			for (int i = 0; i < OBJECTS; i++) {
				text.append(object(file * OBJECTS + i));
			}
			workspace.put("f%02d.cosem".formatted(file), text.append("} }\n").toString());
		}
		Compilation compilation = workspace.compile(Checks.TYPING);
		assertEquals(FILES * OBJECTS, compilation.meters().getFirst().model().getDevices().getFirst().getObjects().size());
		assertEquals(List.of(), compilation.findings().stream().filter(Finding::isBlocking).filter(each -> each.rule().startsWith("MW-LANG")).map(Finding::message).toList());
	}

	@Test
	void oneFamilyMayBeLarge() {
		Workspace workspace = new Workspace();
		workspace.put("f.cosem", """
				namespace big
				meter m { device management at 1 {
				  index n = 1..250
				  a[i in n]: Data 0-0:96.1.{i}*255 { value: unsigned = 1 }
				  b[i in n]: Data 0-0:96.1.{i}*0 like a
				  all: Data 0-0:96.2.0*255 { value: array of octet-string(6) = [a, b[1..3]] }
				} }
				""");
		assertEquals(501, workspace.compile(Checks.TYPING).meters().getFirst().model().getDevices().getFirst().getObjects().size());
	}
}
