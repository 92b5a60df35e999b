// SPDX-License-Identifier: EPL-2.0
package org.meterwright.dsl.ide.paste;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.eclipse.xtext.parser.IParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meterwright.dsl.CosemStandaloneSetup;
import org.meterwright.dsl.Workspace;

class PastedObjectsTest {
	private static final IParser PARSER = new CosemStandaloneSetup().createInjectorAndDoEMFRegistration().getInstance(IParser.class);
	/** A clock, class 8 version 0, with one attribute that may be read and no method. */
	private static final String CLOCK = "01 01 02 04 12 00 08 11 00 09 06 00 00 01 00 00 FF 02 02 01 01 02 03 0F 02 16 01 00 01 00";

	private static Optional<PastedObjects> of(String pasted) {
		return PastedObjects.of(pasted, PARSER);
	}

	private static void assertFollowsTheGrammar(PastedObjects objects) {
		Workspace workspace = new Workspace();
		workspace.put("m.cosem", "namespace t\nimport cosem.*\nmeter M { device management at 1 named \"ABC{serial}\" {\n%s}\n}\n".formatted(objects.text()));
		assertEquals(java.util.List.of(), workspace.file("m.cosem").orElseThrow().errors(), objects.text());
	}

	@ParameterizedTest
	@ValueSource(strings = { CLOCK, "0x01,0x01,0x02,0x04,0x12,0x00,0x08,0x11,0x00,0x09,0x06,0x00,0x00,0x01,0x00,0x00,0xFF,0x02,0x02,0x01,0x01,0x02,0x03,0x0F,0x02,0x16,0x01,0x00,0x01,0x00" })
	void makesObjectsOfAnObjectList(String list) {
		PastedObjects objects = of(list).orElseThrow();
		assertEquals(1, objects.count(), objects.text());
		assertTrue(objects.text().startsWith("clock: Clock 0-0:1.0.0*255"), objects.text());
		assertFollowsTheGrammar(objects);
	}

	@Test
	void makesObjectsOfRowsWithoutHeadings() {
		PastedObjects objects = of("1-0:1.8.0\t3\tActive energy import\n1.0.99.1.0.255\tProfile generic\tLoad profile\n").orElseThrow();
		assertEquals(2, objects.count(), objects.text());
		assertTrue(objects.text().contains("activeEnergyImport: Register 1-0:1.8.0*255"), objects.text());
		assertTrue(objects.text().contains("loadProfile: ProfileGeneric version 1 1-0:99.1.0*255"), objects.text());
		assertFollowsTheGrammar(objects);
	}

	@Test
	void leavesHeadingsOut() {
		assertEquals(1, of("Name;OBIS;Class\nFrequency;1-0:14.7.0*255;3\n").orElseThrow().count());
	}

	@Test
	void takesTheTableOfAnExport() {
		PastedObjects objects = of("class_id;version;logical_name;attribute;type;value;name\n3;0;1-0:1.8.0*255;2;double-long-unsigned;;importTotal\n").orElseThrow();
		assertTrue(objects.text().contains("importTotal: Register"), objects.text());
		assertFollowsTheGrammar(objects);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "importTotal: Register 1-0:1.8.0*255 { }", "01 02 03", "a\tb\nc\td\n", "1-0:1.8.0\t99999\n", "01 01 02 04 12 00", "x, y, z", "0.0.1.0.0.255",
			"Name;OBIS;Class\nFrequency;1-0:14.7.0*255;3\nnothing;at;all\n" })
	void leavesEverythingElseAlone(String text) {
		assertEquals(Optional.empty(), of(text));
	}

	@Test
	void indentsForThePlace() {
		assertEquals("a {\n    b\n  }", new PastedObjects("a {\n  b\n}\n", 1).indented("  "));
	}
}
