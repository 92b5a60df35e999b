// SPDX-License-Identifier: EPL-2.0
package org.meterwright.views.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.xtext.parser.IParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.meterwright.cosem.xmi.ModelFiles;
import org.meterwright.dsl.CosemStandaloneSetup;
import org.meterwright.views.Models;

class IntakeTest {
	private static final IParser PARSER = new CosemStandaloneSetup().createInjectorAndDoEMFRegistration().getInstance(IParser.class);
	/** One entry: a clock, class 8 version 0, with one attribute that may be read and no method. */
	private static final String CLOCK = "01 01 02 04 12 00 08 11 00 09 06 00 00 01 00 00 FF 02 02 01 01 02 03 0F 02 16 01 00 01 00";

	@TempDir
	private Path folder;

	private Intake read(IntakeFormat format, String file, String content) throws Exception {
		return Intake.read(format, "E1", List.of(Files.writeString(folder.resolve(file), content)), PARSER);
	}

	private static void assertSound(Intake intake, String expected) {
		assertTrue(intake.text().contains("meter E1") && intake.text().contains(expected), intake.text());
		assertEquals(List.of(), Models.text("e1.cosem", intake.text()).findings().stream().filter(finding -> finding.isBlocking()).toList(), intake.text());
	}

	@Test
	void readsTheObjectListOfAMeter() throws Exception {
		assertSound(read(IntakeFormat.OBJECT_LISTS, "meter_0.0.40.0.1.255.hex", CLOCK), "Clock 0-0:1.0.0*255");
	}

	@Test
	void readsATable() throws Exception {
		assertSound(read(IntakeFormat.TABLE, "t.csv", "class_id;version;logical_name;attribute;type;name;client 1\n3;0;1-0:1.8.0*255;2;double-long-unsigned;total;R\n"), "total: Register 1-0:1.8.0*255");
	}

	@Test
	void readsObjectXml() throws Exception {
		Intake intake = read(IntakeFormat.GURUX, "o.xml", "<?xml version=\"1.0\"?><Objects><GXDLMSRegister><LN>1.0.1.8.0.255</LN><Unit>30</Unit></GXDLMSRegister></Objects>");
		assertSound(intake, "Register 1-0:1.8.0*255");
	}

	@Test
	void readsASavedModel() throws Exception {
		Path file = folder.resolve("m.xmi");
		ModelFiles.save(Models.first(Models.example("three-phase")).model(), file);
		Intake intake = Intake.read(IntakeFormat.MODEL, "E1", List.of(file), PARSER);
		assertSound(intake, "importTotal: Register 1-0:1.8.0*255");
		assertTrue(intake.objects() > 50, String.valueOf(intake.objects()));
	}

	@ParameterizedTest
	@EnumSource
	void saysWhatIsWrongWithAFile(IntakeFormat format) {
		IntakeException problem = assertThrows(IntakeException.class, () -> read(format, "broken.txt", "01 02 zz"));
		assertTrue(problem.getMessage().contains("broken.txt") && problem.getMessage().endsWith("No project was made."), problem.getMessage());
		assertThrows(IntakeException.class, () -> Intake.read(format, "E1", List.of(folder.resolve("nowhere")), PARSER));
	}
}
